/** Tokens for another application of the organization, by the scopes that it exposes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { json, refusal, type Json } from '../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
  type World,
} from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'

const scopeOf = (value: string) => ({
  id: newId(),
  value,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: value,
  adminConsentDescription: value,
})

/** An application that exposes two scopes, and one that asks for them. */
const scene = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const [resource, asking] = [
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Orders' }),
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Shop' }),
  ]
  const [read, write] = [scopeOf('orders.read'), scopeOf('orders.write')]
  const path = `/v1.0/applications(appId='${resource.appId}')`
  await json(
    await frank.patch(path, {
      identifierUris: ['api://orders'],
      api: { oauth2PermissionScopes: [read, write] },
    }),
    204,
  )
  const authorize = async (...scopes: readonly { id: string }[]) =>
    json(
      await frank.patch(path, {
        api: {
          preAuthorizedApplications: [
            { appId: asking.appId, delegatedPermissionIds: scopes.map(({ id }) => id) },
          ],
        },
      }),
      204,
    )
  const config = await relyingParty(w, asking)
  const browser = await browserWith(w, w.fiona)
  const tokensFor = async (scope: string) =>
    (await signOn(config, browser, asking, { scope })).exchange()
  const refused = async (scope: string): Promise<string> => {
    const { end } = await askToSignOn(config, browser, asking, { scope })
    return `${end.url.searchParams.get('error')}: ${end.url.searchParams.get('error_description')} ${end.page ?? ''}`
  }
  return { frank, path, resource, asking, read, write, authorize, config, tokensFor, refused }
}

test('an application gets a token for another one that has authorized it, with the scopes that it asks for and no others', async () => {
  const w = await world()
  const { resource, asking, read, write, authorize, config, tokensFor, refused } = await scene(w)
  const first = 'openid offline_access api://orders/orders.read'
  assert.match(await refused(first), /has not authorized this application/)
  await authorize(read)
  assert.match(await refused('openid api://orders/orders.write'), /not authorized for that scope/)
  assert.match(await refused('openid api://nobody/x'), /is not known here/)
  const tokens = await tokensFor(first)
  const claims: Json = decodeJwt(tokens.access_token)
  assert.deepEqual(
    [claims['aud'], claims['azp'], claims['scp'], claims['oid'], claims['roles']],
    [resource.appId, asking.appId, 'orders.read', w.fiona.userId, undefined],
  )
  const call = { headers: { authorization: `Bearer ${tokens.access_token}` } }
  assert.equal(
    (await w.app.request(`${w.publicUrl}/v1.0/me`, call)).status,
    401,
    'for nothing else',
  )
  await authorize(read, write)
  const all: Json = decodeJwt((await tokensFor('openid api://orders/.default')).access_token)
  assert.equal(all['scp'], 'orders.read orders.write')
  await authorize()
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)))
})

test('what is disabled, asks for assignment or is gone is given to no other application; to itself an application gives its scopes', async () => {
  const w = await world()
  const { frank, path, resource, read, write, authorize, refused } = await scene(w)
  await authorize(read)
  const scope = 'openid api://orders/orders.read'
  const at = `/v1.0/servicePrincipals/${resource.id}`
  await json(await frank.patch(at, { appRoleAssignmentRequired: true }), 204)
  assert.match(await refused(scope), /asks for assignment/)
  const own = await relyingParty(w, resource)
  await json(await frank.patch(at, { appRoleAssignmentRequired: false }), 204)
  const mine = await (
    await signOn(own, await browserWith(w, w.frank), resource, { scope })
  ).exchange()
  const claims: Json = decodeJwt(mine.access_token)
  assert.deepEqual([claims['aud'], claims['scp']], [resource.appId, 'orders.read'])
  const scopes = [{ ...read, isEnabled: false }, write]
  await json(await frank.patch(path, { api: { oauth2PermissionScopes: scopes } }), 204)
  assert.match(await refused(scope), /has not authorized this application/)
  await json(await frank.patch(at, { accountEnabled: false }), 204)
  assert.match(await refused(scope), /is not known here/)
})

test('R49: who administers applications authorizes nobody for one that acts in the directory, nor calls it otherwise', async () => {
  const w = await world()
  const powerful = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  const path = `/v1.0/applications(appId='${powerful.appId}')`
  const api = { preAuthorizedApplications: [{ appId: newId(), delegatedPermissionIds: [] }] }
  for (const body of [{ api }, { identifierUris: ['api://mine'] }])
    assert.match((await refusal(await fiona.patch(path, body), 403)).message, /only those who may/)
  const same = { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [] }
  await json(await fiona.patch(path, { notes: 'N', api: same, identifierUris: [] }), 204)
  await json(await w.as(w.frank, w.fabrikam).patch(path, { api }), 204)
})
