/**
 * The rules of a lifecycle policy, what they are asked of, and when each is not kept any more
 * (R134–R136).
 */
import { dayMs, latest, plus } from '../../kernel/time.ts'
import type { policyActions } from '../../wire/graph/lifecycle.ts'
import type { LifecycleReason } from '../../wire/lifecycle.ts'

export type PolicyRules = {
  readonly inactiveDays: number | null
  readonly needsSponsor: boolean
  readonly attestationDays: number | null
  readonly redemptionDays: number | null
  readonly graceDays: number
  readonly action: (typeof policyActions)[number]
  /** How long a guest stays disabled before the deletion; of `disableThenDelete` alone. */
  readonly deletionDays: number | null
  /** Since when the rules are these: nobody is told of them before. */
  readonly changedAt: Date
}

export type Reason = Exclude<LifecycleReason, 'endDate'>

export type GuestFacts = {
  /** Nobody has come as this guest yet. */
  readonly pending: boolean
  readonly createdAt: Date
  readonly invitedAt: Date | null
  readonly lastActiveAt: Date | null
  readonly attestedAt: Date | null
  /** Restored or enabled then: nothing of before counts any more (R135). */
  readonly countedFrom: Date | null
  readonly hasSponsor: boolean
  readonly accountEnabled: boolean
  /** A policy has disabled the guest; where an administrator has, no policy does anything. */
  readonly disabledByPolicy: boolean
}

export type Broken = { readonly reason: Reason; readonly at: Date }

const after = (reason: Reason, from: Date, days: number | null): Broken[] =>
  days === null ? [] : [{ reason, at: plus(from, days * dayMs) }]

/**
 * When each rule is not kept any more, if nothing happens until then, the earliest first. Who has
 * not come yet is asked about the invitation and nothing else (R117); who has never been active
 * counts from the day that they were made (R116). What nobody knows the time of, that there is no
 * sponsor, is so `now`.
 */
export const breaches = (policy: PolicyRules, guest: GuestFacts, now: Date): readonly Broken[] => {
  if (guest.pending)
    return after(
      'redemption',
      latest(guest.invitedAt ?? guest.createdAt, guest.countedFrom),
      policy.redemptionDays,
    )
  const { lastActiveAt, attestedAt, createdAt, countedFrom } = guest
  return [
    ...(policy.needsSponsor && !guest.hasSponsor ? [{ reason: 'sponsor', at: now } as const] : []),
    ...after('inactivity', latest(lastActiveAt ?? createdAt, countedFrom), policy.inactiveDays),
    ...after('attestation', latest(attestedAt ?? createdAt, countedFrom), policy.attestationDays),
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
