/** What people are told of undoing their leaving is so, and stays so (R142). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world } from '../../test/world.ts'
import { hourMs } from '../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const undo = (w: World) => w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/undo`)
const rowOf = async (w: World): Promise<Json | undefined> =>
  (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
const receipts = async (w: World) =>
  (await mailsTo(w.db, w.ada.upn)).filter(({ subject }) => /You have left/.test(subject))
const hours = async (w: World, count: number) =>
  json(
    await frank(w).patch('/v1.0/policies/externalIdentitiesPolicy', {
      'guesthouse.undoLeavingHours': count,
    }),
    204,
  )

test('R142: what a receipt says of undoing is kept: hours that are shortened later, or none, take it from nobody', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.match((await receipts(w))[0]?.body ?? '', /you can undo it yourself until/)
  await hours(w, 0)
  w.pass(71 * hourMs)
  assert.notEqual((await rowOf(w))?.['undoableUntil'], null)
  await json(await undo(w))
  // Who leaves afterwards is told nothing of it, and cannot.
  await json(await w.as(w.ada).leave(w.fabrikam))
  const [, last] = (await receipts(w)).toSorted(
    (a, b) => Number(/undo it/.test(b.body)) - Number(/undo it/.test(a.body)),
  )
  assert.doesNotMatch(last?.body ?? assert.fail(), /undo it yourself/)
  assert.equal((await rowOf(w))?.['undoableUntil'], null)
})

test('R142, R37: what a receipt says of undoing is kept: who would not be let in again, or declines for good, is told no time', async () => {
  const w = await world()
  const list = { 'guesthouse.domainRule': 'block', 'guesthouse.domains': [w.contoso.domain] }
  const policy = '/v1.0/policies/authorizationPolicy'
  await json(await frank(w).patch(policy, list), 204)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const [barred] = await receipts(w)
  assert.doesNotMatch(barred?.body ?? assert.fail(), /undo it yourself/)
  await json(
    await frank(w).patch(policy, { 'guesthouse.domainRule': 'none', 'guesthouse.domains': [] }),
    204,
  )
  // Allowed again within the hours, they can.
  await json(await undo(w))
  await json(await frank(w).patch(policy, { 'guesthouse.restoringNeedsConsent': true }), 204)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const item = `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`
  await json(await frank(w).post(`${item}/restore`, {}))
  const before = (await receipts(w)).length
  await json(
    await w
      .as(w.ada)
      .post(`/account/organizations/${w.fabrikam.id}/invitation/decline`, { forGood: true }),
    204,
  )
  // Saying no is no second leaving: the first stands again, with its receipt.
  const said = await receipts(w)
  assert.equal(said.length, before)
  assert.equal(said.filter(({ body }) => /undo it yourself/.test(body)).length, before - 1)
  assert.equal((await rowOf(w))?.['undoableUntil'], null)
})

test('R142, R37, R122: what a receipt says of undoing is kept: who is to accept again, and declines for good, is told no time either', async () => {
  const w = await world()
  const again = {
    invitedUserEmailAddress: w.ada.upn,
    inviteRedirectUrl: 'https://app.example/',
    resetRedemption: true,
    invitedUser: { id: w.userOf(w.ada, w.fabrikam) },
  }
  await json(await frank(w).post('/v1.0/invitations', again), 201)
  const decline = `/account/organizations/${w.fabrikam.id}/invitation/decline`
  await json(await w.as(w.ada).post(decline, { forGood: true }), 204)
  const [left] = await receipts(w)
  assert.doesNotMatch(left?.body ?? assert.fail(), /undo it yourself/)
  assert.equal((await rowOf(w))?.['undoableUntil'], null)
})

test('R142: who was removed since, for good, undoes no leaving of before', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  w.pass(hourMs)
  const again = await w.guest(w.ada, w.fabrikam)
  await json(await frank(w).delete(`/v1.0/users/${again}`), 204)
  assert.deepEqual(((await json(await undo(w), 409))['error'] as Json)['reasons'], [
    'notByThemselves',
  ])
  await json(await frank(w).delete(`/v1.0/directory/deletedItems/${again}`), 204)
  assert.equal((await rowOf(w))?.['undoableUntil'], null)
  assert.equal((await refusal(await undo(w), 409)).code, 'undoNotPossible')
})

test('R142: whom an administrator has deleted since they were asked back undoes nothing', async () => {
  const w = await world()
  const policy = '/v1.0/policies/authorizationPolicy'
  await json(await frank(w).patch(policy, { 'guesthouse.restoringNeedsConsent': true }), 204)
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await w.as(w.ada).leave(w.fabrikam))
  await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
  w.pass(hourMs)
  await json(await frank(w).delete(`/v1.0/users/${id}`), 204)
  assert.equal((await rowOf(w))?.['undoableUntil'], null)
  assert.equal((await refusal(await undo(w), 409)).code, 'undoNotPossible')
  assert.equal((await frank(w).get(`/v1.0/users/${id}`)).status, 404)
})

test('R142, R127: who was asked back and says no by leaving again still undoes the leaving of then', async () => {
  const w = await world()
  const policy = '/v1.0/policies/authorizationPolicy'
  await json(await frank(w).patch(policy, { 'guesthouse.restoringNeedsConsent': true }), 204)
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await w.as(w.ada).leave(w.fabrikam))
  await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.notEqual((await rowOf(w))?.['undoableUntil'], null)
  await json(await undo(w))
})
