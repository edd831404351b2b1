/** Details of the standards that clients stumble over. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import * as client from 'openid-client'
import { guesthouse } from '../../test/machines/command-line.ts'
import { json, type Json } from '../../test/json.ts'
import { browserWith, registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { minuteMs } from '../kernel/time.ts'
import { keyName } from '../tokens/signing-keys.ts'

const scene = async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.fiona)
  const below = `${w.publicUrl}/${w.fabrikam.id}`
  const basic = `Basic ${Buffer.from(`${application.appId}:${application.secret}`).toString('base64')}`
  const form = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    w.app.request(below + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  return { w, application, config, browser, below, basic, form }
}

test('RFC 8414, 3.1: the description stands also where the path of the issuer comes last; it and the keys may be kept for a while', async () => {
  const { w, below } = await scene()
  const usual = await w.app.request(`${below}/v2.0/.well-known/openid-configuration`)
  const found = await json(usual)
  for (const name of [w.fabrikam.id, w.fabrikam.domain])
    assert.deepEqual(
      await json(
        await w.app.request(`${w.publicUrl}/.well-known/oauth-authorization-server/${name}/v2.0`),
      ),
      found,
    )
  assert.deepEqual(
    await json(await w.app.request(`${below}/v2.0/.well-known/oauth-authorization-server`)),
    found,
  )
  assert.equal(
    (
      await w.app.request(
        `${w.publicUrl}/.well-known/oauth-authorization-server/nobody.example/v2.0`,
      )
    ).status,
    404,
  )
  const keys = await w.app.request(`${below}/discovery/v2.0/keys`)
  for (const response of [usual, keys])
    assert.equal(response.headers.get('cache-control'), 'public, max-age=300')
  for (const name of [
    'prompt_values_supported',
    'introspection_endpoint_auth_methods_supported',
    'revocation_endpoint_auth_methods_supported',
    'claim_types_supported',
  ])
    assert.ok(Array.isArray(found[name]), name)
  assert.equal(found['request_parameter_supported'], false)
  assert.equal(
    (await w.app.request(`${below}/oidc/userinfo`)).headers.get('cache-control'),
    'no-store',
    'nothing else is kept',
  )
})

test('userinfo takes a POST with an empty form', async () => {
  const { config, browser, application, form } = await scene()
  const tokens = await (await signOn(config, browser, application)).exchange()
  const answer = await form(
    '/oidc/userinfo',
    {},
    { authorization: `Bearer ${tokens.access_token}` },
  )
  assert.equal((await json(answer))['sub'], tokens.claims()?.sub)
})

test('introspection tells the audience', async () => {
  const { config, browser, application } = await scene()
  const own = await (await signOn(config, browser, application)).exchange()
  assert.equal((await client.tokenIntrospection(config, own.access_token)).aud, application.appId)
  const alone = await client.clientCredentialsGrant(config)
  assert.equal((await client.tokenIntrospection(config, alone.access_token)).aud, application.appId)
})

test('client_info comes to who asks for it, and says who somebody is here, not at home', async () => {
  const { w, application, config, form, basic } = await scene()
  const tokens = await (await signOn(config, await browserWith(w, w.ada), application)).exchange()
  const renew = (more: Record<string, string>) =>
    form(
      '/oauth2/v2.0/token',
      { grant_type: 'refresh_token', refresh_token: String(tokens.refresh_token), ...more },
      { authorization: basic },
    )
  const told = JSON.parse(
    Buffer.from(
      String((await json(await renew({ client_info: '1' })))['client_info']),
      'base64url',
    ).toString(),
  ) as Json
  assert.deepEqual(told, { uid: w.userOf(w.ada, w.fabrikam), utid: w.fabrikam.id })
  assert.equal((await json(await renew({})))['client_info'], undefined)
})

test('a token of an interface that is not known here is refused, not replaced by one of another', async () => {
  const { w, application, config, browser } = await scene()
  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Other' })
  for (const scope of [
    `api://${other.appId}/.default`,
    `${other.appId}/.default`,
    'https://graph.microsoft.com/.default',
    'https://elsewhere.example/read',
  ]) {
    await assert.rejects(
      client.clientCredentialsGrant(config, { scope }),
      { error: 'invalid_target' },
      scope,
    )
    const asked = await signOn(config, browser, application, { scope: `openid ${scope}` })
    assert.equal(asked.url.searchParams.get('error'), 'invalid_target', scope)
  }
  const { appId } = application
  for (const scope of [
    `api://${appId}/.default`,
    `${appId}/.default`,
    `api://${appId}/access_as_user`,
  ])
    assert.equal(
      decodeJwt((await client.clientCredentialsGrant(config, { scope })).access_token).aud,
      appId,
      scope,
    )
  for (const scope of [
    `${w.publicUrl}/.default`,
    'api://00000003-0000-0000-c000-000000000000/.default',
  ])
    assert.equal(
      decodeJwt((await client.clientCredentialsGrant(config, { scope })).access_token).aud,
      '00000003-0000-0000-c000-000000000000',
    )
})

test('guesthouse key: lists, makes the next key, and takes one away with all that it signed', async () => {
  const { w, config, browser, application, below } = await scene()
  const env = { GUESTHOUSE_KEY: w.services.sealKey.toString('base64') }
  const key = (...argv: string[]) => guesthouse(['key', ...argv], undefined, env)
  const list = async (name: string) =>
    JSON.parse((await key('list', name, '--json')).out)['value'] as { kid: string; use: string }[]
  const published = async () =>
    ((await json(await w.app.request(`${below}/discovery/v2.0/keys`)))['keys'] as Json[]).map(
      ({ kid }) => String(kid),
    )
  const scope = `openid ${w.publicUrl}/User.Read`
  const before = await (await signOn(config, browser, application, { scope })).exchange()
  const [first] = await list(w.fabrikam.domain)
  assert.deepEqual(
    [first?.use, first?.kid],
    ['signs', decodeProtectedHeader(before.access_token).kid],
  )

  assert.equal((await key('rotate', w.fabrikam.domain)).code, 0)
  assert.deepEqual(
    (await list(w.fabrikam.id)).map(({ use }) => use),
    ['next', 'signs'],
  )
  w.pass(6 * minuteMs)
  assert.equal((await published()).length, 2)

  const call = () =>
    w.app.request(`${w.publicUrl}/v1.0/me`, {
      headers: { authorization: `Bearer ${before.access_token}` },
    })
  assert.equal((await call()).status, 200)
  const gone = await key('withdraw', w.fabrikam.domain, String(first?.kid))
  assert.equal(gone.code, 0, gone.err)
  w.pass(6 * minuteMs)
  assert.ok(!(await published()).includes(String(first?.kid)))
  assert.equal((await call()).status, 401)
  const renewed = await client.refreshTokenGrant(config, String(before.refresh_token))
  assert.notEqual(decodeProtectedHeader(renewed.access_token).kid, first?.kid)
  assert.equal((await list(w.fabrikam.id)).filter(({ use }) => use === 'signs').length, 1)

  const [only] = await list(w.northwind.domain)
  assert.equal((await key('withdraw', w.northwind.domain, String(only?.kid))).code, 0)
  const [fresh, ...more] = await list(w.northwind.domain)
  assert.deepEqual(
    [fresh?.use, more],
    ['signs', []],
    'where none is left that signs, a new one does',
  )
  assert.notEqual(fresh?.kid, only?.kid)

  assert.equal((await key('withdraw', w.fabrikam.domain, 'nonsense')).code, 1)
  assert.equal((await key('rotate', 'nobody.example')).code, 1)
  assert.equal((await key('list', 'people')).code, 0)
})

test('K8: the name of a key is none of an option, whatever its thumbprint begins with', () => {
  assert.deepEqual(['-b79', '_b79', 'b-79'].map(keyName), ['k-b79', '_b79', 'b-79'])
})
