/** Proving an application, and answering it, at addresses that name no organization. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { decodeJwt, SignJWT } from 'jose'
import { addressOf, codeOf, codes, redeem, scene } from '../../../test/anywhere.ts'
import { json, type Json } from '../../../test/json.ts'
import { address, graph, settings } from '../../../test/msal.ts'
import { certificate } from '../../../test/peers/certificate.ts'
import { browserOf } from '../../../test/in-process-browser.ts'
import { newId } from '../../kernel/ids.ts'
import { dayMs, minuteMs, plus, systemClock } from '../../kernel/time.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** The application of `scene`, which proves itself with a certificate instead of its secret. */
const withCertificate = async (url?: string) => {
  const s = await scene(url)
  const { w, home } = s
  const frank = w.as(w.frank, w.fabrikam)
  const path = `/v1.0/applications(appId='${home.appId}')`
  const make = () => certificate(plus(w.now(), -dayMs), plus(w.now(), 30 * dayMs))
  const keep = (...all: readonly { base64: string }[]) =>
    frank.patch(path, {
      keyCredentials: all.map(({ base64: key }) => ({
        type: 'AsymmetricX509Cert',
        usage: 'Verify',
        key,
      })),
    })
  const [kept] = (await json(await frank.get(path)))['passwordCredentials'] as Json[]
  await json(await frank.post(`${path}/removePassword`, { keyId: kept?.['keyId'] }), 204)
  const mine = make()
  await json(await keep(mine), 204)
  return { ...s, home: { ...home, secret: undefined }, mine, make, keep }
}

const statement = (
  { appId }: { readonly appId: string },
  { privateKey }: ReturnType<typeof certificate>,
  aud: string,
) =>
  new SignJWT({ iss: appId, sub: appId, aud, jti: newId() })
    .setProtectedHeader({ alg: 'RS256' })
    .setExpirationTime(Math.floor(plus(systemClock(), 5 * minuteMs).getTime() / 1_000))
    .sign(privateKey)

test('MSAL with a certificate and the authority common proves the application there', async () => {
  const { w, home, mine, open } = await withCertificate(address)
  const { auth, ...more } = settings(w, home, 'AAD', 'common')
  const privateKey = mine.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const der = Buffer.from(mine.base64, 'base64')
  const thumbprintSha256 = createHash('sha256').update(der).digest('hex')
  const clientCertificate = { privateKey, thumbprintSha256 }
  const msal = new ConfidentialClientApplication({ auth: { ...auth, clientCertificate }, ...more })
  const code = codeOf(w, (await open(w.nora)).end)
  const { tenantId } = await msal.acquireTokenByCode({
    scopes: graph,
    redirectUri: home.uri,
    code,
    codeVerifier: codes.verifier,
  })
  assert.equal(tenantId, w.northwind.id)
})

test('a statement for common counts there, once, and at no organization; a certificate that the home takes away counts nowhere', async () => {
  const { w, home, there, mine, make, keep, open } = await withCertificate()
  const at = (place: string) => `${w.publicUrl}/${place}/oauth2/v2.0/token`
  const ask = async (client_assertion: string, place = 'common') => {
    const code = codeOf(w, (await open(w.nora)).end)
    const form = { code, client_assertion, client_assertion_type: assertionType }
    return redeem(w, home, form, place)
  }
  const first = await statement(home, mine, at('common'))
  const { status, body } = await ask(first)
  assert.equal(status, 200, JSON.stringify(body))
  assert.equal(decodeJwt(String(body['id_token']))['tid'], w.northwind.id)
  assert.match(String((await ask(first)).body['error_description']), /was used before/)
  for (const [aud, place] of [
    [at('common'), w.northwind.id],
    [at('organizations'), 'common'],
    [at(w.fabrikam.id), 'common'],
    [at(w.fabrikam.id), w.northwind.id],
  ] as const)
    assert.equal(
      (await ask(await statement(home, mine, aud), place)).status,
      401,
      `${aud} ${place}`,
    )
  assert.equal((await ask(await statement(home, mine, at(w.northwind.id)))).status, 200)

  const next = make()
  await json(await keep(next), 204)
  for (const place of ['common', w.northwind.id]) {
    assert.equal((await ask(await statement(home, mine, at(place)), place)).status, 401)
    assert.equal((await ask(await statement(there, next, at(place)), place)).status, 200)
  }
})

test('domain_hint at common leads to the provider of that domain, and back to common; any other is ignored', async () => {
  const { w, home } = await scene()
  const body = {
    displayName: 'Login of Contoso',
    issuer: 'https://login.contoso.example',
    clientId: 'x',
    clientSecret: 'y',
    domains: [w.contoso.domain],
  }
  await json(await w.as(w.carol, w.contoso).post('/v1.0/identity/identityProviders', body), 201)
  const led = async (more: Record<string, string>) => {
    const { status, headers } = await w.app.request(addressOf(w, home, more).href)
    assert.equal(status, 303)
    return new URL(headers.get('location') ?? '', w.publicUrl)
  }
  const hints = { domain_hint: w.contoso.domain.toUpperCase(), login_hint: w.ada.upn }
  const there = await led(hints)
  assert.deepEqual(
    [there.pathname, there.searchParams.get('name')],
    ['/sign-in/provider', w.ada.upn],
  )
  assert.match(there.searchParams.get('return') ?? '', /^\/common\/oauth2\/v2\.0\/authorize\?/)
  const others = await led({ ...hints, login_hint: w.nora.upn })
  assert.equal(
    others.searchParams.get('name'),
    w.contoso.domain,
    'a name elsewhere is not sent along',
  )
  for (const domain_hint of ['organizations', 'elsewhere.example', w.fabrikam.domain, '\u0000'])
    assert.equal((await led({ domain_hint })).pathname, '/sign-in', domain_hint)
})

test('contract §7.9: whoever wants answers as a form gets errors of common as one too, with the state, and the page leads nowhere else', async () => {
  const { w, home, open } = await scene()
  const wanted = {
    prompt: 'none',
    response_mode: 'form_post',
    state: `"><script>alert(1)</script>`,
  }
  const { end } = await open(w.ada, wanted)
  const page = end.page ?? ''
  assert.equal(end.status, 200)
  assert.match(page, new RegExp(`<form method="post" action="${home.uri}">`))
  const said = new Map(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  assert.equal(said.get('error'), 'interaction_required')
  assert.equal(said.get('state'), '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  const answer = await w.app.request(addressOf(w, home, wanted), {
    headers: { accept: 'text/html' },
  })
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.match(policy, /script-src 'self'$/)
  assert.doesNotMatch(policy, /form-action/)
  const [, script = ''] = /<script src="([^"]+)"/.exec(page) ?? []
  const sends = await (await w.app.request(`${w.publicUrl}${script}`)).text()
  assert.match(sends, /document\.forms\[0\]\.submit\(\)/)
  const elsewhere = addressOf(w, { ...home, uri: 'https://evil.example/' }, wanted)
  assert.equal((await browserOf(w).open(elsewhere)).status, 400)
  const unknown = await browserOf(w).open(addressOf(w, home, { ...wanted, response_mode: 'x' }))
  assert.equal(unknown.status, 400)
})
