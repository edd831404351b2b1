/**
 * A request counts as the yes of the person when they made it themselves (R127), and is theirs
 * alone to take back (R31): not when somebody else asks by an address that was added to their
 * guest.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo } from '../../../test/mails.ts'
import { prove } from '../../../test/proved-address.ts'
import { world } from '../../../test/world.ts'
import { rows, sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const idOf = (w: World) => w.userOf(w.ada, w.fabrikam)
const mine = async (w: World): Promise<Json> =>
  (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
const askAt = (w: World, kind: 'removal' | 'restore') =>
  w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind })
const requests = async (w: World): Promise<Json[]> =>
  (await json(await frank(w).get('/v1.0/guesthouse.requests')))['value']
const preview = async (w: World): Promise<unknown> =>
  (
    await json(
      await frank(w).get(`/v1.0/directory/deletedItems/${idOf(w)}/guesthouse.restorePreview`),
    )
  )['asksPerson']
const answer = (w: World, id: unknown) =>
  frank(w).post(`/v1.0/guesthouse.requests/${String(id)}/guesthouse.answer`, { action: 'restore' })

/** Ada's home has disabled her. */
const cannotSignIn = (w: World) =>
  sql`update users set account_enabled = false where tenant_id = ${w.contoso.id} and id = ${w.ada.userId}`.execute(
    w.db,
  )

/** It is not known of a request who made it, as of one of an earlier version. */
const ofBefore = (w: World, id: unknown) =>
  sql`update requests set by_person = false where tenant_id = ${w.fabrikam.id} and id = ${id}`.execute(
    w.db,
  )

/** Frank has added a second mailbox of his to Ada's guest, and proved it. */
const intruded = async () => {
  const w = await world()
  await json(
    await frank(w).patch('/v1.0/policies/authorizationPolicy', {
      'guesthouse.restoringNeedsConsent': true,
    }),
    204,
  )
  const second = `frank@second-${w.fabrikam.id}.example`
  await json(await frank(w).patch(`/v1.0/users/${idOf(w)}`, { otherMails: [second] }), 204)
  const { browser } = await prove(w, second)
  const send = async (fields: Record<string, string>): Promise<string> =>
    (await browser.post('/ask-removal', { organization: w.fabrikam.id, ...fields })).page ?? ''
  const askOf = (kind: string) => send({ user: idOf(w), kind })
  return { w, send, askOf }
}

test('R30, R127: a mailbox that an administrator has added asks for nothing, and is told of nobody', async () => {
  const { w, askOf } = await intruded()
  const nothing = /no organization here has a guest of this address/
  assert.match(await askOf('removal'), nothing)
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.match(await askOf('restore'), nothing)
  assert.deepEqual(await requests(w), [])
  assert.equal(await preview(w), true)
})

test('R127: a request of which it is not known that the person made it is no yes: who left is asked first', async () => {
  const { w } = await intruded()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const { id } = await json(await askAt(w, 'restore'), 201)
  await ofBefore(w, id)
  assert.equal(await preview(w), true)
  assert.equal((await answer(w, id)).status, 204)
  assert.deepEqual([(await mine(w))['state'], (await mine(w))['invitationOpen']], ['invited', true])
  const mails = await mailsTo(w.db, w.ada.upn)
  assert.match(mails.at(-1)?.subject ?? '', /would like you to come back/)
  assert.ok(mails.every(({ subject }) => subject !== 'Your account at Fabrikam is back'))
  // An invited address stays what was invited, whatever stands in the profile meanwhile.
  await json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/invitation/accept`))
  assert.equal((await mine(w))['state'], 'active')
})

test('R127: who asks themselves where it is not known who has asked has said yes, and so has who asks by the invited mailbox', async () => {
  const { w } = await intruded()
  await json(await w.as(w.ada).leave(w.fabrikam))
  await ofBefore(w, (await json(await askAt(w, 'restore'), 201))['id'])
  assert.equal(await preview(w), true)
  // Ada asks too: one request, and now it is hers.
  await json(await askAt(w, 'restore'))
  assert.equal(await preview(w), false)
  const [request, ...more] = await requests(w)
  assert.equal(more.length, 0)
  assert.equal((await answer(w, request?.['id'])).status, 204)
  assert.equal((await mine(w))['state'], 'active')
  // By the mailbox that was invited, as her home does not let her in any more.
  await json(await w.as(w.ada).leave(w.fabrikam))
  await cannotSignIn(w)
  const { browser } = await prove(w, w.ada.upn)
  const asked = { organization: w.fabrikam.id, user: idOf(w), kind: 'restore' }
  await browser.post('/ask-removal', asked)
  assert.equal(await preview(w), false)
})

test('R31: what a person has asked for is not taken back by a mailbox that somebody has added to their guest', async () => {
  const { w, send } = await intruded()
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  const { id } = await json(await askAt(w, 'removal'), 201)
  assert.match(await send({ withdraw: String(id) }), /nothing any more that you could ask/)
  assert.equal((await requests(w))[0]?.['state'], 'open')
  const own = (await prove(w, w.ada.upn)).browser
  const sent = { organization: w.fabrikam.id, withdraw: String(id) }
  // Who can sign in takes it back there: a mailbox is the weaker proof.
  assert.match(
    (await own.post('/ask-removal', sent)).page ?? '',
    /nothing any more that you could ask/,
  )
  await cannotSignIn(w)
  assert.match((await own.post('/ask-removal', sent)).page ?? '', /taken back/)
})

test('R37, R127: who refuses after leaving takes their open request back, and is asked before a restore, also where they were removed', async () => {
  const { w } = await intruded()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const { id } = await json(await askAt(w, 'restore'), 201)
  const refusing = () => w.as(w.ada).post('/account/refusals', { organizationId: w.fabrikam.id })
  const page = await (await w.as(w.ada).get(`/organizations/${w.fabrikam.id}/refuse`)).text()
  assert.match(page, /that request is taken back/)
  await json(await refusing(), 204)
  assert.equal((await mine(w))['requests'][0]['state'], 'withdrawn')
  assert.equal((await refusal(await answer(w, id), 409)).code, 'alreadyAnswered')
  const log = await rows(
    w.db,
    sql`select activity, actor_id, related_id from events where target_id = ${id}::uuid order by id desc limit 1`,
  )
  assert.deepEqual(log, [{ activity: 'request.withdrawn', actor_id: idOf(w), related_id: idOf(w) }])
  assert.equal(await preview(w), true)
  // Removed, and refusing after that: the administrators' restore asks too.
  const [{ id: refused }] = (await json(await w.as(w.ada).get('/account/refusals')))['value']
  await json(await w.as(w.ada).delete(`/account/refusals/${refused}`), 204)
  await json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/undo`))
  await json(await frank(w).delete(`/v1.0/users/${idOf(w)}`), 204)
  assert.equal(await preview(w), false)
  await json(await refusing(), 204)
  assert.equal(await preview(w), true)
})
