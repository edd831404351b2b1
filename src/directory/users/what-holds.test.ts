/**
 * What nobody would have noticed if it broke: each of these tests failed on a break that was made
 * on purpose (test/mutations/heights.ts).
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changes } from '../../../test/asking.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Organization } from '../../../test/world.ts'
import { lackAtDoor } from '../../access/lack.ts'
import { unroled } from '../../access/permission.ts'
import { roles, type RoleName } from '../../access/roles.ts'
import { graphRoutes } from '../../graph/app.ts'
import type { GraphRoute } from '../../graph/exchange.ts'
import { acceptInvitation } from '../../invitations/accept.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { rows } from '../../store/database.ts'
import { sql } from 'kysely'
import { emailIssuer } from '../../kernel/address.ts'
import { createPasswordLink } from '../../credentials/password/link.ts'
import { operatorAuthority } from '../authority.ts'

type World = Awaited<ReturnType<typeof world>>

/**
 * Every row of every table of an organization, as text; the table of rows of the provider and of
 * sessions included.
 */
const everyRow = async (w: World, at: Organization): Promise<Record<string, string>> => {
  const tables = await rows(
    w.db,
    sql<{
      name: string
    }>`select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const found = await rows(
        w.db,
        sql<{
          row: string
        }>`select x::text as row from ${sql.table(name)} x where tenant_id = ${at.id} order by 1`,
      )
      return [name, found.map(({ row }) => row).join('\n')] as const
    }),
  )
  assert.ok(texts.length > 20, `${texts.length} tables`)
  return Object.fromEntries(texts)
}

const activitiesOf = async (w: World, at: Organization): Promise<string[]> =>
  (
    await rows(
      w.db,
      sql<{
        activity: string
      }>`select activity from events where tenant_id = ${at.id} order by at, id`,
    )
  ).map(({ activity }) => activity)

test('R12, R13: leaving does not come in first: nothing of it stands in either log, and it needs no door', async () => {
  const w = await world()
  const before = [await activitiesOf(w, w.fabrikam), await activitiesOf(w, w.contoso)]
  await w.as(w.ada).leave(w.fabrikam)
  assert.deepEqual(await activitiesOf(w, w.fabrikam), [...(before[0] ?? []), 'user.left'])
  assert.deepEqual(await activitiesOf(w, w.contoso), before[1])
})

test('R18: leaving one organization changes no row of any table of another, and ends no session there', async () => {
  const w = await world()
  const [there, ada] = [w.as(w.ada, w.northwind), w.as(w.ada)]
  assert.equal((await there.get('/v1.0/me')).status, 200)
  await ada.get('/account/me')
  const before = [await everyRow(w, w.contoso), await everyRow(w, w.northwind)]
  assert.equal((await ada.leave(w.fabrikam)).status, 200)
  assert.deepEqual([await everyRow(w, w.contoso), await everyRow(w, w.northwind)], before)
  assert.equal((await there.get('/v1.0/me')).status, 200, 'what was open there stays open')
})

const reference = (id: unknown) => ({ '@odata.id': `https://x.example/users/${String(id)}` })

/** A guest with one link of every kind. */
const linked = async () => {
  const w = await world()
  const { id: tenantId } = w.fabrikam
  const ada = w.userOf(w.ada, w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  await sql`update users set creation_type = 'Invitation' where tenant_id = ${tenantId} and id = ${ada}`.execute(
    w.db,
  )
  await w.grant(w.ada, w.fabrikam, 'directoryReaders')
  const group = (await json(await frank.post('/v1.0/groups', { displayName: 'Crew' }), 201))['id']
  const application = (
    await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Payroll' }), 201)
  )['id']
  const sent = [
    await frank.post(`/v1.0/groups/${group}/members/$ref`, reference(ada)),
    await frank.post(`/v1.0/groups/${group}/owners/$ref`, reference(ada)),
    await frank.post(`/v1.0/servicePrincipals/${application}/owners/$ref`, reference(ada)),
    await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, reference(w.fiona.userId)),
    await frank.put(`/v1.0/users/${ada}/manager/$ref`, reference(w.fiona.userId)),
    await frank.put(`/v1.0/users/${w.fiona.userId}/manager/$ref`, reference(w.frank.userId)),
    await frank.post(`/v1.0/servicePrincipals/${application}/appRoleAssignedTo`, {
      principalId: ada,
      resourceId: application,
      appRoleId: '00000000-0000-0000-0000-000000000000',
    }),
  ]
  for (const answer of sent) assert.ok(answer.ok, `${answer.status} ${await answer.text()}`)
  const links = async (): Promise<Record<string, string>> => {
    const all = await everyRow(w, w.fabrikam)
    const names = [
      'memberships',
      'group_owners',
      'application_owners',
      'app_role_assignments',
      'role_assignments',
      'sponsors',
      'managers',
    ]
    return Object.fromEntries(names.map((name) => [name, all[name] ?? '']))
  }
  for (const [name, text] of Object.entries(await links())) assert.ok(text.includes(ada), name)
  return { w, frank, ada, links }
}

test('R48: disabled and enabled again, a guest has the same groups, ownerships, applications, roles, sponsors and manager', async () => {
  const { frank, ada, links } = await linked()
  const before = await links()
  for (const accountEnabled of [false, true]) {
    assert.equal((await frank.patch(`/v1.0/users/${ada}`, { accountEnabled })).status, 204)
    assert.deepEqual(await links(), before, `accountEnabled ${accountEnabled}`)
  }
})

test('R100: a reset of redemption leaves groups, ownerships, applications, roles, sponsors and manager as they are', async () => {
  const { w, frank, ada, links } = await linked()
  const before = await links()
  const wish = {
    invitedUserEmailAddress: w.ada.upn,
    inviteRedirectUrl: 'https://app.example/',
    resetRedemption: true,
    invitedUser: { id: ada },
  }
  await json(await frank.post('/v1.0/invitations', wish), 201)
  assert.deepEqual(await links(), before)
})

test('R70: each order of the deleted users is another one', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const names = ['Mia', 'Zoe', 'Ann'] as const
  const made = await Promise.all(names.map((name) => w.member(w.fabrikam, `${name} Last`)))
  for (const [n, { userId }] of made.entries()) {
    await frank.patch(`/v1.0/users/${userId}`, {
      userPrincipalName: `${['c', 'a', 'b'][n]}@${w.fabrikam.domain}`,
    })
    await json(await frank.delete(`/v1.0/users/${userId}`), 204)
    w.pass(1_000)
  }
  const inOrder = async (by: string): Promise<string[]> =>
    (
      await json(
        await frank.get(`/v1.0/directory/deletedItems/microsoft.graph.user?$orderby=${by}`),
      )
    )['value'].map((one: Json) => String(one['displayName']).slice(0, 3))
  assert.deepEqual(await inOrder('deletedDateTime asc'), ['Mia', 'Zoe', 'Ann'])
  assert.deepEqual(await inOrder('deletedDateTime desc'), ['Ann', 'Zoe', 'Mia'])
  assert.deepEqual(await inOrder('displayName asc'), ['Ann', 'Mia', 'Zoe'])
})

test('R15, R83, R85: the event of leaving is written in the transaction of the deletion, and says nothing that the person is reached by', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const [found] = await rows(
    w.db,
    sql<{ together: boolean; text: string }>`
      select u.xmin::text = e.xmin::text as together, e::text as text from users u join events e on e.tenant_id = u.tenant_id and e.target_id = u.id
      where u.tenant_id = ${w.fabrikam.id} and u.id = ${id} and e.activity = 'user.left'`,
  )
  assert.equal(found?.together, true)
  for (const word of [w.ada.upn, 'Ada', 'Lovelace', w.contoso.domain])
    assert.ok(!found?.text.includes(word), `${word} in ${found?.text}`)
})

test('R113: inviting and redeeming write one audit entry each, with actor, target and result', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const address = `new-${newId()}@outside.example`
  const wish = { invitedUserEmailAddress: address, inviteRedirectUrl: 'https://app.example/' }
  const invited = await json(await frank.post('/v1.0/invitations', wish), 201)
  const id = String(invited['invitedUser']['id'])
  const token = String(invited['inviteRedeemUrl']).split('/').at(-1) ?? ''
  const acceptor = { who: { issuer: emailIssuer, subject: address }, addressProved: true }
  assert.equal(
    (
      await acceptInvitation(w.db, token, acceptor, {
        now: w.now(),
        correlationId: newId(),
        address: null,
      })
    ).outcome,
    'accepted',
  )
  const { value } = await json(await frank.get(`/v1.0/auditLogs/directoryAudits`))
  const ofThem = value.filter((one: Json) =>
    one['targetResources'].some((target: Json) => target['id'] === id),
  )
  const byName = (name: RegExp) =>
    ofThem.filter((one: Json) => name.test(String(one['activityDisplayName'])))
  const [invitation, ...noMore] = byName(/invite external user/i)
  const [redemption, ...noMoreEither] = byName(/redeem external user invite/i)
  assert.deepEqual([noMore, noMoreEither], [[], []])
  assert.equal(invitation?.['initiatedBy']['user']['id'], w.frank.userId)
  assert.equal(redemption?.['initiatedBy']['user']['id'], id)
  for (const one of [invitation, redemption]) assert.equal(one?.['result'], 'success')
})

test('R86: who comes back from under a hold is under none, and can be purged when they are deleted again', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.userOf(w.ada, w.fabrikam)
  const item = `/v1.0/directory/deletedItems/${id}`
  await frank.delete(`/v1.0/users/${id}`)
  await json(await frank.post(`${item}/guesthouse.hold`, { reason: 'A case' }), 204)
  await json(await frank.post(`${item}/restore`, {}))
  await frank.delete(`/v1.0/users/${id}`)
  assert.equal((await frank.delete(item)).status, 204)
})

const codes = (list: readonly Json[]) => list.map((one) => String(one['code'])).toSorted()

test('R61: the preview of a restore names what stands in its way, each conflict that the restore then names', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.fiona.userId
  await frank.patch(`/v1.0/users/${id}`, { proxyAddresses: ['smtp:shared@fabrikam.example'] })
  await frank.delete(`/v1.0/users/${id}`)
  const other = await w.member(w.fabrikam, 'Fiona Byrne')
  await frank.patch(`/v1.0/users/${other.userId}`, {
    proxyAddresses: ['smtp:shared@fabrikam.example'],
  })
  const preview = await json(
    await frank.get(`/v1.0/directory/deletedItems/${id}/guesthouse.restorePreview`),
  )
  assert.deepEqual(codes(preview['conflicts']), [
    'proxyAddressConflict',
    'userPrincipalNameConflict',
  ])
  const refused = await json(await frank.post(`/v1.0/directory/deletedItems/${id}/restore`), 409)
  assert.deepEqual(codes(refused['error']['details']), codes(preview['conflicts']))
})

test('R8, R52, R40: an ending past its window stands in no list of mine, and a restore of it cannot be asked for', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  await ada.leave(w.fabrikam)
  const names = async () =>
    (await json(await w.as(w.ada).get('/account/organizations')))['value'].map(
      (one: Json) => one['displayName'],
    )
  const askBack = () =>
    w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' })
  w.pass(30 * dayMs - 1)
  assert.deepEqual(await names(), ['Contoso', 'Fabrikam', 'Northwind'])
  w.pass(1)
  assert.deepEqual(await names(), ['Contoso', 'Northwind'])
  assert.ok([404, 409].includes((await askBack()).status))
  assert.equal(
    (await rows(w.db, sql`select 1 from requests where tenant_id = ${w.fabrikam.id}`)).length,
    0,
  )
})

test('R96: another list of domains leaves accepted guests as they are, enabled and signed in', async () => {
  const w = await world()
  const there = w.as(w.ada, w.fabrikam)
  assert.equal((await there.get('/v1.0/me')).status, 200)
  const guests = () =>
    rows(
      w.db,
      sql<{
        row: string
      }>`select u::text as row from users u where tenant_id = ${w.fabrikam.id} and user_type = 'Guest' order by 1`,
    )
  const before = await guests()
  const policy = { 'guesthouse.domainRule': 'block', 'guesthouse.domains': [w.contoso.domain] }
  const path = '/v1.0/policies/authorizationPolicy'
  const answer = await w.as(w.frank, w.fabrikam).patch(path, policy)
  assert.equal(answer.status, 204, await answer.text())
  assert.deepEqual(await guests(), before)
  assert.equal((await there.get('/v1.0/me')).status, 200)
})

const makesGroup = async (as: ReturnType<World['as']>) =>
  (await as.post('/v1.0/groups', { displayName: 'Mine' })).status

test('R120: roles held in one organization count in no other, neither at home nor as a guest', async () => {
  const w = await world()
  await w.grant(w.ada, w.northwind, 'globalAdministrator')
  assert.equal(await makesGroup(w.as(w.ada, w.northwind)), 201)
  for (const at of [w.fabrikam, w.contoso]) {
    const ada = w.as(w.ada, at)
    assert.equal((await ada.get('/v1.0/me')).status, 200)
    assert.equal(await makesGroup(ada), 403, at.name)
    // She may what Bob may, who holds no role anywhere: members read others.
    const mayOf = async (person: typeof w.ada) =>
      (await json(await w.as(person, at).get('/v1.0/me/guesthouse.capabilities')))['may']
    assert.deepEqual(await mayOf(w.ada), await mayOf(w.bob), at.name)
  }
  assert.equal(await makesGroup(w.as(w.carol, w.contoso)), 201)
  assert.equal(
    (await w.as(w.carol, w.fabrikam).get('/v1.0/me')).status,
    401,
    'who is nobody there gets no token',
  )
})

test('R62: a deleted user is in no list, count, search, filter, membership, role or token', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = w.fiona.userId
  const { id: group } = await json(await frank.post('/v1.0/groups', { displayName: 'Crew' }), 201)
  for (const kind of ['members', 'owners'])
    await frank.post(`/v1.0/groups/${group}/${kind}/$ref`, {
      '@odata.id': `https://x.example/users/${id}`,
    })
  await w.grant(w.fiona, w.fabrikam, 'globalReader')
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal((await fiona.get('/v1.0/me')).status, 200)
  const lists = [
    '/users',
    '/users?$search="displayName:Fiona"',
    `/users?$filter=userPrincipalName eq '${w.fiona.upn}'`,
    `/users?$filter=id eq '${id}'`,
    `/users?$filter=startswith(displayName,'Fiona')`,
    `/users?$filter=mail eq '${w.fiona.upn}'`,
    '/users?$orderby=userPrincipalName',
    '/users?$orderby=createdDateTime',
    `/groups/${group}/members`,
    `/groups/${group}/owners`,
    `/roleManagement/directory/roleAssignments?$filter=principalId eq '${id}'`,
  ]
  const texts = () =>
    Promise.all(
      lists.map(async (path) =>
        JSON.stringify(
          (await json(await frank.get(`/v1.0${path}`, { consistencylevel: 'eventual' })))['value'],
        ),
      ),
    )
  for (const [n, text] of (await texts()).entries())
    assert.ok(text.includes(id), `${lists[n]} has her while she is there`)
  const count = async () =>
    (await json(await frank.get('/v1.0/users?$count=true', { consistencylevel: 'eventual' })))[
      '@odata.count'
    ]
  const before = await count()
  await json(await frank.delete(`/v1.0/users/${id}`), 204)
  for (const [n, text] of (await texts()).entries()) assert.ok(!text.includes(id), lists[n])
  assert.equal(await count(), before - 1)
  for (const path of [`/users/${id}`, `/users/${w.fiona.upn}`])
    assert.equal((await frank.get(`/v1.0${path}`)).status, 404, path)
  assert.equal((await fiona.get('/v1.0/me')).status, 401)
  assert.equal(
    (
      await createPasswordLink(
        w.db,
        { tenantId: w.fabrikam.id, userId: id },
        operatorAuthority,
        w.operator(),
      )
    ).outcome,
    'notFound',
  )
})

/** What the role opens to somebody who sees nothing else. */
const doorsOf = (role: RoleName): GraphRoute[] => {
  const holder = {
    kind: 'person',
    roles: [role],
    scopes: ['Directory.AccessAsUser.All'],
    level: 'restricted',
    readsOthers: false,
  } as const
  return graphRoutes.filter(({ permission }) => lackAtDoor(holder, permission) === undefined)
}

test('R118, R119: a Guest Inviter may invite and nothing else, a Directory Reader reads the directory and changes nothing: at every route', () => {
  const everybodys = new Set<string>(unroled)
  const actionsOf = (role: RoleName, changing: boolean): string[] => {
    const doors = doorsOf(role).filter((row) => changes(row) === changing)
    return [...new Set(doors.map(({ permission }) => permission.need.action))]
      .filter((action) => !everybodys.has(action))
      .toSorted()
  }
  assert.ok(graphRoutes.length > 60, `${graphRoutes.length} routes`)
  assert.deepEqual(actionsOf('guestInviter', false), ['organization.read', 'policies.read'])
  assert.deepEqual(actionsOf('guestInviter', true), [])
  assert.deepEqual(actionsOf('directoryReaders', false), [
    'groups.read',
    'organization.read',
    'policies.read',
    'users.inspect',
    'users.read',
  ])
  assert.deepEqual(actionsOf('directoryReaders', true), [])
})

test('R55: another retention period, set where administrators set it, counts for later deletions only', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await w.as(w.ada).leave(w.fabrikam)
  const organization = (await json(await frank.get('/v1.0/organization?$select=*')))['value'][0]?.[
    'id'
  ]
  const path = `/v1.0/organization/${organization}`
  for (const days of [6, 91])
    await refusal(await frank.patch(path, { 'guesthouse.deletedRetentionDays': days }), 400)
  assert.equal((await frank.patch(path, { 'guesthouse.deletedRetentionDays': 7 })).status, 204)
  await w.as(w.bob).leave(w.fabrikam)
  const until = async (person: typeof w.ada) =>
    (
      await json(
        await frank.get(`/v1.0/directory/deletedItems/${w.userOf(person, w.fabrikam)}?$select=*`),
      )
    )['guesthouse.daysLeft']
  assert.deepEqual([await until(w.ada), await until(w.bob)], [30, 7])
})

test('R75: who is invited again after a permanent deletion is somebody new: a fresh id without former groups or roles', async () => {
  const { w, frank, ada } = await linked()
  await frank.delete(`/v1.0/users/${ada}`)
  assert.equal((await frank.delete(`/v1.0/directory/deletedItems/${ada}`)).status, 204)
  const wish = { invitedUserEmailAddress: w.ada.upn, inviteRedirectUrl: 'https://app.example/' }
  const id = String(
    (await json(await frank.post('/v1.0/invitations', wish), 201))['invitedUser']['id'],
  )
  assert.notEqual(id, ada)
  assert.deepEqual((await json(await frank.get(`/v1.0/users/${id}/memberOf`)))['value'], [])
  const held = `/v1.0/roleManagement/directory/roleAssignments?$filter=principalId eq '${id}'`
  assert.deepEqual((await json(await frank.get(held)))['value'], [])
  assert.equal(roles.directoryReaders.displayName, 'Directory Readers')
})
