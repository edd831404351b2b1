import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killRounds, type Victim } from './kill-rounds.ts'
import { purgeKills } from './purge-kills.ts'

/** Two here; thirty each with `npm run chaos`. */
const rounds = 2

for (const victim of ['product', 'postgres', 'everything'] satisfies Victim[])
  test(`kill -9 of ${victim} in a stream of changes loses none that was acknowledged`, async () => {
    const { acknowledged, lost, serverErrors } = await killRounds(victim, rounds)
    assert.ok(acknowledged >= rounds * 12, `${acknowledged} acknowledged`)
    assert.deepEqual(lost, [])
    assert.deepEqual(serverErrors, [], 'answers other than 201 and 503')
  })

test('R82, R84: a purge that is killed in the middle, or PostgreSQL under it, has wholly purged and proved whom it has, and the next one goes on', async () => {
  const { kills, due, proved, told, left, torn } = await purgeKills(700)
  assert.ok(kills > 0, 'killed before it was through')
  assert.deepEqual({ proved, told, left, torn }, { proved: due, told: due, left: 0, torn: 0 })
})
