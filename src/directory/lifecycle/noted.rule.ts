/**
 * What was noted of a guest who does not keep the rules of a policy, and whether what they heard
 * then still covers what comes (R134). A policy can be changed and a guest can fall under another
 * one at any moment: whoever was told of something milder or later is told anew.
 */
import type { LifecycleEnding } from '../../wire/lifecycle.ts'
import type { Reason } from './breaches.rule.ts'

/** An end, and the turn of it. */
export type End = { readonly ending: LifecycleEnding; readonly at: Date }

export type State = {
  readonly reason: Reason
  readonly since: Date
  /** How many notices of `noticeTimes` have gone out. */
  readonly notices: number
  readonly disabledAt: Date | null
  /** The end that the guest knows of by this policy; null where it has said none. */
  readonly said: End | null
}

/** The same as it is stored. */
export type Noted = {
  readonly notedPolicyId: string | null
  readonly reason: Reason | null
  readonly since: Date | null
  readonly notices: number | null
  readonly notedDisabledAt: Date | null
  readonly saidEnding: LifecycleEnding | null
  readonly saidAt: Date | null
}

type Facts = Noted & { readonly countedFrom: Date | null }

/**
 * What counts of it under a policy: nothing of before the clocks were reset (R135). What another
 * policy has said is not said by this one; whom it has disabled is disabled all the same.
 */
export const stateOf = (guest: Facts, policyId: string): State | undefined => {
  const { reason, since, notices, notedDisabledAt: disabledAt, countedFrom } = guest
  if (reason === null || since === null || notices === null) return undefined
  if (countedFrom !== null && since < countedFrom) return undefined
  return { reason, since, notices, disabledAt, said: saidBy(guest, policyId) }
}

const saidBy = ({ notedPolicyId, saidEnding, saidAt }: Noted, policyId: string): End | null =>
  notedPolicyId !== policyId || saidEnding === null || saidAt === null
    ? null
    : { ending: saidEnding, at: saidAt }

/** Who was told of `said` has been told of `next`: the same end, and no later day. */
export const isSaid = (said: End | null, next: End | null): boolean =>
  next === null || (said !== null && said.ending === next.ending && said.at <= next.at)

/** Whether both are the same, or none. */
export const isSameEnd = (one: End | null, other: End | null): boolean =>
  one?.ending === other?.ending && one?.at.getTime() === other?.at.getTime()
