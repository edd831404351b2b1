/** Which change of what protects permanent deletions is weaker, and when it lets through (R137). */
import { hourMs, plus } from '../../kernel/time.ts'

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

/**
 * When what was asked for then is done by itself, as the organization protects it now; null where
 * somebody has to say yes.
 */
export const dueUnder = ({ protection, waitingHours }: Protection, askedAt: Date): Date | null => {
  if (protection === 'secondAdministrator') return null
  return protection === 'waiting' ? plus(askedAt, waitingHours * hourMs) : askedAt
}
