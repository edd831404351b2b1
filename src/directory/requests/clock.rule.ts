/**
 * The clock of a request (R31, R32): by when it is answered, when administrators are reminded, and
 * what becomes of it when nobody answers.
 */
import { answerDays as period, answerNotice } from '../../kernel/answer-days.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import type { RequestEnd, RequestKind } from '../../wire/requests.ts'

/** What an organization has decided about requests that nobody answers. */
export type AnswerPolicy = {
  readonly answerDays: number
  readonly removesUnanswered: boolean
  /** Nobody there could answer, and nobody could hold anything against a removal (R121). */
  readonly organizationClosed: boolean
}

/** Who asks to be removed is, unless the organization has said why not; all else just ends. */
export const whenDue = (
  kind: RequestKind,
  { removesUnanswered, organizationClosed }: Omit<AnswerPolicy, 'answerDays'>,
): RequestEnd =>
  kind === 'removal' && (removesUnanswered || organizationClosed) ? 'removed' : 'expired'

/** In a closed one nobody is waited for: what is left is the time to take the request back. */
const daysToWait = ({
  answerDays,
  organizationClosed,
}: Pick<AnswerPolicy, 'answerDays' | 'organizationClosed'>): number =>
  organizationClosed ? period.least : answerDays

/** A request to be restored lasts as long as that can be done. */
export const dueAt = (
  kind: RequestKind,
  askedAt: Date,
  policy: Pick<AnswerPolicy, 'answerDays' | 'organizationClosed'>,
  restorableUntil: Date | null,
): Date =>
  kind === 'restore' && restorableUntil !== null
    ? restorableUntil
    : plus(askedAt, daysToWait(policy) * dayMs)

/** By when it is due where nobody there is waited for any more: the nearer day counts. */
export const dueWhere = (
  due: Date,
  now: Date,
  { organizationClosed }: Pick<AnswerPolicy, 'organizationClosed'>,
): Date =>
  organizationClosed
    ? new Date(Math.min(due.getTime(), plus(now, period.least * dayMs).getTime()))
    : due

/** A hold stops the clock: what was left then is left again, and three days at the least. */
export const dueAfterHold = (due: Date, heldAt: Date, now: Date): Date => {
  const left = Math.max(due.getTime() - heldAt.getTime(), answerNotice.leastDays * dayMs)
  return plus(now, left)
}

export type Clocked = {
  readonly askedAt: Date
  readonly dueAt: Date
  /** How many reminders administrators have had. */
  readonly reminders: number
}

export type Reminder = 'half' | 'last'

const reminders: readonly Reminder[] = ['half', 'last']

/** At half time, and three days before (R32). */
const remindedAt = ({ askedAt, dueAt: due }: Clocked, which: Reminder): Date =>
  which === 'half'
    ? new Date((askedAt.getTime() + due.getTime()) / 2)
    : plus(due, -answerNotice.leastDays * dayMs)

/** A reminder that would come before the request, or with another one, is none. */
const remindersOf = (request: Clocked): readonly Reminder[] =>
  reminders.filter((which) => {
    const at = remindedAt(request, which)
    return at > request.askedAt && (which === 'half' || at > remindedAt(request, 'half'))
  })

/** What the clock strikes at `now`, and when it strikes next. */
export type Stroke = {
  readonly reminder: Reminder | undefined
  readonly reminders: number
  readonly nextAt: Date
}

/**
 * Before the day: the reminder that is to be sent, the later one where both have come meanwhile,
 * and when there is something to be done again, which is always later than `now`.
 */
export const strike = (request: Clocked, now: Date): Stroke => {
  const all = remindersOf(request)
  const come = all.filter((which) => remindedAt(request, which) <= now).length
  const next = all[come]
  return {
    reminder: come > request.reminders ? all[come - 1] : undefined,
    reminders: Math.max(come, request.reminders),
    nextAt: next === undefined ? request.dueAt : remindedAt(request, next),
  }
}
