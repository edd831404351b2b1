import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latest } from './time.ts'

const [first, second] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')]

test('the latest of what has happened is what is known, where nothing else has', () => {
  assert.equal(latest(first, null, null), first)
  assert.equal(latest(first, null, second), second)
  assert.equal(latest(second, first), second)
})
