/** What a simulation names is what comes, by whoever says it afterwards (R134). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { frank, idOf, inactivity, passDays, policiesAt, rowOf } from '../../../test/policies.ts'
import { world } from '../../../test/world.ts'
import { dayMs, minuteMs } from '../../kernel/time.ts'

const dates = (of: Json): unknown[] => [
  of['reason'],
  of['toldDateTime'],
  of['disableDateTime'],
  of['deleteDateTime'],
]

test('R134: a policy saved before midnight tells, disables and deletes on the days that its simulation named, which mail, portal and the page of the guest name too', async () => {
  const w = await world()
  const id = idOf(w, w.ada)
  w.pass(95 * dayMs - 5 * minuteMs + 12 * 60 * minuteMs)
  assert.equal(w.now().toISOString(), '2026-08-04T23:55:00.000Z')
  const simulated = await json(await frank(w).post(`${policiesAt}/guesthouse.simulate`, inactivity))
  const said = simulated['value'].find((one: Json) => one['id'] === id)
  assert.deepEqual(dates(said), [
    'inactivity',
    '2026-08-05T00:00:00.000Z',
    '2026-09-04T00:00:00.000Z',
    '2026-09-24T00:00:00.000Z',
  ])
  await json(
    await frank(w).post(`${policiesAt}/guesthouse.save`, {
      ...inactivity,
      seen: simulated['seen'],
    }),
  )
  const lifecycle = async () => json(await frank(w).get(`/v1.0/users/${id}/guesthouse.lifecycle`))
  assert.deepEqual(dates((await lifecycle())['policy']), dates(said))
  await passDays(w, 0)
  assert.equal((await mailsTo(w.db, w.ada.upn)).length, 0)
  w.pass(17 * minuteMs)
  await passDays(w, 0)
  const mails = await mailsTo(w.db, w.ada.upn)
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.body ?? '', /On 4 September 2026[^.]* is disabled/)
  assert.deepEqual(dates((await lifecycle())['policy']), dates(said))
  const steps = (await rowOf(w, w.ada))['comes'].map((one: Json) => [one['step'], one['at']])
  assert.deepEqual(steps.slice(0, 2), [
    ['disabled', said['disableDateTime']],
    ['deleted', said['deleteDateTime']],
  ])
  const state = async () => {
    const answer = await frank(w).get(`/v1.0/users/${id}?$select=accountEnabled`)
    return answer.status === 404 ? 'deleted' : (await json(answer))['accountEnabled']
  }
  const states = []
  for (const days of [29, 1, 19, 1]) {
    await passDays(w, days)
    states.push(await state())
  }
  assert.deepEqual(states, [true, false, false, 'deleted'])
})
