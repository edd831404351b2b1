/** Claims that an application has told beside what every token says: its `optionalClaims`. */
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
  type Application,
  type World,
} from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'

const named = (...names: string[]) => names.map((name) => ({ name }))
const facts = ['email', 'family_name', 'given_name', 'login_hint', 'preferred_username', 'upn']

const wish = async (w: World, { appId }: Application, optionalClaims: object | null) =>
  w.as(w.frank, w.fabrikam).patch(`/v1.0/applications(appId='${appId}')`, { optionalClaims })

/** Fiona, of whom everything is known, and an application. */
const scene = async () => {
  const w = await world()
  const change = { givenName: 'Fiona', surname: 'Ferrara', mail: w.fiona.upn }
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.patch(`/v1.0/users/${w.fiona.userId}`, change), 204)
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.fiona)
  const tokens = async (scope: string, more: Record<string, string> = {}) => {
    const got = await (await signOn(config, browser, application, { scope, ...more })).exchange()
    const access: Json = decodeJwt(got.access_token)
    return { id: (got.claims() ?? {}) as Json, access, refresh: String(got.refresh_token), got }
  }
  return { w, frank, application, config, browser, tokens }
}

const of = (claims: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.filter((name) => name in claims).map((name) => [name, claims[name]]))

test('contract §12: an access token tells what its application asks for in optionalClaims, as far as the scopes go, also when it is renewed', async () => {
  const { w, application, config, tokens } = await scene()
  const all = 'openid profile email offline_access'
  const before = await tokens(all)
  assert.deepEqual(of(before.access, [...facts, 'auth_time', 'sid']), {})
  const accessToken = named(...facts, 'auth_time', 'sid', 'acct', 'idtyp')
  await json(await wish(w, application, { accessToken }), 204)
  const { id, access, refresh } = await tokens(all)
  const hers = {
    email: w.fiona.upn,
    family_name: 'Ferrara',
    given_name: 'Fiona',
    login_hint: w.fiona.upn,
    preferred_username: w.fiona.upn,
    upn: w.fiona.upn,
  }
  assert.deepEqual(of(access, facts), hers)
  assert.deepEqual([access['auth_time'], access['sid']], [id['auth_time'], id['sid']])
  assert.equal(typeof access['auth_time'], 'number')
  assert.equal(typeof access['sid'], 'string')
  assert.deepEqual([access['acct'], access['idtyp'], access['tid']], [0, 'user', w.fabrikam.id])
  const renewed: Json = decodeJwt((await client.refreshTokenGrant(config, refresh)).access_token)
  assert.deepEqual(of(renewed, facts), hers)
  assert.deepEqual([renewed['auth_time'], renewed['sid']], [id['auth_time'], id['sid']])
  const less = await client.refreshTokenGrant(config, refresh, { scope: 'openid email' })
  assert.deepEqual(of(decodeJwt(less.access_token), facts), { email: w.fiona.upn })
  assert.deepEqual(of((await tokens('openid')).access, facts), {})
  assert.deepEqual(of((await tokens('openid email')).access, facts), { email: w.fiona.upn })
  await json(await wish(w, application, null), 204)
  assert.deepEqual(of((await tokens(all)).access, [...facts, 'auth_time', 'sid']), {})
})

test('contract §12: an ID token tells sid and login_hint where optionalClaims ask for them, and userinfo does not; with the hint somebody is asked for again', async () => {
  const { w, application, config, browser, tokens } = await scene()
  const before = (await tokens('openid profile')).id
  assert.deepEqual(of(before, ['sid', 'login_hint']), {})
  await json(await wish(w, application, { idToken: named('sid', 'login_hint', 'email') }), 204)
  const { id, got, access } = await tokens('openid profile')
  assert.equal(typeof id['sid'], 'string')
  assert.equal(id['login_hint'], w.fiona.upn)
  assert.equal('email' in id, false, 'an address is told with its scope alone')
  assert.equal((await tokens('openid')).id['login_hint'], undefined)
  assert.deepEqual(of(access, [...facts, 'sid']), {})
  const info = await client.fetchUserInfo(config, got.access_token, client.skipSubjectCheck)
  assert.deepEqual(of(info as Json, ['sid', 'login_hint']), {})
  const { end } = await askToSignOn(config, browser, application, {
    prompt: 'login',
    login_hint: String(id['login_hint']),
  })
  assert.ok((end.page ?? '').includes(`value="${w.fiona.upn}"`))
})

test('contract §12: a token for another application tells what that one asks for, never what the asking one does, and no more than the asking one was granted', async () => {
  const { w, frank, application, tokens } = await scene()
  const orders = await registerApplication(w, w.fabrikam, w.frank, { name: 'Orders' })
  const [id, none] = [newId(), []]
  const exposing = {
    identifierUris: ['api://orders'],
    optionalClaims: { accessToken: named('email', 'given_name', 'sid') },
    api: {
      oauth2PermissionScopes: [
        {
          id,
          value: 'read',
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Reads',
          adminConsentDescription: 'Reads',
        },
      ],
      preAuthorizedApplications: [{ appId: application.appId, delegatedPermissionIds: [id] }],
    },
  }
  await json(await frank.patch(`/v1.0/applications(appId='${orders.appId}')`, exposing), 204)
  await json(await wish(w, application, { accessToken: named('upn'), idToken: none }), 204)
  const { access } = await tokens('openid email api://orders/read')
  assert.equal(access['aud'], orders.appId)
  assert.deepEqual(of(access, facts), { email: w.fiona.upn })
  const graph = await tokens(`openid email profile ${w.publicUrl}/User.Read`)
  assert.deepEqual(of(graph.access, facts), {}, 'nothing of it to the directory')
})

test('contract §12: what optionalClaims ask for and nothing here could tell is refused, with what can be asked for', async () => {
  const { w, frank, application } = await scene()
  const refused: readonly [object, RegExp][] = [
    [{ idToken: named('favourite_colour') }, /optionalClaims\.idToken.*"acct".*"upn"/s],
    [{ accessToken: named('ipaddr') }, /optionalClaims\.accessToken.*"acct".*"idtyp"/s],
    [{ idToken: named('idtyp') }, /optionalClaims\.idToken/],
    [{ saml2Token: named('email') }, /optionalClaims\.saml2Token.*empty/s],
    [{ idToken: [{ name: 'email', source: 'user' }] }, /optionalClaims\.idToken.*source.*null/s],
    [
      { accessToken: [{ name: 'groups', additionalProperties: ['emit_as_roles'] }] },
      /optionalClaims\.accessToken.*additionalProperties.*empty/s,
    ],
  ]
  for (const [optionalClaims, says] of refused) {
    const { message } = await refusal(await wish(w, application, optionalClaims), 400)
    assert.match(message, says)
    const made = await frank.post('/v1.0/applications', { displayName: 'New', optionalClaims })
    assert.match((await refusal(made, 400)).message, says)
  }
  const path = `/v1.0/applications(appId='${application.appId}')`
  assert.equal((await json(await frank.get(path)))['optionalClaims'], null)
  const sent = { idToken: [{ name: 'email', essential: true, source: null }], saml2Token: [] }
  await json(await wish(w, application, sent), 204)
  assert.deepEqual((await json(await frank.get(path)))['optionalClaims'], {
    accessToken: [],
    idToken: [{ name: 'email', source: null, essential: true, additionalProperties: [] }],
    saml2Token: [],
  })
})
