/**
 * For how many days things are kept, as an organization likes: the least, the most, and the
 * settings by their names. Told here for every edge.
 * Beside them what is kept for as long everywhere, and told to people.
 */

export const keptDays = {
  /** How long deleted users can be restored; for later deletions only (R55). */
  deletedRetentionDays: { least: 7, most: 90 },
  /** How long records of signing in and of opening applications are kept (R143). */
  signInRecordsDays: { least: 30, most: 730 },
  /** How long every other entry of the audit log is kept (R143, R110). */
  auditRecordsDays: { least: 730, most: 3_650 },
  /** How long a guest who never accepted stays once their invitation has ended (R144). */
  unacceptedGuestsDays: { least: 0, most: 90 },
} as const

export type KeptName = keyof typeof keptDays
export const keptNames = Object.keys(keptDays) as readonly KeptName[]

/** How many days a guest without a home stays, in organizations that delete them (R44). */
export const keptWithoutHomeDays = 30

/** For how many days a copy of somebody's data waits for the administrator who asked for it. */
export const exportKeptDays = 7

/** For how many days after its last use an application goes on that works while people are away. */
export const awayDays = 90
