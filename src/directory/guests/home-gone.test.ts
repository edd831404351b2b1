/** Guests whose account at home was permanently deleted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untilBlockedBy } from '../../../test/blocked.ts'
import { json, type Json } from '../../../test/json.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { sql, transaction } from '../../store/database.ts'
import { deleteGuestsWithoutHome, markGuestsWithoutHome } from './home-gone.ts'
import { purgeDue } from '../deleted/purge.ts'

type World = Awaited<ReturnType<typeof world>>

const policy = '/v1.0/policies/externalIdentitiesPolicy'

/** Carol deletes somebody of Contoso, permanently. */
const endAtHome = async (w: World, person: Person): Promise<void> => {
  const carol = w.as(w.carol, w.contoso)
  assert.equal((await carol.delete(`/v1.0/users/${person.userId}`)).status, 204)
  assert.equal((await carol.delete(`/v1.0/directory/deletedItems/${person.userId}`)).status, 204)
}

const read = (w: World, admin: Person, at: Organization, person: Person) =>
  w.as(admin, at).get(`/v1.0/users/${w.userOf(person, at)}?$select=*`)
const homeDeleted = async (
  w: World,
  admin: Person,
  at: Organization,
  person: Person,
): Promise<unknown> =>
  (await json(await read(w, admin, at, person)))['guesthouse.homeDeletedDateTime']

const told = async (w: World, admin: Person, at: Organization): Promise<string[]> => {
  const { value } = await json(await w.as(admin, at).get('/v1.0/auditLogs/directoryAudits'))
  return value
    .filter((entry: Json) => entry['activityDisplayName'] === 'Home account of guest deleted')
    .map((entry: Json) => String(entry['targetResources'][0]?.['id']))
}

test('complaint O, R43: when the account at home is permanently deleted, each organization is told, the guest is marked, and nobody signs in as them', async () => {
  const w = await world()
  const ada = w.as(w.ada, w.fabrikam)
  await json(await ada.get('/v1.0/me'))
  const carol = w.as(w.carol, w.contoso)
  await carol.delete(`/v1.0/users/${w.ada.userId}`)
  await markGuestsWithoutHome(w.db, w.now())
  assert.equal(
    await homeDeleted(w, w.frank, w.fabrikam, w.ada),
    null,
    'who can still be restored at home is no guest without one',
  )
  await carol.delete(`/v1.0/directory/deletedItems/${w.ada.userId}`)
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  w.pass(60_000)
  const at = w.now()
  assert.ok((await markGuestsWithoutHome(w.db, at)) >= 2)
  for (const [admin, organization] of [
    [w.frank, w.fabrikam],
    [w.nora, w.northwind],
  ] as const) {
    assert.equal(
      await homeDeleted(w, admin, organization, w.ada),
      new Date(at.getTime() - 60_000).toISOString(),
    )
    assert.deepEqual(await told(w, admin, organization), [w.userOf(w.ada, organization)])
  }
  assert.equal(await homeDeleted(w, w.frank, w.fabrikam, w.bob), null)
  await markGuestsWithoutHome(w.db, w.now())
  assert.deepEqual(await told(w, w.frank, w.fabrikam), [w.userOf(w.ada, w.fabrikam)], 'told once')
})

test('R43: what is due ends at home by itself just the same; leaving an organization is no end at home', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.northwind)
  await w.as(w.carol, w.contoso).delete(`/v1.0/users/${w.bob.userId}`)
  w.pass(31 * dayMs)
  await purgeDue(w.db, w.now())
  await markGuestsWithoutHome(w.db, w.now())
  assert.deepEqual(
    [await homeDeleted(w, w.frank, w.fabrikam, w.ada), await told(w, w.nora, w.northwind)],
    [null, []],
  )
  assert.equal(await homeDeleted(w, w.frank, w.fabrikam, w.bob), w.now().toISOString())
})

test('R43: several processes mark at once while the guests are purged: each is told once, and nothing waits for ever', async () => {
  const w = await world()
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, n) => w.member(w.contoso, `Guest ${n}`)),
  )
  for (const person of people) await w.guest(person, w.fabrikam)
  const half = people.slice(6).map((person) => w.userOf(person, w.fabrikam))
  const frank = w.as(w.frank, w.fabrikam)
  for (const id of half) await frank.delete(`/v1.0/users/${id}`)
  const carol = w.as(w.carol, w.contoso)
  for (const person of people) await carol.delete(`/v1.0/users/${person.userId}`)
  const ids = people.map(({ userId }) => userId)
  await Promise.all([
    carol.post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', { ids }),
    frank.post('/v1.0/directory/deletedItems/guesthouse.permanentlyDelete', { ids: half }),
    markGuestsWithoutHome(w.db, w.now()),
    markGuestsWithoutHome(w.db, w.now()),
  ])
  await markGuestsWithoutHome(w.db, w.now())
  const live = people.slice(0, 6).map((person) => w.userOf(person, w.fabrikam))
  assert.deepEqual((await told(w, w.frank, w.fabrikam)).toSorted(), live.toSorted())
  const left =
    await sql`select 1 from homes_gone where person_id = any(${people.map(({ personId }) => personId)}::uuid[])`.execute(
      w.db,
    )
  assert.equal(left.rows.length, 0)
})

test('complaint O, R44: after 30 days such guests are deleted, restorable, where the organization wants it; by default it does', async () => {
  const w = await world()
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  assert.equal((await json(await frank.get(policy)))['allowDeletedIdentitiesDataRemoval'], true)
  assert.equal((await nora.patch(policy, { allowDeletedIdentitiesDataRemoval: false })).status, 204)
  assert.deepEqual(
    await json(await nora.get(policy)).then((found) => [
      found['allowDeletedIdentitiesDataRemoval'],
      found['allowExternalIdentitiesToLeave'],
    ]),
    [false, true],
  )
  await endAtHome(w, w.ada)
  await markGuestsWithoutHome(w.db, w.now())
  w.pass(30 * dayMs - 1)
  await deleteGuestsWithoutHome(w.db, w.now())
  assert.equal((await read(w, w.frank, w.fabrikam, w.ada)).status, 200)
  w.pass(1)
  assert.ok((await deleteGuestsWithoutHome(w.db, w.now())) >= 1)
  assert.equal((await read(w, w.frank, w.fabrikam, w.ada)).status, 404)
  assert.equal((await read(w, w.nora, w.northwind, w.ada)).status, 200)
  assert.equal((await read(w, w.frank, w.fabrikam, w.bob)).status, 200)

  const id = w.userOf(w.ada, w.fabrikam)
  const deleted = await json(await frank.get(`/v1.0/directory/deletedItems/${id}?$select=*`))
  assert.deepEqual(
    [deleted['guesthouse.deletedBy']['kind'], deleted['guesthouse.daysLeft']],
    ['policy', 30],
  )
  assert.equal((await frank.post(`/v1.0/directory/deletedItems/${id}/restore`, {})).status, 200)
  await deleteGuestsWithoutHome(w.db, w.now())
  assert.equal(
    (await read(w, w.frank, w.fabrikam, w.ada)).status,
    200,
    'who was restored stays for another 30 days',
  )
  w.pass(30 * dayMs)
  await deleteGuestsWithoutHome(w.db, w.now())
  assert.equal((await read(w, w.frank, w.fabrikam, w.ada)).status, 404)
})

test('R44: who has a home again when their turn comes stays', async () => {
  const w = await world()
  await endAtHome(w, w.ada)
  await markGuestsWithoutHome(w.db, w.now())
  w.pass(30 * dayMs)
  const which = [w.fabrikam.id, w.userOf(w.ada, w.fabrikam)] as const
  let job: Promise<number> | undefined
  await transaction(w.db, async (tx) => {
    await sql`update users set without_home_until = null where tenant_id = ${which[0]} and id = ${which[1]}`.execute(
      tx,
    )
    // It has read by now that they are due.
    job = deleteGuestsWithoutHome(w.db, w.now())
    await untilBlockedBy(tx, w.db, job)
  })
  await job
  assert.equal((await read(w, w.frank, w.fabrikam, w.ada)).status, 200)
})

test('R44, R100: a guest who redeems again with another account has a home again, and stays', async () => {
  const w = await world()
  await endAtHome(w, w.ada)
  await markGuestsWithoutHome(w.db, w.now())
  const id = w.userOf(w.ada, w.fabrikam)
  const wish = {
    invitedUserEmailAddress: 'ada@elsewhere.example',
    inviteRedirectUrl: 'https://app.example/',
    resetRedemption: true,
    invitedUser: { id },
  }
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal(
    (await frank.patch(`/v1.0/users/${id}`, { otherMails: ['ada@elsewhere.example'] })).status,
    204,
  )
  await json(await frank.post('/v1.0/invitations', wish), 201)
  assert.equal(await homeDeleted(w, w.frank, w.fabrikam, w.ada), null)
  w.pass(31 * dayMs)
  await deleteGuestsWithoutHome(w.db, w.now())
  assert.equal((await read(w, w.frank, w.fabrikam, w.ada)).status, 200)
})

test('R42: the last administrator stays, also without a home', async () => {
  const w = await world()
  await w.grant(w.ada, w.northwind, 'globalAdministrator')
  await endAtHome(w, w.ada)
  await sql`delete from role_assignments where tenant_id = ${w.northwind.id} and user_id = ${w.userOf(w.nora, w.northwind)}`.execute(
    w.db,
  )
  await markGuestsWithoutHome(w.db, w.now())
  w.pass(31 * dayMs)
  await deleteGuestsWithoutHome(w.db, w.now())
  const left =
    await sql`select 1 from live_users where tenant_id = ${w.northwind.id} and id = ${w.userOf(w.ada, w.northwind)}`.execute(
      w.db,
    )
  assert.equal(left.rows.length, 1)
})
