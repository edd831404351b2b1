import assert from 'node:assert/strict'
import { test } from 'node:test'
import { equip as equipped } from '../../../test/equipped.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const equip = (w: World, person: Person): Promise<void> => equipped(w.db, person, w.now())
const factorsOf = async (w: World, person: Person): Promise<unknown> =>
  (await json(await w.as(person).get('/account/me')))['factors']
const path = (person: Person) => `/v1.0/users/${person.userId}/guesthouse.resetFactors`

test('an administrator resets what somebody lost: passkeys, authenticator app and recovery codes, recorded', async () => {
  const w = await world()
  await equip(w, w.ada)
  assert.deepEqual(await factorsOf(w, w.ada), { passkeys: 1, authenticator: true })
  assert.deepEqual(await json(await w.as(w.carol, w.contoso).post(path(w.ada))), {
    passkeys: 1,
    authenticator: true,
  })
  assert.deepEqual(await factorsOf(w, w.ada), { passkeys: 0, authenticator: false })
  const { rows } = await sql`select 1 from recovery_codes where user_id = ${w.ada.userId}`.execute(
    w.db,
  )
  assert.equal(rows.length, 0)
  const { value } = await json(
    await w.as(w.carol, w.contoso).get('/v1.0/auditLogs/directoryAudits'),
  )
  assert.ok(
    value.some((entry: Json) => entry['activityDisplayName'] === 'Admin deleted security info'),
  )
})

test('R49: nobody resets the factors of somebody whose roles stand above theirs, nor their own', async () => {
  const w = await world()
  const helper = await w.member(w.contoso, 'Helper')
  await w.grant(helper, w.contoso, 'helpdeskAdministrator')
  await equip(w, w.carol)
  await equip(w, w.ada)
  await equip(w, helper)
  assert.equal((await w.as(helper, w.contoso).post(path(w.carol))).status, 403)
  assert.equal((await w.as(w.ada, w.contoso).post(path(w.bob))).status, 403)
  assert.match(
    (await refusal(await w.as(helper, w.contoso).post(path(helper)), 400)).message,
    /cannot reset your own/,
  )
  assert.match(
    (await refusal(await w.as(w.carol, w.contoso).post(path(w.carol)), 400)).message,
    /cannot reset your own/,
  )
  assert.deepEqual(await factorsOf(w, w.carol), { passkeys: 1, authenticator: true })
  assert.equal((await w.as(helper, w.contoso).post(path(w.ada))).status, 200)
})

test('complaint G: a guest has one set of factors, at home: who lost them leaves all the same, and is helped there; an organization they visit asks for none and resets none', async () => {
  const w = await world()
  await equip(w, w.ada)
  const guest = w.userOf(w.ada, w.fabrikam)
  const refused = await refusal(
    await w.as(w.frank, w.fabrikam).post(`/v1.0/users/${guest}/guesthouse.resetFactors`),
    400,
  )
  assert.match(refused.message, /their home/)
  assert.equal((await w.as(w.frank, w.fabrikam).post(path(w.ada))).status, 404)
  assert.deepEqual(await factorsOf(w, w.ada), { passkeys: 1, authenticator: true })
  const opens = ({ id }: Organization) => w.as(w.ada).post(`/account/organizations/${id}/session`)
  await json(await opens(w.northwind))
  await json(await w.as(w.ada).leave(w.northwind))
  await json(await w.as(w.carol, w.contoso).post(path(w.ada)))
  await json(await opens(w.fabrikam))
  assert.deepEqual(await factorsOf(w, w.ada), { passkeys: 0, authenticator: false })
  const visited = sql`tenant_id in (${w.fabrikam.id}, ${w.northwind.id})`
  for (const table of [sql`passkeys`, sql`authenticators`, sql`recovery_codes`])
    assert.deepEqual((await sql`select 1 from ${table} where ${visited}`.execute(w.db)).rows, [])
})

test('7.13: who reads the log reads who has a passkey or an authenticator app; of a guest it is their home’s', async () => {
  const w = await world()
  await equip(w, w.ada)
  const address = '/v1.0/reports/authenticationMethods/userRegistrationDetails'
  const told = async (person: Person, at: Organization, whose: string) => {
    const { value } = await json(await w.as(person, at).get(`${address}?$top=999`))
    return (value as Json[]).find(({ id }) => id === whose)
  }
  const here = await told(w.carol, w.contoso, w.ada.userId)
  assert.deepEqual(here?.['methodsRegistered'], ['passKeyDeviceBound', 'softwareOneTimePasscode'])
  assert.deepEqual([here?.['isMfaCapable'], here?.['isAdmin']], [true, false])
  assert.equal((await told(w.carol, w.contoso, w.carol.userId))?.['isAdmin'], true)
  const there = await told(w.frank, w.fabrikam, w.userOf(w.ada, w.fabrikam))
  assert.deepEqual([there?.['userType'], there?.['methodsRegistered']], ['guest', []])
  await refusal(await w.as(w.ada, w.contoso).get(address), 403)
})
