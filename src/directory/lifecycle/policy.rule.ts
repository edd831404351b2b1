/**
 * What a lifecycle policy makes of a guest (R134–R136): which rule is not kept and since when,
 * which notices are due, and when the guest is disabled and deleted. The job, the simulation before
 * saving and the page of a guest all ask here.
 */
import { dayMs, latest, plus } from '../../kernel/time.ts'
import type { policyActions } from '../../wire/graph/lifecycle.ts'
import type { LifecycleNotice, LifecycleReason } from '../../wire/lifecycle.ts'

export type PolicyRules = {
  readonly inactiveDays: number | null
  readonly needsSponsor: boolean
  readonly attestationDays: number | null
  readonly redemptionDays: number | null
  readonly graceDays: number
  readonly action: (typeof policyActions)[number]
  /** How long a guest stays disabled before the deletion; of `disableThenDelete` alone. */
  readonly deletionDays: number | null
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

/** What was noted of a guest who does not keep the rules of a policy. */
export type State = {
  readonly since: Date
  /** How many notices of `noticeTimes` have gone out. */
  readonly notices: number
  readonly disabledAt: Date | null
}

type Broken = { readonly reason: Reason; readonly at: Date }

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

/** Each notice, by how many days of grace have gone. A short grace has fewer of them. */
export const noticeTimes = (
  graceDays: number,
): readonly { readonly notice: LifecycleNotice; readonly afterDays: number }[] => [
  { notice: 'notCompliant', afterDays: 0 },
  ...(graceDays >= 6
    ? ([
        { notice: 'first', afterDays: graceDays / 3 },
        { notice: 'second', afterDays: (graceDays * 2) / 3 },
      ] as const)
    : []),
  ...(graceDays >= 2 ? ([{ notice: 'final', afterDays: graceDays - 1 }] as const) : []),
]

/** What becomes of a guest, and when. */
export type Outlook = {
  readonly reason: Reason
  /** When the guest is told for the first time. */
  readonly toldAt: Date
  readonly disabledAt: Date | null
  readonly deletedAt: Date | null
}

const ends = (
  { action, graceDays, deletionDays }: PolicyRules,
  since: Date,
  disabledAt: Date | null,
): Pick<Outlook, 'disabledAt' | 'deletedAt'> => {
  const over = plus(since, graceDays * dayMs)
  if (action === 'delete') return { disabledAt: null, deletedAt: over }
  const disabled = disabledAt ?? over
  return {
    disabledAt: disabled,
    deletedAt: action === 'disable' ? null : plus(disabled, (deletionDays ?? 0) * dayMs),
  }
}

/** Nothing is done by a policy to whom somebody has disabled for what the person did (R27). */
const isGoverned = ({ accountEnabled, disabledByPolicy }: GuestFacts): boolean =>
  accountEnabled || disabledByPolicy

/**
 * What becomes of a guest under a policy if nothing happens; undefined where nothing does. Who is
 * disabled by it stays under it until they are enabled, or restored.
 */
export const outlook = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Outlook | undefined => {
  if (!isGoverned(guest)) return undefined
  const [breach] = breaches(policy, guest, now)
  if (breach === undefined) return undefined
  if (guest.disabledByPolicy && state?.disabledAt == null) return undefined
  const since = state !== undefined && breach.at <= now ? state.since : latest(breach.at, now)
  return { reason: breach.reason, toldAt: since, ...ends(policy, since, state?.disabledAt ?? null) }
}

/** What has to be done at this moment. */
export type Step =
  | { readonly step: 'nothing' | 'clear' | 'disable' | 'delete' }
  | {
      readonly step: 'notice'
      readonly notice: LifecycleNotice
      /** How many have gone out by then. */
      readonly notices: number
    }

/**
 * What the job does now. The first time that a rule is found not kept, the guest is told, and the
 * grace begins at that moment and never earlier: switching a policy on ends nobody unheard.
 */
export const stepNow = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Step => {
  const coming = outlook(policy, guest, state, now)
  if (coming === undefined || coming.toldAt > now)
    return { step: state === undefined || guest.disabledByPolicy ? 'nothing' : 'clear' }
  if (state === undefined) return { step: 'notice', notice: 'notCompliant', notices: 1 }
  return endNow(policy, guest, coming, state, now) ?? noticeNow(policy, state, now)
}

/** What is over; undefined while nothing is. */
const endNow = (
  { action }: PolicyRules,
  guest: GuestFacts,
  { disabledAt, deletedAt }: Outlook,
  state: State,
  now: Date,
): Step | undefined => {
  if (deletedAt !== null && deletedAt <= now) {
    const first = action === 'disableThenDelete' && state.disabledAt === null
    return { step: first ? 'disable' : 'delete' }
  }
  if (disabledAt === null || disabledAt > now) return undefined
  return { step: guest.disabledByPolicy ? 'nothing' : 'disable' }
}

const noticeNow = ({ graceDays }: PolicyRules, state: State, now: Date): Step => {
  const times = noticeTimes(graceDays)
  const due = times.filter(({ afterDays }) => plus(state.since, afterDays * dayMs) <= now).length
  const notice = times[due - 1]?.notice
  return notice === undefined || due <= state.notices
    ? { step: 'nothing' }
    : { step: 'notice', notice, notices: due }
}
