/** How far whoever answers for a guest moves the guest's end date (R133). */
import { dayMs, plus } from '../../kernel/time.ts'
import { isOver } from '../lifecycle/end-date.rule.ts'

/** The furthest that somebody who is no administrator prolongs at once. */
export const longestProlongingDays = 365

export type ProlongReason = 'noEndDate' | 'over' | 'notLater' | 'tooFar'

/**
 * Why the end is not moved to `wish`; undefined where it is. Prolonging is all that answering for
 * somebody gives (R104): there is an end date, and it only becomes later. `over`: it has come, and
 * whether the job has been there yet decides nothing; to let somebody in again who is at their end
 * is for administrators.
 */
export const prolongReason = (
  endsAt: Date | null,
  wish: Date,
  now: Date,
): ProlongReason | undefined => {
  if (endsAt === null) return 'noEndDate'
  if (isOver(endsAt, now)) return 'over'
  if (wish <= endsAt) return 'notLater'
  return wish > plus(now, longestProlongingDays * dayMs) ? 'tooFar' : undefined
}
