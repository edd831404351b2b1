/** Undoing one's own leaving: each reason alone, and the edges of its time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf } from '../../kernel/address.ts'
import { dayMs, hourMs, plus } from '../../kernel/time.ts'
import { undoableUntil, undoReasonCodes, undoReasons, type UndoFacts } from './undo.rule.ts'

const left = new Date('2026-05-01T12:00:00.000Z')
const facts: UndoFacts = {
  deletedAt: left,
  deletedBy: 'self',
  restorableUntil: plus(left, 30 * dayMs),
  undoHours: 72,
  undoEnds: plus(left, 72 * hourMs),
  endDate: null,
  held: false,
  organizationClosed: false,
  homeAccountEnabled: true,
  homeClosed: false,
  refuses: false,
  domainRule: 'none',
  listedDomains: [],
  mailKey: addressOf('ada@contoso.example').key,
}

const alone: Readonly<Record<(typeof undoReasonCodes)[number], Partial<UndoFacts>>> = {
  notByThemselves: { deletedBy: 'administrator' },
  timeOver: { undoEnds: left },
  homeDisabled: { homeAccountEnabled: false },
  homeClosed: { homeClosed: true },
  organizationClosed: { organizationClosed: true },
  held: { held: true },
  refuses: { refuses: true },
  domainNotAllowed: { domainRule: 'block', listedDomains: ['contoso.example'] },
}

test('R142: nothing stands against it, or exactly what does; all of it at once, in order', () => {
  assert.deepEqual(undoReasons(facts, left), [])
  for (const code of undoReasonCodes)
    assert.deepEqual(undoReasons({ ...facts, ...alone[code] }, left), [code])
  const all = Object.assign({}, facts, ...Object.values(alone)) as UndoFacts
  assert.deepEqual(undoReasons(all, left), [...undoReasonCodes])
})

test('R142: it can be undone for as many hours as the organization gives, and never after its window', () => {
  for (const undoHours of [1, 24, 72]) {
    const until = undoableUntil({ ...facts, undoHours }) ?? assert.fail()
    assert.equal(until.getTime(), left.getTime() + undoHours * hourMs)
    assert.deepEqual(undoReasons({ ...facts, undoEnds: until }, plus(until, -1)), [])
    assert.deepEqual(undoReasons({ ...facts, undoEnds: until }, until), ['timeOver'])
  }
  const restorableUntil = plus(left, hourMs)
  assert.deepEqual(undoableUntil({ ...facts, restorableUntil }), restorableUntil)
  const endDate = plus(left, 2 * hourMs)
  assert.deepEqual(undoableUntil({ ...facts, endDate }), endDate)
  assert.deepEqual(undoReasons({ ...facts, undoEnds: null }, left), ['timeOver'])
})
