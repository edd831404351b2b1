/**
 * What a lifecycle policy makes of a guest (R134–R136): which rule is not kept and since when,
 * which notices are due, and when the guest is disabled and deleted. The job, the simulation before
 * saving and the page of a guest all ask here.
 */
import { dayMs, latest, plus } from '../../kernel/time.ts'
import type { LifecycleNotice } from '../../wire/lifecycle.ts'
import {
  breaches,
  type Broken,
  type GuestFacts,
  type PolicyRules,
  type Reason,
} from './breaches.rule.ts'
import { isSaid, type End, type State } from './noted.rule.ts'
import { nextTurn, turnOf } from './turns.rule.ts'

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

/** What becomes of a guest, and at which turns. */
export type Outlook = {
  readonly reason: Reason
  /** The rule is not kept already, whether anybody was told or not. */
  readonly already: boolean
  /** When the guest is told for the first time. */
  readonly toldAt: Date
  readonly disabledAt: Date | null
  readonly deletedAt: Date | null
}

type Ends = Pick<Outlook, 'disabledAt' | 'deletedAt'>

const ends = (
  { action, graceDays, deletionDays }: PolicyRules,
  since: Date,
  disabledAt: Date | 'already' | null,
): Ends => {
  const over = plus(since, graceDays * dayMs)
  if (action === 'delete') return { disabledAt: null, deletedAt: over }
  const isOff = disabledAt === 'already'
  const disabled = isOff ? null : (disabledAt ?? over)
  return {
    disabledAt: disabled,
    deletedAt: action === 'disable' ? null : plus(disabled ?? over, (deletionDays ?? 0) * dayMs),
  }
}

/** When a guest whom a policy disables now is deleted by it; null where they are not. */
export const deletedAfter = (policy: PolicyRules, { since }: State, now: Date): Date | null =>
  policy.action === 'disableThenDelete' ? ends(policy, since, turnOf(now)).deletedAt : null

/** What becomes of a guest next of this, if anything; who is disabled is not disabled again. */
export const nextEnd = (
  { disabledAt, deletedAt }: Ends,
  { disabledByPolicy }: Pick<GuestFacts, 'disabledByPolicy'>,
): End | null => {
  if (disabledAt !== null && !disabledByPolicy) return { ending: 'disable', at: disabledAt }
  return deletedAt === null ? null : { ending: 'delete', at: deletedAt }
}

/** Nothing is done by a policy to whom somebody has disabled for what the person did (R27). */
const isGoverned = ({ accountEnabled, disabledByPolicy }: GuestFacts): boolean =>
  accountEnabled || disabledByPolicy

/** Rules that are kept by coming, which nobody can who is disabled. */
const keptByComing: ReadonlySet<Reason> = new Set(['inactivity', 'redemption'])

/**
 * Whether a rule counts that is not kept. Of whom a policy has disabled: the one that they were
 * told of for as long as it is not kept, and of the others those that they can keep.
 */
const counts = (
  { action }: PolicyRules,
  { disabledByPolicy }: GuestFacts,
  noted: State | undefined,
): ((broken: Broken) => boolean) => {
  if (!disabledByPolicy || (noted !== undefined && noted.disabledAt !== null)) return () => true
  return ({ reason }) =>
    reason === noted?.reason || (action !== 'disable' && !keptByComing.has(reason))
}

type Judged = {
  readonly coming: Outlook
  /** What was noted, where it goes on; undefined where the guest is to be told anew. */
  readonly noted: State | undefined
}

const judge = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Judged | undefined => {
  if (!isGoverned(guest)) return undefined
  // What somebody found broken whose clock is ahead, is broken.
  const by = latest(now, state?.since ?? null)
  const isBroken = ({ at }: Broken): boolean => at <= by
  const all = breaches(policy, guest, now)
  const noted = all.some(isBroken) ? state : undefined
  const counting = all.filter(counts(policy, guest, noted))
  const [breach] = counting
  if (breach === undefined) return undefined
  const already = counting.some(isBroken)
  const { reason } = breach
  if (already && noted !== undefined) {
    const coming = ends(policy, noted.since, disabledBefore(guest, noted))
    if (isSaid(noted.said, nextEnd(coming, guest)))
      return { coming: { reason, already, toldAt: noted.since, ...coming }, noted }
  }
  const toldAt = toldFirst(policy, guest, breach, now)
  const coming = ends(policy, toldAt, disabledBefore(guest, undefined))
  return { coming: { reason, already, toldAt, ...coming }, noted: undefined }
}

const disabledBefore = (
  { disabledByPolicy }: GuestFacts,
  noted: State | undefined,
): Date | 'already' | null => (disabledByPolicy ? (noted?.disabledAt ?? 'already') : null)

/**
 * What becomes of a guest under a policy if nothing happens; undefined where nothing does. Who is
 * disabled by it stays under it until they are enabled, or restored. Once its rules are kept again
 * what was noted is over: who is still disabled when one is broken anew is told anew, and has the
 * whole time. So has whoever was told of an end that was milder or later, or by another policy.
 */
export const outlook = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Outlook | undefined => judge(policy, guest, state, now)?.coming

/**
 * The first turn at which the rule is not kept, as it is and counts; where that has gone by
 * without a word, the one that is on.
 */
const toldFirst = (
  { changedAt }: PolicyRules,
  { countedFrom }: GuestFacts,
  { reason, at }: Broken,
  now: Date,
): Date => {
  const on = turnOf(now)
  // Since when there is no sponsor nobody knows.
  const from = reason === 'sponsor' ? on : at
  return latest(on, nextTurn(latest(from, changedAt, countedFrom)))
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
 * grace begins at that turn and never earlier: switching a policy on ends nobody unheard, and
 * neither does changing it. What was noted stays while a rule is not kept.
 */
export const stepNow = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Step => {
  const judged = judge(policy, guest, state, now)
  if (judged === undefined || !judged.coming.already)
    return { step: state === undefined ? 'nothing' : 'clear' }
  const { coming, noted } = judged
  if (noted !== undefined) return endNow(guest, coming, noted, now) ?? noticeNow(policy, noted, now)
  return coming.toldAt > now
    ? { step: 'nothing' }
    : { step: 'notice', notice: 'notCompliant', notices: 1 }
}

/**
 * What counts as said from now on, of whom something was noted: an end that was put off is, as
 * pages say it, and one that comes no more, or has to be told anew, is none. Undefined where
 * nothing is noted, or nothing counts.
 */
export const saidNow = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): End | null | undefined => {
  const judged = judge(policy, guest, state, now)
  if (state === undefined || judged?.coming.already !== true) return undefined
  return judged.noted === undefined ? null : nextEnd(judged.coming, guest)
}

/** What is over, or that nothing comes any more; undefined while something does. */
const endNow = (guest: GuestFacts, coming: Outlook, noted: State, now: Date): Step | undefined => {
  const next = nextEnd(coming, guest)
  if (next === null) return { step: 'nothing' }
  if (next.at <= now) return { step: next.ending }
  // Until the deletion they hear no more of the grace before they were disabled.
  return guest.disabledByPolicy && noted.disabledAt !== null ? { step: 'nothing' } : undefined
}

const noticeNow = ({ graceDays }: PolicyRules, state: State, now: Date): Step => {
  const times = noticeTimes(graceDays)
  const due = times.filter(({ afterDays }) => plus(state.since, afterDays * dayMs) <= now).length
  const notice = times[due - 1]?.notice
  return notice === undefined || due <= state.notices
    ? { step: 'nothing' }
    : { step: 'notice', notice, notices: due }
}
