/** What applications get at other applications: given by administrators, agreed to by people. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { json, refusal, type Json } from '../../../test/json.ts'
import { shared } from '../../../test/many-organizations.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  type World,
} from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'

const grants = '/v1.0/oauth2PermissionGrants'
const policy = '/v1.0/policies/authorizationPolicy'
const selfConsent = 'ManagePermissionGrantsForSelf.microsoft-user-default-legacy'

const scopeOf = (value: string, type: 'User' | 'Admin') => ({
  id: newId(),
  value,
  type,
  isEnabled: true,
  adminConsentDisplayName: `Administers ${value}`,
  userConsentDisplayName: `Uses ${value}`,
})
const roleOf = (value: string, member: 'User' | 'Application') => ({
  id: newId(),
  value,
  displayName: value,
  description: value,
  isEnabled: true,
  allowedMemberTypes: [member],
})

/** Orders exposes two scopes and two app roles; Shop asks for the scopes. */
const scene = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const [orders, shop] = [
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Orders' }),
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Shop' }),
  ]
  const [read, all] = [scopeOf('orders.read', 'User'), scopeOf('orders.all', 'Admin')]
  const [clerk, robot] = [roleOf('Clerk', 'User'), roleOf('Robot', 'Application')]
  const exposing = {
    identifierUris: ['api://orders'],
    api: { oauth2PermissionScopes: [read, all] },
    appRoles: [clerk, robot],
  }
  await json(await frank.patch(`/v1.0/applications(appId='${orders.appId}')`, exposing), 204)
  const wish = [
    {
      resourceAppId: orders.appId,
      resourceAccess: [
        { id: read.id, type: 'Scope' },
        { id: all.id, type: 'Scope' },
        { id: robot.id, type: 'Role' },
      ],
    },
  ]
  const registered = `/v1.0/applications(appId='${shop.appId}')`
  await json(await frank.patch(registered, { requiredResourceAccess: wish }), 204)
  const config = await relyingParty(w, shop)
  const ask = async (person: Person, scope: string) =>
    askToSignOn(config, await browserWith(w, person), shop, {
      scope: `openid offline_access ${scope}`,
    })
  const tokens = async (person: Person, scope: string) => {
    const { end, take } = await ask(person, scope)
    assert.ok(end.url.href.startsWith(shop.uri), end.page ?? end.url.href)
    return take(end.url)
  }
  const agree = async (person: Person, scope: string) => {
    const browser = await browserWith(w, person)
    const { end, take } = await askToSignOn(config, browser, shop, {
      scope: `openid offline_access ${scope}`,
    })
    const page = end.page ?? ''
    const after = await browser.submit(end, { decision: 'accept' })
    return { page, tokens: await take(after.url) }
  }
  const grant = (scope: string, more: object = { consentType: 'AllPrincipals' }) =>
    frank.post(grants, { clientId: shop.id, resourceId: orders.id, scope, ...more })
  return {
    frank,
    orders,
    shop,
    read,
    all,
    clerk,
    robot,
    wish,
    registered,
    config,
    ask,
    tokens,
    agree,
    grant,
  }
}

const errorOf = ({ end }: { end: { url: URL } }): string =>
  `${end.url.searchParams.get('error')}: ${end.url.searchParams.get('error_description')}`

test('contract §7.9: what an application asks for at another one is kept, and what there is not is refused', async () => {
  const w = await world()
  const { frank, wish, registered, clerk, orders } = await scene(w)
  assert.deepEqual((await json(await frank.get(registered)))['requiredResourceAccess'], wish)
  for (const [one, says] of [
    [{ resourceAppId: newId(), resourceAccess: [] }, /is not known here/],
    [
      { resourceAppId: orders.appId, resourceAccess: [{ id: newId(), type: 'Scope' }] },
      /is none of/,
    ],
    [
      { resourceAppId: orders.appId, resourceAccess: [{ id: clerk.id, type: 'Role' }] },
      /is none of/,
    ],
  ] as const) {
    const body = { requiredResourceAccess: [one] }
    assert.match((await refusal(await frank.patch(registered, body), 400)).message, says)
  }
  await json(await frank.patch(registered, { requiredResourceAccess: [] }), 204)
  assert.deepEqual((await json(await frank.get(registered)))['requiredResourceAccess'], [])
})

test('contract §7.9b: a scope of another application that is given for everybody asks nobody, and ends with the next renewal once it is taken', async () => {
  const w = await world()
  const { frank, orders, shop, config, ask, tokens, grant } = await scene(w)
  const scope = 'api://orders/orders.all'
  assert.match(errorOf(await ask(w.fiona, scope)), /invalid_scope: .*was not given api:\/\/orders/)
  assert.match((await refusal(await grant('orders.none'), 400)).message, /Orders has no scope/)
  const given = await json(await grant('orders.all'), 201)
  assert.deepEqual(
    [given['clientId'], given['resourceId'], given['scope'], given['principalId']],
    [shop.id, orders.id, 'orders.all', null],
  )
  assert.equal((await grant('orders.read')).status, 409)
  const hers = await tokens(w.fiona, scope)
  const claims: Json = decodeJwt(hers.access_token)
  assert.deepEqual(
    [claims['aud'], claims['azp'], claims['scp']],
    [orders.appId, shop.appId, 'orders.all'],
  )
  const filtered = await json(await frank.get(`${grants}?$filter=resourceId eq '${orders.id}'`))
  assert.equal((filtered['value'] as Json[]).length, 1)
  assert.equal(
    (await json(await frank.get(`/v1.0/servicePrincipals/${shop.id}`)))['guesthouse.graphScopes']
      ?.length ?? 0,
    0,
  )
  await json(await frank.delete(`${grants}/${String(given['id'])}`), 204)
  await assert.rejects(client.refreshTokenGrant(config, String(hers.refresh_token)))
  assert.match(errorOf(await ask(w.fiona, scope)), /was not given/)
})

test('what is given for one person is theirs alone', async () => {
  const w = await world()
  const { ask, tokens, grant } = await scene(w)
  const one = { consentType: 'Principal', principalId: w.fiona.userId }
  await json(await grant('orders.all', one), 201)
  const scope = 'api://orders/orders.all'
  assert.equal(decodeJwt((await tokens(w.fiona, scope)).access_token)['scp'], 'orders.all')
  assert.match(errorOf(await ask(w.ada, scope)), /was not given/)
})

test('where the organization lets people agree they do, to scopes that are for that, on a page that says them; else an administrator of applications does', async () => {
  const w = await world()
  const { frank, config, ask, tokens, agree } = await scene(w)
  const [read, all] = ['api://orders/orders.read', 'api://orders/orders.all']
  assert.match(errorOf(await ask(w.fiona, read)), /was not given/)
  const permissionGrantPoliciesAssigned = [selfConsent]
  const body = { defaultUserRolePermissions: { permissionGrantPoliciesAssigned } }
  await json(await frank.patch(policy, body), 204)
  assert.deepEqual(
    (await json(await frank.get(policy)))['defaultUserRolePermissions'][
      'permissionGrantPoliciesAssigned'
    ],
    [selfConsent],
  )
  assert.match(errorOf(await ask(w.fiona, all)), /was not given/, 'it is for administrators')
  const hers = await agree(w.fiona, read)
  assert.match(hers.page, /can, at Orders and in your name:/)
  assert.match(hers.page, /Uses orders\.read/)
  assert.equal(decodeJwt(hers.tokens.access_token)['scp'], 'orders.read')
  await tokens(w.fiona, read)
  const listed = await json(await frank.get(`/v1.0/users/${w.fiona.userId}/oauth2PermissionGrants`))
  assert.deepEqual(
    (listed['value'] as Json[]).map((one) => [one['consentType'], one['scope']]),
    [['Principal', 'orders.read']],
  )
  const his = await agree(w.frank, all)
  assert.equal(decodeJwt(his.tokens.access_token)['scp'], 'orders.all')
  assert.match(errorOf(await ask(w.fiona, all)), /was not given/, 'for himself')
  await json(await frank.delete(`${grants}/${String((listed['value'] as Json[])[0]?.['id'])}`), 204)
  await assert.rejects(client.refreshTokenGrant(config, String(hers.tokens.refresh_token)))
  assert.match((await ask(w.fiona, read)).end.page ?? '', /at Orders/, 'she is asked again')
})

test('app roles of another application that an application was given stand in its tokens for that, and in no others', async () => {
  const w = await world()
  const { frank, orders, shop, config, clerk, robot } = await scene(w)
  const byItself = (scope: string) => client.clientCredentialsGrant(config, { scope })
  await assert.rejects(byItself('api://orders/.default'))
  const assign = (appRoleId: string) =>
    frank.post(`/v1.0/servicePrincipals/${shop.id}/appRoleAssignments`, {
      principalId: shop.id,
      resourceId: orders.id,
      appRoleId,
    })
  assert.equal((await assign(clerk.id)).status, 400, 'that is for people')
  const given = await json(await assign(robot.id), 201)
  assert.deepEqual(
    [given['principalType'], given['principalDisplayName'], given['resourceDisplayName']],
    ['ServicePrincipal', 'Shop', 'Orders'],
  )
  assert.equal((await assign(robot.id)).status, 400, 'once')
  for (const at of [
    `/v1.0/servicePrincipals/${shop.id}/appRoleAssignments`,
    `/v1.0/servicePrincipals/${orders.id}/appRoleAssignedTo`,
  ])
    assert.deepEqual(
      ((await json(await frank.get(at)))['value'] as Json[]).map((one) => one['id']),
      [given['id']],
    )
  const claims: Json = decodeJwt((await byItself('api://orders/.default')).access_token)
  assert.deepEqual(
    [claims['aud'], claims['azp'], claims['oid'], claims['roles'], claims['scp']],
    [orders.appId, shop.appId, shop.id, ['Robot'], undefined],
  )
  const atGraph: Json = decodeJwt((await byItself(`${w.publicUrl}/.default`)).access_token)
  assert.deepEqual(atGraph['roles'], [])
  const assigned = `/v1.0/servicePrincipals/${shop.id}/appRoleAssignments/${String(given['id'])}`
  await json(await frank.delete(assigned), 204)
  await assert.rejects(byItself('api://orders/.default'))
})

test('who administers applications gives what is at applications, and nothing at the directory', async () => {
  const w = await world()
  const { orders, shop, robot } = await scene(w)
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const graph = await json(
    await fiona.get("/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"),
  )
  const wish = { clientId: shop.id, consentType: 'AllPrincipals' }
  const made = await json(
    await fiona.post(grants, { ...wish, resourceId: orders.id, scope: 'orders.all' }),
    201,
  )
  await json(await fiona.delete(`${grants}/${String(made['id'])}`), 204)
  const refused = await fiona.post(grants, {
    ...wish,
    resourceId: graph['id'],
    scope: 'User.Read.All',
  })
  assert.equal(refused.status, 403)
  const assign = (resourceId: unknown, appRoleId: unknown) =>
    fiona.post(`/v1.0/servicePrincipals/${shop.id}/appRoleAssignments`, {
      principalId: shop.id,
      resourceId,
      appRoleId,
    })
  await json(await assign(orders.id, robot.id), 201)
  assert.equal((await assign(graph['id'], (graph['appRoles'] as Json[])[0]?.['id'])).status, 403)
})

const exposing = (id: string) => ({
  identifierUris: ['api://stock'],
  api: { oauth2PermissionScopes: [{ ...scopeOf('stock.read', 'Admin'), id }] },
})

test('an application of another organization is asked for by its name where it is used, and never in the place of one of this organization', async () => {
  const w = await world()
  const { home, there } = await shared(w, { name: 'Stock' })
  const nora = w.as(w.nora, w.northwind)
  const own = await registerApplication(w, w.northwind, w.nora, { name: 'Till' })
  await json(
    await w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/applications(appId='${home.appId}')`, exposing(newId())),
    204,
  )
  const give = (resourceId: string) =>
    nora.post(grants, {
      clientId: own.id,
      consentType: 'AllPrincipals',
      resourceId,
      scope: 'stock.read',
    })
  await json(await give(there.id), 201)
  const config = await relyingParty(w, own)
  const audience = async (name: string) => {
    const browser = await browserWith(w, w.nora)
    const { end, take } = await askToSignOn(config, browser, own, {
      scope: `openid ${name}/stock.read`,
    })
    return end.url.href.startsWith(own.uri) && end.url.searchParams.has('code')
      ? decodeJwt((await take(end.url)).access_token)['aud']
      : end.url.searchParams.get('error')
  }
  assert.equal(await audience('api://stock'), there.appId)
  const mine = await registerApplication(w, w.northwind, w.nora, { name: 'Stock' })
  await json(await nora.patch(`/v1.0/applications(appId='${mine.appId}')`, exposing(newId())), 204)
  assert.equal(await audience('api://stock'), 'invalid_target', 'it was given nothing there')
  await json(await give(mine.id), 201)
  assert.equal(await audience('api://stock'), mine.appId)
  assert.equal(
    await audience(`api://${there.appId}`),
    there.appId,
    'by its client id it is always itself',
  )
})

const about = (token: string) => {
  const { aud, scp, roles } = decodeJwt(token)
  return [aud, scp ?? roles]
}

test('contract §7.9b: an application is asked for by its client id alone too, as clients of Entra write it, by a person, again and by itself', async () => {
  const w = await world()
  const { orders, shop, robot, config, tokens, grant, frank } = await scene(w)
  await json(await grant('orders.read orders.all'), 201)
  for (const [scope, scp] of [
    [`${orders.appId}/orders.read`, 'orders.read'],
    [`${orders.appId}/.default`, 'orders.all orders.read'],
    [`${orders.appId.toUpperCase()}/orders.read`, 'orders.read'],
  ] as const) {
    const first = await tokens(w.fiona, scope)
    assert.deepEqual(about(first.access_token), [orders.appId, scp], scope)
    const again = await client.refreshTokenGrant(config, String(first.refresh_token), { scope })
    assert.deepEqual(about(again.access_token), [orders.appId, scp], scope)
  }
  const itself = async (name: string) =>
    about((await client.clientCredentialsGrant(config, { scope: `${name}/.default` })).access_token)
  await assert.rejects(itself(orders.appId), { error: 'invalid_target' })
  const path = `/v1.0/servicePrincipals/${shop.id}/appRoleAssignments`
  const given = { principalId: shop.id, resourceId: orders.id, appRoleId: robot.id }
  await json(await frank.post(path, given), 201)
  assert.deepEqual(await itself(orders.appId), [orders.appId, ['Robot']])
  assert.deepEqual(await itself(shop.appId), [shop.appId, []], 'itself')
  await assert.rejects(itself(newId()), { error: 'invalid_target' })
})
