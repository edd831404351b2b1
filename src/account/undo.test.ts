/** R142 over HTTP: whoever left undoes it by themselves, for a while. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world } from '../../test/world.ts'
import { hourMs, plus } from '../kernel/time.ts'
import { rows, sql } from '../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const policy = '/v1.0/policies/externalIdentitiesPolicy'
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const undo = (w: World, person = w.ada) =>
  w.as(person).post(`/account/organizations/${w.fabrikam.id}/undo`)
const rowOf = async (w: World): Promise<Json> =>
  (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
const item = (w: World) => `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`

test('R142, R127, R128: who left is back by themselves, with the same id and all links, is told, and it is in the log', async () => {
  const w = await world()
  const id = w.userOf(w.ada, w.fabrikam)
  // An organization that asks first asks nobody who comes back by themselves.
  await frank(w).patch('/v1.0/policies/authorizationPolicy', {
    'guesthouse.restoringNeedsConsent': true,
  })
  const group = (await json(await frank(w).post('/v1.0/groups', { displayName: 'Welders' }), 201))[
    'id'
  ]
  await frank(w).post(`/v1.0/groups/${group}/members/$ref`, {
    '@odata.id': `https://x.example/v1.0/users/${id}`,
  })
  assert.equal((await rowOf(w))['undoableUntil'], null)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const until = new Date(w.now().getTime() + 72 * hourMs).toISOString()
  assert.equal((await rowOf(w))['undoableUntil'], until)
  assert.match((await mailsTo(w.db, w.ada.upn))[0]?.body ?? '', /you can undo it yourself until/)

  const back = await json(await undo(w))
  assert.deepEqual([back['state'], back['undoableUntil']], ['active', null])
  const members = await json(await frank(w).get(`/v1.0/groups/${group}/members`))
  assert.deepEqual(
    members['value'].map((one: Json) => one['id']),
    [id],
  )
  const mails = await mailsTo(w.db, w.ada.upn)
  assert.ok(mails.some(({ subject }) => subject === 'Your account at Fabrikam is back'))
  const log = await json(
    await frank(w).get(
      `/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Restore user'`,
    ),
  )
  assert.equal(log['value'].length, 1)
  assert.equal(log['value'][0].initiatedBy.user.id, id)
  // Once.
  assert.equal((await undo(w)).status, 404)
})

test('R142: an organization gives fewer hours, or none; afterwards administrators are asked', async () => {
  const w = await world()
  for (const hours of [-1, 73])
    assert.equal(
      (await frank(w).patch(policy, { 'guesthouse.undoLeavingHours': hours })).status,
      400,
    )
  await json(await frank(w).patch(policy, { 'guesthouse.undoLeavingHours': 1 }), 204)
  await json(await w.as(w.ada).leave(w.fabrikam))
  w.pass(hourMs)
  const over = await refusal(await undo(w), 409)
  assert.equal(over.code, 'undoNotPossible')
  assert.match(over.message, /is over/)
  assert.deepEqual((await rowOf(w))['canAsk'], ['restore'])
  await json(await frank(w).patch(policy, { 'guesthouse.undoLeavingHours': 0 }), 204)
  await json(await w.as(w.bob).leave(w.fabrikam))
  assert.equal((await undo(w, w.bob)).status, 409)
})

test('R142: not who was removed, is held, has refused, or would not be let in; and nobody without', async () => {
  const w = await world()
  const why = async (): Promise<unknown> =>
    ((await json(await undo(w), 409))['error'] as Json)['reasons']
  await json(await w.as(w.ada).leave(w.fabrikam))
  await json(await frank(w).post(`${item(w)}/guesthouse.hold`, { reason: 'Case 12' }), 204)
  assert.deepEqual(await why(), ['held'])
  await json(await frank(w).post(`${item(w)}/guesthouse.endHold`), 204)
  const refusals = w.as(w.ada)
  await json(await refusals.post('/account/refusals', { organizationId: w.fabrikam.id }), 204)
  assert.deepEqual(await why(), ['refuses'])
  const [{ id }] = (await json(await refusals.get('/account/refusals')))['value']
  await json(await refusals.delete(`/account/refusals/${id}`), 204)
  const list = { 'guesthouse.domainRule': 'block', 'guesthouse.domains': [w.contoso.domain] }
  await json(await frank(w).patch('/v1.0/policies/authorizationPolicy', list), 204)
  assert.deepEqual(await why(), ['domainNotAllowed'])
  assert.equal((await rowOf(w))['undoableUntil'], null)
  // With a home that is closed they could not leave again by themselves.
  const contoso = (state: 'active' | 'closed') =>
    sql`update tenants set state = ${state} where id = ${w.contoso.id}`.execute(w.db)
  await contoso('closed')
  assert.deepEqual(await why(), ['homeClosed', 'domainNotAllowed'])
  await contoso('active')
  await json(
    await frank(w).patch('/v1.0/policies/authorizationPolicy', {
      'guesthouse.domainRule': 'none',
      'guesthouse.domains': [],
    }),
    204,
  )
  await json(await undo(w))
  await json(await frank(w).delete(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`), 204)
  assert.deepEqual(await why(), ['notByThemselves'])
  // Gone for good, and where they never were.
  await json(await frank(w).delete(item(w)), 204)
  assert.equal((await undo(w)).status, 404)
  assert.equal((await undo(w, w.nora)).status, 404)
})

test('R142: the row of an organization that I left offers it, and the page does it without script', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const path = `/organizations/${w.fabrikam.id}/undo`
  assert.doesNotMatch(await (await ada.get('/organizations')).text(), new RegExp(path))
  await json(await ada.leave(w.fabrikam))
  for (const page of ['/organizations', `/leave/${w.fabrikam.id}`])
    assert.match(await (await ada.get(page)).text(), new RegExp(`href="${path}"`), page)
  assert.match(await (await ada.get(path)).text(), /Undo leaving Fabrikam\?/)
  const { cookie = '' } = await ada.headersFor(path)
  const sent = await w.app.request(`${w.publicUrl}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  assert.equal(sent.status, 303)
  assert.equal((await rowOf(w))['state'], 'active')
  // Somebody was faster, or it is over: the reason is told in words.
  const again = await w.app.request(`${w.publicUrl}${path}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: '',
  })
  assert.ok(again.status >= 400 && again.status < 500, String(again.status))
})

test('R142, R133, R135: leaving and undoing it is no way to be enabled, and puts off no end date and no clock', async () => {
  const w = await world()
  const id = w.userOf(w.ada, w.fabrikam)
  const endsAt = plus(w.now(), 24 * hourMs)
  const mine = sql`tenant_id = ${w.fabrikam.id} and id = ${id}`
  await sql`update users set ends_at = ${endsAt}, account_enabled = false, disabled_at = ${w.now()}, disabled_by_policy = true where ${mine}`.execute(
    w.db,
  )
  await json(await w.as(w.ada).leave(w.fabrikam))
  w.pass(hourMs)
  assert.equal((await rowOf(w))['undoableUntil'], endsAt.toISOString())
  assert.equal((await json(await undo(w)))['state'], 'disabled')
  const kept = await rows(
    w.db,
    sql`select ends_at as "endsAt", disabled_by_policy as "byPolicy", lifecycle_from as "from" from users where ${mine}`,
  )
  assert.deepEqual(kept, [{ endsAt, byPolicy: true, from: null }])
  await json(await w.as(w.ada).leave(w.fabrikam))
  w.pass(23 * hourMs)
  assert.match((await refusal(await undo(w), 409)).message, /is over/)
})
