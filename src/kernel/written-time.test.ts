import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenDay, writtenTime } from './written-time.ts'

test('issue 9: an instant is written in words, in UTC, without seconds and milliseconds', () => {
  const at = new Date('2026-11-26T23:59:59.999Z')
  assert.equal(writtenDay(at), '26 November 2026')
  assert.equal(writtenTime(at), '26 November 2026 at 23:59 UTC')
})
