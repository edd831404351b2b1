import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from 'node:test'
import { longestTestMs } from './longest-test.ts'
import fc from './properties.ts'

const numbers = fc.array(fc.nat(), { minLength: 20, maxLength: 40 })

test('a property that fails says with which input, however long making it smaller would take', async () => {
  const { interruptAfterTimeLimit, markInterruptAsFailure } = fc.readConfigureGlobal()
  assert.ok((interruptAfterTimeLimit ?? Infinity) < longestTestMs || process.env['GUESTHOUSE_SEED'])
  assert.equal(markInterruptAsFailure, true)
  let tried = 0
  const slow = fc.asyncProperty(numbers, async (input) => {
    await wait(tried++ === 0 ? 0 : 40)
    return input.every((number) => number < 0)
  })
  const found = await fc.check(slow, { interruptAfterTimeLimit: 200 })
  assert.ok(found.failed && found.counterexample !== null && found.interrupted)
  assert.ok(tried < 12, `${tried} tried`)
  await assert.rejects(
    fc.assert(slow, { interruptAfterTimeLimit: 200 }),
    /seed: \d+, path: "[\d:]+"[\s\S]*Counterexample: \[\[/,
  )
})

test('a property whose inputs were not all tried has failed', async () => {
  const slow = fc.asyncProperty(numbers, () => wait(40))
  await assert.rejects(fc.assert(slow, { interruptAfterTimeLimit: 100 }), /interrupted/i)
})
