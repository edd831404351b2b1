/** What is asked of each kind of application: PKCE, secrets, and how long it may go on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import type { Browser } from '../../test/in-process-browser.ts'
import { json } from '../../test/json.ts'
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
import { dayMs, hourMs } from '../kernel/time.ts'
import { sql } from 'kysely'

const settings = (w: World, { id }: Application, changes: object): Promise<Response> =>
  w.as(w.frank, w.fabrikam).patch(`/v1.0/servicePrincipals/${id}`, changes)

const scene = async (kind: 'web' | 'spa' | 'native' = 'web') => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind })
  return {
    w,
    application,
    config: await relyingParty(w, application),
    browser: await browserWith(w, w.ada),
  }
}

/** As time passes for what the provider keeps: the library has no clock but the machine's. */
const age = (w: World, ms: number) =>
  sql`update oidc_records set expires_at = expires_at - make_interval(secs => ${ms / 1_000}),
    consumed_at = consumed_at - make_interval(secs => ${ms / 1_000}) where tenant_id = ${w.fabrikam.id}`.execute(
    w.db,
  )

type Asked = Record<string, string>
const withoutPkce = async (
  config: client.Configuration,
  browser: Browser,
  application: Application,
  more: Asked,
) => {
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: application.uri,
    scope: 'openid',
    ...more,
  })
  return (await browser.open(url)).url
}

test('RFC 9700: PKCE is needed unless an application with a secret is said to know none; then nonce or state, and no verifier by itself', async () => {
  const { w, application, config, browser } = await scene()
  const refused = async (more: Asked): Promise<string | null> =>
    (await withoutPkce(config, browser, application, more)).searchParams.get('error')
  for (const more of [{}, { state: 's' }, { nonce: 'n' }])
    assert.equal(await refused(more), 'invalid_request', 'the default')
  assert.equal((await settings(w, application, { 'guesthouse.pkceRequired': false })).status, 204)
  assert.equal(
    (
      await json(
        await w.as(w.frank, w.fabrikam).get(`/v1.0/servicePrincipals/${application.id}?$select=*`),
      )
    )['guesthouse.pkceRequired'],
    false,
  )
  assert.equal(
    await refused({}),
    'invalid_request',
    'something has to tie the answer to the browser',
  )
  const byState = await withoutPkce(config, browser, application, { state: 's' })
  assert.ok(
    (await client.authorizationCodeGrant(config, byState, { expectedState: 's' })).access_token,
  )
  const byNonce = await withoutPkce(config, browser, application, { nonce: 'n' })
  const tokens = await client.authorizationCodeGrant(config, byNonce, { expectedNonce: 'n' })
  assert.equal(tokens.claims()?.nonce, 'n')
  const strange = await withoutPkce(config, browser, application, { state: 's' })
  const verifier = client.randomPKCECodeVerifier()
  await assert.rejects(
    client.authorizationCodeGrant(config, strange, {
      expectedState: 's',
      pkceCodeVerifier: verifier,
    }),
    {
      error: 'invalid_grant',
    },
  )
  assert.ok(
    (await signOn(config, browser, application)).url.searchParams.get('code'),
    'who knows PKCE may use it',
  )
})

test('RFC 9700: pages and programs need PKCE, whatever is set', async () => {
  for (const kind of ['spa', 'native'] as const) {
    const { w, application, config, browser } = await scene(kind)
    await settings(w, application, { 'guesthouse.pkceRequired': false })
    const end = await withoutPkce(config, browser, application, { state: 's', nonce: 'n' })
    assert.equal(end.searchParams.get('error'), 'invalid_request', kind)
  }
})

test('an application that keeps a secret renews with one token as often, and at as many places at once, as it likes', async () => {
  const { application, config, browser } = await scene()
  const first = await (await signOn(config, browser, application)).exchange()
  const renewed = await Promise.all(
    Array.from({ length: 8 }, () => client.refreshTokenGrant(config, String(first.refresh_token))),
  )
  assert.deepEqual(
    new Set(renewed.map(({ refresh_token: token }) => token)),
    new Set([first.refresh_token]),
  )
  for (const { access_token: token } of [first, ...renewed])
    assert.equal((await client.tokenIntrospection(config, token)).active, true)
  await client.tokenRevocation(config, String(first.refresh_token))
  await assert.rejects(client.refreshTokenGrant(config, String(first.refresh_token)), {
    error: 'invalid_grant',
  })
})

test('without a secret a token works once; shown again within 30 seconds it gives the same successor, also at the same moment', async () => {
  const { w, application, config, browser } = await scene('spa')
  const first = await (await signOn(config, browser, application)).exchange()
  const renew = (token: string | undefined) => client.refreshTokenGrant(config, String(token))
  const eight = await Promise.all(Array.from({ length: 8 }, () => renew(first.refresh_token)))
  const [second, ...others] = [...new Set(eight.map(({ refresh_token: token }) => token))]
  assert.deepEqual(others, [], 'one successor')
  assert.notEqual(second, first.refresh_token)
  assert.equal(
    (await renew(first.refresh_token)).refresh_token,
    second,
    'an answer that was lost is given again',
  )
  const third = await renew(second)
  assert.notEqual(third.refresh_token, second)
  assert.equal((await renew(second)).refresh_token, third.refresh_token)
  await age(w, 31_000)
  await assert.rejects(
    renew(second),
    { error: 'invalid_grant' },
    'after 30 seconds it is somebody else who shows it',
  )
  await assert.rejects(
    renew(third.refresh_token),
    { error: 'invalid_grant' },
    'and the family has ended',
  )
})

test('without a secret an older token than the last one ends the family at once, and the audit says so', async () => {
  const { w, application, config, browser } = await scene('native')
  const first = await (await signOn(config, browser, application)).exchange()
  const second = await client.refreshTokenGrant(config, String(first.refresh_token))
  const third = await client.refreshTokenGrant(config, String(second.refresh_token))
  await assert.rejects(client.refreshTokenGrant(config, String(first.refresh_token)), {
    error: 'invalid_grant',
  })
  await assert.rejects(client.refreshTokenGrant(config, String(third.refresh_token)), {
    error: 'invalid_grant',
  })
  await assert.rejects(client.fetchUserInfo(config, third.access_token, client.skipSubjectCheck))
  const filter = `$filter=activityDisplayName eq 'Refuse reused token'`
  assert.equal(
    (await json(await w.as(w.frank, w.fabrikam).get(`/v1.0/auditLogs/directoryAudits?${filter}`)))[
      'value'
    ].length,
    1,
  )
})

test('of many who use one code at the same time at most one gets something', async () => {
  const { application, config, browser } = await scene('spa')
  const code = await signOn(config, browser, application)
  const exchanged = await Promise.allSettled(Array.from({ length: 8 }, () => code.exchange()))
  assert.ok(exchanged.filter(({ status }) => status === 'fulfilled').length <= 1)
})

const lasting = { scope: 'openid offline_access' }

test('Core 11: offline_access needs no page of consent where the administrator lets an application work while people are away: 90 days from each use', async () => {
  for (const kind of ['web', 'native'] as const) {
    const { w, application, config, browser } = await scene(kind)
    let tokens: client.TokenEndpointResponse = await (
      await signOn(config, browser, application, lasting)
    ).exchange()
    assert.match(String(tokens.scope), /offline_access/)
    await browser.post('/sign-out', {})
    for (let n = 0; n < 3; n++) {
      await age(w, 50 * dayMs)
      w.pass(50 * dayMs)
      tokens = await client.refreshTokenGrant(config, String(tokens.refresh_token))
      assert.equal(
        (await client.tokenIntrospection(config, tokens.access_token)).active,
        true,
        kind,
      )
    }
    await age(w, 91 * dayMs)
    await assert.rejects(
      client.refreshTokenGrant(config, String(tokens.refresh_token)),
      { error: 'invalid_grant' },
      kind,
    )
  }
})

test('where it may not, what it has ends with the sign-in, also with prompt=consent and by a pushed request', async () => {
  const { w, application, config, browser } = await scene()
  await settings(w, application, { 'guesthouse.worksWhileAway': false })
  const plain = await (await signOn(config, browser, application, lasting)).exchange()
  assert.doesNotMatch(String(plain.scope), /offline_access/)
  const { end, take } = await askToSignOn(config, browser, application, {
    ...lasting,
    prompt: 'consent',
  })
  const agreed = await take((await browser.post(end.url, { decision: 'accept' })).url)
  await browser.post('/sign-out', {})
  for (const { refresh_token: token } of [plain, agreed])
    await assert.rejects(client.refreshTokenGrant(config, String(token)), {
      error: 'invalid_grant',
    })
})

test('a page renews for a day at most, however often, and no longer than its person is signed in', async () => {
  const { w, application, config, browser } = await scene('spa')
  let tokens: client.TokenEndpointResponse = await (
    await signOn(config, browser, application, lasting)
  ).exchange()
  await age(w, 23 * hourMs)
  tokens = await client.refreshTokenGrant(config, String(tokens.refresh_token))
  const left = await sql<{
    s: number
  }>`select extract(epoch from max(expires_at) - now())::int as s from oidc_records
    where tenant_id = ${w.fabrikam.id} and kind = 'RefreshToken'`.execute(w.db)
  assert.ok(Number(left.rows[0]?.s) <= 24 * 3_600)
  await browser.post('/sign-out', {})
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)), {
    error: 'invalid_grant',
  })
})

test('R131: renewing is use: the session under it goes on, and the person was active', async () => {
  const { w, application, config, browser } = await scene()
  const tokens = await (await signOn(config, browser, application)).exchange()
  const lastActive = async () => {
    const path = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}?$select=signInActivity`
    return String(
      (await json(await w.as(w.frank, w.fabrikam).get(path)))['signInActivity']
        ?.lastSignInDateTime ?? '',
    )
  }
  for (let n = 0; n < 4; n++) {
    w.pass(2 * dayMs)
    await client.refreshTokenGrant(config, String(tokens.refresh_token))
    assert.equal(new Date(await lastActive()).getTime(), w.now().getTime())
  }
  assert.ok(
    (await signOn(config, browser, application)).url.searchParams.get('code'),
    'still signed in after eight days',
  )
})

test('one application of several kinds: its server shows the secret, its page and its program use PKCE, and none takes what is the others’', async () => {
  const w = await world()
  const web = await registerApplication(w, w.fabrikam, w.frank)
  const page = { ...web, uri: 'https://page.example/', secret: undefined }
  const program = { ...web, uri: 'http://localhost/callback', secret: undefined }
  const redirectUris = [
    { kind: 'web', uri: web.uri },
    { kind: 'web', uri: 'https://localhost/development' },
    { kind: 'spa', uri: page.uri },
    { kind: 'native', uri: program.uri },
    { kind: 'native', uri: 'com.example.app:/callback' },
  ]
  assert.equal((await settings(w, web, { 'guesthouse.redirectUris': redirectUris })).status, 204)
  const [byServer, byPage] = [await relyingParty(w, web), await relyingParty(w, page)]
  const browser = await browserWith(w, w.ada)
  for (const application of [
    page,
    { ...program, uri: 'http://localhost:51234/callback' },
    { ...program, uri: 'com.example.app:/callback' },
  ]) {
    const tokens = await (await signOn(byPage, browser, application)).exchange()
    const next = await client.refreshTokenGrant(byPage, String(tokens.refresh_token))
    assert.notEqual(next.refresh_token, tokens.refresh_token, application.uri)
  }
  for (const application of [web, { ...web, uri: 'https://localhost/development' }]) {
    const stolen = await askToSignOn(byPage, browser, application)
    await assert.rejects(
      stolen.take(stolen.end.url),
      { error: 'invalid_grant' },
      'a code of the server is taken up with the secret',
    )
    const tokens = await (await signOn(byServer, browser, application)).exchange()
    assert.equal(decodeJwt(tokens.access_token)['appid'], web.appId)
    await assert.rejects(client.refreshTokenGrant(byPage, String(tokens.refresh_token)), {
      error: 'invalid_grant',
    })
    assert.ok((await client.refreshTokenGrant(byServer, String(tokens.refresh_token))).access_token)
  }
  await assert.rejects(client.clientCredentialsGrant(byPage), { status: 400 })
  const device = await client.initiateDeviceAuthorization(byPage, { scope: 'openid' })
  assert.ok(device.user_code)
})
