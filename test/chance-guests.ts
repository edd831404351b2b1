/** Policies and guests by chance, of moments before `now`. */
import fc from './properties.ts'
import { minuteMs, plus } from '../src/kernel/time.ts'
import type { GuestFacts, PolicyRules } from '../src/directory/lifecycle/breaches.rule.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const anyDays = fc.option(fc.integer({ min: 1, max: 400 }), { nil: null })
const anyMoment = (least: number, most: number) =>
  fc
    .integer({ min: least * 24 * 60, max: most * 24 * 60 })
    .map((minutes) => plus(now, -minutes * minuteMs))
const anyDate = fc.option(anyMoment(0, 800), { nil: null })
export const anyPolicy: fc.Arbitrary<PolicyRules> = fc
  .record({
    inactiveDays: anyDays,
    needsSponsor: fc.boolean(),
    attestationDays: anyDays,
    redemptionDays: anyDays,
    graceDays: fc.integer({ min: 0, max: 90 }),
    action: fc.constantFrom('disable' as const, 'delete' as const, 'disableThenDelete' as const),
    deletionDays: fc.integer({ min: 1, max: 40 }),
    changedAt: anyMoment(0, 90),
  })
  // Who is deleted hears of it a day before.
  .map((policy) => ({
    ...policy,
    graceDays: policy.action === 'delete' ? Math.max(policy.graceDays, 1) : policy.graceDays,
  }))
export const anyGuest: fc.Arbitrary<GuestFacts> = fc.record({
  pending: fc.boolean(),
  createdAt: anyMoment(0, 800),
  invitedAt: anyDate,
  lastActiveAt: anyDate,
  attestedAt: anyDate,
  countedFrom: anyDate,
  hasSponsor: fc.boolean(),
  accountEnabled: fc.boolean(),
  disabledByPolicy: fc.boolean(),
})
