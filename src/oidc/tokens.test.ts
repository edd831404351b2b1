/**
 * Tokens that are not quite right: each claim, the signature, the algorithm, the issuer, the
 * audience and the time, refused everywhere.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type JWTPayload,
} from 'jose'
import * as client from 'openid-client'
import { json, refusal, type Json } from '../../test/json.ts'
import { browserOf } from '../../test/in-process-browser.ts'
import { registerApplication, relyingParty, signOn, type World } from '../../test/sign-on.ts'
import { sql } from 'kysely'
import { world, type Organization, type Person } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs } from '../kernel/time.ts'
import { openSession } from '../people/open-session.ts'
import {
  pruneSigningKeys,
  publicJwk,
  readSigningKeys,
  rotateSigningKey,
} from '../tokens/signing-keys.ts'

const graphScope = (w: World) => `openid ${w.publicUrl}/Directory.AccessAsUser.All`

const tokensOf = async (w: World, at: Organization, admin: Person, person: Person) => {
  const application = await registerApplication(w, at, admin, {
    scopes: ['Directory.AccessAsUser.All'],
  })
  const config = await relyingParty(w, application)
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, person.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  const graph = await (
    await signOn(config, browser, application, { scope: graphScope(w) })
  ).exchange()
  const own = await (await signOn(config, browser, application)).exchange()
  return {
    application,
    config,
    browser,
    graph: graph.access_token,
    own: own.access_token,
    id: String(own.id_token),
    refresh: String(graph.refresh_token),
  }
}

test('every mutation of an access token is refused at the directory, at userinfo and by introspection', async () => {
  const w = await world()
  const held = await tokensOf(w, w.fabrikam, w.frank, w.frank)
  const other = await tokensOf(w, w.northwind, w.nora, w.nora)
  const [key] = await readSigningKeys(w.services, w.fabrikam.id, w.now())
  const [foreignKey] = await readSigningKeys(w.services, w.northwind.id, w.now())
  assert.ok(key && foreignKey)
  const claims = decodeJwt(held.graph)
  const header = decodeProtectedHeader(held.graph)
  const mine = await importJWK(key.privateJwk, 'RS256')
  const sign = (payload: JWTPayload, changes: object = {}, by = mine) =>
    new SignJWT(payload).setProtectedHeader({ ...header, alg: 'RS256', ...changes }).sign(by)
  const stranger = await generateKeyPair('RS256')
  const publicPem = await exportSPKI(
    (await importJWK(publicJwk(key), 'RS256', { extractable: true })) as CryptoKey,
  )
  const without = (name: string): JWTPayload =>
    Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name))
  const parts = held.graph.split('.')
  const flipped = `${parts[0]}.${parts[1]}.${parts[2]?.startsWith('A') ? 'B' : 'A'}${parts[2]?.slice(1)}`
  const swapped = `${parts[0]}.${Buffer.from(JSON.stringify({ ...claims, oid: w.fiona.userId })).toString('base64url')}.${parts[2]}`

  const mutations: Record<string, string> = {
    'signature flipped': flipped,
    'signature cut off': `${parts[0]}.${parts[1]}.`,
    'claims swapped under the signature': swapped,
    'alg none': new UnsecuredJWT(claims).encode(),
    'HS256 with the public key as the secret': await new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(publicPem)),
    'HS256 with the public modulus as the secret': await new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(publicJwk(key)))),
    'key of a stranger': await sign(claims, {}, stranger.privateKey),
    'key of a stranger, enclosed': await sign(
      claims,
      { jwk: await exportJWK(stranger.publicKey), kid: undefined },
      stranger.privateKey,
    ),
    "another organization's key": await sign(
      claims,
      {},
      await importJWK(foreignKey.privateJwk, 'RS256'),
    ),
    "another organization's key, named": await sign(
      claims,
      { kid: foreignKey.kid },
      await importJWK(foreignKey.privateJwk, 'RS256'),
    ),
    "another organization's issuer": await sign({
      ...claims,
      iss: `${w.publicUrl}/${w.northwind.id}/v2.0`,
    }),
    "another organization's tenant": await sign({ ...claims, tid: w.northwind.id }),
    'a token of another organization with this tenant': await sign(
      { ...decodeJwt(other.graph), tid: w.fabrikam.id },
      {},
      await importJWK(foreignKey.privateJwk, 'RS256'),
    ),
    expired: await sign({ ...claims, exp: Math.floor(Date.now() / 1_000) - 1 }),
    'not valid yet': await sign({ ...claims, nbf: Math.floor(Date.now() / 1_000) + 600 }),
    'type of an ID token': await sign(claims, { typ: 'JWT' }),
    'without a type': await sign(claims, { typ: undefined }),
    'user of another organization': await sign({ ...claims, oid: w.nora.userId }),
    'user of nobody': await sign({ ...claims, oid: newId() }),
    'another grant': await sign({ ...claims, gid: String(decodeJwt(other.graph)['gid']) }),
    'no grant': await sign(without('gid')),
    'grant of somebody else': await sign({ ...claims, oid: w.fiona.userId }),
    'application of nobody': await sign({
      ...claims,
      appid: newId(),
      client_id: newId(),
      azp: newId(),
    }),
    'critical extension': await new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'RS256', crit: ['x'], x: 1 } as never)
      .sign(mine, { crit: { x: true } }),
    'an ID token': held.id,
    'a refresh token': held.refresh,
    nonsense: 'x.y.z',
    nothing: '',
  }
  for (const name of ['exp', 'iat', 'jti', 'iss', 'aud', 'tid', 'oid', 'appid', 'idtyp'])
    mutations[`without ${name}`] = await sign(without(name))
  const graph = (token: string) =>
    w.app.request(`${w.publicUrl}/v1.0/users`, { headers: { authorization: `Bearer ${token}` } })
  const accepted: string[] = []
  assert.equal((await graph(held.graph)).status, 200, 'unchanged it works')
  assert.equal(
    (await client.fetchUserInfo(held.config, held.graph, client.skipSubjectCheck))['tid'],
    w.fabrikam.id,
  )
  for (const [name, token] of Object.entries(mutations)) {
    if ((await graph(token)).status !== 401) accepted.push(`${name} at the directory`)
    if (
      await client.fetchUserInfo(held.config, token || ' ', client.skipSubjectCheck).then(
        () => true,
        () => false,
      )
    )
      accepted.push(`${name} at userinfo`)
    const asked = await client.tokenIntrospection(held.config, token || 'x').then(
      ({ active }) => active,
      () => false,
    )
    if (asked && name !== 'a refresh token') accepted.push(`${name} at introspection`)
  }
  assert.deepEqual(accepted, [])
})

test('a token for another audience is refused at the directory, also from the same issuer', async () => {
  const w = await world()
  const held = await tokensOf(w, w.fabrikam, w.frank, w.frank)
  const response = await w.app.request(`${w.publicUrl}/v1.0/users`, {
    headers: { authorization: `Bearer ${held.own}` },
  })
  assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer .*authorization_uri=/)
  const { code, message } = await refusal(response, 401)
  assert.equal(code, 'InvalidAuthenticationToken')
  assert.equal(message, 'Access token validation failure. Invalid audience.')
})

test('a token of one organization opens nothing in another', async () => {
  const w = await world()
  const held = await tokensOf(w, w.fabrikam, w.frank, w.frank)
  const call = (path: string) =>
    w.app.request(`${w.publicUrl}/v1.0${path}`, {
      headers: { authorization: `Bearer ${held.graph}` },
    })
  assert.equal((await call(`/users/${w.nora.userId}`)).status, 404)
  const seen = new Set((await json(await call('/users')))['value'].map((user: Json) => user['id']))
  assert.ok(seen.has(w.fiona.userId) && !seen.has(w.nora.userId))
  for (const path of [`${w.northwind.id}/oidc/userinfo`])
    assert.equal(
      (
        await w.app.request(`${w.publicUrl}/${path}`, {
          headers: { authorization: `Bearer ${held.graph}` },
        })
      ).status,
      401,
    )
})

test('a token does what its scopes and the roles held at this moment allow, and no more', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const held = await tokensOf(w, w.fabrikam, w.frank, w.frank)
  const call = (token: string, path: string, init: RequestInit = {}) =>
    w.app.request(`${w.publicUrl}/v1.0${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
  assert.equal(
    (await call(held.graph, '/groups', { method: 'POST', body: '{"displayName":"By token"}' }))
      .status,
    201,
  )
  const fiona = await tokensOf(w, w.fabrikam, w.frank, w.fiona)
  const audits = '/auditLogs/directoryAudits'
  assert.equal((await call(fiona.graph, audits)).status, 403, 'a scope gives no role')
  assert.equal((await call(fiona.graph, '/me')).status, 200)
  await w.grant(w.fiona, w.fabrikam, 'globalReader')
  assert.equal((await call(fiona.graph, audits)).status, 200)
  await sql`delete from role_assignments where tenant_id = ${w.fabrikam.id} and user_id = ${w.fiona.userId}`.execute(
    w.db,
  )
  assert.equal((await call(fiona.graph, audits)).status, 403)

  const small = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, small)
  const read = async (scope: string) =>
    (await (await signOn(config, held.browser, small, { scope })).exchange()).access_token
  const userRead = await read(`openid ${w.publicUrl}/User.Read`)
  assert.equal(decodeJwt(userRead)['scp'], 'openid User.Read')
  assert.equal((await call(userRead, '/me')).status, 200)
  assert.match((await refusal(await call(userRead, '/users'), 403)).message, /do not cover this/)
  const invitation = JSON.stringify({
    invitedUserEmailAddress: 'eve@outside.example',
    inviteRedirectUrl: 'https://app.example/',
  })
  const invite = async (token: string) =>
    (await call(token, '/invitations', { method: 'POST', body: invitation })).status
  assert.equal(
    await invite(userRead),
    403,
    'an application that may read who somebody is invites nobody in their name',
  )
  await frank.patch(`/v1.0/servicePrincipals/${small.id}`, {
    'guesthouse.graphScopes': ['Directory.Read.All'],
  })
  const reader = await read(`openid ${w.publicUrl}/.default`)
  assert.equal((await call(reader, '/users')).status, 200)
  assert.equal(await invite(reader), 403)
  assert.equal(await invite(held.graph), 201)
  assert.equal(
    (await call(reader, '/groups', { method: 'POST', body: '{"displayName":"No"}' })).status,
    403,
  )

  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const byFiona = w.as(w.fiona, w.fabrikam)
  const gift = await byFiona.patch(`/v1.0/servicePrincipals/${small.id}`, {
    'guesthouse.graphScopes': ['Directory.AccessAsUser.All'],
  })
  assert.equal(gift.status, 403, 'who may not give roles may not give an application their power')
})

test('a key is published before it signs, old tokens stay valid after it does, and it goes when nothing needs it', async () => {
  const w = await world()
  const held = await tokensOf(w, w.fabrikam, w.frank, w.frank)
  const jwks = async () => {
    const response = await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/discovery/v2.0/keys`)
    return ((await response.json()) as { keys: { kid: string; d?: string }[] }).keys
  }
  const [first] = await jwks()
  assert.equal(first?.d, undefined)
  const sealed = await sql<{
    sealed: Uint8Array
  }>`select sealed from signing_keys where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  assert.ok(
    !Buffer.from(sealed.rows[0]?.sealed ?? [])
      .toString('latin1')
      .includes('"d"'),
    'sealed in the store',
  )
  w.pass(91 * dayMs)
  assert.equal((await jwks()).length, 2)
  const kidOf = async () => {
    const browser = browserOf(w)
    browser.signIn(
      (await openSession(w.db, w.frank.personId, { address: null, userAgent: 'test' }, w.now()))
        .token,
    )
    return decodeProtectedHeader(
      String((await (await signOn(held.config, browser, held.application)).exchange()).id_token),
    ).kid
  }
  assert.equal(await kidOf(), first?.kid, 'the new one is published, the old one signs')
  w.pass(2 * 3_600_000)
  assert.notEqual(await kidOf(), first?.kid)
  const graph = () =>
    w.app.request(`${w.publicUrl}/v1.0/users`, {
      headers: { authorization: `Bearer ${held.graph}` },
    })
  assert.equal((await graph()).status, 200, 'what the old one signed is still good')
  w.pass(16 * dayMs)
  assert.equal((await jwks()).length, 1)
  assert.equal((await graph()).status, 401)
  assert.ok((await pruneSigningKeys(w.db, w.now())) >= 1)
  await rotateSigningKey(w.services, w.fabrikam.id, w.now(), w.now())
  assert.equal((await readSigningKeys(w.services, w.fabrikam.id, w.now())).length, 2)
})

const hex = (value: string): string => Buffer.from(value).toString('hex')

test('nothing that could be used is stored in the clear', async () => {
  const w = await world()
  const held = await tokensOf(w, w.fabrikam, w.frank, w.frank)
  const dump = await sql<{
    row: string
  }>`select r::text as row from oidc_records r where tenant_id = ${w.fabrikam.id}
    union all select s::text from application_secrets s where tenant_id = ${w.fabrikam.id}`.execute(
    w.db,
  )
  const text = dump.rows.map(({ row }) => row).join('\n')
  for (const secret of [
    held.refresh,
    String(held.application.secret),
    String(decodeJwt(held.graph)['gid']),
  ]) {
    assert.ok(!text.includes(secret))
    assert.ok(!text.includes(hex(secret)))
  }
})
