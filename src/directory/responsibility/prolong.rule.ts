/** How far whoever answers for a guest moves the guest's end date (R133). */
import { dayMs, plus } from '../../kernel/time.ts'

/** The furthest that somebody who is no administrator prolongs at once. */
export const longestProlongingDays = 365

export type ProlongReason = 'noEndDate' | 'notLater' | 'tooFar'

/**
 * Why the end is not moved to `wish`; undefined where it is. Prolonging is all that answering for
 * somebody gives (R104): there is an end date, and it only becomes later.
 */
export const prolongReason = (
  endsAt: Date | null,
  wish: Date,
  now: Date,
): ProlongReason | undefined => {
  if (endsAt === null) return 'noEndDate'
  if (wish <= endsAt || wish <= now) return 'notLater'
  return wish > plus(now, longestProlongingDays * dayMs) ? 'tooFar' : undefined
}
