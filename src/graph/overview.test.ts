/** The overview: each of its numbers is a list that one can be led to. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '../access/roles.ts'
import { json, type Json } from '../../test/json.ts'
import { newStore } from '../../test/store.ts'
import { world } from '../../test/world.ts'
import { countTurnover } from '../directory/counts/count-turnover.ts'
import { rows, sql } from '../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

/** Where each count leads: the list, and its filter. */
const lists: Readonly<Record<string, readonly [path: string, filter?: string]>> = {
  members: ['/users', `userType eq 'Member'`],
  guests: ['/users', `userType eq 'Guest'`],
  invited: ['/users', `externalUserState eq 'PendingAcceptance'`],
  disabled: ['/users', 'accountEnabled eq false'],
  deleted: ['/directory/deletedItems/microsoft.graph.user'],
  openRequests: ['/guesthouse.requests', `state eq 'open'`],
  guestsWithoutSponsor: ['/users', `userType eq 'Guest' and sponsors/$count eq 0`],
  groupsWithoutOwner: ['/groups', 'owners/$count eq 0'],
  applicationsWithoutOwner: ['/applications', 'owners/$count eq 0'],
}
const overviewOf = async (w: World) => {
  const {
    months,
    firstHour: _,
    ...counts
  } = await json(await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.overview'))
  assert.equal(months.length, 12)
  return counts as Record<string, number>
}
const listed = async (w: World, [path, filter]: readonly [string, string?]): Promise<string[]> => {
  const query = filter === undefined ? '' : `?$filter=${encodeURIComponent(filter)}`
  const { value } = await json(await w.as(w.frank, w.fabrikam).get(`/v1.0${path}${query}`))
  return value.map((one: Json) => String(one['displayName'] ?? one['id']))
}
const ref = (id: string) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })

test('K11: each count of the overview is a filter of a list, with as many rows', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const invited = {
    invitedUserEmailAddress: 'new@outside.example',
    inviteRedirectUrl: 'https://app.example/',
  }
  await json(await frank.post('/v1.0/invitations', invited), 201)
  const carol = await w.member(w.contoso, 'Gone Guest')
  await w.guest(carol, w.fabrikam)
  await w.as(carol).leave(w.fabrikam)
  await frank.patch(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`, { accountEnabled: false })
  await json(
    await w.as(w.bob).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
    201,
  )
  await json(await frank.post('/v1.0/groups', { displayName: 'Nobody’s group' }), 201)
  const owned = await json(await frank.post('/v1.0/groups', { displayName: 'Frank’s group' }), 201)
  await frank.post(`/v1.0/groups/${owned['id']}/owners/$ref`, ref(w.frank.userId))
  await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Nobody’s app' }), 201)

  const counts = await overviewOf(w)
  assert.deepEqual(Object.keys(counts).toSorted(), Object.keys(lists).toSorted())
  for (const [name, list] of Object.entries(lists)) {
    assert.equal((await listed(w, list)).length, counts[name], name)
    assert.ok((counts[name] ?? 0) > 0, `${name} is tried with something in it`)
  }
  assert.deepEqual(await listed(w, lists['groupsWithoutOwner'] ?? ['']), ['Nobody’s group'])
  assert.deepEqual(await listed(w, ['/servicePrincipals', 'owners/$count eq 0']), [
    'Microsoft Graph',
    'Nobody’s app',
  ])
})

test('R104, R105: who has lost the last sponsor, however, is on the list the same moment', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  const without = () => listed(w, lists['guestsWithoutSponsor'] ?? [''])
  // Made without an invitation, as by an import: nobody has answered for them yet.
  assert.deepEqual(await without(), ['Ada Lovelace', 'Bob Okafor'])
  await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, ref(w.fiona.userId))
  await frank.post(`/v1.0/users/${bob}/sponsors/$ref`, ref(w.frank.userId))
  assert.deepEqual(await without(), [])
  assert.equal(
    (await frank.delete(`/v1.0/users/${bob}/sponsors/${w.frank.userId}/$ref`)).status,
    204,
  )
  assert.deepEqual(await without(), ['Bob Okafor'], 'removed by hand')
  assert.equal((await frank.delete(`/v1.0/users/${w.fiona.userId}`)).status, 204)
  assert.deepEqual(await without(), ['Ada Lovelace', 'Bob Okafor'], 'the sponsor is deleted')
  await json(await frank.post(`/v1.0/directory/deletedItems/${w.fiona.userId}/restore`))
  assert.deepEqual(await without(), ['Bob Okafor'], 'and back')
})

test('row 48: what somebody leaves without an owner, a group and an application, is counted and listed', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Ada’s group' }), 201)
  await frank.post(`/v1.0/groups/${group['id']}/owners/$ref`, ref(ada))
  const { appId } = await json(
    await frank.post('/v1.0/servicePrincipals', { displayName: 'Ada’s app' }),
    201,
  )
  const { value } = await json(await frank.get(`/v1.0/servicePrincipals`))
  const application = value.find((one: Json) => one['appId'] === appId).id
  assert.equal(
    (await frank.post(`/v1.0/servicePrincipals/${application}/owners/$ref`, ref(ada))).status,
    204,
  )
  const counts = async () => {
    const { groupsWithoutOwner, applicationsWithoutOwner } = await overviewOf(w)
    return [groupsWithoutOwner, applicationsWithoutOwner]
  }
  assert.deepEqual(await counts(), [0, 0])
  await json(await w.as(w.ada).leave(w.fabrikam))
  assert.deepEqual(await counts(), [1, 1])
  assert.deepEqual(await listed(w, lists['applicationsWithoutOwner'] ?? ['']), ['Ada’s app'])
})

test('U5: requests come oldest first, with what tells two people of one name apart', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const person of [w.bob, w.ada]) {
    await frank.patch(`/v1.0/users/${w.userOf(person, w.fabrikam)}`, {
      accountEnabled: false,
      displayName: 'A. N. Other',
    })
    await json(
      await w
        .as(person)
        .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'removal' }),
      201,
    )
    w.pass(1_000)
  }
  const { value } = await json(
    await w.as(w.frank, w.fabrikam).get('/v1.0/guesthouse.requests?$top=10'),
  )
  assert.deepEqual(
    value.map(({ user }: Json) => [
      user.displayName,
      user.mail,
      user.homeOrganization,
      typeof user.createdDateTime,
    ]),
    [w.bob, w.ada].map(({ upn }) => ['A. N. Other', upn, 'Contoso', 'string']),
  )
  assert.equal(new Set(value.map(({ user }: Json) => user.userPrincipalName)).size, 2)
})

test('R105: who joined and who went is told by months, of days that are over from what was counted, and of later ones as they come', async () => {
  const own = await newStore()
  const w = await world(undefined, { db: own.db })
  const frank = w.as(w.frank, w.fabrikam)
  const monthsOf = async (): Promise<Json[]> =>
    (await json(await frank.get('/v1.0/guesthouse.overview')))['months']
  const latest = async (): Promise<unknown[]> =>
    (await monthsOf()).slice(-2).map(({ joined, departed }) => [joined, departed])
  const [before] = (await latest()).slice(-1)
  await json(await w.as(w.ada).leave(w.fabrikam))
  const [joined, departed] = before as [number, number]
  const after = [joined, departed + 1]
  assert.deepEqual((await latest())[1], after)
  // A day later the day is counted; entries that go with time take nothing of it.
  w.pass(25 * 3_600_000)
  assert.ok((await countTurnover(w.db, w.now())) > 0)
  assert.deepEqual((await latest())[1], after)
  await sql`delete from events where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  assert.deepEqual((await latest())[1], after)
  await json(await w.as(w.bob).leave(w.fabrikam))
  const bobToo = [joined, departed + 2]
  assert.deepEqual((await latest())[1], bobToo)
  await Promise.all([countTurnover(w.db, w.now()), countTurnover(w.db, w.now())])
  assert.deepEqual((await latest())[1], bobToo)
  // A clock that was ahead hides nothing.
  await countTurnover(w.db, new Date(w.now().getTime() + 40 * 24 * 3_600_000))
  assert.deepEqual((await latest())[1], bobToo)
  await countTurnover(w.db, w.now())
  assert.deepEqual((await latest())[1], bobToo)
  w.pass(31 * 24 * 3_600_000)
  await countTurnover(w.db, w.now())
  assert.deepEqual(await latest(), [bobToo, [0, 0]])
  w.pass(366 * 24 * 3_600_000)
  await countTurnover(w.db, w.now())
  assert.ok((await monthsOf()).every((month) => month['joined'] === 0 && month['departed'] === 0))
  assert.equal((await rows(w.db, sql`select 1 from turnover`)).length, 0)
})

test('issue 13: the checklist of the first hour tells what is done, as it is done', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const done = async (): Promise<readonly string[]> => {
    const { firstHour } = await json(await frank.get('/v1.0/guesthouse.overview'))
    return Object.entries(firstHour as Json).flatMap(([item, is]) => (is === true ? [item] : []))
  }
  assert.deepEqual(
    new Set(await done()),
    new Set(['verifiedDomain', 'privacyContact', 'invitedGuest']),
  )
  const organization = `/v1.0/organization/${w.fabrikam.id}`
  const privacyProfile = { contactEmail: null }
  assert.equal((await frank.patch(organization, { privacyProfile })).status, 204)

  const { id } = await json(
    await frank.get(`/v1.0/directoryRoles/roleTemplateId=${roles.globalAdministrator.id}`),
  )
  const members = `/v1.0/directoryRoles/${id}/members/$ref`
  assert.equal((await frank.post(members, ref(w.fiona.userId))).status, 204)
  assert.deepEqual(
    new Set(await done()),
    new Set(['verifiedDomain', 'invitedGuest', 'secondAdministrator']),
  )
  await frank.patch(`/v1.0/users/${w.fiona.userId}`, { accountEnabled: false })
  assert.ok(!(await done()).includes('secondAdministrator'), 'who is disabled cannot act')
})
