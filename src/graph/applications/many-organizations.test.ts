/** Applications that organizations beside their own use: what each of the two has of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { offer, shared, takeUp } from '../../../test/many-organizations.ts'
import { registerApplication } from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { setOrganizationState } from '../../directory/organizations/update.ts'
import { purgeDueObjects } from '../../directory/deleted/objects/purge-objects.ts'
import { zeroId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

const at = (id: unknown) => `/v1.0/servicePrincipals/${String(id)}`
const item = (id: unknown) => `/v1.0/directory/deletedItems/${String(id)}`
const registered = (appId: string) => `/v1.0/applications(appId='${appId}')`
const namesIn = ({ value }: Json): string[] =>
  (value as Json[]).map((one) => String(one['displayName']))

test('who may use an application is read and written, and shown by its service principal; other audiences are refused', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const app = await registerApplication(w, w.fabrikam, w.frank)
  const both = async () => [
    (await json(await frank.get(registered(app.appId))))['signInAudience'],
    (await json(await frank.get(at(app.id))))['signInAudience'],
  ]
  assert.deepEqual(await both(), ['AzureADMyOrg', 'AzureADMyOrg'])
  await offer(w, app)
  assert.deepEqual(await both(), ['AzureADMultipleOrgs', 'AzureADMultipleOrgs'])
  for (const signInAudience of [
    'AzureADandPersonalMicrosoftAccount',
    'PersonalMicrosoftAccount',
    'x',
    null,
  ]) {
    const wrong = await refusal(await frank.patch(registered(app.appId), { signInAudience }), 400)
    assert.equal(wrong.code, 'Request_BadRequest', String(signInAudience))
    assert.match(wrong.message, /signInAudience/, String(signInAudience))
  }
  await offer(w, app, 'AzureADMyOrg')
  assert.deepEqual(await both(), ['AzureADMyOrg', 'AzureADMyOrg'])
})

test('contract §7.9: by its appId another organization has a service principal of it, which says whose it is and follows its name', async () => {
  const w = await world()
  const { home, there, made } = await shared(w, { name: 'Payroll' })
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  assert.notEqual(there.id, home.id)
  assert.deepEqual(
    ['displayName', 'appOwnerOrganizationId', 'appId', 'signInAudience'].map((one) => made[one]),
    ['Payroll', w.fabrikam.id, home.appId, 'AzureADMultipleOrgs'],
  )
  const { deltaLink } = await deltaOf(w)
  await json(await frank.patch(registered(home.appId), { displayName: 'Wages' }), 204)
  const renamed = await json(await nora.get(`/v1.0/servicePrincipals(appId='${home.appId}')`))
  assert.deepEqual([renamed['id'], renamed['displayName']], [there.id, 'Wages'])
  const told = await json(await nora.get(deltaLink))
  assert.deepEqual(namesIn(told), ['Wages'], 'who keeps a copy is told')
  const found = await nora.get('/v1.0/servicePrincipals?$search="displayName:wag"', eventual)
  assert.deepEqual(namesIn(await json(found)), ['Wages'])
  const filter = `$filter=appOwnerOrganizationId eq ${w.fabrikam.id}`
  assert.deepEqual(namesIn(await json(await nora.get(`/v1.0/servicePrincipals?${filter}`))), [
    'Wages',
  ])
  const again = await refusal(
    await nora.post('/v1.0/servicePrincipals', { appId: home.appId }),
    409,
  )
  assert.equal(again.code, 'Request_MultipleObjectsWithSameKeyValue')
  assert.deepEqual(
    namesIn(await json(await nora.get('/v1.0/applications'))),
    [],
    'none is registered',
  )
})

const eventual = { ConsistencyLevel: 'eventual' }

const deltaOf = async (w: World): Promise<{ deltaLink: string }> => {
  const nora = w.as(w.nora, w.northwind)
  const first = await json(await nora.get('/v1.0/servicePrincipals/delta?$deltatoken=latest'))
  const link = new URL(String(first['@odata.deltaLink']))
  return { deltaLink: link.pathname + link.search }
}

test('what is not offered is answered as what is not there: of one organization, disabled, deleted, of a closed one, or unknown', async () => {
  const w = await world()
  const app = await registerApplication(w, w.fabrikam, w.frank)
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const asked = async (appId: string) =>
    (await refusal(await nora.post('/v1.0/servicePrincipals', { appId }), 400)).message.replaceAll(
      appId,
      '',
    )
  const unknown = await asked(w.ada.userId)
  assert.match(unknown, /does not reference a valid application object/)
  const change = async (body: object) => json(await frank.patch(registered(app.appId), body), 204)
  assert.equal(await asked(app.appId), unknown, 'of one organization')
  await change({ signInAudience: 'AzureADMultipleOrgs', isDisabled: true })
  assert.equal(await asked(app.appId), unknown, 'disabled')
  await change({ isDisabled: false })
  const set = (state: 'active' | 'closed') =>
    setOrganizationState(w.db, w.fabrikam.id, { state, anyway: true }, w.operator())
  await set('closed')
  assert.equal(await asked(app.appId), unknown, 'its organization is closed')
  await set('active')
  await json(await w.as(w.frank, w.fabrikam).delete(registered(app.appId)), 204)
  assert.equal(await asked(app.appId), unknown, 'deleted')
  assert.equal((await w.as(w.frank, w.fabrikam).get(registered(app.appId))).status, 404)
})

test('each organization has its own side: here it is disabled, deleted and restored, there it is what it is and what proves it', async () => {
  const w = await world()
  const { home, there } = await shared(w)
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  for (const [body, name] of [
    [{ displayName: 'Mine' }, 'displayName'],
    [{ homepage: 'https://evil.example' }, 'homepage'],
    [{ appRoles: [] }, 'appRoles'],
    [
      { 'guesthouse.redirectUris': [{ kind: 'web', uri: 'https://evil.example/cb' }] },
      'redirectUris',
    ],
    [{ 'guesthouse.pkceRequired': false }, 'pkceRequired'],
    [{ 'guesthouse.logoutUrl': 'https://evil.example' }, 'logoutUrl'],
    [{ 'guesthouse.worksWhileAway': true }, 'worksWhileAway'],
    [{ 'guesthouse.worksWhileAway': false }, 'worksWhileAway'],
    [{ accountEnabled: true, 'guesthouse.pkceRequired': true }, 'pkceRequired'],
  ] as const) {
    const refused = await refusal(await nora.patch(at(there.id), body), 400)
    assert.match(refused.message, /belongs to another organization/, name)
    assert.match(refused.message, new RegExp(name))
  }
  for (const [act, body] of [
    ['addPassword', {}],
    ['removePassword', { keyId: w.ada.userId }],
  ] as const)
    assert.match(
      (await refusal(await nora.post(`${at(there.id)}/${act}`, body), 400)).message,
      /belongs to another organization/,
    )
  const own = { accountEnabled: false, appRoleAssignmentRequired: true, notes: 'Ours', tags: ['x'] }
  await json(await nora.patch(at(there.id), { ...own, description: 'Pays us' }), 204)
  const here = await json(await nora.get(at(there.id)))
  for (const [name, value] of Object.entries(own)) assert.deepEqual(here[name], value)
  assert.deepEqual(here['passwordCredentials'], [], 'what proves it is shown at its home alone')
  const atHome = await json(await frank.get(at(home.id)))
  assert.deepEqual(
    ['accountEnabled', 'appRoleAssignmentRequired', 'notes', 'description'].map((n) => atHome[n]),
    [true, false, null, null],
  )
  assert.equal((atHome['passwordCredentials'] as Json[]).length, 1)
  assert.equal((await frank.get(at(there.id))).status, 404, 'its home sees nothing of it')
  assert.equal((await nora.get(at(home.id))).status, 404)
  assert.equal((await nora.get(registered(home.appId))).status, 404)
  await json(await nora.delete(at(there.id)), 204)
  assert.equal((await frank.get(at(home.id))).status, 200)
  await json(await nora.post(`${item(there.id)}/restore`))
  assert.equal((await json(await nora.get(at(there.id))))['accountEnabled'], false)
})

test('users and owners here are of the service principal here; roles are those of the application', async () => {
  const w = await world()
  const { home, there } = await shared(w)
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const role = { id: w.bob.userId, value: 'Clerk', displayName: 'Clerk', isEnabled: true }
  const appRoles = [{ ...role, description: 'Writes', allowedMemberTypes: ['User'] }]
  await json(await frank.patch(registered(home.appId), { appRoles }), 204)
  const assign = (principalId: string, appRoleId: string) =>
    nora.post(`${at(there.id)}/appRoleAssignedTo`, { principalId, resourceId: there.id, appRoleId })
  const noras = w.userOf(w.nora, w.northwind)
  await json(await assign(noras, role.id), 201)
  await json(await assign(w.userOf(w.ada, w.northwind), zeroId), 201)
  assert.equal((await assign(w.frank.userId, role.id)).status, 400, 'nobody of another one')
  const mine = await json(await nora.get(`/v1.0/users/${noras}/appRoleAssignments`))
  assert.deepEqual(
    (mine['value'] as Json[]).map((one) => [one['resourceDisplayName'], one['appRoleId']]),
    [['Payroll', role.id]],
  )
  assert.deepEqual(
    ((await json(await frank.get(`${at(home.id)}/appRoleAssignedTo`)))['value'] as Json[]).length,
    0,
  )
  const reference = { '@odata.id': `https://x.example/users/${noras}` }
  await json(await nora.post(`${at(there.id)}/owners/$ref`, reference), 204)
  assert.deepEqual(namesIn(await json(await nora.get(`${at(there.id)}/owners`))), ['Nora Lind'])
  assert.deepEqual(namesIn(await json(await nora.get(`/v1.0/users/${noras}/ownedObjects`))), [
    'Payroll',
  ])
  assert.deepEqual(namesIn(await json(await frank.get(`${registered(home.appId)}/owners`))), [])
})

test('an application that is gone for good at its home takes its service principals along, and the log there names nobody of it', async () => {
  const w = await world()
  const { home, there } = await shared(w)
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  const reference = { '@odata.id': `https://x.example/users/${w.userOf(w.nora, w.northwind)}` }
  await json(await nora.post(`${at(there.id)}/owners/$ref`, reference), 204)
  const { id } = await json(await frank.get(registered(home.appId)))
  await json(await frank.delete(`/v1.0/applications/${String(id)}`), 204)
  assert.equal((await nora.get(at(there.id))).status, 200, 'while it can come back, it stays')
  await json(await frank.delete(item(id)), 204)
  assert.equal((await nora.get(at(there.id))).status, 404)
  assert.equal((await nora.get(item(there.id))).status, 404)
  const log = await json(
    await nora.get(
      `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${there.id}')`,
    ),
  )
  const gone = (log['value'] as Json[]).find((one) =>
    /Hard delete/.test(String(one['activityDisplayName'])),
  )
  assert.ok(gone, JSON.stringify(log['value'].map((one: Json) => one['activityDisplayName'])))
  assert.ok(!JSON.stringify(gone).includes(w.frank.userId))
  assert.equal(gone['resultReason'], 'registrationGone')
})

test('a service principal that is in the bin is gone when its time is over, and the application is not', async () => {
  const w = await world()
  const { home, there } = await shared(w)
  await json(await w.as(w.nora, w.northwind).delete(at(there.id)), 204)
  w.pass(40 * dayMs)
  await purgeDueObjects(w.db, w.now())
  const [frank, nora] = [w.as(w.frank, w.fabrikam), w.as(w.nora, w.northwind)]
  assert.equal((await nora.get(item(there.id))).status, 404)
  assert.equal((await frank.get(registered(home.appId))).status, 200)
  await takeUp(w, home)
})
