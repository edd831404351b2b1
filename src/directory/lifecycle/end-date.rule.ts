/** An end date is told twice before it comes (R133). */
import { dayMs, latest, plus } from '../../kernel/time.ts'
import { endDateDays, type LifecycleNotice } from '../../wire/lifecycle.ts'

/** How many days before, and as which notice; the earliest first. */
export const endDateNotices = [
  { days: endDateDays.first, notice: 'first' },
  { days: endDateDays.final, notice: 'final' },
] as const satisfies readonly { readonly days: number; readonly notice: LifecycleNotice }[]

/**
 * So long before an end somebody is told of it first at least, where nobody was told when it was
 * set: a day that comes sooner, because the job did not come by, is put off.
 */
export const leastWaitDays = endDateDays.final

/**
 * The end date as it counts at `now`, whether the job that keeps it has come by or not: one that
 * nobody was told of is put off, as the job would.
 */
export const endAsKept = (
  { endsAt, endIsTold }: { readonly endsAt: Date | null; readonly endIsTold: boolean },
  now: Date,
): Date | null =>
  endsAt === null || endIsTold ? endsAt : latest(endsAt, plus(now, leastWaitDays * dayMs))

/** Nobody is ended in the past: by a day that is over they would be gone without a word before. */
export const isOverAlready = (endsAt: Date, now: Date): boolean => endsAt.getTime() < now.getTime()

/** The day has come: the job removes the guest next, and nobody but an administrator keeps them. */
export const isOver = (endsAt: Date, now: Date): boolean => endsAt <= now

/** How many of the notices are due by `now`, of an end that has not come yet. */
export const noticesDue = (endsAt: Date, now: Date): number =>
  endDateNotices.filter(({ days }) => endsAt.getTime() - now.getTime() <= days * dayMs).length
