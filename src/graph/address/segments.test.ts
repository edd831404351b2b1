/** Addresses that nobody writes in good faith. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { segmentsIn } from './segments.ts'

test('12.5: an address is read once from left to right, whatever stands in it', () => {
  const written = [
    `/users(${"''".repeat(100_000)}`,
    `/users(${"('a'".repeat(50_000)}`,
    `/users${'('.repeat(200_000)}`,
    `/users(${"'a','".repeat(40_000)}/)`,
  ]
  const start = performance.now()
  for (const path of written) segmentsIn(path)
  // Some milliseconds; hours where a reader goes back.
  assert.ok(performance.now() - start < 5_000)
})

const texts = (path: string) =>
  segmentsIn(path).map((one) => (one.kind === 'named' ? [...one.values] : one.text))

test('12.5: parentheses keep a slash, and what does not close is read as it stands', () => {
  assert.deepEqual(texts("/users('a/b')/manager"), ['users', 'a/b', 'manager'])
  assert.deepEqual(texts("/users('a)/b')/x"), ['users', 'a)/b', 'x'])
  assert.deepEqual(texts("//users('a''/b')//x/"), ['users', "a'/b", 'x'])
  assert.deepEqual(texts("/users('a/b/x"), ["users('a", 'b', 'x'])
})
