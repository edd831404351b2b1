/** Enabling answers a request to be removed where it lets them leave, and nowhere else (R29). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'
import { keepClock } from './clock.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const user = (w: World) => `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`
const asked = async (w: World): Promise<string> =>
  (
    await json(
      await w
        .as(w.ada)
        .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
      201,
    )
  )['id']
const enabling = (w: World, id: string) =>
  frank(w).post(`/v1.0/guesthouse.requests/${id}/guesthouse.answer`, { action: 'enable' })
const requestAt = async (w: World): Promise<Json> =>
  (await json(await frank(w).get('/v1.0/guesthouse.requests')))['value'][0]
const shut = (w: World) =>
  sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(w.db)
const stands = async (w: World): Promise<void> => {
  const { state, dueDateTime, user: who } = await requestAt(w)
  assert.deepEqual([state, who['freedByEnabling']], ['open', false])
  assert.ok(dueDateTime !== null)
}
const isRemovedInTime = async (w: World): Promise<void> => {
  w.pass(31 * dayMs)
  await keepClock(w.db, w.now())
  assert.equal((await frank(w).get(user(w))).status, 404)
}

test('R29, R32: a guest who is enabled and may not leave is not answered by enabling: the request stands, with its clock', async () => {
  const w = await world()
  await shut(w)
  const id = await asked(w)
  const mails = (await mailsTo(w.db, w.ada.upn)).length
  assert.equal((await refusal(await enabling(w, id), 400)).code, 'wrongAnswer')
  await stands(w)
  assert.equal((await mailsTo(w.db, w.ada.upn)).length, mails)
  await isRemovedInTime(w)
})

test('R29, R32: enabling whom something else keeps answers no request, by whichever door', async () => {
  const w = await world()
  await shut(w)
  await json(await frank(w).patch(user(w), { accountEnabled: false }), 204)
  const id = await asked(w)
  assert.equal((await refusal(await enabling(w, id), 400)).code, 'wrongAnswer')
  await stands(w)
  await json(await frank(w).patch(user(w), { accountEnabled: true }), 204)
  await stands(w)
  await isRemovedInTime(w)
})

test('R29: enabling whom nothing else keeps answers the request, by whichever door', async () => {
  const w = await world()
  for (const door of [
    (id: string) => enabling(w, id),
    () => frank(w).patch(user(w), { accountEnabled: true }),
  ]) {
    await json(await frank(w).patch(user(w), { accountEnabled: false }), 204)
    const id = await asked(w)
    assert.equal((await requestAt(w))['user'].freedByEnabling, true)
    assert.equal((await door(id)).status, 204)
    assert.equal((await requestAt(w))['state'], 'done')
  }
  await json(await w.as(w.ada).leave(w.fabrikam))
})

test('R29, R130: who is disabled here and at home asks by a code, and enabling here alone is no answer', async () => {
  const w = await world()
  await sql`update users set account_enabled = false where person_id = ${w.ada.personId}`.execute(
    w.db,
  )
  const { browser } = await prove(w, w.ada.upn)
  await browser.post('/ask-removal', {
    organization: w.fabrikam.id,
    user: w.userOf(w.ada, w.fabrikam),
    kind: 'removal',
  })
  const { id } = await requestAt(w)
  assert.equal((await refusal(await enabling(w, id), 400)).code, 'wrongAnswer')
  await stands(w)
})
