import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeClock, suspectsAnew, type ClockFacts } from './clock.rule.ts'

const at = (text: string): Date => new Date(`2026-${text}Z`)
const judged = (
  now: string,
  more: { storeNow?: string; lastAt?: string; suspectSince?: string },
) => {
  const facts: ClockFacts = {
    now: at(now),
    storeNow: at(more.storeNow ?? now),
    lastAt: more.lastAt === undefined ? undefined : at(more.lastAt),
    suspectSince: more.suspectSince === undefined ? undefined : at(more.suspectSince),
  }
  return judgeClock(facts)
}

test('K26: a clock that goes on as it did is believed, and so is that of a new store', () => {
  assert.equal(judged('05-01T12:00', { lastAt: '05-01T11:55' }), 'right')
  assert.equal(judged('05-01T12:00', {}), 'right')
  assert.equal(
    judged('05-02T11:59', { lastAt: '05-01T12:00' }),
    'right',
    'an outage of less than a day',
  )
  assert.equal(
    judged('05-01T12:00:00', { lastAt: '05-01T12:00:59' }),
    'right',
    'two processes a moment apart',
  )
})

test('K26: a clock that differs from the database’s by more than a minute is not believed, however long it stands', () => {
  assert.equal(judged('06-10T12:00', { storeNow: '05-01T12:00', lastAt: '05-01T11:55' }), 'differs')
  assert.equal(judged('05-01T12:00:00', { storeNow: '05-01T12:01:01' }), 'differs')
  assert.equal(judged('05-01T12:00:00', { storeNow: '05-01T12:01:00' }), 'right')
})

test('K26: a clock that has jumped is believed when it has stood for an hour: so is the end of a long outage, on the same day', () => {
  assert.equal(judged('06-10T12:00', { lastAt: '05-01T12:00' }), 'ahead')
  assert.equal(
    judged('06-10T12:59', { lastAt: '05-01T12:00', suspectSince: '06-10T12:00' }),
    'ahead',
  )
  assert.equal(
    judged('06-10T13:00', { lastAt: '05-01T12:00', suspectSince: '06-10T12:00' }),
    'stood',
  )
  assert.equal(judged('04-29T12:00', { lastAt: '05-01T12:00' }), 'behind')
  assert.equal(
    judged('04-29T13:30', { lastAt: '05-01T12:00', suspectSince: '04-29T12:00' }),
    'stood',
  )
})

test('K26: a clock that jumps a second time starts its hour anew', () => {
  assert.equal(suspectsAnew({ now: at('06-10T12:00'), suspectSince: undefined }), true)
  assert.equal(suspectsAnew({ now: at('06-10T12:30'), suspectSince: at('06-10T12:00') }), false)
  assert.equal(suspectsAnew({ now: at('08-10T12:30'), suspectSince: at('06-10T12:00') }), true)
  assert.equal(suspectsAnew({ now: at('05-01T12:30'), suspectSince: at('06-10T12:00') }), true)
  assert.equal(
    judged('08-10T12:30', { lastAt: '05-01T12:00', suspectSince: '06-10T12:00' }),
    'ahead',
  )
})
