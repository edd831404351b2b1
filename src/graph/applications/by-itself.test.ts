/**
 * An application that acts by itself at the directory API: what it asks for and was given, what its
 * token says, what it may do and what not, and what the log says of it.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { roleIds, scopeIds, type GraphRole } from '../../access/graph-scopes.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { registerApplication } from '../../../test/sign-on.ts'
import { newId } from '../../kernel/ids.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>

const stageOf = async (w: World, at: Organization, admin: Person) => {
  const by = w.as(admin, at)
  const graph = await json(await by.get(`/v1.0/servicePrincipals(appId='${graphAudience}')`))
  const made = await registerApplication(w, at, admin, { name: 'Cleaner' })
  const path = `/v1.0/servicePrincipals/${made.id}/appRoleAssignments`
  const give = (name: GraphRole): Promise<Response> =>
    by.post(path, {
      principalId: made.id,
      resourceId: graph['id'],
      appRoleId: roleIds[name],
    })
  const token = () => applicationToken(w, made)
  return { by, graph, made, path, give, token, callWith: (text: string) => callWith(w, text) }
}

test('an application lists guests, disables, deletes and restores one by itself, and the log says that it did', async () => {
  const w = await world()
  const { give, token, callWith, by, made } = await stageOf(w, w.fabrikam, w.frank)
  assert.equal((await give('User.ReadWrite.All')).status, 201)
  const text = await token()
  const claims = decodeJwt(text)
  assert.deepEqual(
    ['aud', 'tid', 'oid', 'sub', 'appid', 'idtyp', 'app_displayname', 'roles', 'scp'].map(
      (name) => claims[name],
    ),
    [
      graphAudience,
      w.fabrikam.id,
      made.id,
      made.id,
      made.appId,
      'app',
      'Cleaner',
      ['User.ReadWrite.All'],
      undefined,
    ],
  )
  const call = callWith(text)
  const guests = await json(await call('GET', "/users?$filter=userType eq 'Guest'"))
  const ada = w.ada.users.get(w.fabrikam.id) ?? ''
  assert.ok(guests['value'].some((one: Json) => one['id'] === ada))
  assert.equal((await call('PATCH', `/users/${ada}`, { accountEnabled: false })).status, 204)
  assert.equal((await call('PATCH', `/users/${ada}`, { accountEnabled: true })).status, 204)
  assert.equal((await call('DELETE', `/users/${ada}`)).status, 204)
  assert.equal((await call('POST', `/directory/deletedItems/${ada}/restore`, {})).status, 200)
  const log = await json(await by.get('/v1.0/auditLogs/directoryAudits?$top=100'))
  const done = log['value'].filter(
    (one: Json) => one['initiatedBy']['app']?.['servicePrincipalId'] === made.id,
  )
  assert.deepEqual(
    done.map((one: Json) => one['activityDisplayName']),
    ['Restore user', 'Delete user', 'Enable account', 'Disable account'],
  )
  assert.deepEqual(done[0]['initiatedBy'], {
    user: null,
    app: { appId: made.appId, displayName: 'Cleaner', servicePrincipalId: made.id },
  })
  const given = log['value'].find(
    (one: Json) => one['activityDisplayName'] === 'Add app role assignment to service principal',
  )
  assert.equal(given['targetResources'][0]['id'], made.id)
})

test('an application without an app role gets 403 with the names of those it needs, at /me 400, and with another organization’s id nothing', async () => {
  const w = await world()
  const { token, callWith, give } = await stageOf(w, w.fabrikam, w.frank)
  const call = callWith(await token())
  const { message } = await refusal(await call('GET', '/users'), 403)
  assert.match(message, /needs one of these permissions: .*User\.Read\.All/)
  const me = await refusal(await call('GET', '/me'), 400)
  assert.equal(me.message, '/me request is only valid with delegated authentication flow.')
  await give('User.ReadWrite.All')
  const stale = await call('GET', '/users')
  assert.equal(stale.status, 403, 'what was given later stands in the next token')
  const next = callWith(await token())
  assert.equal((await next('GET', '/users')).status, 200)
  assert.equal((await next('GET', `/users/${w.nora.userId}`)).status, 404)
  assert.equal((await next('POST', '/groups', { displayName: 'No' })).status, 403)
})

test('what is taken from an application is over at once, and so is the application when it is deleted', async () => {
  const w = await world()
  const { by, path, token, callWith, give, made } = await stageOf(w, w.fabrikam, w.frank)
  const assigned = await json(await give('User.Read.All'), 201)
  assert.deepEqual(
    ['principalType', 'resourceDisplayName', 'principalId'].map((name) => assigned[name]),
    ['ServicePrincipal', 'Microsoft Graph', made.id],
  )
  const call = callWith(await token())
  assert.equal((await call('GET', '/users')).status, 200)
  assert.equal((await by.delete(`${path}/${assigned['id']}`)).status, 204)
  assert.equal((await call('GET', '/users')).status, 403)
  await give('User.Read.All')
  assert.equal((await call('GET', '/users')).status, 200)
  assert.equal((await by.delete(`/v1.0/applications(appId='${made.appId}')`)).status, 204)
  assert.equal((await call('GET', '/users')).status, 401)
})

test('an app role reaches nobody who holds a directory role, and lets nobody be second administrator or attest', async () => {
  const w = await world()
  const { token, callWith, give } = await stageOf(w, w.fabrikam, w.frank)
  for (const name of ['User.ReadWrite.All', 'User.DeleteRestore.All'] as const) await give(name)
  const call = callWith(await token())
  await refusal(await call('DELETE', `/users/${w.frank.userId}`), 403)
  await refusal(await call('PATCH', `/users/${w.frank.userId}`, { accountEnabled: false }), 403)
  const ada = w.ada.users.get(w.fabrikam.id) ?? ''
  for (const [method, address, body] of [
    ['POST', `/users/${ada}/microsoft.graph.identityGovernance.attest`, {}],
    ['POST', `/guesthouse.purgeRequests/${newId()}/guesthouse.answer`, { action: 'approve' }],
    ['POST', `/users/${ada}/exportPersonalData`, {}],
  ] as const) {
    const { message } = await refusal(await call(method, address, body), 403)
    assert.match(message, /it takes a person/, address)
  }
})

test('R137: where permanent deletions wait, an application is told that it takes a person, and nothing is said to wait', async () => {
  const w = await world()
  const { by, token, callWith, give } = await stageOf(w, w.fabrikam, w.frank)
  for (const name of [
    'User.DeleteRestore.All',
    'Group.ReadWrite.All',
    'Organization.ReadWrite.All',
  ] as const)
    await give(name)
  const call = callWith(await token())
  const bob = w.userOf(w.bob, w.fabrikam)
  const group = String(
    (await json(await by.post('/v1.0/groups', { displayName: 'Welders' }), 201))['id'],
  )
  for (const path of [`users/${bob}`, `groups/${group}`])
    await json(await by.delete(`/v1.0/${path}`), 204)
  await json(
    await by.post('/v1.0/organization/guesthouse.protectPurges', {
      protection: 'waiting',
      waitingHours: 24,
    }),
  )
  for (const id of [bob, group]) {
    const { message } = await refusal(await call('DELETE', `/directory/deletedItems/${id}`), 403)
    assert.match(message, /it takes a person/)
  }
  const many = '/directory/deletedItems/guesthouse.permanentlyDelete'
  const [row] = (await json(await call('POST', many, { ids: [bob] })))['value'] as Json[]
  assert.deepEqual([row?.['deleted'], row?.['waits']], [false, undefined])
  assert.match(String(row?.['message']), /it takes a person/)
  const less = { protection: 'none' }
  const protect = await call('POST', '/organization/guesthouse.protectPurges', less)
  assert.match((await refusal(protect, 403)).message, /it takes a person/)
  const asked = await json(await by.get('/v1.0/guesthouse.purgeRequests'))
  assert.deepEqual(asked['value'], [])
})

test('the directory API is a service principal of every organization, with every permission by its published id', async () => {
  const w = await world()
  const { graph, by } = await stageOf(w, w.fabrikam, w.frank)
  const found = await json(
    await by.get(`/v1.0/servicePrincipals?$filter=appId eq '${graphAudience}'`),
  )
  assert.deepEqual(
    found['value'].map((one: Json) => [one['id'], one['displayName']]),
    [[graph['id'], 'Microsoft Graph']],
  )
  const counted = await by.get(
    `/v1.0/servicePrincipals/$count?$filter=appId eq '${graphAudience}'`,
    { consistencylevel: 'eventual' },
  )
  assert.equal(await counted.text(), '1')
  assert.equal(
    (await json(await by.get(`/v1.0/servicePrincipals/${graph['id']}`)))['id'],
    graph['id'],
  )
  const there = await stageOf(w, w.northwind, w.nora)
  assert.notEqual(there.graph['id'], graph['id'])
  const role = graph['appRoles'].find((one: Json) => one['value'] === 'User.Read.All')
  assert.deepEqual(
    [role['id'], role['allowedMemberTypes']],
    ['df021288-bdef-4463-88db-98f22de89214', ['Application']],
  )
  assert.ok(graph['oauth2PermissionScopes'].some((one: Json) => one['value'] === 'User.Read'))
})

test('who gives no roles gives no permission, and changes no way to get at one that was given', async () => {
  const w = await world()
  const { made, graph, give, by, path } = await stageOf(w, w.fabrikam, w.frank)
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const side = `/v1.0/servicePrincipals/${graph['id']}/appRoleAssignedTo`
  const wish = {
    principalId: made.id,
    resourceId: graph['id'],
    appRoleId: roleIds['User.Read.All'],
  }
  for (const address of [side, path]) await refusal(await fiona.post(address, wish), 403)
  const secret = `/v1.0/servicePrincipals/${made.id}/addPassword`
  assert.equal((await fiona.post(secret, {})).status, 200)
  const assigned = await json(await by.post(side, wish), 201)
  await refusal(await fiona.post(secret, {}), 403)
  await refusal(await fiona.delete(`${side}/${assigned['id']}`), 403)
  assert.deepEqual(
    (await json(await by.get(side)))['value'].map((one: Json) => one['appRoleId']),
    [wish.appRoleId],
  )
  assert.equal((await give('User.Read.All')).status, 400, 'once is enough')
  for (const wrong of [{ appRoleId: newId() }, { principalId: newId() }])
    await refusal(await by.post(side, { ...wish, ...wrong }), 400)
  await refusal(await by.post(path, { ...wish, resourceId: made.id }), 400)
  await refusal(await by.post(path, { ...wish, principalId: newId() }), 400)
  assert.equal((await by.delete(`${side}/${assigned['id']}`)).status, 204)
  await refusal(await by.delete(`${side}/${assigned['id']}`), 404)
  await refusal(await by.get(`/v1.0/servicePrincipals/${newId()}/appRoleAssignments`), 404)
  assert.deepEqual((await json(await by.get(path)))['value'], [])
})

test('an application that writes applications gives no permission, to itself neither, and takes none; one with that right does, to others than itself', async () => {
  const w = await world()
  const { made, graph, give, path, token, callWith, by } = await stageOf(w, w.fabrikam, w.frank)
  const assigned = await json(await give('Application.ReadWrite.All'), 201)
  const sides = [
    `/servicePrincipals/${graph['id']}/appRoleAssignedTo`,
    `/servicePrincipals/${made.id}/appRoleAssignments`,
  ]
  const wish = {
    principalId: made.id,
    resourceId: graph['id'],
    appRoleId: roleIds['RoleManagement.ReadWrite.Directory'],
  }
  const writer = callWith(await token())
  for (const side of sides) {
    await refusal(await writer('POST', side, wish), 403)
    await refusal(await writer('DELETE', `${side}/${assigned['id']}`), 403)
  }
  assert.equal((await json(await by.get(path)))['value'].length, 1)
  await give('AppRoleAssignment.ReadWrite.All')
  const giver = callWith(await token())
  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Sorter' })
  const theirs = [sides[0] ?? '', `/servicePrincipals/${other.id}/appRoleAssignments`]
  for (const side of sides) {
    const { message } = await refusal(await giver('POST', side, wish), 403)
    assert.match(message, /cannot give itself more/)
  }
  for (const side of theirs) {
    const given = await json(await giver('POST', side, { ...wish, principalId: other.id }), 201)
    assert.equal((await giver('DELETE', `${side}/${given['id']}`)).status, 204, side)
  }
})

test('what an application asks for by itself stands in its registration and gives nothing', async () => {
  const w = await world()
  const { made, by, token, callWith } = await stageOf(w, w.fabrikam, w.frank)
  const asked = [
    {
      resourceAppId: graphAudience,
      resourceAccess: [
        { id: scopeIds['User.Read'], type: 'Scope' },
        { id: roleIds['User.Read.All'], type: 'Role' },
      ],
    },
  ]
  const address = `/v1.0/applications(appId='${made.appId}')`
  assert.equal((await by.patch(address, { requiredResourceAccess: asked })).status, 204)
  assert.deepEqual((await json(await by.get(address)))['requiredResourceAccess'], asked)
  assert.deepEqual(decodeJwt(await token())['roles'], [])
  assert.equal((await callWith(await token())('GET', '/users')).status, 403)
})

const wishFor = (name: string) => ({
  invitedUserEmailAddress: `${name}@outside.example`,
  inviteRedirectUrl: 'https://app.example/',
})

test('an application invites as those whose job that is, in nobody’s name, and as members only with the right to write users', async () => {
  const w = await world()
  const { give, token, callWith } = await stageOf(w, w.fabrikam, w.frank)
  await give('User.Invite.All')
  const first = callWith(await token())
  const guest = await json(await first('POST', '/invitations', wishFor('eve')), 201)
  assert.equal(guest['status'], 'PendingAcceptance')
  await refusal(
    await first('POST', '/invitations', { ...wishFor('mallory'), invitedUserType: 'Member' }),
    403,
  )
  await give('User.ReadWrite.All')
  const next = callWith(await token())
  const member = await next('POST', '/invitations', {
    ...wishFor('mallory'),
    invitedUserType: 'Member',
  })
  assert.equal(member.status, 201)
})
