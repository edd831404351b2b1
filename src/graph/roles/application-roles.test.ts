/** Directory roles of applications: who gives them, what they are good for, and who is told. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleIds } from '../../access/graph-scopes.ts'
import { roles, type RoleName } from '../../access/roles.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { registerApplication } from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { roleAssignmentId } from './role-assignment-id.ts'

const base = '/v1.0/roleManagement/directory/roleAssignments'
const wish = (principalId: string, role: RoleName) => ({
  principalId,
  roleDefinitionId: roles[role].id,
  directoryScopeId: '/',
})

test('an application holds a directory role: it counts from the next request on and ends with it, both views show it, and the log tells', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await registerApplication(w, w.fabrikam, w.frank, { name: 'Cleaner' })
  const call = callWith(w, await applicationToken(w, made))
  const ada = w.userOf(w.ada, w.fabrikam)
  await refusal(await call('GET', `/users/${ada}`), 403)
  const given = await json(await frank.post(base, wish(made.id, 'userAdministrator')), 201)
  const id = roleAssignmentId(roles.userAdministrator.id, made.id)
  const { principal } = await json(await frank.get(`${base}/${id}?$expand=principal`))
  assert.deepEqual(
    [given['id'], principal],
    [
      id,
      {
        '@odata.type': '#microsoft.graph.servicePrincipal',
        id: made.id,
        displayName: 'Cleaner',
        appId: made.appId,
        accountEnabled: true,
      },
    ],
  )
  assert.equal((await call('GET', `/users/${ada}`)).status, 200)
  assert.equal((await call('PATCH', `/users/${ada}`, { accountEnabled: false })).status, 204)
  await refusal(await call('DELETE', `/users/${w.frank.userId}`), 403)
  await refusal(await call('POST', '/applications', { displayName: 'Another' }), 403)

  assert.equal((await frank.post(base, wish(made.id, 'userAdministrator'))).status, 409)
  const filtered = await json(await frank.get(`${base}?$filter=principalId eq '${made.id}'`))
  assert.deepEqual(
    filtered['value'].map((one: Json) => one['id']),
    [id],
  )
  const members = `/v1.0/directoryRoles/${roles.userAdministrator.id}/members`
  const held = await json(await frank.get(`${members}?$select=id`))
  assert.deepEqual(held['value'], [
    { '@odata.type': '#microsoft.graph.servicePrincipal', id: made.id },
  ])
  const users = await json(await frank.get(`${members}/microsoft.graph.user`))
  assert.deepEqual(users['value'], [])
  const around = await json(await frank.get(`/v1.0/servicePrincipals/${made.id}/memberOf`))
  assert.deepEqual(
    around['value'].map((one: Json) => one['displayName']),
    ['User Administrator'],
  )

  assert.equal((await frank.delete(`${members}/${made.id}/$ref`)).status, 204)
  await refusal(await frank.delete(`${base}/${id}`), 404)
  await refusal(await call('GET', `/users/${ada}`), 403)
  const log = await json(await frank.get('/v1.0/auditLogs/directoryAudits?$top=100'))
  const told = log['value'].filter(
    (one: Json) =>
      one['category'] === 'RoleManagement' && one['targetResources'][0]?.['id'] === made.id,
  )
  assert.deepEqual(
    told.map((one: Json) => [one['activityDisplayName'], one['targetResources'][0]['type']]),
    [
      ['Remove member from role', 'ServicePrincipal'],
      ['Add member to role', 'ServicePrincipal'],
    ],
  )
})

test('R49: nobody gives an application more than they may give, nor gets at one that has more; none raises itself', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await w.grant(w.fiona, w.fabrikam, 'privilegedRoleAdministrator')
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const made = await registerApplication(w, w.fabrikam, w.frank, { name: 'Keeper' })
  const secret = `/v1.0/applications(appId='${made.appId}')/addPassword`

  for (const role of ['globalAdministrator', 'privilegedRoleAdministrator'] as const)
    await refusal(await fiona.post(base, wish(made.id, role)), 403)
  assert.equal((await fiona.post(base, wish(made.id, 'groupsAdministrator'))).status, 201)
  const { keyId } = await json(await fiona.post(secret, {}))

  assert.equal((await frank.post(base, wish(made.id, 'globalAdministrator'))).status, 201)
  await refusal(await fiona.post(secret, {}), 403)
  await refusal(
    await fiona.post(`/v1.0/applications(appId='${made.appId}')/removePassword`, { keyId }),
    403,
  )
  const ways = { web: { redirectUris: ['https://fiona.example/cb'] } }
  await refusal(await fiona.patch(`/v1.0/applications(appId='${made.appId}')`, ways), 403)
  const top = roleAssignmentId(roles.globalAdministrator.id, made.id)
  await refusal(await fiona.delete(`${base}/${top}`), 403)
  assert.equal((await frank.delete(`/v1.0/applications(appId='${made.appId}')`)).status, 204)
  const back = `/v1.0/directory/deletedItems/${made.id}/restore`
  assert.match((await refusal(await fiona.post(back, {}), 403)).message, /those who may give it/)
  assert.equal((await frank.post(back, {})).status, 200)
  assert.equal((await frank.post(secret, {})).status, 200)

  const own = roleAssignmentId(roles.globalAdministrator.id, w.frank.userId)
  assert.match(
    (await refusal(await frank.delete(`${base}/${own}`), 400)).message,
    /without a Global Administrator who can act/,
    'an application is no administrator that remains',
  )

  const giver = await registerApplication(w, w.fabrikam, w.frank, { name: 'Giver' })
  const graph = await json(await frank.get(`/v1.0/servicePrincipals(appId='${graphAudience}')`))
  await json(
    await frank.post(`/v1.0/servicePrincipals/${giver.id}/appRoleAssignments`, {
      principalId: giver.id,
      resourceId: graph['id'],
      appRoleId: roleIds['RoleManagement.ReadWrite.Directory'],
    }),
    201,
  )
  const call = callWith(w, await applicationToken(w, giver))
  const path = '/roleManagement/directory/roleAssignments'
  const raised = await refusal(await call('POST', path, wish(giver.id, 'guestInviter')), 403)
  assert.match(raised.message, /cannot give itself more/)
  await refusal(await call('POST', path, wish(w.fiona.userId, 'globalAdministrator')), 403)
  const nora = await registerApplication(w, w.northwind, w.nora, { name: 'Elsewhere' })
  await refusal(await call('POST', path, wish(nora.id, 'guestInviter')), 404)
  assert.equal((await call('POST', path, wish(made.id, 'guestInviter'))).status, 201)
})
