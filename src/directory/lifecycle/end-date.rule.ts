/** An end date is told twice before it comes (R133). */
import { dayMs } from '../../kernel/time.ts'
import type { LifecycleNotice } from '../../wire/lifecycle.ts'

/** How many days before, and as which notice; the earliest first. */
export const endDateNotices = [
  { days: 14, notice: 'first' },
  { days: 3, notice: 'final' },
] as const satisfies readonly { readonly days: number; readonly notice: LifecycleNotice }[]

/** Nobody is ended in the past: by a day that is over they would be gone without a word before. */
export const isOverAlready = (endsAt: Date, now: Date): boolean => endsAt.getTime() < now.getTime()

/** The day has come: the job removes the guest next, and nobody but an administrator keeps them. */
export const isOver = (endsAt: Date, now: Date): boolean => endsAt <= now

/** How many of the notices are due by `now`, of an end that has not come yet. */
export const noticesDue = (endsAt: Date, now: Date): number =>
  endDateNotices.filter(({ days }) => endsAt.getTime() - now.getTime() <= days * dayMs).length
