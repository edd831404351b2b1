import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiptKindOf } from './receipt.ts'
import { receiptState } from './state.rule.ts'

const [before, until, after] = ['2026-05-01', '2026-05-31', '2026-06-02'].map(
  (day) => new Date(`${day}T12:00:00Z`),
) as [Date, Date, Date]
const facts = { erasedAt: null, restoredAt: null, restorableUntil: until, held: false }

test('R84, R129: where the data is, by what is known of it', () => {
  const table = [
    [facts, before, 'restorable'],
    [facts, until, 'erasing'],
    [facts, after, 'erasing'],
    [{ ...facts, held: true }, before, 'held'],
    [{ ...facts, held: true }, after, 'held'],
    [{ ...facts, restoredAt: before }, after, 'restored'],
    [{ ...facts, erasedAt: after }, after, 'erased'],
    // Restored once, ended again and erased since: nothing is left.
    [{ ...facts, restoredAt: before, erasedAt: after }, after, 'erased'],
    [{ ...facts, restorableUntil: null, erasedAt: before }, before, 'erased'],
  ] as const
  for (const [known, now, state] of table) assert.equal(receiptState(known, now), state)
})

test('R111: the kind of an ending is its reason, else by whom it was done', () => {
  assert.equal(receiptKindOf({}, 'self'), 'left')
  assert.equal(receiptKindOf({}, 'administrator'), 'removed')
  assert.equal(receiptKindOf({}, 'operator'), 'removedByOperator')
  assert.equal(receiptKindOf({}, 'policy'), 'removedByPolicy')
  assert.equal(receiptKindOf({ reason: 'homeGone' }, 'policy'), 'homeGone')
  assert.equal(receiptKindOf({ reason: 'somethingElse' }, 'policy'), 'removedByPolicy')
})
