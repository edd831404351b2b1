import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killRounds, type Victim } from './kill-rounds.ts'

/** Two here; thirty each with `npm run chaos`. */
const rounds = 2

for (const victim of ['product', 'postgres', 'everything'] satisfies Victim[])
  test(`kill -9 of ${victim} in a stream of changes loses none that was acknowledged`, async () => {
    const { acknowledged, lost, serverErrors } = await killRounds(victim, rounds)
    assert.ok(acknowledged >= rounds * 12, `${acknowledged} acknowledged`)
    assert.deepEqual(lost, [])
    assert.deepEqual(serverErrors, [], 'answers other than 201 and 503')
  })
