/** Which change of the protection of permanent deletions makes it weaker (R137). */

type Protection = {
  readonly protection: 'none' | 'waiting' | 'secondAdministrator'
  readonly waitingHours: number
}

/**
 * Whether what comes after protects less than what is there. A second yes and a time to wait
 * protect in different ways, so one instead of the other is less, too.
 */
export const isWeaker = (before: Protection, after: Protection): boolean => {
  if (before.protection === 'none') return false
  if (after.protection !== before.protection) return true
  return before.protection === 'waiting' && after.waitingHours < before.waitingHours
}
