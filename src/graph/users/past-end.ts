/** Nobody is given an end date that is over. */
import { isOverAlready } from '../../directory/lifecycle/end-date.rule.ts'
import { badProperty } from '../refusals.ts'

/** Refuses an end date of the past (R133); none, and nothing sent, is no refusal. */
export const refusePastEnd = (endsAt: Date | null | undefined, now: Date): void => {
  if (endsAt == null || !isOverAlready(endsAt, now)) return
  throw badProperty('guesthouse.endDateTime', 'endDateOver')
}
