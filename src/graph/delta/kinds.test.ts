/** What has changed of directory roles, permission grants, and objects of any type. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { follow, readRound } from '../../../test/follower.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { roles, rolesInOrder } from '../../access/roles.ts'
import { graphPrincipalId } from '../applications/graph-principal.ts'

const done = async (response: Promise<Response>, status = 204): Promise<Json> =>
  json(await response, status)

const stageIn = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  return { w, frank, makes: stageOf(w, w.fabrikam, w.frank) }
}

test('contract §4: directory roles are told with who holds them, people and applications, through deletion and restore', async () => {
  const { w, frank, makes } = await stageIn()
  const copy = follow(frank, '/v1.0/directoryRoles/delta?$select=displayName,members')
  const readers = roles.directoryReaders.id
  const holders = () => [...(copy.copy.get(readers)?.links.get('members') ?? [])].toSorted()
  assert.deepEqual(
    (await copy.round()).map(({ id }) => id),
    rolesInOrder.map((name) => roles[name].id),
  )
  assert.deepEqual(holders(), [])
  const top = copy.copy.get(roles.globalAdministrator.id)
  assert.deepEqual([...(top?.links.get('members') ?? [])], [w.frank.userId])
  const members = `/directoryRoles/${readers}/members`
  const application = await makes.application()
  await makes.link(members, w.fiona.userId)
  await makes.link(members, application)
  const [told] = await copy.round()
  assert.deepEqual(
    ((told ?? {})['members@delta'] as Json[]).map((one) => one['@odata.type']).toSorted(),
    ['#microsoft.graph.servicePrincipal', '#microsoft.graph.user'],
  )
  assert.deepEqual(holders(), [w.fiona.userId, application].toSorted())
  await done(frank.delete(`/v1.0/users/${w.fiona.userId}`))
  await copy.round()
  assert.deepEqual(holders(), [application])
  await done(frank.post(`/v1.0/directory/deletedItems/${w.fiona.userId}/restore`), 200)
  await copy.round()
  assert.deepEqual(holders(), [w.fiona.userId, application].toSorted())
  await done(frank.delete(`/v1.0${members}/${w.fiona.userId}/$ref`))
  await copy.round()
  assert.deepEqual(holders(), [application])
})

test('contract §4: permission grants are told when they are given, changed and taken, and with the person for whom they are', async () => {
  const { w, frank, makes } = await stageIn()
  const copy = follow(frank, '/v1.0/oauth2PermissionGrants/delta')
  await copy.round()
  const clientId = await makes.application()
  const sent = { clientId, resourceId: graphPrincipalId(w.fabrikam.id), scope: 'User.Read' }
  const forFiona = { ...sent, consentType: 'Principal', principalId: w.fiona.userId }
  const { id } = await done(frank.post('/v1.0/oauth2PermissionGrants', forFiona), 201)
  assert.deepEqual((await copy.round())[0]?.['scope'], 'User.Read')
  const path = `/v1.0/oauth2PermissionGrants/${id}`
  await done(frank.patch(path, { scope: 'User.Read.All' }))
  assert.deepEqual(
    (await copy.round()).map((one) => [one['id'], one['scope']]),
    [[id, 'User.Read.All']],
  )
  const only = await readRound(frank, `/v1.0/oauth2PermissionGrants/delta?$filter=id eq '${id}'`)
  assert.equal(only.items.length, 1)
  await done(frank.delete(`/v1.0/users/${w.fiona.userId}`))
  assert.deepEqual(await copy.round(), [{ id, '@removed': { reason: 'changed' } }])
  await done(frank.post(`/v1.0/directory/deletedItems/${w.fiona.userId}/restore`), 200)
  assert.deepEqual((await copy.round())[0]?.['scope'], 'User.Read.All')
  await done(frank.delete(path))
  assert.deepEqual(await copy.round(), [{ id, '@removed': { reason: 'deleted' } }])
})

test('contract §4: objects of any type are told one kind after the other, each with its type, as far as the caller reads it', async () => {
  const { w, frank, makes } = await stageIn()
  const group = await makes.group()
  const copy = follow(frank, '/v1.0/directoryObjects/delta?$select=displayName')
  const types = new Map((await copy.round()).map((one) => [String(one['id']), one['@odata.type']]))
  assert.equal(types.get(group), '#microsoft.graph.group')
  assert.equal(types.get(w.fiona.userId), '#microsoft.graph.user')
  await done(frank.patch(`/v1.0/groups/${group}`, { displayName: 'Renamed' }))
  await done(frank.delete(`/v1.0/users/${w.fiona.userId}`))
  assert.deepEqual(await copy.round(), [
    { '@odata.type': '#microsoft.graph.group', id: group, displayName: 'Renamed' },
    { id: w.fiona.userId, '@removed': { reason: 'changed' } },
  ])
  // None of it where nobody reads others.
  const setting = { defaultUserRolePermissions: { allowedToReadOtherUsers: false } }
  await done(frank.patch('/v1.0/policies/authorizationPolicy', setting))
  const reader = w.as(await w.member(w.fabrikam, 'Reader'), w.fabrikam)
  for (const path of ['directoryObjects', 'directoryRoles', 'oauth2PermissionGrants'])
    await refusal(await reader.get(`/v1.0/${path}/delta`), 403)
})

test('contract §4: applications and service principals are told, each for itself, and a change of what both show by both', async () => {
  const { w, frank } = await stageIn()
  const applications = follow(frank, '/v1.0/applications/delta')
  const principals = follow(frank, '/v1.0/servicePrincipals/delta')
  const both = async () => [await applications.round(), await principals.round()] as const
  await both()
  const sent = { displayName: 'Followed', description: 'before' }
  const { id, appId } = await done(frank.post('/v1.0/applications', sent), 201)
  const principal = await done(frank.post('/v1.0/servicePrincipals', { appId }), 201)
  const [[made], [withIt]] = await both()
  assert.deepEqual([made?.['id'], made?.['displayName']], [id, 'Followed'])
  assert.deepEqual([withIt?.['id'], withIt?.['displayName']], [principal['id'], 'Followed'])
  await done(frank.patch(`/v1.0/applications/${id}`, { displayName: 'Renamed' }))
  const [[renamed], [too]] = await both()
  assert.deepEqual([renamed?.['displayName'], too?.['displayName']], ['Renamed', 'Renamed'])
  // What is the service principal's own is no change of the application.
  const own = { appRoleAssignmentRequired: true }
  await done(frank.patch(`/v1.0/servicePrincipals/${principal['id']}`, own))
  const [nothing, [changed]] = await both()
  assert.deepEqual([nothing, changed?.['appRoleAssignmentRequired']], [[], true])
  await done(frank.post(`/v1.0/applications/${id}/addPassword`, {}), 200)
  const minimal = await frank.get(applications.link(), { prefer: 'return=minimal' })
  const [secret] = (await json(minimal))['value'] as Json[]
  assert.deepEqual(Object.keys(secret ?? {}), ['id', 'passwordCredentials'])
  await both()
  await done(frank.delete(`/v1.0/servicePrincipals/${principal['id']}`))
  assert.deepEqual(await both(), [[], [{ id: principal['id'], '@removed': { reason: 'changed' } }]])
  await done(frank.post(`/v1.0/directory/deletedItems/${principal['id']}/restore`), 200)
  assert.equal((await both())[1][0]?.['displayName'], 'Renamed')
  await done(frank.delete(`/v1.0/applications/${id}`))
  const gone = await both()
  assert.deepEqual(gone[0], [{ id, '@removed': { reason: 'changed' } }])
  assert.deepEqual(gone[1], [{ id: principal['id'], '@removed': { reason: 'changed' } }])
  await done(frank.delete(`/v1.0/directory/deletedItems/${id}`))
  const purged = await both()
  assert.deepEqual(purged[0], [{ id, '@removed': { reason: 'deleted' } }])
  assert.deepEqual(purged[1], [{ id: principal['id'], '@removed': { reason: 'deleted' } }])
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal((await fiona.get('/v1.0/applications/delta')).status, 200)
  const hidden = await fiona.get('/v1.0/applications/delta?$select=passwordCredentials')
  assert.equal((await refusal(hidden, 403)).code, 'Authorization_RequestDenied')
})

test('contract §4: a service principal that is deleted is no member, holds no role and has no grant for who asks, until it is restored', async () => {
  const { frank, makes } = await stageIn()
  const [group, principal] = [await makes.group(), await makes.application()]
  const readers = roles.directoryReaders.id
  await makes.link(`/groups/${group}/members`, principal)
  await makes.link(`/directoryRoles/${readers}/members`, principal)
  const grant = await makes.granted(principal)
  const followed = {
    groups: follow(frank, '/v1.0/groups/delta?$select=members'),
    roles: follow(frank, '/v1.0/directoryRoles/delta?$select=members'),
    grants: follow(frank, '/v1.0/oauth2PermissionGrants/delta'),
  }
  const seen = async (): Promise<boolean[]> => {
    for (const one of Object.values(followed)) await one.round()
    const [inGroup, holds] = [followed.groups.copy.get(group), followed.roles.copy.get(readers)]
    return [
      inGroup?.links.get('members')?.has(principal) === true,
      holds?.links.get('members')?.has(principal) === true,
      followed.grants.copy.has(grant),
    ]
  }
  assert.deepEqual(await seen(), [true, true, true])
  await done(frank.delete(`/v1.0/servicePrincipals/${principal}`))
  assert.deepEqual(await seen(), [false, false, false])
  await done(frank.post(`/v1.0/directory/deletedItems/${principal}/restore`), 200)
  assert.deepEqual(await seen(), [true, true, true])
})
