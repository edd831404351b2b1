/** What ends a guest next, by one rule (R133–R135, R44, R144). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, plus } from '../../kernel/time.ts'
import { whatEndsNext, type EndFacts } from './what-ends-next.rule.ts'
import type { Outlook } from './policy.rule.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const day = (days: number): Date => plus(now, days * dayMs)
const none: EndFacts = {
  endsAt: null,
  withoutHomeUntil: null,
  unacceptedUntil: null,
  disabledByPolicy: false,
  retentionDays: 30,
}
const unused: Outlook = {
  reason: 'inactivity',
  already: false,
  toldAt: day(5),
  disabledAt: day(35),
  deletedAt: day(65),
}
const ends = (facts: Partial<EndFacts>, outlook?: Outlook): string[] =>
  whatEndsNext({ ...none, ...facts }, outlook, now).map(
    ({ step, why, at }) => `${step} ${why} ${(at.getTime() - now.getTime()) / dayMs}`,
  )

test('R133, R134, R44, R144: what ends a guest comes in the order of time, up to the deletion, with until when it can be undone', () => {
  assert.deepEqual(ends({}), [])
  assert.deepEqual(ends({ endsAt: day(20) }), [
    'told endDate 6',
    'deleted endDate 20',
    'purged endDate 50',
  ])
  assert.deepEqual(ends({ endsAt: day(10) }), ['deleted endDate 10', 'purged endDate 40'])
  assert.deepEqual(ends({}, unused), [
    'told inactivity 5',
    'disabled inactivity 35',
    'deleted inactivity 65',
    'purged inactivity 95',
  ])
  assert.deepEqual(ends({ withoutHomeUntil: day(3) }, unused), [
    'deleted homeGone 3',
    'purged homeGone 33',
  ])
  assert.deepEqual(ends({ unacceptedUntil: day(40) }, { ...unused, disabledAt: null }), [
    'told inactivity 5',
    'purged neverAccepted 40',
  ])
})

test('R133, R134: what is due and not done yet, as its job is late, comes now, and no page tells a day that is over', () => {
  assert.deepEqual(ends({ endsAt: day(-2) }), ['deleted endDate 0', 'purged endDate 30'])
  assert.deepEqual(ends({ withoutHomeUntil: day(-9) }), [
    'deleted homeGone 0',
    'purged homeGone 30',
  ])
  assert.deepEqual(ends({ unacceptedUntil: day(-9) }), ['purged neverAccepted 0'])
  const late = { ...unused, already: true, toldAt: day(-31), disabledAt: day(-1) }
  assert.deepEqual(ends({}, late), [
    'disabled inactivity 0',
    'deleted inactivity 65',
    'purged inactivity 95',
  ])
})

test('R135: whom a policy has disabled is not said to be disabled yet', () => {
  const off = { ...unused, toldAt: day(-31), disabledAt: day(-1) }
  assert.deepEqual(ends({ disabledByPolicy: true }, off), [
    'deleted inactivity 65',
    'purged inactivity 95',
  ])
  assert.deepEqual(ends({ disabledByPolicy: true }, { ...off, deletedAt: null }), [])
})
