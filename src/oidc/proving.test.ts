/**
 * Applications that prove themselves without a secret: by a certificate, by an issuer elsewhere.
 */
import assert from 'node:assert/strict'
import { X509Certificate, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { pino } from 'pino'
import { certificate } from '../../test/peers/certificate.ts'
import { issuerOf, signed, type Statement } from '../../test/peers/issuer-elsewhere.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { registerApplication } from '../../test/sign-on.ts'
import { world, type Organization } from '../../test/world.ts'
import { roles } from '../access/roles.ts'
import { newId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { mostKeys } from '../wire/graph/applications/proof-limits.ts'

type World = Awaited<ReturnType<typeof world>>
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

const tokenAt = async (w: World, at: Organization, form: Record<string, string>) => {
  const response = await w.app.request(`${w.publicUrl}/${at.id}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: `${w.publicUrl}/.default`,
      ...form,
    }),
  })
  return { status: response.status, body: (await response.json()) as Json }
}

const settled = async (w: World) => {
  const frank = w.as(w.frank, w.fabrikam)
  const made = await registerApplication(w, w.fabrikam, w.frank, { secret: false })
  const path = `/v1.0/applications(appId='${made.appId}')`
  const mine = certificate(plus(w.now(), -dayMs), plus(w.now(), 30 * dayMs))
  const credential = { type: 'AsymmetricX509Cert', usage: 'Verify', key: mine.base64 }
  return { frank, made, path, mine, credential }
}

test('an application proves itself with the key of a certificate: once, for this address, while it is good, and with no other key', async () => {
  const w = await world()
  const { frank, made, path, mine, credential } = await settled(w)
  const endpoint = `${w.publicUrl}/${w.fabrikam.id}/oauth2/v2.0/token`
  const claims = () => ({ iss: made.appId, sub: made.appId, aud: endpoint, jti: newId() })
  const ask = async (change: Partial<Statement> = {}, form: Record<string, string> = {}) =>
    tokenAt(w, w.fabrikam, {
      client_id: made.appId,
      client_assertion_type: assertionType,
      client_assertion: await signed({ claims: claims(), key: mine.privateKey, ...change }),
      ...form,
    })
  assert.equal((await ask()).status, 401, 'nobody knows the key yet')
  await json(await frank.patch(path, { keyCredentials: [credential] }), 204)
  const [kept] = (await json(await frank.get(path)))['keyCredentials'] as Json[]
  const x509 = new X509Certificate(Buffer.from(mine.base64, 'base64'))
  const x5t = Buffer.from(x509.fingerprint.replaceAll(':', ''), 'hex')
  assert.deepEqual(
    [kept?.['key'], kept?.['customKeyIdentifier'], kept?.['usage']],
    [null, x5t.toString('base64'), 'Verify'],
  )

  const { status, body } = await ask({ header: { x5t: x5t.toString('base64url') } })
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(decodeJwt(String(body['access_token']))['oid'], made.id)
  const again = await signed({ claims: claims(), key: mine.privateKey })
  assert.equal((await ask({}, { client_assertion: again })).status, 200)
  assert.match(
    String((await ask({}, { client_assertion: again })).body['error_description']),
    /was used before/,
  )

  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Other' })
  const wrong: [string, Partial<Statement>, Record<string, string>?][] = [
    ['another key', { key: stranger }],
    ['another address', { claims: { ...claims(), aud: 'https://elsewhere.example/token' } }],
    [
      'another organization',
      { claims: { ...claims(), aud: endpoint.replace(w.fabrikam.id, w.northwind.id) } },
    ],
    ['no jti', { claims: { iss: made.appId, sub: made.appId, aud: endpoint } }],
    ['over', { seconds: -120 }],
    ['for a year', { seconds: 31_536_000 }],
    ['until a moment that no date can say', { seconds: 1e20 }],
    ['a number as jti', { claims: { ...claims(), jti: 5 } }],
    ['another certificate named', { header: { x5t: 'AAAA' } }],
    ['another client beside', {}, { client_id: other.appId }],
    ['a secret beside', {}, { client_secret: 'x' }],
    ['another type', {}, { client_assertion_type: 'x' }],
    [
      'no signature',
      {},
      {
        client_assertion: `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...claims(), exp: 4_000_000_000 })).toString('base64url')}.`,
      },
    ],
    ['no token', {}, { client_assertion: 'x' }],
    ['of nobody', { claims: { ...claims(), iss: newId(), sub: newId() } }],
  ]
  for (const [what, change, form] of wrong) {
    const answer = await ask(change, form)
    assert.deepEqual([answer.status, answer.body['error']], [401, 'invalid_client'], what)
  }
  const elsewhere = await tokenAt(w, w.northwind, {
    client_id: made.appId,
    client_assertion_type: assertionType,
    client_assertion: await signed({ claims: claims(), key: mine.privateKey }),
  })
  assert.equal(elsewhere.status, 401, 'in another organization it is nobody')
  const asSecret = { client_assertion: '', client_assertion_type: '', client_secret: 'proved' }
  assert.equal((await tokenAt(w, w.fabrikam, { client_id: made.appId, ...asSecret })).status, 401)

  w.pass(31 * dayMs)
  assert.equal((await ask()).status, 401, 'the certificate is over')
})

test('R49: certificates and issuers of an application that acts in the directory are set by who may give it that; the list is whole, and what is no certificate is refused', async () => {
  const w = await world()
  const { frank, made, path, credential } = await settled(w)
  await w.grant(w.fiona, w.fabrikam, 'applicationAdministrator')
  const fiona = w.as(w.fiona, w.fabrikam)
  await json(await fiona.patch(path, { keyCredentials: [credential] }), 204)
  const [kept] = (await json(await fiona.get(path)))['keyCredentials'] as Json[]
  for (const key of [
    'nothing',
    Buffer.from('-----BEGIN CERTIFICATE-----').toString('base64'),
    certificate(plus(w.now(), -dayMs), plus(w.now(), dayMs), { modulusLength: 1024 }).base64,
    certificate(plus(w.now(), -2 * dayMs), plus(w.now(), -dayMs)).base64,
    null,
  ])
    await refusal(await fiona.patch(path, { keyCredentials: [{ ...credential, key }] }), 400)
  const many = Array.from({ length: mostKeys + 1 }, () => credential)
  const tooMany = await refusal(await fiona.patch(path, { keyCredentials: many }), 400)
  assert.match(tooMany.message, new RegExp(`keyCredentials.*at most ${mostKeys}\\b`))
  const same = { keyId: kept?.['keyId'], type: 'AsymmetricX509Cert', usage: 'Verify', key: null }
  const second = certificate(plus(w.now(), -dayMs), plus(w.now(), dayMs))
  const both = [same, { ...credential, key: second.base64, displayName: 'Next' }]
  await json(await fiona.patch(path, { keyCredentials: both }), 204)
  const found = (await json(await fiona.get(path)))['keyCredentials'] as Json[]
  assert.deepEqual(found.map((one) => one['displayName']).toSorted(), ['Next', null].toSorted())
  const trust = {
    name: 'build',
    issuer: 'https://build.example',
    subject: 'repo:contoso/site:ref:refs/heads/main',
    audiences: ['api://AzureADTokenExchange'],
  }
  const trusted = `${path}/federatedIdentityCredentials`
  const given = await json(await fiona.post(trusted, trust), 201)
  assert.equal((await fiona.post(trusted, trust)).status, 409)
  for (const wrong of [
    { issuer: 'http://build.example' },
    { issuer: 'https://127.0.0.1' },
    { audiences: [] },
    { subject: '' },
  ])
    await refusal(await fiona.post(trusted, { ...trust, name: 'more', ...wrong }), 400)
  await json(await fiona.patch(`${trusted}/build`, { subject: 'repo:contoso/site:pull' }), 204)
  assert.equal(
    (await json(await fiona.get(`${trusted}/${given['id']}`)))['subject'],
    'repo:contoso/site:pull',
  )
  await refusal(await w.as(w.nora, w.northwind).get(`${trusted}/${given['id']}`), 404)

  await json(
    await frank.post('/v1.0/roleManagement/directory/roleAssignments', {
      principalId: made.id,
      roleDefinitionId: roles.guestInviter.id,
    }),
    201,
  )
  for (const attempt of [
    fiona.patch(path, { keyCredentials: [] }),
    fiona.patch(path, { keyCredentials: [same, { ...credential, key: second.base64 }] }),
    fiona.post(trusted, { ...trust, name: 'evil' }),
    fiona.patch(`${trusted}/build`, { subject: 'repo:evil/site' }),
    fiona.delete(`${trusted}/build`),
  ])
    assert.match((await refusal(await attempt, 403)).message, /those who may give it/)
  await json(await frank.delete(`${trusted}/build`), 204)
  await json(await frank.patch(path, { keyCredentials: [] }), 204)
  assert.deepEqual((await json(await frank.get(path)))['keyCredentials'], [])
})

test('an application proves itself with a token of an issuer that it trusts: this issuer, this subject, this audience, and nobody else is asked', async () => {
  const w = await world(undefined, { allowPrivateProviders: true })
  const { frank, made, path } = await settled(w)
  const { issuer, privateKey, state, server } = await issuerOf()
  const [subject, audience] = ['repo:contoso/site', 'api://AzureADTokenExchange']
  const right = { iss: issuer, sub: subject, aud: audience }
  const ask = async (change: Partial<Statement> = {}, form: Record<string, string> = {}) =>
    tokenAt(w, w.fabrikam, {
      client_id: made.appId,
      client_assertion_type: assertionType,
      client_assertion: await signed({
        claims: right,
        key: privateKey,
        header: { kid: 'one' },
        ...change,
      }),
      ...form,
    })
  assert.equal((await ask()).status, 401)
  assert.equal(state.asked, 0, 'whom nobody has named is not asked')
  const trusted = `${path}/federatedIdentityCredentials`
  const trust = { name: 'build', issuer, subject, audiences: [audience] }
  await json(await frank.post(trusted, trust), 201)
  const { status, body } = await ask()
  assert.equal(status, 200, JSON.stringify(body))
  const claims = decodeJwt(String(body['access_token']))
  assert.deepEqual([claims['oid'], claims['idtyp']], [made.id, 'app'])
  assert.equal((await ask()).status, 200, 'as often as it is good')

  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Other' })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const before = state.asked
  const wrong: [string, Partial<Statement>, Record<string, string>?][] = [
    ['another subject', { claims: { ...right, sub: 'repo:contoso/site:pull' } }],
    ['another audience', { claims: { ...right, aud: 'api://other' } }],
    ['another issuer', { claims: { ...right, iss: `${issuer}/other` } }],
    ['an issuer with a sign that no column takes', { claims: { ...right, iss: `${issuer}\0` } }],
    ['an issuer that is no text', { claims: { ...right, iss: 5 } }],
    ['a subject that is no text', { claims: { ...right, sub: [subject] } }],
    ['another key', { key: stranger }],
    ['a key of another name', { key: stranger, header: { kid: 'two' } }],
    ['over', { seconds: -120 }],
    ['another application', {}, { client_id: other.appId }],
    ['no application', {}, { client_id: '' }],
  ]
  for (const [what, change, form] of wrong) {
    const answer = await ask(change, form)
    assert.deepEqual([answer.status, answer.body['error']], [401, 'invalid_client'], what)
  }
  assert.equal(state.asked, before, 'what was just read is not read again')
  await json(await frank.delete(`${trusted}/build`), 204)
  assert.equal((await ask()).status, 401)
  server.close()
})

test('K20: keys of an issuer stay good for their time while it cannot be asked anew, and one sentence refuses whatever is wrong; the log says what', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const w = await world(undefined, { allowPrivateProviders: true, log })
  const { frank, made, path } = await settled(w)
  const { issuer, privateKey, state, server } = await issuerOf()
  const [subject, audience] = ['repo:contoso/site', 'api://AzureADTokenExchange']
  const right = { iss: issuer, sub: subject, aud: audience }
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const ask = async (change: Partial<Statement> = {}) =>
    tokenAt(w, w.fabrikam, {
      client_id: made.appId,
      client_assertion_type: assertionType,
      client_assertion: await signed({
        claims: right,
        key: privateKey,
        header: { kid: 'one' },
        ...change,
      }),
    })
  const unknown = { key: stranger, header: { kid: 'two' } }
  const sentences = new Set<unknown>()
  const refusedWith = async (change: Partial<Statement> = {}) => {
    lines.length = 0
    const { status, body } = await ask(change)
    assert.equal(status, 401)
    sentences.add(body['error_description'])
    return lines.map((line) => (JSON.parse(line) as Json)['because']).find((one) => one)
  }
  const trust = { name: 'build', issuer, subject, audiences: [audience] }
  await json(await frank.post(`${path}/federatedIdentityCredentials`, trust), 201)
  assert.equal((await ask()).status, 200)

  state.fails = true
  for (const round of ['once', 'again']) {
    w.pass(31_000)
    const before = state.asked
    assert.equal(await refusedWith(unknown), 'notVerified', round)
    assert.ok(state.asked > before, `asked ${round}`)
    assert.equal((await ask()).status, 200, `${round} nothing is taken from who has a good key`)
  }
  w.pass(10 * 60_000)
  assert.equal(await refusedWith(), 'noKeys', 'and not for longer than without the stranger')
  state.fails = false
  w.pass(31_000)
  assert.equal((await ask()).status, 200)

  assert.equal(await refusedWith({ claims: { ...right, sub: 'other' } }), 'notTrusted')
  assert.equal(await refusedWith({ claims: { ...right, iss: `${issuer}/other` } }), 'notTrusted')
  assert.equal(await refusedWith({ claims: { ...right, aud: 'api://other' } }), 'notVerified')
  assert.equal(sentences.size, 1, [...sentences].join(' / '))
  server.close()
})

test('R111: the log says which issuer, subject and audience an application trusts, and which it trusts no more', async () => {
  const w = await world()
  const { frank, made, path } = await settled(w)
  const trusted = `${path}/federatedIdentityCredentials`
  const issuer = 'https://build.example'
  const [subject, audience] = ['repo:contoso/site', 'api://AzureADTokenExchange']
  const trust = { name: 'build', issuer, subject, audiences: [audience] }
  await json(await frank.post(trusted, trust), 201)
  await json(await frank.patch(`${trusted}/build`, { description: 'Builds' }), 204)
  await json(await frank.patch(`${trusted}/build`, { subject: 'repo:evil/site' }), 204)
  await json(await frank.delete(`${trusted}/build`), 204)
  const { value } = await json(await frank.get('/v1.0/auditLogs/directoryAudits?$top=100'))
  const told = (value as Json[])
    .filter((one) => one['targetResources'][0]?.['id'] === made.id)
    .map((one) => [
      one['activityDisplayName'],
      ...(one['targetResources'][0]['modifiedProperties'] as Json[])
        .filter(({ displayName }) => String(displayName).startsWith('federated'))
        .map(({ oldValue, newValue }) => [oldValue, newValue]),
    ])
  const [added, removed] = [
    'Add service principal credentials',
    'Remove service principal credentials',
  ]
  const values = (of: string) => [issuer, of, audience].map((one) => JSON.stringify([one]))
  const comes = (of: string) => values(of).map((one) => ['[null]', one])
  const goes = (of: string) => values(of).map((one) => [one, '[null]'])
  assert.deepEqual(
    told.filter(([name]) => name === added || name === removed),
    [
      [removed, ...goes('repo:evil/site')],
      [added, ...comes('repo:evil/site')],
      [removed, ...goes(subject)],
      [added, ...comes(subject)],
    ],
  )
})
