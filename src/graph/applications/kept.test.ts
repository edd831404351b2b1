/** What Azure CLI and Terraform write of applications and service principals is read back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { certificate } from '../../../test/peers/certificate.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

const registered = async (w: World, body: Json = {}) => {
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(
    await frank.post('/v1.0/applications', { displayName: 'Payroll', ...body }),
    201,
  )
  const path = `/v1.0/applications/${made['id']}`
  return {
    frank,
    made,
    path,
    appId: String(made['appId']),
    read: async () => json(await frank.get(path)),
  }
}

const scope = {
  id: newId(),
  value: 'access',
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Access',
  adminConsentDescription: 'Access it',
}

test('contract §12: what Terraform and Azure CLI send of an application is kept as it was sent, and what is left out stays', async () => {
  const w = await world()
  const sent = {
    tags: ['HideApp', 'Payroll'],
    notes: 'Asked for by HR.\nTwo lines.',
    info: { supportUrl: 'https://help.example/', privacyStatementUrl: null },
    api: {
      requestedAccessTokenVersion: 1,
      knownClientApplications: [newId()],
      oauth2PermissionScopes: [scope],
    },
    optionalClaims: { idToken: [{ name: 'groups', essential: false }], accessToken: [] },
    serviceManagementReference: 'CMDB-1',
    isDeviceOnlyAuthSupported: false,
  }
  const { frank, path, made, read } = await registered(w, sent)
  for (const found of [made, await read()]) {
    assert.deepEqual([found['tags'], found['notes']], [sent.tags, sent.notes])
    assert.equal(found['info'].supportUrl, 'https://help.example/')
    assert.equal(found['info'].marketingUrl, null)
    assert.equal(found['api'].requestedAccessTokenVersion, 1)
    assert.equal(found['api'].oauth2PermissionScopes[0].value, 'access')
    assert.deepEqual(found['api'].preAuthorizedApplications, [])
    assert.deepEqual(found['optionalClaims'].idToken, [
      { name: 'groups', source: null, essential: false, additionalProperties: [] },
    ])
  }
  await json(
    await frank.patch(path, { api: { requestedAccessTokenVersion: 2 }, tags: [], notes: null }),
    204,
  )
  const after = await read()
  assert.equal(after['api'].oauth2PermissionScopes.length, 1, 'what is left out of an object stays')
  assert.deepEqual(
    [after['api'].requestedAccessTokenVersion, after['tags'], after['notes']],
    [2, [], null],
  )
  assert.equal(after['serviceManagementReference'], 'CMDB-1')
  const { value } = await json(
    await frank.get(
      `/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update application'`,
    ),
  )
  assert.deepEqual(
    value[0].targetResources[0].modifiedProperties.map((one: Json) => one['displayName']),
    ['tags', 'notes', 'api'],
  )
})

test('contract §12: certificates are sent with what is registered, as Azure CLI sends none of them, all or nothing', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const register = (displayName: string, keyCredentials: readonly object[]) =>
    frank.post('/v1.0/applications', { displayName, keyCredentials })
  const none = await json(await register('None', []), 201)
  assert.deepEqual(none['keyCredentials'], [])
  const { base64: key } = certificate(plus(w.now(), -dayMs), plus(w.now(), 30 * dayMs))
  const one = await json(await register('One', [{ displayName: 'Deploy', key }]), 201)
  assert.deepEqual(
    one['keyCredentials'].map(({ displayName }: Json) => displayName),
    ['Deploy'],
  )
  await refusal(await register('Broken', [{ key: 'AAAA' }]), 400)
  const named = await json(await frank.get("/v1.0/applications?$filter=displayName eq 'Broken'"))
  assert.deepEqual(named['value'], [])
})

test('contract §12: a secret may say that it begins now, as Azure CLI does, and not that it begins later', async () => {
  const w = await world()
  const { frank, path } = await registered(w)
  const add = (startDateTime: Date) =>
    frank.post(`${path}/addPassword`, {
      passwordCredential: { startDateTime, endDateTime: plus(w.now(), 30 * dayMs) },
    })
  assert.ok((await json(await add(w.now())))['secretText'])
  const later = await refusal(await add(plus(w.now(), dayMs)), 400)
  assert.match(later.message, /good as soon as it is made/)
})

test('contract §12: a service principal keeps what is its own, from the beginning and later, and is found by it', async () => {
  const w = await world()
  const { frank, appId } = await registered(w, { tags: ['OfApp'] })
  const sent = {
    appId,
    accountEnabled: false,
    appRoleAssignmentRequired: true,
    tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
    notes: 'N',
    alternativeNames: ['alias'],
    preferredSingleSignOnMode: 'oidc',
    loginUrl: 'https://payroll.example/login',
    notificationEmailAddresses: ['it@fabrikam.example'],
  }
  const made = await json(await frank.post('/v1.0/servicePrincipals', sent), 201)
  for (const [name, value] of Object.entries(sent)) assert.deepEqual(made[name], value, name)
  const path = `/v1.0/servicePrincipals/${made['id']}`
  await json(await frank.patch(path, { tags: ['Other'], preferredSingleSignOnMode: null }), 204)
  const after = await json(await frank.get(path))
  assert.deepEqual(
    [after['tags'], after['preferredSingleSignOnMode'], after['notes']],
    [['Other'], null, 'N'],
  )
  const found = async (set: string, filter: string) =>
    (await json(await frank.get(`/v1.0/${set}?$filter=${encodeURIComponent(filter)}`)))['value']
      .length
  assert.equal(await found('servicePrincipals', `tags/any(t:t eq 'other')`), 1)
  assert.equal(await found('servicePrincipals', `tags/any(t:t eq 'OfApp')`), 0)
  assert.equal(await found('applications', `tags/any(t:startsWith(t,'Of'))`), 1)
  assert.equal(await found('servicePrincipals', `alternativeNames/any(t:t eq 'alias')`), 1)
})

test('an application is called as a resource by names that are its own alone, also while it is deleted', async () => {
  const w = await world()
  const { frank, path, appId, read } = await registered(w)
  const uris = [`api://${appId}`, 'api://payroll']
  await json(await frank.patch(path, { identifierUris: uris }), 204)
  assert.deepEqual((await read())['identifierUris'], uris.toSorted())
  const principal = await json(await frank.post('/v1.0/servicePrincipals', { appId }), 201)
  assert.deepEqual(principal['servicePrincipalNames'], [appId, ...uris.toSorted()])
  const other = await registered(w)
  const taken = await frank.patch(other.path, { identifierUris: ['api://payroll'] })
  assert.match((await refusal(taken, 400)).message, /same value for property identifierUris/)
  for (const uri of [
    `api://${appId}`,
    `api://${newId()}/x`,
    'payroll',
    'api://a*',
    'https://x.example/',
  ])
    assert.match(
      (await refusal(await frank.patch(other.path, { identifierUris: [uri] }), 400)).message,
      /is no name of a resource/,
      uri,
    )
  assert.deepEqual((await other.read())['identifierUris'], [])
  await json(await frank.delete(path), 204)
  await refusal(await frank.patch(other.path, { identifierUris: ['api://payroll'] }), 400)
  const elsewhere = w.as(w.nora, w.northwind)
  const theirs = { displayName: 'Theirs', identifierUris: ['api://payroll'] }
  await json(await elsewhere.post('/v1.0/applications', theirs), 201)
})

test('a scope that is exposed has a name of its own, and is disabled before it is left out', async () => {
  const w = await world()
  const { frank, path, read } = await registered(w, { api: { oauth2PermissionScopes: [scope] } })
  const set = (...oauth2PermissionScopes: object[]) =>
    frank.patch(path, { api: { oauth2PermissionScopes } })
  const twice = await refusal(await set(scope, { ...scope, id: newId() }), 400)
  assert.match(twice.message, /'access'. Each stands for one scope/)
  assert.match((await refusal(await set(), 400)).message, /unless disabled first/)
  assert.equal((await read())['api'].oauth2PermissionScopes.length, 1)
  await json(await set({ ...scope, isEnabled: false }), 204)
  await json(await set(), 204)
  assert.deepEqual((await read())['api'].oauth2PermissionScopes, [])
})
