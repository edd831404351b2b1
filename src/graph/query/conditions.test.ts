/**
 * Every list takes any condition that the grammar has: compared with a plain predicate over the
 * whole list, and counted.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { hourMs } from '../../kernel/time.ts'

const eventual = { consistencylevel: 'eventual' }
type Cases = Readonly<Record<string, (one: Json) => boolean>>
type Caller = ReturnType<Awaited<ReturnType<typeof world>>['as']>

const compare = async (caller: Caller, list: string, cases: Cases, counts = true) => {
  const all: Json[] = (await json(await caller.get(`/v1.0${list}?$select=*&$top=500`)))['value']
  assert.ok(all.length > 2, `${list}: ${all.length}`)
  for (const [filter, holds] of Object.entries(cases)) {
    const expected = all.filter(holds).map((one) => one['id'])
    assert.ok(expected.length > 0 && expected.length < all.length, `${list}: ${filter} divides`)
    const address = `/v1.0${list}?$top=500&$filter=${encodeURIComponent(filter)}`
    const found = await json(
      await caller.get(counts ? `${address}&$count=true` : address, eventual),
    )
    assert.deepEqual(
      found['value'].map((one: Json) => one['id']),
      expected,
      `${list}: ${filter}`,
    )
    assert.equal(found['@odata.count'], counts ? expected.length : undefined, filter)
  }
}

test('K14: requests and invitations take any condition of their state, kind and dates, and are counted', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch('/v1.0/policies/externalIdentitiesPolicy', {
    allowExternalIdentitiesToLeave: false,
  })
  const ask = async (person: typeof w.ada, kind: string) =>
    json(
      await w
        .as(person)
        .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind, message: 'Please' }),
      201,
    )
  const first = await ask(w.ada, 'removal')
  w.pass(hourMs)
  const noon = w.now().toISOString()
  await ask(w.bob, 'removal')
  await frank.post(`/v1.0/guesthouse.requests/${first['id']}/guesthouse.answer`, {
    action: 'delete',
  })
  w.pass(hourMs)
  await ask(w.ada, 'restore')
  await compare(frank, '/guesthouse.requests', {
    "state eq 'open'": (one) => one['state'] === 'open',
    "not (state eq 'open')": (one) => one['state'] !== 'open',
    "state ne 'done'": (one) => one['state'] !== 'done',
    "state in ('done','declined')": (one) => ['done', 'declined'].includes(one['state']),
    "kind eq 'restore' or state eq 'done'": (one) =>
      one['kind'] === 'restore' || one['state'] === 'done',
    [`createdDateTime ge ${noon} and kind eq 'removal'`]: (one) =>
      one['createdDateTime'] >= noon && one['kind'] === 'removal',
  })
  for (const name of ['eve', 'max', 'zoe'])
    await json(
      await frank.post('/v1.0/invitations', {
        invitedUserEmailAddress: `${name}-${w.fabrikam.id}@outside.example`,
        inviteRedirectUrl: 'https://fabrikam.example/',
      }),
      201,
    )
  const [waiting] = (await json(await frank.get('/v1.0/guesthouse.invitations?$top=1')))['value']
  await frank.post(`/v1.0/guesthouse.invitations/${waiting.id}/guesthouse.revoke`)
  await compare(frank, '/guesthouse.invitations', {
    "not (state eq 'revoked')": (one) => one['state'] !== 'revoked',
    "state in ('revoked','expired')": (one) => one['state'] === 'revoked',
    "state eq 'revoked' or state eq 'accepted'": (one) =>
      ['revoked', 'accepted'].includes(one['state']),
  })
})

test('K14: roles and who holds them take any condition of their ids and names', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  await w.grant(w.ada, w.fabrikam, 'guestInviter')
  const frank = w.as(w.frank, w.fabrikam)
  const list = '/roleManagement/directory/roleDefinitions'
  const roles: Json[] = (await json(await frank.get(`/v1.0${list}`)))['value']
  const inviter = roles.find((one) => one['displayName'] === 'Guest Inviter')?.['id']
  await compare(
    frank,
    list,
    {
      "displayName in ('guest inviter','User Administrator')": (one) =>
        ['Guest Inviter', 'User Administrator'].includes(one['displayName']),
      [`not (id eq '${inviter}')`]: (one) => one['id'] !== inviter,
      [`id eq '${inviter}' or displayName eq 'Global Reader'`]: (one) =>
        one['id'] === inviter || one['displayName'] === 'Global Reader',
    },
    false,
  )
  await compare(frank, '/roleManagement/directory/roleAssignments', {
    [`principalId eq '${w.fiona.userId}' or roleDefinitionId eq '${inviter}'`]: (one) =>
      one['principalId'] === w.fiona.userId || one['roleDefinitionId'] === inviter,
    [`roleDefinitionId ne '${inviter}'`]: (one) => one['roleDefinitionId'] !== inviter,
    [`not (principalId in ('${w.fiona.userId}','${w.frank.userId}'))`]: (one) =>
      ![w.fiona.userId, w.frank.userId].includes(one['principalId']),
  })
})

const about = (target: string) => (one: Json) =>
  one['targetResources'].some((of: Json) => of['id'] === target)
const did = (one: Json) => one['initiatedBy']['user']?.['id']
const named = (one: Json) => one['activityDisplayName']

test('K14: the audit log takes any condition of activity, time, who did it and to whom', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  await frank.patch(`/v1.0/users/${bob}`, { accountEnabled: false })
  w.pass(hourMs)
  const noon = w.now().toISOString()
  await w.as(w.ada).leave(w.fabrikam)
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: 'Crew' }), 201)
  await frank.post(`/v1.0/groups/${id}/members/$ref`, {
    '@odata.id': `https://graph.example/users/${w.fiona.userId}`,
  })
  await compare(
    frank,
    '/auditLogs/directoryAudits',
    {
      "activityDisplayName in ('disable account','Add group')": (one) =>
        ['Disable account', 'Add group'].includes(named(one)),
      "not (activityDisplayName eq 'Add group')": (one) => named(one) !== 'Add group',
      [`targetResources/any(t:t/id eq '${bob}') or targetResources/any(t:t/id eq '${id}')`]: (
        one,
      ) => about(bob)(one) || about(id)(one),
      [`targetResources/any(t:t/id eq '${id}') and targetResources/any(t:t/id eq '${w.fiona.userId}')`]:
        (one) => about(id)(one) && about(w.fiona.userId)(one),
      [`not (targetResources/any(t:t/id eq '${bob}')) and initiatedBy/user/id eq '${w.frank.userId}'`]:
        (one) => !about(bob)(one) && did(one) === w.frank.userId,
      [`activityDateTime lt ${noon} or initiatedBy/user/id eq '${ada}'`]: (one) =>
        one['activityDateTime'] < noon || did(one) === ada,
    },
    false,
  )
})

test('contract §3.3: applications, service principals and assignments take the filters that clients send, and none finds what it does not name', async () => {
  const w = await world()
  const stage = stageOf(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const [first = '', second = ''] = [
    await stage.application(),
    await stage.application(),
    await stage.application(),
  ]
  const [user, other] = [await stage.person(), await stage.person()]
  const group = await stage.group({ displayName: 'Assigned' })
  for (const id of [user.userId, other.userId, group]) await stage.assigned(id, first)
  for (const id of [second, first]) await stage.assigned(w.fiona.userId, id)
  await stage.assigned(w.fiona.userId, await stage.application())
  const { appId } = await json(await frank.get(`/v1.0/servicePrincipals/${first}`))
  const isFirst = (one: Json) => one['id'] === first
  await compare(frank, '/servicePrincipals', {
    [`servicePrincipalNames/any(c:c eq '${appId}')`]: isFirst,
    [`servicePrincipalNames/any(c:startsWith(c,'${appId}')) and appOwnerOrganizationId eq ${w.fabrikam.id}`]:
      isFirst,
    [`tags/any(t:t eq 'x') or id eq '${first}'`]: isFirst,
    [`not(servicePrincipalNames/any(c:c eq '${appId}')) and alternativeNames/$count eq 0`]: (one) =>
      !isFirst(one),
  })
  await compare(frank, '/applications', {
    [`identifierUris/any(c:c eq 'api://x') or appId eq '${appId}'`]: (one) =>
      one['appId'] === appId,
    [`not(identifierUris/any()) and not(appId eq '${appId}')`]: (one) => one['appId'] !== appId,
  })
  const graph = await json(
    await frank.get(
      `/v1.0/servicePrincipals?$filter=servicePrincipalNames/any(c:c eq '00000003-0000-0000-c000-000000000000')`,
    ),
  )
  assert.deepEqual(
    graph['value'].map((one: Json) => one['displayName']),
    ['Microsoft Graph'],
  )
  await compare(frank, `/servicePrincipals/${first}/appRoleAssignedTo`, {
    "principalDisplayName eq 'ASSIGNED'": (one) => one['principalId'] === group,
    [`startsWith(principalDisplayName,'scene')`]: (one) =>
      one['principalDisplayName'].startsWith('Scene'),
    [`principalId in ('${user.userId}','${group}')`]: (one) =>
      [user.userId, group].includes(one['principalId']),
  })
  await compare(frank, `/users/${w.fiona.userId}/appRoleAssignments`, {
    [`resourceId eq ${first}`]: (one) => one['resourceId'] === first,
    [`not(resourceId eq ${first})`]: (one) => one['resourceId'] !== first,
  })
  for (const id of [first, second]) await stage.permitted(id)
  const given = await json(
    await frank.get(
      `/v1.0/servicePrincipals/${graph['value'][0].id}/appRoleAssignedTo?$count=true&$filter=principalId eq '${first}' and resourceId eq '${graph['value'][0].id}'`,
      eventual,
    ),
  )
  assert.deepEqual(
    [given['@odata.count'], given['value'].map((one: Json) => one['principalId'])],
    [1, [first]],
  )
})
