import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../test/properties.ts'
import { plus } from '../kernel/time.ts'
import { bucketsOf, forgottenAfterMs, limits, waitMs, type Bucket } from './throttle.rule.ts'

const now = new Date('2026-05-01T12:00:00Z')
const count = (bucket: Bucket, failures: number, agoMs = 0) => ({
  bucket,
  failures,
  lastFailedAt: plus(now, -agoMs),
})

test('the first failures cost nothing, then the wait doubles up to its bound', () => {
  assert.equal(waitMs([count('accountAndAddress', 4)], now), 0)
  assert.equal(waitMs([count('accountAndAddress', 5)], now), 2_000)
  assert.equal(waitMs([count('accountAndAddress', 6)], now), 4_000)
  assert.equal(
    waitMs([count('accountAndAddress', 1_000_000)], now),
    limits.accountAndAddress.longestWaitMs,
  )
})

test('a device that signed in before is judged by its own failures alone', () =>
  assert.deepEqual(bucketsOf(true), ['device']))

test('whatever was counted, the wait is never longer than its bound, shrinks with time, and is over some day', () => {
  const counts = fc.array(
    fc.record({
      bucket: fc.constantFrom(...(Object.keys(limits) as Bucket[])),
      failures: fc.nat(1_000_000),
      lastFailedAt: fc.nat(forgottenAfterMs).map((agoMs) => plus(now, -agoMs)),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(counts, fc.nat(10_000_000), (list, laterMs) => {
      const wait = waitMs(list, now)
      return (
        wait >= 0 &&
        wait <= 15 * 60_000 &&
        waitMs(list, plus(now, laterMs)) <= wait &&
        waitMs(list, plus(now, wait)) === 0
      )
    }),
  )
})
