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
  type State,
} from './breaches.rule.ts'
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

const ends = (
  { action, graceDays, deletionDays }: PolicyRules,
  since: Date,
  disabledAt: Date | 'already' | null,
): Pick<Outlook, 'disabledAt' | 'deletedAt'> => {
  const over = plus(since, graceDays * dayMs)
  if (action === 'delete') return { disabledAt: null, deletedAt: over }
  if (disabledAt === 'already')
    return { disabledAt: null, deletedAt: plus(over, (deletionDays ?? 0) * dayMs) }
  const disabled = disabledAt ?? over
  return {
    disabledAt: disabled,
    deletedAt: action === 'disable' ? null : plus(disabled, (deletionDays ?? 0) * dayMs),
  }
}

/** Nothing is done by a policy to whom somebody has disabled for what the person did (R27). */
const isGoverned = ({ accountEnabled, disabledByPolicy }: GuestFacts): boolean =>
  accountEnabled || disabledByPolicy

/** Rules that are kept by coming, which nobody can who is disabled. */
const keptByComing: ReadonlySet<Reason> = new Set(['inactivity', 'redemption'])

/**
 * What becomes of a guest under a policy if nothing happens; undefined where nothing does. Who is
 * disabled by it stays under it until they are enabled, or restored. Once its rules are kept again
 * what was noted is over: who is still disabled when one is broken anew is told anew, and has the
 * whole time.
 */
export const outlook = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Outlook | undefined => {
  if (!isGoverned(guest)) return undefined
  const all = breaches(policy, guest, now)
  const noted = all.some(({ at }) => at <= now) ? state : undefined
  const disabledAt = noted?.disabledAt ?? (guest.disabledByPolicy ? 'already' : null)
  const breach = disabledAt === 'already' ? brokenAnew(policy, all) : all[0]
  if (breach === undefined) return undefined
  const already = breach.at <= now
  const toldAt = already && noted ? noted.since : toldFirst(policy, guest, breach, now)
  return { reason: breach.reason, already, toldAt, ...ends(policy, toldAt, disabledAt) }
}

const brokenAnew = ({ action }: PolicyRules, all: readonly Broken[]): Broken | undefined =>
  action === 'disable' ? undefined : all.find(({ reason }) => !keptByComing.has(reason))

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
 * grace begins at that turn and never earlier: switching a policy on ends nobody unheard.
 */
export const stepNow = (
  policy: PolicyRules,
  guest: GuestFacts,
  state: State | undefined,
  now: Date,
): Step => {
  const coming = outlook(policy, guest, state, now)
  if (coming === undefined || coming.toldAt > now)
    return { step: state === undefined ? 'nothing' : 'clear' }
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
    const first =
      action === 'disableThenDelete' && state.disabledAt === null && !guest.disabledByPolicy
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
