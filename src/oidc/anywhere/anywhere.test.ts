/** Signing in at addresses that name no organization: who is led where, and what is redeemed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import {
  addressOf,
  codeOf,
  codes,
  letPeopleAgree,
  principals,
  redeem,
  scene,
} from '../../../test/anywhere.ts'
import { json, type Json } from '../../../test/json.ts'
import { address, graph, settings } from '../../../test/msal.ts'
import { offer } from '../../../test/many-organizations.ts'
import { browserOf, type Browser } from '../../../test/in-process-browser.ts'
import { browserWith, registerApplication, registerProgram } from '../../../test/sign-on.ts'
import type { Person } from '../../../test/world.ts'
import { setOrganizationState } from '../../directory/organizations/update.ts'
import { newId, type PersonId } from '../../kernel/ids.ts'
import { sql } from '../../store/database.ts'
import { peopleIssuerId } from '../../wire/sign-on.ts'

const places = ['common', 'organizations'] as const

for (const place of places)
  test(`MSAL with the authority ${place} signs somebody in at their home, and renews silently`, async () => {
    const { w, home } = await scene(address)
    const msal = new ConfidentialClientApplication(settings(w, home, 'AAD', place))
    const signIn = async (browser: Browser, agree: boolean) => {
      const url = await msal.getAuthCodeUrl({
        scopes: graph,
        redirectUri: home.uri,
        codeChallenge: codes.challenge,
        codeChallengeMethod: 'S256',
        state: 'a b',
      })
      assert.match(url, new RegExp(`^${address}/${place}/`))
      const first = await browser.open(url)
      const end = agree ? await browser.submit(first, { decision: 'accept' }) : first
      const code = codeOf(w, end)
      const request = { scopes: graph, redirectUri: home.uri, code, codeVerifier: codes.verifier }
      return msal.acquireTokenByCode(request)
    }
    const hers = await signIn(await browserWith(w, w.nora), false)
    const { account, accessToken } = hers
    assert.deepEqual(
      [account?.localAccountId, account?.tenantId, decodeJwt(accessToken)['iss']],
      [w.userOf(w.nora, w.northwind), w.northwind.id, `${address}/${w.northwind.id}/v2.0`],
    )
    assert.ok(account)
    const renewed = await msal.acquireTokenSilent({ account, scopes: graph, forceRefresh: true })
    assert.ok(!renewed.fromCache && renewed.accessToken !== accessToken)
    const me = await w.app.request(`${address}/v1.0/me`, {
      headers: { authorization: `Bearer ${renewed.accessToken}` },
    })
    assert.equal(me.status, 200)

    // A guest of the application's own organization is at home elsewhere, and that is where.
    await letPeopleAgree(w, w.carol, w.contoso)
    const adas = await signIn(await browserWith(w, w.ada), true)
    assert.deepEqual(
      [adas.account?.tenantId, adas.account?.localAccountId],
      [w.contoso.id, w.userOf(w.ada, w.contoso)],
    )
    await assert.rejects(
      msal.acquireTokenByClientCredential({ scopes: [`${address}/.default`] }),
      /tenant|authority|organization/i,
    )
  })

test('a person begins the use of an application in their organization where it lets people agree, on a page, and it gets nothing by that', async () => {
  const { w, home, open } = await scene()
  await letPeopleAgree(w, w.carol, w.contoso)
  const { browser, end } = await open(w.ada)
  const shown = end.page ?? ''
  assert.match(shown, /Use Payroll at Contoso\?/)
  assert.match(shown, /belongs to another organization, Fabrikam\. Nobody here has verified/)
  assert.match(shown, /goes to app\.example/)
  assert.deepEqual(await principals(w, w.carol, w.contoso, home), [], 'looking begins nothing')
  const { status, body } = await redeem(w, home, {
    code: codeOf(w, await browser.submit(end, { decision: 'accept' })),
  })
  assert.equal(status, 200)
  assert.equal(decodeJwt(String(body['id_token']))['tid'], w.contoso.id)
  const [made, ...more] = await principals(w, w.carol, w.contoso, home)
  assert.deepEqual([made?.['appOwnerOrganizationId'], more], [w.fabrikam.id, []])
  const carol = w.as(w.carol, w.contoso)
  const id = String(made?.['id'])
  const log = await json(
    await carol.get(
      `/v1.0/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq '${id}')`,
    ),
  )
  const entries = log['value'] as Json[]
  assert.ok(entries.some((one) => one['activityDisplayName'] === 'Add service principal'))
  assert.deepEqual(
    [...new Set(entries.map((one) => String(one['initiatedBy']['user']?.['id'])))],
    [w.userOf(w.ada, w.contoso)],
  )
  const held = async (what: string) =>
    (await json(await carol.get(`/v1.0/servicePrincipals/${id}/${what}`)))['value'] as Json[]
  assert.deepEqual(await held('appRoleAssignments'), [])
  assert.deepEqual(
    (await held('oauth2PermissionGrants')).map((one) => [one['principalId'], one['scope']]),
    [[w.userOf(w.ada, w.contoso), 'openid']],
    'she has agreed to be signed in, and to nothing else',
  )
  // What an administrator has deleted, only one of them brings back.
  await json(await carol.delete(`/v1.0/servicePrincipals/${id}`), 204)
  assert.match((await open(w.ada)).end.page ?? '', /An administrator has to allow Payroll/)
  assert.match((await open(w.carol)).end.page ?? '', /Use Payroll at Contoso\?/)
})

test('where people may not agree they are given a link for an administrator, who consents there', async () => {
  const { w, home, open } = await scene()
  const { browser, end } = await open(w.ada)
  assert.equal(end.status, 403)
  const link = /href="([^"]+adminconsent[^"]+)"/.exec(end.page ?? '')?.[1]?.replaceAll('&amp;', '&')
  assert.ok(link?.startsWith(`${w.publicUrl}/${w.contoso.id}/adminconsent?`))
  const forced = await browser.post(
    addressOf(w, home).href.replace('/authorize?', '/authorize/decide?'),
    { decision: 'accept', shown: 'x' },
  )
  assert.match(forced.page ?? '', /An administrator has to allow Payroll/)
  assert.deepEqual(await principals(w, w.carol, w.contoso, home), [])
  const carols = await browserWith(w, w.carol)
  const { url } = await carols.submit(await carols.open(link ?? ''), { decision: 'accept' })
  assert.equal(url.searchParams.get('admin_consent'), 'True')
  codeOf(w, (await open(w.ada)).end)
  const declined = await (
    await browserWith(w, w.ada)
  ).post(addressOf(w, home).href.replace('/authorize?', '/authorize/decide?'), {
    decision: 'decline',
  })
  assert.deepEqual(
    [declined.url.searchParams.get('error'), declined.url.searchParams.get('state')],
    ['access_denied', 'a b'],
  )
})

test('what is begun is what was shown, to whom it was shown, and by no other site', async () => {
  const { w, home, open } = await scene()
  await letPeopleAgree(w, w.carol, w.contoso)
  const { browser, end } = await open(w.ada)
  const decide = addressOf(w, home).href.replace('/authorize?', '/authorize/decide?')
  const cookie = browser.cookiesFor(new URL(decide))
  const forged = await w.app.request(decide, {
    method: 'POST',
    headers: {
      cookie,
      origin: 'https://evil.example',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'decision=accept',
  })
  assert.equal(forged.status, 403)
  const policy = (
    await w.app.request(end.url.href, { headers: { cookie, accept: 'text/html' } })
  ).headers.get('content-security-policy')
  assert.match(policy ?? '', /frame-ancestors 'none'/)
  await json(
    await w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/applications(appId='${home.appId}')`, { displayName: 'Payments' }),
    204,
  )
  const again = await browser.submit(end, { decision: 'accept' })
  assert.match(again.page ?? '', /Use Payments at Contoso\?/)
  const bobs = await browserWith(w, w.bob)
  const others = await bobs.submit(again, { decision: 'accept' })
  assert.match(others.page ?? '', /Use Payments at Contoso\?/, 'shown to somebody else')
  assert.deepEqual(await principals(w, w.carol, w.contoso, home), [])
})

test('of what is not offered, and to where an application is not, nobody is asked and nobody led, signed in or not', async () => {
  const { w, home } = await scene()
  const single = await registerApplication(w, w.fabrikam, w.frank, { name: 'Single' })
  const wrong = [
    addressOf(w, single),
    addressOf(w, { ...home, appId: newId() }),
    addressOf(w, { ...home, appId: 'x' }),
    addressOf(w, { ...home, uri: 'https://evil.example/cb' }),
    addressOf(w, home, { redirect_uri: `${home.uri}/more`, prompt: 'none' }),
  ]
  const pages = new Set<string>()
  for (const browser of [await browserWith(w, w.frank), browserOf(w)])
    for (const at of wrong) {
      const end = await browser.open(at)
      assert.deepEqual([end.url.href, end.status], [at.href, 400])
      const said = /unauthorized_client: [^<]*/.exec(end.page ?? '')?.[0]
      pages.add(said ?? 'nothing')
    }
  assert.equal(pages.size, 1, 'one sentence for all of them')
  assert.match([...pages][0] ?? '', /AzureADMultipleOrgs/)
  await offer(w, home, 'AzureADMyOrg')
  assert.equal((await browserOf(w).open(addressOf(w, home))).status, 400)
})

test('whose home is closed, suspended or not there is told so; a silent request is answered, with its state', async () => {
  const { w, home, open } = await scene()
  const silent = async (person: Person, more: Record<string, string> = {}) => {
    const { url } = (await open(person, { prompt: 'none', ...more })).end
    const said = url.hash === '' ? url.searchParams : new URLSearchParams(url.hash.slice(1))
    return [said.get('error'), said.get('state')]
  }
  assert.deepEqual(await silent(w.ada), ['interaction_required', 'a b'])
  assert.deepEqual(await silent(w.ada, { response_mode: 'fragment' }), [
    'interaction_required',
    'a b',
  ])
  const nobody = await browserOf(w).open(addressOf(w, home, { prompt: 'none' }))
  assert.equal(nobody.url.searchParams.get('error'), 'login_required')

  const nora = await browserWith(w, w.nora)
  for (const state of ['suspended', 'closed'] as const) {
    await setOrganizationState(w.db, w.northwind.id, { state, anyway: true }, w.operator())
    const end = await nora.open(addressOf(w, home))
    assert.deepEqual([end.url.origin, end.status], [w.publicUrl, 403])
    assert.match(end.page ?? '', /Northwind is closed/)
    await setOrganizationState(
      w.db,
      w.northwind.id,
      { state: 'active', anyway: true },
      w.operator(),
    )
  }
  const personId = newId<PersonId>()
  await sql`insert into persons (id, home_tenant_id, created_at) values (${personId}, null, ${w.now()})`.execute(
    w.db,
  )
  const homeless = await open({ ...w.ada, personId })
  assert.match(homeless.end.page ?? '', /belongs to no organization here/)
})

test('who is not signed in does so first; choosing and hints are asked about before anybody is led', async () => {
  const { w, home, open } = await scene()
  const browser = browserOf(w)
  const asked = { prompt: 'login', login_hint: w.nora.upn }
  const end = await browser.open(addressOf(w, home, asked))
  assert.match(end.url.pathname, /^\/sign-in/)
  assert.ok(end.page?.includes(w.nora.upn), end.url.href)
  const returnTo = end.url.searchParams.get('return') ?? ''
  const signedIn = await browserWith(w, w.nora)
  const cookie = signedIn.cookiesFor(new URL(returnTo, w.publicUrl))
  const led = await w.app.request(`${w.publicUrl}${returnTo}`, { headers: { cookie } })
  assert.match(led.headers.get('refresh') ?? '', new RegExp(`^0; url=/${w.northwind.id}/`))
  assert.doesNotMatch(led.headers.get('refresh') ?? '', /prompt|login_hint|guesthouse_/)
  codeOf(w, await signedIn.open(returnTo))
  assert.equal((await browser.open(addressOf(w, home, { nonce: 'x'.repeat(2100) }))).status, 413)

  for (const more of [{ prompt: 'select_account' }, { login_hint: w.ada.upn }]) {
    const choice = await open(w.nora, more)
    const shown = choice.end.page ?? ''
    assert.match(shown, /Which account for Payroll\?/)
    const [stay = '', another = ''] = [...shown.matchAll(/href="([^"]+\?[^"]*)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => href.includes('authorize'))
    codeOf(w, await choice.browser.open(stay))
    assert.match(another, /^\/sign-in\?.*another=1.*again=1/)
    const other = await browserWith(w, w.frank)
    const back = new URL(another, w.publicUrl).searchParams.get('return') ?? ''
    codeOf(w, await other.open(back))
    const meanwhile = await other.open(stay)
    assert.match(meanwhile.page ?? '', /You are signed in as Frank/, 'asked again')
    codeOf(w, (await open(w.nora, { ...more, prompt: 'none' })).end)
  }
})

const errorOf = async (...of: Parameters<typeof redeem>) => (await redeem(...of)).body['error']

test('a code and what renews it are redeemed for the organization that gave them, and for nobody else', async () => {
  const { w, home, there, open } = await scene()
  const other = await registerApplication(w, w.fabrikam, w.frank, { name: 'Other' })
  const code = async () => codeOf(w, (await open(w.nora)).end)
  assert.equal(await errorOf(w, home, { code: await code() }, w.fabrikam.id), 'invalid_grant')
  assert.equal(await errorOf(w, other, { code: await code() }), 'invalid_client')
  assert.equal(
    await errorOf(w, { ...home, secret: 'no' }, { code: await code() }),
    'invalid_client',
  )
  assert.equal(
    await errorOf(w, home, { code: await code(), code_verifier: 'x'.repeat(43) }),
    'invalid_grant',
  )
  assert.equal(await errorOf(w, home, { code: 'unknown' }), 'invalid_grant')
  assert.equal(await errorOf(w, home, { code: '' }), 'invalid_grant')
  const mine = await code()
  const { body } = await redeem(w, home, { code: mine }, 'organizations')
  assert.equal(decodeJwt(String(body['access_token']))['tid'], w.northwind.id)
  const renewal = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) }
  const renewed = await redeem(w, home, renewal)
  assert.equal(decodeJwt(String(renewed.body['id_token']))['tid'], w.northwind.id)
  assert.equal((await redeem(w, there, renewal, w.northwind.id)).status, 200, 'it is one token')
  assert.equal(await errorOf(w, home, { code: mine }), 'invalid_grant', 'once')
  const ended = await redeem(w, home, renewal)
  assert.deepEqual([ended.body['error'], ended.body['suberror']], ['invalid_grant', 'bad_token'])

  const program = await registerProgram(w, 'My tool')
  const browser = await browserWith(w, w.nora)
  const scope = { scope: 'openid Account.Read' }
  const asked = await browser.open(addressOf(w, program, scope, peopleIssuerId))
  const people = { code: codeOf(w, await browser.submit(asked, { decision: 'accept' })) }
  assert.equal(
    await errorOf(w, program, people),
    'invalid_grant',
    'of people, and of no organization',
  )
})

test('what only an organization can be asked for is refused, and says so', async () => {
  const { w, home } = await scene()
  for (const grant_type of ['client_credentials', 'device_code', 'constructor', '']) {
    const { status, body } = await redeem(w, home, { grant_type })
    assert.deepEqual(
      [status, body['error'], body['error_codes']],
      [400, 'invalid_request', [50_059]],
    )
    assert.match(String(body['error_description']), /in the place of common/)
  }
  const device = await w.app.request(`${w.publicUrl}/organizations/oauth2/v2.0/devicecode`, {
    method: 'POST',
  })
  assert.equal(((await device.json()) as Json)['error'], 'invalid_request')
  for (const path of ['introspect', 'revoke', 'par']) {
    const answer = await w.app.request(`${w.publicUrl}/common/oauth2/v2.0/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    assert.equal(answer.status, 404, path)
  }
})

test('it describes itself without naming any organization: a template in the place of the issuer, and no keys', async () => {
  const { w } = await scene()
  for (const place of places) {
    const at = `${w.publicUrl}/${place}`
    const said = await json(await w.app.request(`${at}/v2.0/.well-known/openid-configuration`))
    assert.equal(said['issuer'], `${w.publicUrl}/{tenantid}/v2.0`)
    assert.deepEqual(
      Object.entries(said)
        .filter(([name]) => /_endpoint$|_uri$/.test(name))
        .toSorted(),
      [
        ['authorization_endpoint', `${at}/oauth2/v2.0/authorize`],
        ['end_session_endpoint', `${at}/oauth2/v2.0/logout`],
        ['jwks_uri', `${at}/discovery/v2.0/keys`],
        ['token_endpoint', `${at}/oauth2/v2.0/token`],
      ],
    )
    assert.doesNotMatch(JSON.stringify(said), /[0-9a-f]{8}-[0-9a-f]{4}-4000|"Account\.|dpop/)
    assert.ok(said['scopes_supported'].includes('User.Read'))
    assert.deepEqual(await json(await w.app.request(`${at}/discovery/v2.0/keys`)), { keys: [] })
    const asked = await w.app.request(`${at}/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-headers': 'x-client-sku' },
    })
    assert.equal(asked.headers.get('access-control-allow-headers'), 'x-client-sku')
  }
})

test('signing out goes on where the session is: by the ID token, else at the home of whoever is signed in', async () => {
  const { w, home, open } = await scene()
  const { browser, end } = await open(w.nora)
  const { body } = await redeem(w, home, { code: codeOf(w, end) })
  const out = `${w.publicUrl}/common/oauth2/v2.0/logout`
  const hinted = await browserOf(w).open(`${out}?id_token_hint=${String(body['id_token'])}`)
  assert.ok(hinted.url.pathname.startsWith(`/${w.northwind.id}/`), hinted.url.href)
  const mine = await browser.open(out)
  assert.ok(mine.url.pathname.startsWith(`/${w.northwind.id}/`), mine.url.href)
  const posted = await browser.post(out, { state: 'x' })
  assert.match(posted.url.href, new RegExp(`/${w.northwind.id}/.*state=x`))
  assert.equal((await browserOf(w).open(out)).url.origin, w.publicUrl)
})
