/** What ends a guest by itself, and what is told before it does. */
import { dayMs, plus } from '../kernel/time.ts'

/** Why: the end date of the guest (R133), or a rule of a policy (R134). */
export const lifecycleReasons = [
  'endDate',
  'inactivity',
  'sponsor',
  'attestation',
  'redemption',
] as const
export type LifecycleReason = (typeof lifecycleReasons)[number]

/** What comes, or has come. */
export const lifecycleEndings = ['disable', 'delete'] as const
export type LifecycleEnding = (typeof lifecycleEndings)[number]

/** Each notice, in the order in which they go out. */
export const lifecycleNotices = ['notCompliant', 'first', 'second', 'final', 'done'] as const
export type LifecycleNotice = (typeof lifecycleNotices)[number]

/** What becomes of a guest, in this order: told first, and at last gone for good. */
export const comingSteps = ['told', 'disabled', 'deleted', 'purged'] as const
export type ComingStep = (typeof comingSteps)[number]

/** Why it comes: what ends guests by itself, with or without a policy. */
export const comingReasons = [...lifecycleReasons, 'homeGone', 'neverAccepted'] as const
export type ComingReason = (typeof comingReasons)[number]

/** How far the end date of a guest can be moved with one choice, in days from now. */
const prolongings = [90, 180, 365]

/** The ends that can be chosen instead of one. */
export const laterEnds = (endsAt: string, now: Date): readonly string[] =>
  prolongings
    .map((days) => plus(now, days * dayMs))
    .filter((at) => at > new Date(endsAt))
    .map((at) => at.toISOString())

/** How many days before an end date guest and sponsors are told of it, the earliest first. */
export const endDateDays = { first: 14, final: 3 } as const

/** The shortest grace, by what is done when it is over: who is deleted hears of it a day before. */
export const leastGraceDays = { disable: 0, delete: 1, disableThenDelete: 0 } as const

/** How far a simulation looks ahead: who is told within this time is named. */
export const simulatedDays = 30

/** So many days on which a policy did something are told. */
export const mostResultDays = 60
