/**
 * Whoever asks hears the answer, with its reason, and can take the request back (R31, R128, U2);
 * who left comes back with their own yes (R127).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { mailsTo as waitingTo, type ReadMail } from '../../../test/mails.ts'
import { world, type Person } from '../../../test/world.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const mailsTo = (w: World, person: Person): Promise<ReadMail[]> => waitingTo(w.db, person.upn)
const mine = async (w: World, person: Person): Promise<Json> =>
  (await json(await w.as(person).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  ) ?? {}
const asked = async (w: World, kind: 'removal' | 'restore'): Promise<string> =>
  String(
    (
      await json(
        await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind }),
        201,
      )
    )['id'],
  )
const answer = (w: World, id: string, action: string, message?: string) =>
  w
    .as(w.frank, w.fabrikam)
    .post(`/v1.0/guesthouse.requests/${id}/guesthouse.answer`, { action, message })
const locked = async (): Promise<World> => {
  const w = await world()
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  return w
}

test('R128, U2: a declined request is told by mail, with the reason, which stands in the row too', async () => {
  const w = await locked()
  const id = await asked(w, 'removal')
  assert.equal((await answer(w, id, 'decline', 'Not before June.\nFrank')).status, 204)
  const [, mail, ...more] = await mailsTo(w, w.ada)
  assert.deepEqual(
    [mail?.subject, more.length],
    ['Fabrikam has declined your request to be removed', 0],
  )
  assert.match(mail?.body ?? '', /> Not before June\.\n> Frank/)
  assert.match(mail?.body ?? '', /ask again on the page Organizations/)
  const [request] = (await mine(w, w.ada))['requests']
  assert.deepEqual([request['state'], request['answer']], ['declined', 'Not before June.\nFrank'])
  const [listed] = (await json(await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.requests')))[
    'value'
  ]
  assert.equal(listed?.['answer'], 'Not before June.\nFrank')
})

test('R128: enabled instead of removed, and restored on request, are told; who is removed gets the receipt alone', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false })
  assert.equal((await answer(w, await asked(w, 'removal'), 'enable')).status, 204)
  assert.match(
    (await mailsTo(w, w.ada)).at(-1)?.body ?? '',
    /has enabled your account instead[\s\S]*leave it on the page Organizations/,
  )
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.equal((await answer(w, await asked(w, 'restore'), 'restore')).status, 204)
  assert.equal((await mailsTo(w, w.ada)).at(-1)?.subject, 'Your account at Fabrikam is back')
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  const again = await asked(w, 'removal')
  const before = (await mailsTo(w, w.ada)).length
  assert.equal((await answer(w, again, 'delete')).status, 204)
  assert.deepEqual(
    (await mailsTo(w, w.ada)).slice(before).map(({ subject }) => subject),
    ['Your account at Fabrikam has ended'],
  )
})

test('R31, U2: a request is taken back by whoever asked, while it is open, and nobody else', async () => {
  const w = await locked()
  const id = await asked(w, 'removal')
  const path = `/account/organizations/${w.fabrikam.id}/requests/${id}`
  assert.equal((await w.as(w.bob).delete(path)).status, 404)
  assert.equal((await w.as(w.ada).delete(path)).status, 204)
  assert.equal((await mine(w, w.ada))['requests'][0]['state'], 'withdrawn')
  assert.equal((await refusal(await w.as(w.ada).delete(path), 409)).code, 'alreadyAnswered')
  assert.equal((await answer(w, id, 'delete')).status, 409)
  const open = await json(
    await w.as(w.frank, w.fabrikam).get(`/v1.0/guesthouse.requests?$filter=state eq 'withdrawn'`),
  )
  assert.equal(open['value'].length, 1)
  await asked(w, 'removal')
})

test('R128, R127: a restore that nobody asked for is told by mail; where the organization wants a yes, nothing is live before it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const restore = () => frank.post(`/v1.0/directory/deletedItems/${id}/restore`, {})
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.equal((await restore()).status, 200)
  assert.equal((await mailsTo(w, w.ada)).at(-1)?.subject, 'Your account at Fabrikam is back')
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.equal(
    (
      await frank.patch('/v1.0/policies/authorizationPolicy', {
        'guesthouse.restoringNeedsConsent': true,
      })
    ).status,
    204,
  )
  assert.equal((await restore()).status, 200)
  assert.match(
    (await mailsTo(w, w.ada)).at(-1)?.body ?? '',
    /nothing of it is used until you say yes/,
  )
  const waiting = await mine(w, w.ada)
  assert.deepEqual([waiting['state'], waiting['invitationOpen']], ['invited', true])
  assert.equal(
    (await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)).status,
    403,
  )
  await json(await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/invitation/accept`))
  assert.equal((await mine(w, w.ada))['state'], 'active')
})

test('R127: who asked to be restored has said yes, and is back at once', async () => {
  const w = await world()
  await w
    .as(w.frank, w.fabrikam)
    .patch('/v1.0/policies/authorizationPolicy', { 'guesthouse.restoringNeedsConsent': true })
  await json(await w.as(w.ada).leave(w.fabrikam))
  const id = await asked(w, 'restore')
  assert.equal((await answer(w, id, 'restore')).status, 204)
  assert.equal((await mine(w, w.ada))['state'], 'active')
})
