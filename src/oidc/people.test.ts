/**
 * The issuer of people and the product's own web apps: clients like any other, with tokens that are
 * good for one thing each.
 */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  decodeJwt,
  decodeProtectedHeader,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose'
import * as client from 'openid-client'
import { browserOf, tokenIn } from '../../test/in-process-browser.ts'
import { accountRoutes } from '../account/app.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { sql } from 'kysely'
import { world } from '../../test/world.ts'
import { accountClient } from '../client/account.ts'
import { beginSignOn, finishSignOn, signOnSilently, type Wish } from '../client/sign-on.ts'
import { tokenSource, withToken } from '../client/token-source.ts'
import { updateSignInSettings } from '../directory/applications/sign-in.ts'
import { createApplication } from '../directory/applications/create.ts'
import { findApplication } from '../directory/applications/list.sql.ts'
import { deleteRegistration } from '../directory/applications/delete.ts'
import { Problem } from '../client/problem.ts'
import { newId, type PersonId, type TenantId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { setPassword } from '../credentials/password/set.ts'
import { openSession } from '../people/open-session.ts'
import { ownApps, peopleIssuerId } from '../wire/sign-on.ts'
import { readSigningKeys } from '../tokens/signing-keys.ts'

type World = Awaited<ReturnType<typeof world>>
const peopleWish = {
  app: 'admin',
  issuerId: peopleIssuerId,
  scope: 'Account.ReadWrite',
} as const satisfies Wish

const browserWith = async (w: World, personId: PersonId) => {
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  return browser
}
type Browser = ReturnType<typeof browserOf>

const driverOf = (w: World, browser: Browser) => ({
  origin: w.publicUrl,
  fetch: async (url: string, init?: RequestInit) => w.app.request(url, init),
  visit: async (url: string) => {
    const end = await browser.open(url)
    return { url: end.url.href, status: end.status }
  },
})
const call = async (w: World, token: string | undefined, path: string, method = 'GET') =>
  w.app.request(`${w.publicUrl}${path}`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
const textOf = (token: { text: string } | undefined): string => {
  assert.ok(token, 'a token was given')
  return token.text
}

test('a session cookie alone opens neither API; a token without any cookie opens its own and not the other', async () => {
  const w = await world()
  const browser = await browserWith(w, w.frank.personId)
  const cookie = browser.cookiesFor(new URL(w.publicUrl))
  for (const path of ['/account/me', '/v1.0/me']) {
    const response = await w.app.request(`${w.publicUrl}${path}`, { headers: { cookie } })
    assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer .*authorization_uri=/)
    await refusal(response, 401)
  }
  const mine = textOf(await tokenIn(w, browser))
  const there = textOf(await tokenIn(w, browser, w.fabrikam.id))
  assert.equal((await call(w, mine, '/account/me')).status, 200)
  assert.equal((await call(w, there, '/v1.0/me')).status, 200)
  assert.equal((await refusal(await call(w, there, '/account/me'), 401)).code, 'invalidToken')
  assert.match((await refusal(await call(w, mine, '/v1.0/me'), 401)).message, /Invalid audience/)
})

test('a token of the issuer of people says nothing about a person but which one it is', async () => {
  const w = await world()
  const token = textOf(
    await signOnSilently(driverOf(w, await browserWith(w, w.ada.personId)), peopleWish),
  )
  const claims = decodeJwt(token)
  assert.deepEqual(
    [claims['oid'], claims['tid'], claims['appid'], claims['scp'], claims.aud],
    [
      w.ada.personId,
      peopleIssuerId,
      ownApps.admin.appId,
      'openid Account.ReadWrite',
      `${w.publicUrl}/account`,
    ],
  )
  assert.notEqual(claims.sub, w.ada.personId, 'its subject is of this application alone')
  assert.ok(!JSON.stringify(claims).includes('Ada'))
})

test('the token ends with the session: by sign-out, by age, and with no other session', async () => {
  const w = await world()
  const first = await browserWith(w, w.ada.personId)
  const second = await browserWith(w, w.ada.personId)
  const [one, two] = [textOf(await tokenIn(w, first)), textOf(await tokenIn(w, second))]
  const sessions = (await json(await call(w, one, '/account/sessions')))['value'] as Json[]
  const current = sessions.find((session) => session['current'] === true)
  assert.equal(
    (await call(w, one, `/account/sessions/${String(current?.['id'])}`, 'DELETE')).status,
    204,
  )
  assert.equal((await refusal(await call(w, one, '/account/me'), 401)).code, 'signInNeeded')
  assert.equal((await call(w, two, '/account/me')).status, 200)
  w.pass(4 * dayMs)
  assert.equal((await call(w, two, '/account/me')).status, 401)
  assert.equal(await tokenIn(w, second), undefined, 'a session that is over gives no other token')
})

test('disabled at home, or in no organization any more, people still get a token to see why, and may not do more', async () => {
  const w = await world()
  await json(
    await w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false }),
    204,
  )
  const token = textOf(await tokenIn(w, await browserWith(w, w.ada.personId)))
  assert.equal((await call(w, token, '/account/organizations')).status, 200)
  assert.equal(
    (
      await refusal(
        await call(w, token, `/account/organizations/${w.fabrikam.id}/session`, 'POST'),
        403,
      )
    ).code,
    'accountDisabled',
  )
  assert.equal(
    await tokenIn(w, await browserWith(w, w.ada.personId), w.fabrikam.id),
    undefined,
    'and no token of an organization',
  )

  const personId = newId<PersonId>()
  await sql`insert into persons (id, home_tenant_id, created_at) values (${personId}, null, ${w.now()})`.execute(
    w.db,
  )
  const homeless = textOf(await tokenIn(w, await browserWith(w, personId)))
  assert.deepEqual((await json(await call(w, homeless, '/account/organizations')))['value'], [])
})

test('K13: with the smaller scope one looks and changes nothing, at every row', async () => {
  const w = await world()
  const driver = driverOf(w, await browserWith(w, w.ada.personId))
  const token = textOf(await signOnSilently(driver, { ...peopleWish, scope: 'Account.Read' }))
  assert.equal((await call(w, token, '/account/organizations')).status, 200)
  const refused = await call(w, token, `/account/organizations/${w.fabrikam.id}/leave`, 'POST')
  assert.match(
    refused.headers.get('www-authenticate') ?? '',
    /insufficient_scope.*Account\.ReadWrite/,
  )
  assert.equal((await refusal(refused, 403)).code, 'insufficientScope')
  for (const { method, path, permission } of accountRoutes) {
    const response = await call(
      w,
      token,
      `/account${path.replaceAll(/:\w+/g, w.fabrikam.id)}`,
      method,
    )
    const text = await response.text()
    assert.equal(
      text.includes('insufficientScope'),
      permission.who !== 'anyone' && method !== 'GET',
      `${method} ${path}: ${text}`,
    )
  }
})

test('every mutation of a token is refused at the account API', async () => {
  const w = await world()
  const token = textOf(await tokenIn(w, await browserWith(w, w.ada.personId)))
  const others = textOf(await tokenIn(w, await browserWith(w, w.bob.personId)))
  const [key] = await readSigningKeys(w.services, peopleIssuerId as TenantId, w.now())
  const [tenantKey] = await readSigningKeys(w.services, w.contoso.id, w.now())
  assert.ok(key && tenantKey)
  const [claims, header] = [decodeJwt(token), decodeProtectedHeader(token)]
  const mine = await importJWK(key.privateJwk, 'RS256')
  const sign = (payload: JWTPayload, changes: object = {}, by = mine) =>
    new SignJWT(payload).setProtectedHeader({ ...header, alg: 'RS256', ...changes }).sign(by)
  const without = (name: string): JWTPayload =>
    Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name))
  const parts = token.split('.')
  const seconds = Math.floor(Date.now() / 1_000)
  const mutations: Record<string, string> = {
    'signature flipped': `${parts[0]}.${parts[1]}.${parts[2]?.startsWith('A') ? 'B' : 'A'}${parts[2]?.slice(1)}`,
    'claims swapped': `${parts[0]}.${Buffer.from(JSON.stringify({ ...claims, oid: w.bob.personId })).toString('base64url')}.${parts[2]}`,
    'alg none': new UnsecuredJWT(claims).encode(),
    'HS256 with a guess': await new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(randomBytes(32)),
    "a stranger's key": await sign(claims, {}, (await generateKeyPair('RS256')).privateKey),
    "an organization's key": await sign(claims, {}, await importJWK(tenantKey.privateJwk, 'RS256')),
    "an organization's key, named": await sign(
      claims,
      { kid: tenantKey.kid },
      await importJWK(tenantKey.privateJwk, 'RS256'),
    ),
    'no key named': await sign(claims, { kid: undefined }),
    'a tenant': await sign({ ...claims, tid: w.contoso.id }),
    'another issuer': await sign({ ...claims, iss: `${w.publicUrl}/${w.contoso.id}/v2.0` }),
    'another audience': await sign({ ...claims, aud: w.publicUrl }),
    'another person': await sign({ ...claims, oid: w.bob.personId }),
    'a person who is none': await sign({ ...claims, oid: newId() }),
    "another person's grant": await sign({ ...claims, gid: String(decodeJwt(others)['gid']) }),
    'no grant': await sign(without('gid')),
    expired: await sign({ ...claims, exp: seconds - 1 }),
    'not valid yet': await sign({ ...claims, nbf: seconds + 600 }),
    'type of an ID token': await sign(claims, { typ: 'JWT' }),
    'bound to a key': await sign({ ...claims, cnf: { jkt: 'x' } }),
    'an application': await sign({ ...claims, idtyp: 'app' }),
    nonsense: 'x.y.z',
    endless: 'x'.repeat(20_000),
  }
  for (const name of ['exp', 'iat', 'jti', 'iss', 'aud', 'tid', 'oid', 'appid', 'idtyp'])
    mutations[`without ${name}`] = await sign(without(name))
  assert.equal(
    (await call(w, await sign(claims), '/account/me')).status,
    200,
    'signed again, unchanged, it works',
  )
  const accepted: string[] = []
  for (const [name, mutated] of Object.entries(mutations))
    if ((await call(w, mutated, '/account/me')).status !== 401) accepted.push(name)
  assert.deepEqual(accepted, [])
})

test('the web apps come back to their own addresses only, with PKCE, once, and keep nothing that lasts', async () => {
  const w = await world()
  const browser = await browserWith(w, w.frank.personId)
  const driver = driverOf(w, browser)
  const wish: Wish = {
    app: 'admin',
    issuerId: w.fabrikam.id,
    scope: 'Directory.AccessAsUser.All offline_access',
  }
  const { url, pending } = beginSignOn(w.publicUrl, wish)
  const changed = (name: string, value: string | undefined): URL => {
    const other = new URL(url)
    if (value === undefined) other.searchParams.delete(name)
    else other.searchParams.set(name, value)
    return other
  }
  for (const wrong of [
    changed('redirect_uri', 'https://evil.example/'),
    changed('redirect_uri', `${w.publicUrl}/organizations`),
  ])
    assert.equal((await browser.open(wrong)).status, 400)
  assert.equal(
    (await browser.open(changed('code_challenge', undefined))).url.searchParams.get('error'),
    'invalid_request',
  )

  const end = await browser.open(url)
  assert.equal(end.url.pathname, ownApps.admin.callback)
  await assert.rejects(
    finishSignOn(driver, end.url, { ...pending, verifier: `${pending.verifier}x` }),
    /Signing in did not work/,
  )
  const again = await browser.open(url)
  const answers: string[] = []
  const listening = {
    ...driver,
    fetch: async (address: string, init?: RequestInit) => {
      const response = await driver.fetch(address, init)
      answers.push(await response.clone().text())
      return response
    },
  }
  const { text } = await finishSignOn(listening, again.url, pending)
  assert.ok(!answers.join('').includes('refresh_token'))
  assert.equal((await call(w, text, '/v1.0/me')).status, 200)
  await assert.rejects(finishSignOn(driver, again.url, pending), /Signing in did not work/)
  assert.equal(
    (await call(w, text, '/v1.0/me')).status,
    401,
    'a code that comes twice ends what came of it',
  )
})

test('an answer for somebody else, or to another question, is not taken', async () => {
  const w = await world()
  const [mine, theirs] = [
    await browserWith(w, w.ada.personId),
    await browserWith(w, w.bob.personId),
  ]
  const asked = beginSignOn(w.publicUrl, peopleWish)
  const other = beginSignOn(w.publicUrl, peopleWish)
  const stolen = await theirs.open(other.url)
  await assert.rejects(
    finishSignOn(driverOf(w, mine), stolen.url, asked.pending),
    /Signing in did not work/,
  )
  const mixed = await mine.open(asked.url)
  mixed.url.searchParams.set('iss', `${w.publicUrl}/${w.contoso.id}/v2.0`)
  await assert.rejects(
    finishSignOn(driverOf(w, mine), mixed.url, asked.pending),
    /Signing in did not work/,
  )
})

test('the issuer of people is no organization: it cannot be opened, left, invited from, or found as one', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/leave'],
    ['POST', '/session'],
    ['GET', '/applications'],
  ] as const)
    assert.ok(
      [403, 404].includes(
        (await ada.request(method, `/account/organizations/${peopleIssuerId}${path}`)).status,
      ),
      path,
    )
  const there = textOf(await tokenIn(w, await browserWith(w, w.carol.personId), peopleIssuerId))
  for (const path of ['/v1.0/users', '/v1.0/organization', '/account/me'])
    assert.ok(
      [401, 403].includes((await call(w, there, path)).status),
      `a token that names no scope opens nothing: ${path}`,
    )
  assert.ok(
    !(await json(await ada.get('/account/organizations')))['value'].some(
      (one: Json) => one['id'] === peopleIssuerId,
    ),
  )
})

test('loading the web apps again and again writes nothing into the log', async () => {
  const w = await world()
  const browser = await browserWith(w, w.frank.personId)
  const count = async () =>
    Number(
      (
        await sql<{
          n: string
        }>`select count(*) as n from events where tenant_id = ${w.fabrikam.id}`.execute(w.db)
      ).rows[0]?.n,
    )
  await tokenIn(w, browser, w.fabrikam.id)
  const before = await count()
  for (let n = 0; n < 3; n++) textOf(await tokenIn(w, browser, w.fabrikam.id))
  assert.equal(await count(), before)
})

/**
 * Registers a program as an operator does, here in the store of the test; the command itself is
 * tried in cli/program.test.ts.
 */
const program = async (w: World, redirectUri = 'https://tool.example/callback') => {
  const context = w.operator()
  const tenantId = peopleIssuerId as TenantId
  const made = await createApplication(w.db, tenantId, { displayName: 'Tool <b>' }, context)
  assert.equal(made.outcome, 'created')
  if (made.outcome !== 'created') throw new Error()
  const which = { tenantId, registrationId: made.registrationId }
  await updateSignInSettings(
    w.db,
    which,
    { redirectUris: [{ kind: 'spa', uri: redirectUri }] },
    context,
  )
  const { appId } = (await findApplication(w.db, tenantId, made.applicationId)) ?? { appId: '' }
  const config = await client.discovery(
    new URL(`${w.publicUrl}/${peopleIssuerId}/v2.0`),
    appId,
    undefined,
    client.None(),
    {
      execute: [client.allowInsecureRequests],
      [client.customFetch]: ((url: string, init: RequestInit) =>
        w.app.request(url, init)) as client.CustomFetch,
    },
  )
  const ask = async (browser: Browser, scope: string) => {
    const verifier = client.randomPKCECodeVerifier()
    const state = client.randomState()
    const code_challenge = await client.calculatePKCECodeChallenge(verifier)
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope,
      state,
      code_challenge,
      code_challenge_method: 'S256',
    })
    return {
      end: await browser.open(url),
      take: (at: URL) =>
        client.authorizationCodeGrant(config, at, {
          pkceCodeVerifier: verifier,
          expectedState: state,
        }),
    }
  }
  return { which, config, ask }
}

test('another program is allowed by the person, sees what they allowed and no more, and is asked for again when it wants more', async () => {
  const w = await world()
  const tool = await program(w)
  const browser = await browserWith(w, w.ada.personId)
  const first = await tool.ask(browser, 'openid Account.Read')
  assert.match(first.end.page ?? '', /Let Tool &lt;b&gt; act for you\?/)
  assert.doesNotMatch(first.end.page ?? '', /leave organizations for you/)
  const declined = await browser.post(first.end.url, { decision: 'decline' })
  assert.equal(declined.url.searchParams.get('error'), 'access_denied')

  const second = await tool.ask(browser, 'openid Account.Read')
  const allowed = await browser.post(second.end.url, { decision: 'accept' })
  const tokens = await second.take(allowed.url)
  assert.equal((await call(w, tokens.access_token, '/account/organizations')).status, 200)
  assert.equal(
    (await call(w, tokens.access_token, `/account/organizations/${w.fabrikam.id}/leave`, 'POST'))
      .status,
    403,
  )
  assert.equal(
    (await tool.ask(browser, 'openid Account.Read')).end.url.origin,
    'https://tool.example',
    'what was allowed is not asked twice',
  )

  const more = await tool.ask(browser, 'openid Account.ReadWrite')
  assert.match(more.end.page ?? '', /leave organizations for you/)
  const all = await more.take((await browser.post(more.end.url, { decision: 'accept' })).url)
  assert.equal(
    (await call(w, all.access_token, `/account/organizations/${w.fabrikam.id}/leave`, 'POST'))
      .status,
    200,
  )
  assert.equal(
    (await refusal(await call(w, all.access_token, '/v1.0/me'), 401)).code,
    'InvalidAuthenticationToken',
  )
})

test('what a person allowed ends with their session, whatever was asked for, and with the program', async () => {
  const w = await world()
  const tool = await program(w)
  const allow = async (browser: Browser) => {
    const { end, take } = await tool.ask(browser, 'openid offline_access Account.Read')
    return take((await browser.post(end.url, { decision: 'accept' })).url)
  }
  const browser = await browserWith(w, w.ada.personId)
  const tokens = await allow(browser)
  const renewed = await client.refreshTokenGrant(tool.config, String(tokens.refresh_token))
  assert.equal((await call(w, renewed.access_token, '/account/me')).status, 200)
  const mine = textOf(await tokenIn(w, browser))
  const sessions = (await json(await call(w, mine, '/account/sessions')))['value'] as Json[]
  await call(
    w,
    mine,
    `/account/sessions/${String(sessions.find((one) => one['current'] === true)?.['id'])}`,
    'DELETE',
  )
  assert.equal((await call(w, renewed.access_token, '/account/me')).status, 401)
  await assert.rejects(client.refreshTokenGrant(tool.config, String(renewed.refresh_token)), {
    error: 'invalid_grant',
  })

  const other = await allow(await browserWith(w, w.bob.personId))
  assert.equal((await call(w, other.access_token, '/account/me')).status, 200)
  await deleteRegistration(w.db, tool.which, w.operator())
  assert.equal((await call(w, other.access_token, '/account/me')).status, 401)
})

const passphrase = 'nine copper kettles sing at dawn'

test('who signs in again in the same browser goes on with the session they have; another person there has one of their own and nothing of the old one', async () => {
  const w = await world()
  for (const person of [w.ada, w.carol])
    await setPassword(
      w.db,
      { tenantId: w.contoso.id, userId: person.userId, password: passphrase },
      w.operator(),
    )
  const browser = browserOf(w)
  const enter = (person: typeof w.ada) =>
    browser.post('/sign-in', { name: person.upn, password: passphrase })
  const personOf = async (token: string) =>
    (await json(await call(w, token, '/account/me')))['personId']
  await enter(w.ada)
  const first = textOf(await tokenIn(w, browser))
  await enter(w.ada)
  const second = textOf(await tokenIn(w, browser))
  assert.equal((await call(w, first, '/account/me')).status, 200, 'the session was renewed')
  assert.equal((await json(await call(w, second, '/account/sessions')))['value'].length, 1)
  await enter(w.carol)
  assert.equal(
    (await call(w, second, '/account/me')).status,
    401,
    'nobody else goes on in this browser',
  )
  const carols = textOf(await tokenIn(w, browser))
  assert.equal(await personOf(carols), w.carol.personId)
  assert.equal(
    (await call(w, textOf(await tokenIn(w, browser, w.contoso.id)), '/v1.0/users')).status,
    200,
  )
  await enter(w.ada)
  const there = await tokenIn(w, browser, w.contoso.id)
  assert.equal((await call(w, textOf(there), '/v1.0/me')).status, 200)
  assert.equal(
    (await call(w, textOf(there), '/v1.0/auditLogs/directoryAudits')).status,
    403,
    'with the roles of the one who is here now',
  )

  w.pass(4 * dayMs)
  assert.equal(await tokenIn(w, browser), undefined, 'unused for too long')
  await enter(w.ada)
  for (const _ of [1, 2])
    assert.equal(
      await personOf(textOf(await tokenIn(w, browser))),
      w.ada.personId,
      'and back at once',
    )
})

test('signed in by another session, what the provider remembers of the one before is not used', async () => {
  const w = await world()
  const browser = await browserWith(w, w.ada.personId)
  const before = textOf(await tokenIn(w, browser))
  browser.signIn(
    (await openSession(w.db, w.ada.personId, { address: null, userAgent: 'other' }, w.now())).token,
  )
  const after = textOf(await tokenIn(w, browser))
  const current = async (token: string) =>
    (await json(await call(w, token, '/account/sessions')))['value'].find(
      (one: Json) => one['current'] === true,
    )?.['id']
  assert.notEqual(await current(after), await current(before))
})

test('a page of one person does nothing as another who has signed in in the same browser meanwhile', async () => {
  const w = await world()
  for (const person of [w.ada, w.bob])
    await setPassword(
      w.db,
      { tenantId: w.contoso.id, userId: person.userId, password: passphrase },
      w.operator(),
    )
  const browser = browserOf(w)
  await browser.post('/sign-in', { name: w.ada.upn, password: passphrase })
  const driver = driverOf(w, browser)
  const source = tokenSource(
    async () => (await signOnSilently(driver, peopleWish)) ?? Promise.reject(new Error('nobody')),
    () => Promise.reject(new Problem(401, 'signInFailed', 'somebody else is here')),
  )
  const account = accountClient(
    withToken(async (input, init) => w.app.request(new URL(input, w.publicUrl).href, init), source),
  )
  assert.equal((await account.me()).personId, w.ada.personId)
  await browser.post('/sign-in', { name: w.bob.upn, password: passphrase })
  await assert.rejects(account.leave(w.fabrikam.id), /somebody else is here/)
  const bobs = (await json(await w.as(w.bob).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
  assert.equal(bobs?.['state'], 'active')
})
