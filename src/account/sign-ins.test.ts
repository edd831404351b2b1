import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../test/json.ts'
import { visitor } from '../../test/visitor.ts'
import { sql } from 'kysely'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { minuteMs } from '../kernel/time.ts'
import { setPassword } from '../credentials/password/set.ts'
import { accountSignIns } from '../wire/account-access.ts'

const passphrase = 'violet harbour sings twice'
type World = Awaited<ReturnType<typeof world>>

const crossingsIn = async (w: World, tenantId: string, userId: string) =>
  (
    await sql<{ details: Json }>`select details from events
      where tenant_id = ${tenantId} and target_id = ${userId} and activity = 'user.signedIn' order by id`.execute(
      w.db,
    )
  ).rows.map(({ details }) => details)

test('R112: opening an organization from home is written in both logs with both ids, once for a session and organization', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const open = () => ada.post(`/account/organizations/${w.fabrikam.id}/session`)
  await Promise.all([open(), open(), open()])
  await open()
  await ada.post(`/account/organizations/${w.contoso.id}/session`)
  assert.deepEqual(await crossingsIn(w, w.fabrikam.id, w.userOf(w.ada, w.fabrikam)), [
    { homeTenantId: w.contoso.id },
  ])
  assert.deepEqual(
    await crossingsIn(w, w.contoso.id, w.ada.userId),
    [{ resourceTenantId: w.fabrikam.id }],
    'going home crosses nothing',
  )
  assert.equal(
    (await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)).status,
    200,
  )
  assert.equal(
    (await crossingsIn(w, w.fabrikam.id, w.userOf(w.ada, w.fabrikam))).length,
    2,
    'another session',
  )
  const { value } = await json(
    await w.as(w.frank, w.fabrikam).get('/v1.0/auditLogs/directoryAudits'),
  )
  assert.ok(
    value.some((entry: Json) => entry['activityDisplayName'] === 'Sign in'),
    'administrators there see it',
  )
})

test('R112: an organization that cannot be opened logs no sign-in, on either side', async () => {
  const w = await world()
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false })
  assert.equal(
    (await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/session`)).status,
    403,
  )
  assert.deepEqual(await crossingsIn(w, w.contoso.id, w.ada.userId), [])
})

test('I see my own sign-ins, failed ones and sign-outs, at home and elsewhere, and nobody else’s', async () => {
  const w = await world()
  await setPassword(
    w.db,
    { tenantId: w.contoso.id, userId: w.ada.userId, password: passphrase },
    w.operator(),
  )
  const ada = visitor(w)
  await ada.signIn(w.ada.upn, 'wrong')
  w.pass(minuteMs)
  await ada.signIn(w.ada.upn, passphrase)
  w.pass(minuteMs)
  await ada.post('/sign-out')
  w.pass(minuteMs)
  await ada.signIn(w.ada.upn, passphrase)
  w.pass(minuteMs)
  const other = w.as(w.ada, w.fabrikam)
  await other.get('/v1.0/me')
  await w.as(w.bob, w.fabrikam).get('/v1.0/me')
  const body = accountSignIns.parse(await json(await other.get('/account/sign-ins')))
  const seen = body.value.map(({ kind, organization, other, method, reason }) =>
    [kind, organization.displayName, other?.displayName, method, reason]
      .filter((one) => one !== undefined && one !== null)
      .join(' '),
  )
  assert.deepEqual(seen.slice(0, 2).toSorted(), [
    'signedIn Contoso Fabrikam',
    'signedIn Fabrikam Contoso',
  ])
  assert.deepEqual(seen.slice(2), [
    'signedIn Contoso password',
    'signedOut Contoso',
    'signedIn Contoso password',
    'failed Contoso wrongPassword',
  ])
  assert.equal((await w.as(undefined).get('/account/sign-ins')).status, 401)
})

test('the log shows the newest hundred of all organizations together', async () => {
  const w = await world()
  const insert = (tenantId: string, userId: string) =>
    sql`
    insert into events (tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, correlation_id)
    select ${tenantId}::uuid, gen_random_uuid(), ${w.now()}::timestamptz - n * interval '1 minute', 'user.signedIn', 'user', ${userId}::uuid, 'user', ${userId}::uuid, ${newId()}::uuid
    from generate_series(1, 90) n`.execute(w.db)
  await insert(w.contoso.id, w.ada.userId)
  await insert(w.northwind.id, w.userOf(w.ada, w.northwind))
  const { value } = await json(await w.as(w.ada).get('/account/sign-ins'))
  assert.equal(value.length, 100)
  const times = value.map((one: Json) => String(one['at']))
  assert.deepEqual(times, times.toSorted().toReversed())
  assert.equal(times.at(-1), new Date(w.now().getTime() - 50 * minuteMs).toISOString())
})
