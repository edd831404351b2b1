/** Whether the clock may be believed when something is about to be done for good (K26). */
import { dayMs, hourMs, minuteMs } from '../kernel/time.ts'

export type ClockFacts = {
  readonly now: Date
  /** What the database's machine says at the same moment. */
  readonly storeNow: Date
  /** When a job last ran with a clock that was believed; undefined in a new store. */
  readonly lastAt: Date | undefined
  /** When the clock was first seen to stand where it should not, by that same clock. */
  readonly suspectSince: Date | undefined
}

/**
 * `right`: go on. `differs`: this machine and the database's disagree by more than a minute.
 * `ahead` and `behind`: since a job last ran, more than a day has passed, or less than nothing;
 * that can be an outage, or a clock that is wrong. `stood`: it was so, and has been for an hour.
 */
export type ClockState = 'right' | 'differs' | 'ahead' | 'behind' | 'stood'

const mostDifferenceMs = minuteMs
const mostJumpMs = dayMs
const standsMs = hourMs

export const judgeClock = ({ now, storeNow, lastAt, suspectSince }: ClockFacts): ClockState => {
  if (Math.abs(now.getTime() - storeNow.getTime()) > mostDifferenceMs) return 'differs'
  if (lastAt === undefined) return 'right'
  const passedMs = now.getTime() - lastAt.getTime()
  if (passedMs >= -mostDifferenceMs && passedMs <= mostJumpMs) return 'right'
  const stoodMs = suspectSince === undefined ? -1 : now.getTime() - suspectSince.getTime()
  if (stoodMs >= standsMs && stoodMs <= mostJumpMs) return 'stood'
  return passedMs > 0 ? 'ahead' : 'behind'
}

/**
 * Whether `suspectSince` has to be set anew: it is the first time, or the clock has jumped again
 * meanwhile.
 */
export const suspectsAnew = ({
  now,
  suspectSince,
}: Pick<ClockFacts, 'now' | 'suspectSince'>): boolean => {
  const stoodMs = suspectSince === undefined ? -1 : now.getTime() - suspectSince.getTime()
  return stoodMs < 0 || stoodMs > mostJumpMs
}
