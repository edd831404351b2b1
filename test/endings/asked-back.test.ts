/** Who has left, was restored, and is asked whether they want to come back (R127). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purgeDue } from '../../src/directory/deleted/purge.ts'
import { removeWhoNeverCame } from '../../src/invitations/never-came.ts'
import { dayMs, plus } from '../../src/kernel/time.ts'
import { select } from '../../src/store/columns.ts'
import { rows, sql } from '../../src/store/database.ts'
import { json, type Json } from '../json.ts'
import { mailsTo } from '../mails.ts'
import { world } from '../world.ts'

type World = Awaited<ReturnType<typeof world>>

const policies = '/v1.0/policies'
const here = (w: World) => `/account/organizations/${w.fabrikam.id}`
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const row = async (w: World): Promise<Json> =>
  (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  ) ?? {}
const deleted = async (w: World, id: string): Promise<Json> =>
  json(await frank(w).get(`/v1.0/directory/deletedItems/${id}?$select=${shown}`))
const stateOf = async (w: World, id: string) =>
  (await json(await frank(w).get(`/v1.0/users/${id}?$select=externalUserState`)))[
    'externalUserState'
  ]
const shown =
  'id,deletedDateTime,guesthouse.permanentDeletionDateTime,guesthouse.deletedBy,externalUserState'
/** The jobs come by, twice at once. */
const pass = async (w: World, days: number): Promise<void> => {
  w.pass(days * dayMs)
  await Promise.all([1, 2].map(() => removeWhoNeverCame(w.db, w.now())))
  await purgeDue(w.db, w.now())
}

/** Ada has left Fabrikam, which asks first, and ten days later an administrator restores her. */
const asked = async () => {
  const w = await world()
  const wish = { 'guesthouse.restoringNeedsConsent': true }
  await json(await frank(w).patch(`${policies}/authorizationPolicy`, wish), 204)
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const left = await row(w)
  const before = await deleted(w, id)
  await pass(w, 10)
  await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
  assert.equal(await stateOf(w, id), 'PendingAcceptance')
  return { w, id, left, before }
}

test('R127, R83: who does nothing stays away: the leaving stands with its dates, and erases', async () => {
  const { w, id, left, before } = await asked()
  const mail = (await mailsTo(w.db, w.ada.upn)).find(({ subject }) => /come back/.test(subject))
  assert.match(mail?.body ?? '', /If you do nothing, you stay away/)
  await pass(w, 19)
  assert.equal(await stateOf(w, id), 'PendingAcceptance', 'until then she may still say yes')
  await pass(w, 1.1)
  assert.equal((await frank(w).get(`/v1.0/users/${id}`)).status, 404)
  assert.equal((await frank(w).get(`/v1.0/directory/deletedItems/${id}`)).status, 404)
  const proofs = await rows(
    w.db,
    sql`select deleted_at as "at", due_at as "until" from erasures where user_id = ${id}`,
  )
  const at = new Date(before['deletedDateTime'])
  assert.deepEqual(proofs, [{ at, until: plus(at, 30 * dayMs) }])
  assert.equal(left['restorable'], true)
})

test('R127: a question that is taken back, or ends, is the leaving again, with its receipt; who asks then is whom they were', async () => {
  const { w, id, left, before } = await asked()
  const [invitation] = await rows(
    w.db,
    select<{ id: string; until: Date }>({
      id: 'id',
      until: 'expires_at',
    })`from invitations where user_id = ${id}`,
  )
  const until = plus(new Date(before['deletedDateTime']), 30 * dayMs)
  assert.deepEqual(invitation?.until, until, 'she is asked no longer than it can be undone')
  const at = `/v1.0/guesthouse.invitations/${invitation?.id}`
  const again = await json(await frank(w).post(`${at}/guesthouse.resend`, {}))
  assert.equal(again['expirationDateTime'], until.toISOString())
  await json(await frank(w).post(`${at}/guesthouse.revoke`), 204)
  await pass(w, 1)
  assert.deepEqual(await deleted(w, id), before)
  const standing = await rows(w.db, sql`select restored_at from receipts where user_id = ${id}`)
  assert.deepEqual(standing, [{ restored_at: null }], 'the receipt says that she has left')
  assert.deepEqual(
    { ...(await row(w)), requests: [] },
    { ...left, requests: [], undoableUntil: null },
  )
  const { id: request } = await json(
    await w.as(w.ada).post(`${here(w)}/requests`, { kind: 'restore' }),
    201,
  )
  const answer = { ids: [request], action: 'restore' }
  await json(await frank(w).post('/v1.0/guesthouse.requests/guesthouse.answer', answer))
  assert.equal(await stateOf(w, id), 'Accepted')
})

for (const [how, path] of [
  ['declining', 'invitation/decline'],
  ['leaving', 'leave'],
] as const)
  test(`R127: ${how} stays away, also where guests may not leave, with the dates of then`, async () => {
    const { w, id, before } = await asked()
    const may = { allowExternalIdentitiesToLeave: false }
    await json(await frank(w).patch(`${policies}/externalIdentitiesPolicy`, may), 204)
    assert.ok((await w.as(w.ada).post(`${here(w)}/${path}`, {})).ok)
    assert.deepEqual(await deleted(w, id), before)
    const told = await rows(
      w.db,
      sql`select activity, reason from events where target_id = ${id} and activity = 'user.left' order by at`,
    )
    assert.equal(told.length, 2)
    await pass(w, 20.1)
    assert.equal((await frank(w).get(`/v1.0/directory/deletedItems/${id}`)).status, 404)
  })

test('R53, R127: asked back and deleted, again and again, nobody is kept longer than they were promised', async () => {
  const { w, id, before } = await asked()
  const mails = async () =>
    (await mailsTo(w.db, w.ada.upn)).filter(({ subject }) => /have left|has ended/.test(subject))
      .length
  assert.equal(await mails(), 1)
  for (const remove of [
    () => frank(w).delete(`/v1.0/users/${id}`),
    () => frank(w).post('/v1.0/users/guesthouse.deleteMany', { users: [id] }),
  ]) {
    const done = await remove()
    assert.ok(done.ok, await done.text())
    assert.deepEqual(await deleted(w, id), before)
    await pass(w, 5)
    // What she asks for meanwhile gives nobody more time either.
    const { dueAt } = await json(
      await w.as(w.ada).post(`${here(w)}/requests`, { kind: 'restore' }),
      201,
    )
    assert.equal(dueAt, before['guesthouse.permanentDeletionDateTime'])
    const [{ id: request }] = (await row(w))['requests']
    await json(await w.as(w.ada).delete(`${here(w)}/requests/${request}`), 204)
    await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
  }
  assert.equal(await mails(), 1, 'the receipt of then counts')
  await json(await frank(w).delete(`/v1.0/users/${id}`), 204)
  await pass(w, 10.1)
  assert.equal((await frank(w).get(`/v1.0/directory/deletedItems/${id}`)).status, 404)
})

test('R127: who says yes is here, and no leaving of before counts any more', async () => {
  const { w, id, before } = await asked()
  await json(await w.as(w.ada).post(`${here(w)}/invitation/accept`, {}))
  await pass(w, 40)
  assert.equal(await stateOf(w, id), 'Accepted')
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.notEqual((await deleted(w, id))['deletedDateTime'], before['deletedDateTime'])
})

test('R127: a refuser who was removed, is restored and says no is removed as they had been', async () => {
  const w = await world()
  const wish = { 'guesthouse.restoringNeedsConsent': true }
  await json(await frank(w).patch(`${policies}/authorizationPolicy`, wish), 204)
  const id = w.userOf(w.ada, w.fabrikam)
  await json(await frank(w).delete(`/v1.0/users/${id}`), 204)
  const refusal = { organizationId: w.fabrikam.id }
  await json(await w.as(w.ada).post('/account/refusals', refusal), 204)
  const before = await deleted(w, id)
  assert.equal(before['guesthouse.deletedBy'].kind, 'administrator')
  await json(await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`))
  assert.equal(await stateOf(w, id), 'PendingAcceptance')
  assert.ok((await w.as(w.ada).post(`${here(w)}/invitation/decline`, {})).ok)
  assert.deepEqual(await deleted(w, id), before)
})
