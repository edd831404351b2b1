import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilNotOvertaken } from './overtaken.ts'

test('who is overtaken does it anew, until nobody was faster; who always is has met a bug', async () => {
  let rounds = 0
  const third = () => Promise.resolve(++rounds < 3 ? 'overtaken' : { outcome: 'done' })
  assert.deepEqual(await untilNotOvertaken(third), { outcome: 'done' })
  assert.equal(rounds, 3)
  await assert.rejects(
    untilNotOvertaken(() => Promise.resolve('overtaken')),
    /too often/,
  )
})
