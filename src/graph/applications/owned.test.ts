/** Applications that own groups and other applications, and what they may do with what they own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roleIds, type GraphRole } from '../../access/graph-scopes.ts'
import { applicationToken, callWith } from '../../../test/by-itself.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { registerApplication } from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { graphPrincipalId } from './graph-principal.ts'

const to = (id: unknown) => ({ '@odata.id': `https://any.example/v1.0/directoryObjects/${id}` })
const typesOf = (items: Json[]) =>
  items.map((one) => [one['@odata.type'], one['displayName']].join(' '))

/** Fabrikam with an application that may do something by itself. */
const staged = async (...permissions: GraphRole[]) => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const deployer = await registerApplication(w, w.fabrikam, w.frank, { name: 'Deployer' })
  const give = async (principalId: string, name: GraphRole) =>
    json(
      await frank.post(`/v1.0/servicePrincipals/${principalId}/appRoleAssignments`, {
        principalId,
        resourceId: graphPrincipalId(w.fabrikam.id),
        appRoleId: roleIds[name],
      }),
      201,
    )
  for (const name of permissions) await give(deployer.id, name)
  const registered = async (displayName: string) => {
    const { id, appId } = await json(await frank.post('/v1.0/applications', { displayName }), 201)
    const principal = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
    return { id: String(id), appId: String(appId), principal: String(principal['id']) }
  }
  const list = async (path: string) =>
    (await json(await frank.get(`/v1.0${path}`)))['value'] as Json[]
  return { w, frank, deployer, give, registered, list }
}

test('7.3: a service principal owns groups, applications and service principals, and is listed, counted, brought along and taken out', async () => {
  const { frank, deployer, registered, list, w } = await staged()
  const orders = await registered('Orders')
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Team' }), 201)
  const owned = [
    `/groups/${group['id']}`,
    `/applications/${orders.id}`,
    `/servicePrincipals/${orders.principal}`,
  ]
  for (const path of owned) {
    const [set] = path.slice(1).split('/')
    const without = () => list(`/${set}?$filter=owners/$count eq 0&$count=true`)
    const isWithout = async () => (await without()).some(({ id }) => path.endsWith(String(id)))
    assert.equal(await isWithout(), true)
    await json(await frank.post(`/v1.0${path}/owners/$ref`, to(deployer.id)), 204)
    assert.equal(await isWithout(), false)
    await refusal(await frank.post(`/v1.0${path}/owners/$ref`, to(deployer.id)), 400)
    await json(await frank.post(`/v1.0${path}/owners/$ref`, to(w.fiona.userId)), 204)
    const told = ['#microsoft.graph.servicePrincipal Deployer', '#microsoft.graph.user Fiona Byrne']
    assert.deepEqual(typesOf(await list(`${path}/owners`)), told)
    assert.deepEqual(
      typesOf((await json(await frank.get(`/v1.0${path}?$expand=owners`)))['owners']),
      told,
    )
    assert.deepEqual(
      (await list(`${path}/owners/microsoft.graph.servicePrincipal`)).map(({ id }) => id),
      [deployer.id],
    )
    const eventual = { consistencylevel: 'eventual' }
    const counted = await frank.request('GET', `/v1.0${path}/owners/$count`, undefined, eventual)
    assert.equal(await counted.text(), '2')
  }
  const ownedObjects = `/servicePrincipals/${deployer.id}/ownedObjects`
  assert.deepEqual(typesOf(await list(ownedObjects)).toSorted(), [
    '#microsoft.graph.application Orders',
    '#microsoft.graph.group Team',
    '#microsoft.graph.servicePrincipal Orders',
  ])
  assert.equal((await list(`${ownedObjects}/microsoft.graph.application`)).length, 1)
  // One that is deleted is no owner, and is one again when it is back.
  await json(await frank.delete(`/v1.0/servicePrincipals/${deployer.id}`), 204)
  assert.deepEqual(typesOf(await list(`${owned[0]}/owners`)), ['#microsoft.graph.user Fiona Byrne'])
  await json(await frank.post(`/v1.0/directory/deletedItems/${deployer.id}/restore`))
  for (const path of owned) {
    await json(await frank.delete(`/v1.0${path}/owners/${deployer.id}/$ref`), 204)
    await refusal(await frank.delete(`/v1.0${path}/owners/${deployer.id}/$ref`), 404)
    assert.deepEqual(typesOf(await list(`${path}/owners`)), ['#microsoft.graph.user Fiona Byrne'])
  }
})

test('8: who may change what it owns makes an application, owns both its sides, and changes no other', async () => {
  const { w, frank, deployer, registered, list, give } = await staged(
    'Application.ReadWrite.OwnedBy',
  )
  const others = await registered('Others')
  const call = callWith(w, await applicationToken(w, deployer))
  const { id, appId } = await json(
    await call('POST', '/applications', { displayName: 'Mine' }),
    201,
  )
  const principal = String(
    (await json(await call('POST', '/servicePrincipals', { appId }), 201))['id'],
  )
  for (const path of [`/applications/${id}`, `/servicePrincipals/${principal}`]) {
    assert.deepEqual(
      (await list(`${path}/owners`)).map((one) => one['id']),
      [deployer.id],
    )
    await json(await call('PATCH', path, { notes: 'by itself' }), 204)
    await json(await call('POST', `${path}/addPassword`, {}))
  }
  assert.equal((await json(await call('GET', `/applications/${others.id}`)))['id'], others.id)
  for (const [method, path, body] of [
    ['PATCH', `/applications/${others.id}`, { notes: 'no' }],
    ['POST', `/applications/${others.id}/addPassword`, {}],
    ['POST', `/applications/${others.id}/owners/$ref`, to(deployer.id)],
    ['DELETE', `/applications/${others.id}`, undefined],
    ['PATCH', `/servicePrincipals/${others.principal}`, { notes: 'no' }],
    ['DELETE', `/servicePrincipals/${others.principal}`, undefined],
    ['DELETE', `/directoryObjects/${others.id}`, undefined],
  ] as const)
    await refusal(await call(method, path, body), 403)
  await json(await frank.delete(`/v1.0/servicePrincipals/${others.principal}`), 204)
  const { message } = await refusal(
    await call('POST', '/servicePrincipals', { appId: others.appId }),
    403,
  )
  assert.match(message, /does not own this one/)
  // R49: of one that may something in the directory, its owner makes no way in.
  await give(principal, 'User.Read.All')
  await refusal(await call('POST', `/servicePrincipals/${principal}/addPassword`, {}), 403)
  await json(await frank.delete(`/v1.0/applications/${id}/owners/${deployer.id}/$ref`), 204)
  await refusal(await call('PATCH', `/applications/${id}`, { notes: 'no more' }), 403)
  await json(await call('DELETE', `/servicePrincipals/${principal}`), 204)
})

test('7.9: an application and a service principal have owners from the beginning, all of them or it is not made', async () => {
  const { w, frank, deployer, list } = await staged()
  const owners = [w.frank.userId, deployer.id].map((id) => to(id)['@odata.id'])
  const both = { 'owners@odata.bind': owners }
  const made = await json(
    await frank.post('/v1.0/applications', { displayName: 'Kept', ...both }),
    201,
  )
  const principal = await json(
    await frank.post('/v1.0/servicePrincipals', { appId: made['appId'], ...both }),
    201,
  )
  for (const path of [`/applications/${made['id']}`, `/servicePrincipals/${principal['id']}`])
    assert.deepEqual(typesOf(await list(`${path}/owners`)), [
      '#microsoft.graph.servicePrincipal Deployer',
      '#microsoft.graph.user Frank Weber',
    ])
  const group = { displayName: 'Hosts', mailNickname: 'hosts', ...both }
  const { id } = await json(await frank.post('/v1.0/groups', group), 201)
  assert.equal((await list(`/groups/${id}/owners`)).length, 2)
  const unknown = [...owners, to(w.carol.userId)['@odata.id']]
  const body = { displayName: 'Not made', 'owners@odata.bind': unknown }
  await refusal(await frank.post('/v1.0/applications', body), 404)
  const many = {
    displayName: 'Not made',
    'owners@odata.bind': Array.from({ length: 21 }, () => owners[0]),
  }
  await refusal(await frank.post('/v1.0/applications', many), 400)
  assert.deepEqual(await list("/applications?$filter=displayName eq 'Not made'"), [])
})
