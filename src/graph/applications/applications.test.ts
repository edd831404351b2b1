/**
 * Registering applications as Graph's clients do: POST /applications, a secret, the service
 * principal; and signing in with just that.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { browserOf } from '../../../test/in-process-browser.ts'
import { json, refusal, type Json } from '../../../test/json.ts'
import { signOn } from '../../../test/sign-on.ts'
import { world } from '../../../test/world.ts'
import { scopeIds } from '../../access/graph-scopes.ts'
import { graphAudience } from '../../tokens/access-token.ts'
import { openSession } from '../../people/open-session.ts'

const callback = 'https://payroll.example/callback'
const userRead = { id: scopeIds['User.Read'], type: 'Scope' }
const asUser = { id: '0e263e50-5827-48a4-b97c-d940288653c7', type: 'Scope' }

test('an application registered as Graph does signs people in with exactly what was answered', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(
    await frank.post('/v1.0/applications', {
      displayName: 'Payroll',
      signInAudience: 'AzureADMyOrg',
      web: {
        redirectUris: [callback],
        homePageUrl: 'https://payroll.example/',
        logoutUrl: 'https://payroll.example/bye',
      },
      requiredResourceAccess: [{ resourceAppId: graphAudience, resourceAccess: [userRead] }],
      appRoles: [{ displayName: 'Clerk', value: 'clerk' }],
    }),
    201,
  )
  assert.deepEqual(made['web'], {
    redirectUris: [callback],
    homePageUrl: 'https://payroll.example/',
    logoutUrl: 'https://payroll.example/bye',
  })
  const principal = await json(
    await frank.post('/v1.0/servicePrincipals', { appId: made['appId'] }),
    201,
  )
  assert.deepEqual([principal['appId'], principal['displayName']], [made['appId'], 'Payroll'])
  const path = `/v1.0/applications/${made['id']}`
  const secret = await json(
    await frank.post(`${path}/addPassword`, { passwordCredential: { displayName: 'first' } }),
  )
  const application = {
    id: String(made['id']),
    appId: String(made['appId']),
    secret: String(secret['secretText']),
    uri: callback,
    at: w.fabrikam,
  }
  const config = await client.discovery(
    new URL(`${w.publicUrl}/${w.fabrikam.id}/v2.0`),
    application.appId,
    undefined,
    client.ClientSecretPost(application.secret),
    {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: ((url: string, init: RequestInit) =>
        w.app.request(url, init)) as client.CustomFetch,
    },
  )
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, w.ada.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  const tokens = await (
    await signOn(config, browser, application, { scope: 'openid User.Read' })
  ).exchange()
  const call = { headers: { authorization: `Bearer ${tokens.access_token}` } }
  assert.equal((await w.app.request(`${w.publicUrl}/v1.0/me`, call)).status, 200)

  const shown = await json(await frank.get(path))
  assert.deepEqual(
    shown['passwordCredentials'].map((one: Json) => [one['displayName'], 'secretText' in one]),
    [['first', false]],
  )
  assert.equal((await frank.post(`${path}/removePassword`, { keyId: secret['keyId'] })).status, 204)
  assert.equal((await frank.delete(path)).status, 204)
  assert.equal(
    (await frank.get(`/v1.0/servicePrincipals/${principal['id']}`)).status,
    404,
    'its service principal goes with it',
  )
})

test('a list of addresses that is not sent stays; an application may be of several kinds; a refused change changes nothing', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(
    await frank.post('/v1.0/applications', {
      displayName: 'Page',
      spa: { redirectUris: [callback] },
    }),
    201,
  )
  const path = `/v1.0/applications/${made['id']}`
  assert.equal(
    (await frank.patch(path, { displayName: 'Pages', requiredResourceAccess: [] })).status,
    204,
  )
  assert.equal(
    (await frank.patch(path, { publicClient: { redirectUris: ['http://localhost'] } })).status,
    204,
  )
  assert.deepEqual((await json(await frank.get(path)))['publicClient'], {
    redirectUris: ['http://localhost'],
  })
  assert.match(
    (
      await refusal(
        await frank.patch(path, { spa: { redirectUris: ['http://evil.example/'] } }),
        400,
      )
    ).message,
    /not safe/,
  )
  const shown = await json(await frank.get(path))
  assert.deepEqual(
    [shown['displayName'], shown['spa'], shown['web']?.['redirectUris']],
    ['Pages', { redirectUris: [callback] }, []],
  )
  assert.equal(
    (await frank.patch(path, { spa: { redirectUris: [] }, web: { redirectUris: [callback] } }))
      .status,
    204,
  )
  assert.deepEqual((await json(await frank.get(path)))['web']?.['redirectUris'], [callback])
})

test('what is refused at registering leaves no application behind, and says what to do', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const count = async () =>
    (
      await json(
        await frank.get('/v1.0/applications?$count=true', { consistencylevel: 'eventual' }),
      )
    )['@odata.count']
  const before = await count()
  const role = { id: '00000000-0000-0000-0000-0000000000ff', type: 'Role' }
  for (const [body, says] of [
    [{ displayName: 'X', web: { redirectUris: ['javascript:alert(1)'] } }, /redirect address/],
    [{ displayName: 'X', web: { redirectUris: ['https://*.example/'] } }, /wildcards/],
    [{ displayName: 'X', signInAudience: 'PersonalMicrosoftAccount' }, /signInAudience/],
    [
      { displayName: 'X', web: { implicitGrantSettings: { enableIdTokenIssuance: true } } },
      /enableIdTokenIssuance/,
    ],
    [
      {
        displayName: 'X',
        requiredResourceAccess: [{ resourceAppId: graphAudience, resourceAccess: [role] }],
      },
      /not known here.*User\.Read/,
    ],
    [
      {
        displayName: 'X',
        requiredResourceAccess: [{ resourceAppId: w.ada.userId, resourceAccess: [userRead] }],
      },
      /resource .* is not known/,
    ],
    [{ displayName: 'X', appId: w.ada.userId }, /'appId' is read-only/],
    [{ web: { redirectUris: [callback] } }, /displayName/],
  ] as const)
    assert.match(
      (await refusal(await frank.post('/v1.0/applications', body), 400)).message,
      says,
      JSON.stringify(body),
    )
  assert.match(
    (await refusal(await frank.post('/v1.0/servicePrincipals', { appId: w.ada.userId }), 400))
      .message,
    /valid application object/,
  )
  assert.equal(await count(), before)
})

test('who may not give roles asks for permissions of the directory and gives none; applications are found by app id and name', async () => {
  const w = await world()
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const wish = {
    displayName: `Tool`,
    requiredResourceAccess: [{ resourceAppId: graphAudience, resourceAccess: [asUser] }],
  }
  const made = await json(await fiona.post('/v1.0/applications', wish), 201)
  assert.deepEqual(made['requiredResourceAccess'], wish.requiredResourceAccess)
  const principal = await json(
    await fiona.post('/v1.0/servicePrincipals', { appId: made['appId'] }),
    201,
  )
  const side = `/v1.0/servicePrincipals/${principal['id']}`
  const given = async () =>
    (await json(await fiona.get(`${side}?$select=*`)))['guesthouse.graphScopes']
  assert.deepEqual(await given(), [])
  const gift = { 'guesthouse.graphScopes': ['Directory.AccessAsUser.All'] }
  assert.equal(
    (await refusal(await fiona.patch(side, gift), 403)).code,
    'Authorization_RequestDenied',
  )
  assert.deepEqual(await given(), [])
  const find = async (filter: string) =>
    (await json(await fiona.get(`/v1.0/applications?$filter=${encodeURIComponent(filter)}`)))[
      'value'
    ].map((one: Json) => one['id'])
  assert.deepEqual(await find(`appId eq '${made['appId']}'`), [made['id']])
  assert.deepEqual(await find(`displayName eq 'tool'`), [made['id']])
  assert.deepEqual(await find(`appId eq 'nothing'`), [])
  assert.match(
    (
      await refusal(
        await fiona.get(`/v1.0/applications?$filter=${encodeURIComponent("owner eq 'x'")}`),
        400,
      )
    ).message,
    /This list takes/,
  )
})

test('contract §3.2: a list of applications holds of each, on both sides, what the application by itself does', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const name of ['Payroll', 'Travel']) {
    const made = await json(
      await frank.post('/v1.0/applications', {
        displayName: name,
        web: { redirectUris: [`https://${name}.example/back`] },
      }),
      201,
    )
    await json(await frank.post('/v1.0/servicePrincipals', { appId: made['appId'] }), 201)
    await json(await frank.post(`/v1.0/applications/${made['id']}/addPassword`, {}))
  }
  for (const side of ['applications', 'servicePrincipals'])
    for (const select of ['', '?$select=*']) {
      const { value } = await json(await frank.get(`/v1.0/${side}${select}`))
      assert.ok(value.length >= 2)
      for (const one of value as Json[]) {
        const alone = await json(await frank.get(`/v1.0/${side}/${one['id']}${select}`))
        delete alone['@odata.context']
        assert.deepEqual(one, alone, `${side}${select}`)
      }
      assert.ok(value.some((one: Json) => one['passwordCredentials'].length === 1))
    }
})

const refusedAt = async (response: Response) => {
  const { message, details } = (await json(response, 400))['error']
  assert.match(message, /leave isFallbackPublicClient out/)
  return details[0].target
}

test('whether an application is a program on a device follows its addresses; what says otherwise is refused and changes nothing', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const device = { publicClient: { redirectUris: ['http://localhost'] } }
  const made = await frank.post('/v1.0/applications', {
    displayName: 'Program',
    isFallbackPublicClient: true,
  })
  assert.equal(await refusedAt(made), 'isFallbackPublicClient')
  const program = await json(
    await frank.post('/v1.0/applications', {
      displayName: 'Program',
      isFallbackPublicClient: true,
      ...device,
    }),
    201,
  )
  assert.equal(program['isFallbackPublicClient'], true)
  const path = `/v1.0/applications/${program['id']}`
  await refusedAt(await frank.patch(path, { displayName: 'Page', isFallbackPublicClient: false }))
  assert.equal((await json(await frank.get(path)))['displayName'], 'Program')
  await json(
    await frank.patch(path, { isFallbackPublicClient: false, publicClient: { redirectUris: [] } }),
    204,
  )
  await json(await frank.patch(path, { isFallbackPublicClient: null }), 204)
  assert.equal((await json(await frank.get(path)))['isFallbackPublicClient'], false)
})

test('a change of an application is made wholly or not at all, on either side, and so is what is recorded', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const made = await json(await frank.post('/v1.0/applications', { displayName: 'Payroll' }), 201)
  const principal = await json(
    await frank.post('/v1.0/servicePrincipals', { appId: made['appId'] }),
    201,
  )
  const twice = [
    { displayName: 'Clerk', value: 'clerk' },
    { displayName: 'Other', value: 'clerk' },
  ]
  const events = async () =>
    (await json(await frank.get('/v1.0/auditLogs/directoryAudits')))['value'].length
  const before = await events()
  for (const [path, body] of [
    [`applications/${made['id']}`, { web: { redirectUris: [callback] }, appRoles: twice }],
    [
      `servicePrincipals/${principal['id']}`,
      { 'guesthouse.redirectUris': [{ kind: 'web', uri: callback }], appRoles: twice },
    ],
  ] as const) {
    const refused = await refusal(await frank.patch(`/v1.0/${path}`, body), 400)
    assert.match(refused.message, /Two app roles have the value 'clerk'/)
    const after = await json(await frank.get(`/v1.0/applications/${made['id']}`))
    assert.deepEqual(after['web'].redirectUris, [], path)
    assert.equal(await events(), before, path)
  }
})
