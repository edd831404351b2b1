/** R125 over HTTP: whoever leaves hands over what would have nobody, in the same step. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distrustedSession } from '../../test/distrusted.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { mailsTo } from '../../test/mails.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import { roles } from '../access/roles.ts'
import { handOver } from '../directory/succession/hand-over.ts'
import { newId, type UserId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type RawBuilder } from '../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const at = ({ id }: Organization) => `/account/organizations/${id}/handOver`
const hands = (w: World, person: Person, successorId: string) =>
  w.as(person).post(at(w.fabrikam), { successorId })
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const ref = (id: string) => ({ '@odata.id': `https://x.example/v1.0/users/${id}` })
const set = (w: World, person: Person, what: RawBuilder<unknown>) =>
  sql`update users set ${what} where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(person, w.fabrikam)}`.execute(
    w.db,
  )
const able = async (w: World): Promise<string[]> =>
  (
    await rows(
      w.db,
      select<{ id: string }>({ id: 'u.id' })`from role_assignments r
        join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id and u.account_enabled
        where r.tenant_id = ${w.fabrikam.id} and r.role_id = ${roles.globalAdministrator.id}::uuid`,
    )
  ).map(({ id }) => id)

/** Ada, a guest, is the only administrator of Fabrikam who can act. */
const onlyAda = async (): Promise<World> => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await set(w, w.frank, sql`account_enabled = false`)
  return w
}

test('R125: the last administrator names a successor, who holds the role from the moment of the leave and is told; the log says so', async () => {
  const w = await onlyAda()
  const ada = w.as(w.ada)
  const id = w.userOf(w.ada, w.fabrikam)
  assert.equal((await refusal(await ada.leave(w.fabrikam), 409)).code, 'leaveBlocked')
  const shown = await json(await ada.get(at(w.fabrikam)))
  assert.deepEqual(
    [shown['administrator'], shown['candidates'].map((one: Json) => one['displayName'])],
    [true, ['Fiona Byrne']],
    'neither the disabled nor guests',
  )
  const departure = await json(await hands(w, w.ada, w.fiona.userId))
  assert.deepEqual(await able(w), [w.fiona.userId])
  const again = await json(await hands(w, w.ada, w.fiona.userId))
  assert.equal(again['reference'], departure['reference'])
  const [mail, ...others] = await mailsTo(w.db, w.fiona.upn)
  assert.deepEqual(others, [])
  assert.equal(mail?.subject, 'You take over at Fabrikam')
  assert.match(mail?.body ?? '', /you have there: the role Global Administrator\./)
  const log = await json(
    await w.as(w.fiona, w.fabrikam).get('/v1.0/auditLogs/directoryAudits?$top=20'),
  )
  const byAda = log['value'].filter((one: Json) => one['initiatedBy']?.user?.id === id)
  for (const activity of ['Add member to role', 'Remove member from role', 'Delete external user'])
    assert.ok(
      byAda.some((one: Json) => one['activityDisplayName'] === activity),
      activity,
    )
})

test('R105, R125: a guest for whom nobody else is let in to answer goes over too', async () => {
  const w = await world()
  await set(w, w.ada, sql`user_type = 'Member'`)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  for (const one of [ada, w.fiona.userId])
    await json(await frank(w).post(`/v1.0/users/${bob}/sponsors/$ref`, ref(one)), 204)
  const guests = async () =>
    (await json(await w.as(w.ada).get(at(w.fabrikam))))['guests'].map(
      (one: Json) => one['displayName'],
    )
  assert.deepEqual(await guests(), [])
  await set(w, w.fiona, sql`account_enabled = false`)
  assert.deepEqual(await guests(), ['Bob Okafor'])
})

test('R125, R28: what nobody else owns or sponsors goes over and nothing else; other reasons keep as before, and move nothing', async () => {
  const w = await world()
  const ada = w.userOf(w.ada, w.fabrikam)
  const bob = w.userOf(w.bob, w.fabrikam)
  await set(w, w.ada, sql`user_type = 'Member'`)
  const owned = async (path: string, body: object, owners: readonly string[]): Promise<string> => {
    const made = await json(await frank(w).post(path, body), 201)
    for (const one of owners)
      await json(await frank(w).post(`${path}/${made['id']}/owners/$ref`, ref(one)), 204)
    return made['id'] as string
  }
  const mine = await owned('/v1.0/groups', { displayName: 'Welders' }, [ada])
  const shared = await owned('/v1.0/groups', { displayName: 'Painters' }, [ada, w.frank.userId])
  const raising = await owned(
    '/v1.0/groups',
    { displayName: 'Keepers', isAssignableToRole: true },
    [ada],
  )
  const app = await owned('/v1.0/applications', { displayName: 'Ovens' }, [ada])
  await json(await frank(w).post(`/v1.0/users/${bob}/sponsors/$ref`, ref(ada)), 204)

  const ends = await json(await w.as(w.ada).get(at(w.fabrikam)))
  const names = (kind: string) => ends[kind].map((one: Json) => one['displayName'])
  assert.deepEqual(
    [ends['administrator'], names('groups'), names('applications'), names('guests')],
    [false, ['Welders'], ['Ovens'], ['Bob Okafor']],
    'who may not assign roles gives none on',
  )
  await sql`update tenants set external_users_may_leave = false where id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  assert.equal((await refusal(await hands(w, w.ada, w.fiona.userId), 409)).code, 'leaveBlocked')
  const ownersOf = async (path: string) =>
    (await json(await frank(w).get(`${path}/owners`)))['value'].map((one: Json) => one['id'])
  assert.deepEqual(await ownersOf(`/v1.0/groups/${mine}`), [ada])
  await sql`update tenants set external_users_may_leave = true where id = ${w.fabrikam.id}`.execute(
    w.db,
  )

  await json(await hands(w, w.ada, w.fiona.userId))
  assert.deepEqual(await ownersOf(`/v1.0/groups/${mine}`), [w.fiona.userId])
  assert.deepEqual(await ownersOf(`/v1.0/groups/${shared}`), [w.frank.userId])
  assert.deepEqual(await ownersOf(`/v1.0/groups/${raising}`), [])
  assert.ok((await ownersOf(`/v1.0/applications/${app}`)).includes(w.fiona.userId))
  const sponsors = await json(await frank(w).get(`/v1.0/users/${bob}/sponsors`))
  assert.deepEqual(
    sponsors['value'].map((one: Json) => one['id']),
    [w.fiona.userId],
  )
  assert.deepEqual(await able(w), [w.frank.userId], 'no role went with it')
  assert.match(
    (await mailsTo(w.db, w.fiona.upn)).at(-1)?.body ?? '',
    /1 group that you own, 1 app that you own,? and 1 guest whom you sponsor/,
  )
})

test('R125: who is disabled, has not accepted, is a guest, is the leaver, or is not seen takes nothing over; the reason is told, and nobody has left', async () => {
  const w = await onlyAda()
  const why = async (id: string): Promise<unknown> =>
    ((await json(await hands(w, w.ada, id), 409))['error'] as Json)['reasons']
  assert.deepEqual(await why(w.frank.userId), ['disabled'])
  assert.deepEqual(await why(w.userOf(w.bob, w.fabrikam)), ['guest'])
  assert.deepEqual(await why(w.userOf(w.ada, w.fabrikam)), ['oneself', 'guest'])
  await set(w, w.bob, sql`user_type = 'Member', external_user_state = 'PendingAcceptance'`)
  assert.deepEqual(await why(w.userOf(w.bob, w.fabrikam)), ['notAccepted'])
  await set(w, w.bob, sql`external_user_state = 'Accepted'`)
  await sql`update users set account_enabled = false where tenant_id = ${w.contoso.id} and id = ${w.bob.userId}`.execute(
    w.db,
  )
  assert.deepEqual(await why(w.userOf(w.bob, w.fabrikam)), ['homeClosed'])
  const unknown = [newId(), w.nora.userId, w.carol.userId]
  for (const id of unknown)
    assert.equal((await refusal(await hands(w, w.ada, id), 404)).code, 'successorNotFound')
  assert.equal(
    (await refusal(await hands(w, w.nora, w.fiona.userId), 404)).code,
    'organizationNotFound',
  )
  assert.deepEqual(await able(w), [w.userOf(w.ada, w.fabrikam)])
})

test('R125, R102: a guest hands over to whom they see: those of their groups, or nobody, and others are as unknown', async () => {
  const w = await world()
  const ada = w.userOf(w.ada, w.fabrikam)
  const group = (await json(await frank(w).post('/v1.0/groups', { displayName: 'Welders' }), 201))[
    'id'
  ]
  await json(await frank(w).post(`/v1.0/groups/${group}/owners/$ref`, ref(ada)), 204)
  const seen = async (search = '') =>
    (await json(await w.as(w.ada).get(`${at(w.fabrikam)}?search=${search}`)))['candidates'].map(
      (one: Json) => one['id'],
    )
  const level = (name: string) =>
    sql`update tenants set guest_level = ${name} where id = ${w.fabrikam.id}`.execute(w.db)
  await level('limited')
  assert.deepEqual(await seen(), [])
  assert.equal(
    (await refusal(await hands(w, w.ada, w.fiona.userId), 404)).code,
    'successorNotFound',
  )
  await json(await frank(w).post(`/v1.0/groups/${group}/members/$ref`, ref(w.fiona.userId)), 204)
  assert.deepEqual(
    [await seen(), await seen('fio'), await seen('xyz')],
    [[w.fiona.userId], [w.fiona.userId], []],
  )
  await level('restricted')
  assert.deepEqual(await seen(), [])
  await level('asMembers')
  assert.deepEqual(await seen(), [w.fiona.userId, w.frank.userId])
  await json(await hands(w, w.ada, w.fiona.userId))
})

test('R125: two last administrators who hand over to each other at once leave one behind, who has the role', async () => {
  for (let round = 0; round < 4; round++) {
    const w = await world()
    for (const one of [w.ada, w.bob]) {
      await w.grant(one, w.fabrikam, 'globalAdministrator')
      await set(w, one, sql`user_type = 'Member'`)
    }
    await set(w, w.frank, sql`account_enabled = false`)
    const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
    const answers = await Promise.all([hands(w, w.ada, bob), hands(w, w.bob, ada)])
    const [left, kept] = answers.map(({ status }) => status).toSorted()
    assert.deepEqual([left, kept], [200, 404])
    assert.deepEqual(await able(w), answers[0].status === 200 ? [bob] : [ada])
  }
})

test('R125: a session that the organization does not trust sees nobody there and hands nothing over; nor in a closed one', async () => {
  const w = await onlyAda()
  const { sessionId } = await distrustedSession(w, w.ada, w.fabrikam, w.northwind)
  const who = { personId: w.ada.personId, tenantId: w.fabrikam.id, sessionId }
  const around = { now: w.now(), correlationId: newId(), address: null }
  const result = await handOver(w.db, who, w.fiona.userId as UserId, around)
  assert.equal(result.outcome, 'notTrusted')
  await sql`update tenants set state = 'closed' where id = ${w.fabrikam.id}`.execute(w.db)
  const closed = await refusal(await hands(w, w.ada, w.fiona.userId), 403)
  assert.match(closed.message, /Fabrikam is closed\. You can still leave it/)
  assert.deepEqual(await able(w), [w.userOf(w.ada, w.fabrikam)])
})

test('R125: the page of leaving offers a successor where something needs one, and does it without script', async () => {
  const w = await onlyAda()
  const ada = w.as(w.ada)
  const path = `/organizations/${w.fabrikam.id}/hand-over`
  const link = new RegExp(`href="${path}"`)
  assert.match(await (await ada.get(`/leave/${w.fabrikam.id}`)).text(), link)
  assert.doesNotMatch(await (await ada.get(`/leave/${w.northwind.id}`)).text(), link)
  const page = await (await ada.get(`${path}?search=fio`)).text()
  assert.match(page, /Hand over and leave Fabrikam\?[^]*the role Global Administrator/)
  assert.match(page, new RegExp(`type="radio" name="successor" value="${w.fiona.userId}"`))
  const { cookie = '' } = await ada.headersFor(path)
  const send = (body: string) =>
    w.app.request(`${w.publicUrl}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body,
    })
  assert.equal((await send('successor=')).status, 303, 'asked again')
  const refused = await send(`successor=${w.frank.userId}`)
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /is disabled at Fabrikam, so they cannot take over/)
  const done = await send(`successor=${w.fiona.userId}`)
  assert.deepEqual([done.status, done.headers.get('location')], [303, '/organizations'])
  assert.deepEqual(await able(w), [w.fiona.userId])
})
