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
