/**
 * What ends a guest next, if nothing happens (R133–R135, R44, R144): the steps to come, from the
 * first notice to the permanent deletion. The page of the user in the admin centre and the row of
 * the organization in the portal both ask here.
 */
import { dayMs, latest, plus } from '../../kernel/time.ts'
import type { ComingReason, ComingStep } from '../../wire/lifecycle.ts'
import { restorableUntil } from '../users/retention.rule.ts'
import { endDateNotices } from './end-date.rule.ts'
import type { Outlook } from './policy.rule.ts'

/** `withoutHomeUntil`: null in an organization that keeps guests whose home is gone. */
export type EndFacts = {
  readonly endsAt: Date | null
  readonly withoutHomeUntil: Date | null
  /** When a guest who never accepted is removed, with nothing left. */
  readonly unacceptedUntil: Date | null
  /** A policy has disabled the guest already. */
  readonly disabledByPolicy: boolean
  readonly retentionDays: number
}

export type Coming = {
  readonly step: ComingStep
  readonly why: ComingReason
  /** Why is so already; false where it only comes to be so if nothing happens. */
  readonly already: boolean
  readonly at: Date
}

// What is known of somebody, and no rule that they could still keep.
const already = true

const byEndDate = ({ endsAt: at }: EndFacts, now: Date): Coming[] => {
  if (at === null) return []
  const [{ days }] = endDateNotices
  const told = plus(at, -days * dayMs)
  return [
    ...(told > now ? [{ step: 'told', why: 'endDate', already, at: told } as const] : []),
    { step: 'deleted', why: 'endDate', already, at },
  ]
}

const byPolicy = (
  { disabledByPolicy }: EndFacts,
  outlook: Outlook | undefined,
  now: Date,
): Coming[] => {
  if (outlook === undefined) return []
  const { reason: why, already, toldAt, disabledAt, deletedAt } = outlook
  return [
    ...(toldAt > now ? [{ step: 'told', why, already, at: toldAt } as const] : []),
    ...(disabledAt === null || disabledByPolicy
      ? []
      : [{ step: 'disabled', why, already, at: disabledAt } as const]),
    ...(deletedAt === null ? [] : [{ step: 'deleted', why, already, at: deletedAt } as const]),
  ]
}

const byItself = ({ withoutHomeUntil, unacceptedUntil }: EndFacts): Coming[] => [
  ...(withoutHomeUntil === null
    ? []
    : [{ step: 'deleted', why: 'homeGone', already, at: withoutHomeUntil } as const]),
  ...(unacceptedUntil === null
    ? []
    : [{ step: 'purged', why: 'neverAccepted', already, at: unacceptedUntil } as const]),
]

/**
 * Every step to come, the next first. `outlook`: what the policy that decides makes of it. What is
 * due and not done yet, as its job is late, comes now: no day that is over is told as one to come.
 */
export const whatEndsNext = (
  facts: EndFacts,
  outlook: Outlook | undefined,
  now: Date,
): readonly Coming[] => {
  const all = [...byEndDate(facts, now), ...byPolicy(facts, outlook, now), ...byItself(facts)]
    .map((coming) => ({ ...coming, at: latest(now, coming.at) }))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const last = all.findIndex(({ step }) => step === 'deleted' || step === 'purged')
  const end = all[last]
  if (end === undefined) return all
  const steps = all.slice(0, last + 1)
  if (end.step === 'purged') return steps
  const at = restorableUntil(end.at, facts.retentionDays)
  return [...steps, { ...end, step: 'purged', at }]
}
