import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { anyGuest, anyPolicy } from '../../../test/chance-guests.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { breaches, type GuestFacts, type PolicyRules } from './breaches.rule.ts'
import type { State } from './noted.rule.ts'
import { noticeTimes, outlook, stepNow } from './policy.rule.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const ago = (days: number): Date => plus(now, -days * dayMs)
const policy: PolicyRules = {
  inactiveDays: 90,
  needsSponsor: true,
  attestationDays: 180,
  redemptionDays: 14,
  graceDays: 30,
  action: 'disableThenDelete',
  deletionDays: 30,
  changedAt: ago(300),
}
const guest: GuestFacts = {
  pending: false,
  createdAt: ago(100),
  invitedAt: ago(100),
  lastActiveAt: ago(1),
  attestedAt: null,
  countedFrom: null,
  hasSponsor: true,
  accountEnabled: true,
  disabledByPolicy: false,
}
const broken = (facts: Partial<GuestFacts>) =>
  breaches(policy, { ...guest, ...facts }, now)
    .filter(({ at }) => at <= now)
    .map(({ reason }) => reason)

test('R134, R116, R117: each rule is not kept from its own day on', () => {
  assert.deepEqual(broken({}), [])
  assert.deepEqual(broken({ lastActiveAt: ago(90) }), ['inactivity'])
  assert.deepEqual(broken({ lastActiveAt: ago(89) }), [])
  assert.deepEqual(broken({ lastActiveAt: null }), ['inactivity'], 'from the day they were made')
  assert.deepEqual(broken({ lastActiveAt: null, createdAt: ago(50) }), [], 'younger than that')
  assert.deepEqual(broken({ hasSponsor: false }), ['sponsor'])
  assert.deepEqual(broken({ createdAt: ago(180) }), ['attestation'])
  assert.deepEqual(broken({ createdAt: ago(180), attestedAt: ago(3) }), [])
  const waiting = { pending: true, lastActiveAt: null, hasSponsor: false, createdAt: ago(400) }
  assert.deepEqual(broken({ ...waiting, invitedAt: ago(14) }), ['redemption'])
  assert.deepEqual(
    broken({ ...waiting, invitedAt: ago(13) }),
    [],
    'who never came is asked no more',
  )
})

test('R135: restored or enabled, nothing of before counts', () => {
  assert.deepEqual(broken({ lastActiveAt: ago(400), createdAt: ago(400), countedFrom: ago(1) }), [])
})

const names = (days: number) => noticeTimes(days).map(({ notice }) => notice)

test('R134: a short grace has fewer notices, and none comes twice at once', () => {
  assert.deepEqual(names(0), ['notCompliant'])
  assert.deepEqual(names(3), ['notCompliant', 'final'])
  assert.deepEqual(names(30), ['notCompliant', 'first', 'second', 'final'])
})

const inactive = { ...guest, lastActiveAt: ago(200) }
const since = (days: number, more: Partial<State> = {}): State => ({
  reason: 'inactivity',
  since: ago(days),
  notices: 1,
  disabledAt: null,
  said: { ending: 'disable', at: ago(days - 30) },
  ...more,
})

const step = (state: State | undefined, facts: Partial<GuestFacts> = {}) =>
  stepNow(policy, { ...inactive, ...facts }, state, now)

test('R134: told, told again, disabled, and deleted later', () => {
  assert.deepEqual(step(undefined), { step: 'notice', notice: 'notCompliant', notices: 1 })
  assert.deepEqual(step(since(9)), { step: 'nothing' })
  assert.deepEqual(step(since(10)), { step: 'notice', notice: 'first', notices: 2 })
  assert.deepEqual(step(since(29)), { step: 'notice', notice: 'final', notices: 4 })
  assert.deepEqual(step(since(30, { notices: 4 })), { step: 'disable' })
  const off = { accountEnabled: false, disabledByPolicy: true }
  const disabled = (days: number): State =>
    since(days + 30, { disabledAt: ago(days), said: { ending: 'delete', at: ago(days - 30) } })
  assert.deepEqual(step(disabled(10), off), { step: 'nothing' })
  assert.deepEqual(step(disabled(30), off), { step: 'delete' })
  assert.deepEqual(step(since(5), { lastActiveAt: ago(1) }), { step: 'clear' })
})

test('R134: once its rules are kept again, what was noted of whom a policy has disabled is over: a rule that only coming keeps does not count for who cannot come', () => {
  const off = { ...guest, accountEnabled: false, disabledByPolicy: true, lastActiveAt: ago(80) }
  const noted = since(40, { reason: 'attestation', disabledAt: ago(10) })
  const kept = { ...off, createdAt: ago(300), attestedAt: ago(1) }
  assert.equal(outlook(policy, kept, noted, now)?.reason, 'attestation')
})

test('R27, R134: whom somebody has disabled no policy touches', () => {
  const facts = { ...inactive, accountEnabled: false }
  assert.equal(outlook(policy, facts, undefined, now), undefined)
  assert.deepEqual(stepNow(policy, facts, undefined, now), { step: 'nothing' })
})

test('R134: nobody is ended before they were told and their grace is over, whatever the policy and the facts', () => {
  fc.assert(
    fc.property(anyPolicy, anyGuest, (rules, facts) => {
      const first = stepNow(rules, facts, undefined, now)
      const coming = outlook(rules, facts, undefined, now)
      if (coming === undefined) return first.step === 'nothing'
      const ends = [coming.disabledAt, coming.deletedAt].filter((at) => at !== null)
      const over = plus(coming.toldAt, rules.graceDays * dayMs)
      return (
        (first.step === 'notice' || first.step === 'nothing') &&
        coming.toldAt >= now &&
        ends.length > 0 &&
        ends.every((at) => at >= over)
      )
    }),
  )
})
