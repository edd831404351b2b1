/**
 * Nobody ends unheard (R134), whatever is done meanwhile: policies are edited and switched off, the
 * guest goes from one to another, is enabled, comes, is confirmed, and time passes.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyGuest } from '../../../test/chance-guests.ts'
import fc from '../../../test/properties.ts'
import { dayMs, hourMs, minuteMs, plus } from '../../kernel/time.ts'
import type { LifecycleEnding } from '../../wire/lifecycle.ts'
import { asAttested } from './attested.rule.ts'
import type { GuestFacts, PolicyRules } from './breaches.rule.ts'
import { stateOf, type End, type Noted } from './noted.rule.ts'
import { deletedAfter, nextEnd, outlook, saidNow, stepNow } from './policy.rule.ts'
import { turnOf } from './turns.rule.ts'

const start = new Date('2026-05-01T12:00:00.000Z')

type Stage = {
  now: Date
  guest: GuestFacts
  readonly policies: PolicyRules[]
  /** The policy that decides; undefined: none does. */
  under: number | undefined
  noted: Noted
  /** What the guest has heard: in which turn, of which end, and how long before it was to be. */
  heard: (End & { readonly turn: Date; readonly leadDays: number })[]
  /** What pages said when the job last came by. */
  shown: End | null
  isGone: boolean
}

const nothing: Noted = {
  notedPolicyId: null,
  reason: null,
  since: null,
  notices: null,
  notedDisabledAt: null,
  saidEnding: null,
  saidAt: null,
}
const stored = (said: End | null) => ({
  saidEnding: said?.ending ?? null,
  saidAt: said?.at ?? null,
})

/** So many days lie between the notice of an end and the end. */
const leadDays = ({ action, graceDays, deletionDays }: PolicyRules, ending: LifecycleEnding) =>
  ending === 'delete' && action !== 'delete' ? (deletionDays ?? 0) : graceDays

const hasHeard = ({ heard, now, shown }: Stage, policy: PolicyRules, ending: LifecycleEnding) =>
  heard.some(
    (one) =>
      one.ending === ending &&
      one.at <= now &&
      plus(one.turn, Math.min(one.leadDays, leadDays(policy, ending)) * dayMs) <= now,
  ) &&
  shown?.ending === ending &&
  shown.at <= now

/** The job comes by once; as `run.ts` does it, in memory. */
const run = (s: Stage): void => {
  const policy = s.under === undefined ? undefined : s.policies[s.under]
  if (policy === undefined || s.isGone) {
    s.noted = nothing
    return
  }
  const { now, guest } = s
  const id = String(s.under)
  const state = stateOf({ ...s.noted, countedFrom: guest.countedFrom }, id)
  const step = stepNow(policy, guest, state, now)
  const coming = outlook(policy, guest, state, now)
  const next = coming === undefined ? null : nextEnd(coming, guest)
  const said = saidNow(policy, guest, state, now)
  const hearing = (end: End) => ({
    ...end,
    turn: turnOf(now),
    leadDays: leadDays(policy, end.ending),
  })
  if (step.step === 'clear') s.noted = nothing
  if (step.step === 'nothing' && said !== undefined)
    s.noted = { ...s.noted, notedPolicyId: id, ...stored(said) }
  if (step.step === 'notice') {
    assert.ok(coming !== undefined && next !== null)
    const { reason, toldAt: since } = coming
    const { notices } = step
    const told = { notedPolicyId: id, reason, since, notices, notedDisabledAt: null }
    s.noted = { ...told, ...stored(next) }
    s.heard.push(hearing(next))
  }
  if (step.step === 'disable' || step.step === 'delete')
    assert.ok(hasHeard(s, policy, step.step), `${step.step} of whom ${JSON.stringify(s)} says it`)
  if (step.step === 'disable' && state !== undefined) {
    const deletedAt = deletedAfter(policy, state, now)
    const then = deletedAt === null ? null : ({ ending: 'delete', at: deletedAt } as const)
    s.noted = { ...s.noted, notedDisabledAt: turnOf(now), ...stored(then) }
    if (then !== null) s.heard.push(hearing(then))
    s.guest = { ...guest, accountEnabled: false, disabledByPolicy: true }
    s.shown = then
    return
  }
  if (step.step === 'delete') s.isGone = true
  s.shown = next
}

// Short times, so that much happens of every kind.
const few = fc.integer({ min: 1, max: 12 })
const rule = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
const parts = {
  inactiveDays: rule,
  needsSponsor: fc.boolean(),
  attestationDays: rule,
  redemptionDays: rule,
  graceDays: few,
  action: fc.constantFrom('disable' as const, 'delete' as const, 'disableThenDelete' as const),
  deletionDays: few,
}
const whole = fc.record(parts).map((one) => ({ ...one, changedAt: start }))
const { action, graceDays, deletionDays } = parts
const edit: fc.Arbitrary<Partial<PolicyRules>> = fc.oneof(
  fc.record({ action }),
  fc.record({ graceDays }),
  fc.record({ deletionDays }),
  fc.record({ action, graceDays, deletionDays }),
  fc.record(parts),
)
const days = fc.integer({ min: 0, max: 15 * 24 * 60 }).map((minutes) => minutes * minuteMs)
type Act = (s: Stage) => void
const acts: fc.Arbitrary<Act> = fc.oneof(
  // The job comes by in time, or once after long.
  {
    weight: 5,
    arbitrary: days.map(
      (ms): Act =>
        (s) =>
          passing(s, ms),
    ),
  },
  {
    weight: 1,
    arbitrary: days.map(
      (ms): Act =>
        (s) =>
          void (s.now = plus(s.now, ms)),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(edit, fc.nat(1)).map(([changes, place]): Act => (s) => {
      const before = s.policies[place]
      if (before !== undefined) s.policies[place] = { ...before, ...changes, changedAt: s.now }
    }),
  },
  {
    weight: 2,
    arbitrary: fc.option(fc.nat(1), { nil: undefined }).map((under): Act => (s) => {
      s.under = under
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Act>(
      (s) => {
        const counted = { countedFrom: s.now, disabledByPolicy: false }
        s.guest = { ...s.guest, accountEnabled: true, ...counted }
      },
      (s) => void (s.guest = asAttested(s.guest, s.now)),
      (s) => void (s.guest.accountEnabled && (s.guest = { ...s.guest, lastActiveAt: s.now })),
      (s) => void (s.guest = { ...s.guest, hasSponsor: !s.guest.hasSponsor }),
      (s) => run(s),
    ),
  },
)

const passing = (s: Stage, ms: number): void => {
  const until = plus(s.now, ms)
  for (let at = plus(turnOf(s.now), hourMs); at <= until && !s.isGone; at = plus(at, 6 * hourMs)) {
    if (at > s.now) s.now = at
    run(s)
    run(s)
  }
  s.now = until
}

test('R134: nobody is disabled or deleted without a notice of that end, of no later day, the whole grace before, whatever is changed meanwhile', () => {
  const ended = { disable: 0, delete: 0 }
  fc.assert(
    fc.property(
      fc.tuple(whole, whole),
      anyGuest,
      fc.array(acts, { minLength: 4, maxLength: 30 }),
      (policies, guest, doings) => {
        const s: Stage = {
          now: start,
          guest: { ...guest, accountEnabled: true, disabledByPolicy: false },
          policies: [...policies],
          under: 0,
          noted: nothing,
          heard: [],
          shown: null,
          isGone: false,
        }
        for (const act of doings) act(s)
        if (s.isGone) ended.delete++
        if (s.guest.disabledByPolicy) ended.disable++
      },
    ),
    { numRuns: 1_000 },
  )
  assert.ok(ended.disable > 100 && ended.delete > 100, JSON.stringify(ended))
})
