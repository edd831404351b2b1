/** How far an end date is prolonged by who answers for a guest (R133). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, plus } from '../../kernel/time.ts'
import { prolongReason } from './prolong.rule.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const day = (days: number): Date => plus(now, days * dayMs)

test('R133: an end date only becomes later, by a year from now at most; where there is none, none is set, and what is over is over', () => {
  const tried: [Date | null, Date, ReturnType<typeof prolongReason>][] = [
    [null, day(30), 'noEndDate'],
    [day(20), day(19), 'notLater'],
    [day(20), day(20), 'notLater'],
    [day(20), day(21), undefined],
    [day(-3), day(1), 'over'],
    [day(0), day(1), 'over'],
    [plus(now, 1), day(1), undefined],
    [day(20), day(365), undefined],
    [day(20), day(366), 'tooFar'],
    [day(400), day(390), 'notLater'],
  ]
  for (const [endsAt, wish, reason] of tried)
    assert.equal(prolongReason(endsAt, wish, now), reason, wish.toISOString())
})
