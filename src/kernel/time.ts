/**
 * Time is passed in: a request and a job each have one instant, and tests have a clock of their
 * own.
 */

export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/**
 * A clock that stands at `from` when it is first looked at, and goes on as `beside` does, else as
 * time does: for a job that takes long enough that its parts are done at different times.
 */
export const goingOnFrom = (from: Date, beside?: Clock): Clock => {
  let began: number | undefined
  return () => {
    const at = beside?.().getTime() ?? performance.now()
    began ??= at
    return new Date(from.getTime() + Math.floor(at - began))
  }
}

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
/** A day of the retention period is exactly 24 hours (R52), whatever a calendar says. */
export const dayMs = 24 * hourMs

/** `at` moved by `ms` milliseconds, backwards when negative. */
export const plus = (at: Date, ms: number): Date => new Date(at.getTime() + ms)

/** The latest of these: of `known`, and of what has happened of the others. */
export const latest = (known: Date, ...others: readonly (Date | null)[]): Date =>
  others.reduce<Date>((last, at) => (at !== null && at > last ? at : last), known)

/**
 * The last second of a day such as 2027-03-31, in UTC, as an instant: what ends on a day goes on
 * through it.
 */
export const endOfDay = (day: string): string => `${day}T23:59:59Z`
