/**
 * Who goes on at a request of an application: through the pages, with openid-client as the
 * application.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as client from 'openid-client'
import { browserOf, type Browser } from '../../../test/in-process-browser.ts'
import { json } from '../../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  relyingParty,
  signOn,
} from '../../../test/sign-on.ts'
import { world, type Person } from '../../../test/world.ts'
import { vouchForDomain } from '../../directory/organizations/add-domain.ts'
import { domainKey, type Domain } from '../../kernel/domain.ts'
import { dayMs } from '../../kernel/time.ts'
import { setPassword } from '../../credentials/password/set.ts'
import { sql } from 'kysely'

const passphrase = 'nine copper kettles sing at dawn'

const another = (page: string | undefined): string => {
  const found = /<a href="([^"]+)"\s*>\s*Use another account\s*</.exec(page ?? '')?.[1]
  assert.ok(found, page)
  return found.replaceAll('&amp;', '&')
}

const scene = async (who?: 'ada' | 'bob' | 'carol') => {
  const w = await world()
  for (const person of [w.ada, w.bob])
    await setPassword(
      w.db,
      { tenantId: w.contoso.id, userId: person.userId, password: passphrase },
      w.operator(),
    )
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = who === undefined ? browserOf(w) : await browserWith(w, w[who])
  const ask = (more: Record<string, string> = {}) => askToSignOn(config, browser, application, more)
  const enter = (shown: Awaited<ReturnType<Browser['open']>>, person: Person) =>
    browser.submit(shown, { name: person.upn, password: passphrase })
  return { w, application, config, browser, ask, enter }
}

test('K12: select_account shows who is signed in; go on as them, or use another account', async () => {
  const { w, browser, ask, enter } = await scene('ada')
  assert.ok(
    (await ask()).end.url.searchParams.get('code'),
    'signed on before, so no page would be needed',
  )
  const stays = await ask({ prompt: 'select_account' })
  assert.equal(stays.end.status, 200)
  assert.match(stays.end.page ?? '', /Which account for Payroll\?/)
  assert.match(stays.end.page ?? '', new RegExp(`Ada Lovelace \\(${w.ada.upn}\\)`))
  const claims = (
    await stays.take((await browser.submit(stays.end, { decision: 'stay' })).url)
  ).claims()
  assert.equal(claims?.['oid'], w.userOf(w.ada, w.fabrikam))

  const changes = await ask({ prompt: 'select_account' })
  const signIn = await browser.open(another(changes.end.page))
  assert.equal(signIn.url.pathname, '/sign-in')
  const back = await enter(signIn, w.bob)
  assert.equal((await changes.take(back.url)).claims()?.['oid'], w.userOf(w.bob, w.fabrikam))
})

test('K12: select_account with nobody signed in is the sign-in page, once; with login, whoever is chosen shows it again', async () => {
  const { w, browser, ask, enter } = await scene()
  const first = await ask({ prompt: 'select_account' })
  assert.equal(first.end.url.pathname, '/sign-in')
  assert.ok((await enter(first.end, w.ada)).url.searchParams.get('code'))
  const both = await ask({ prompt: 'select_account login' })
  const chosen = await browser.submit(both.end, { decision: 'stay' })
  assert.equal(chosen.url.pathname, '/sign-in')
  assert.ok((await enter(chosen, w.ada)).url.searchParams.get('code'))
  w.pass(2 * dayMs)
  const old = await ask({ prompt: 'select_account', max_age: '600' })
  assert.equal((await browser.submit(old.end, { decision: 'stay' })).url.pathname, '/sign-in')
})

test('a page of one person does not go on as another who has signed in meanwhile', async () => {
  const { w, browser, ask } = await scene('ada')
  const shown = await ask({ prompt: 'select_account' })
  browser.signIn((await browserWith(w, w.bob)).jar.get('guesthouse_session')?.value ?? '')
  const after = await browser.post(shown.end.url, { decision: 'stay', as: w.ada.personId })
  assert.equal(after.url.searchParams.get('code'), null)
  assert.match(after.page ?? '', /You are signed in as Bob Okafor/)
})

test('each page that says one cannot come in lets one use another account, and goes on from there', async () => {
  const { w, browser, ask, enter } = await scene('carol')
  const { end, take } = await ask()
  assert.equal(end.status, 403)
  assert.match(end.page ?? '', /You do not belong to Fabrikam/)
  const back = await enter(await browser.open(another(end.page)), w.ada)
  assert.equal((await take(back.url)).claims()?.['oid'], w.userOf(w.ada, w.fabrikam))
})

test('login_hint fills the name in, and asks who is to go on where it names somebody else; silent requests ignore it', async () => {
  const nobody = await scene()
  const { end } = await nobody.ask({ login_hint: nobody.w.ada.upn })
  assert.match(end.page ?? '', new RegExp(`value="${nobody.w.ada.upn}"`))

  const { w, browser, ask } = await scene('ada')
  const guest = await json(
    await w.as(w.frank, w.fabrikam).get(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}?$select=*`),
  )
  for (const mine of [
    w.ada.upn,
    w.ada.upn.toUpperCase(),
    String(guest['userPrincipalName']),
    'not an address',
  ])
    assert.ok((await ask({ login_hint: mine })).end.url.searchParams.get('code'), mine)
  const other = await ask({ login_hint: w.bob.upn })
  assert.match(other.end.page ?? '', /Which account for Payroll\?/)
  assert.match(
    (await browser.open(another(other.end.page))).page ?? '',
    new RegExp(`value="${w.bob.upn}"`),
  )
  assert.ok((await browser.submit(other.end, { decision: 'stay' })).url.searchParams.get('code'))
  assert.ok((await ask({ login_hint: w.bob.upn, prompt: 'none' })).end.url.searchParams.get('code'))
  const elsewhere = await registerApplication(w, w.northwind, w.nora)
  const there = await askToSignOn(await relyingParty(w, elsewhere), browser, elsewhere, {
    login_hint: w.bob.upn,
  })
  assert.match(
    there.end.page ?? '',
    /Which account for Payroll\?/,
    'also where the organization is not open yet',
  )
})

test('domain_hint leads to the provider of that domain, with the name that goes with it; any other is ignored', async () => {
  const { w, ask, browser } = await scene()
  const books = `bücher-${w.contoso.domain}`
  await vouchForDomain(w.db, w.contoso.id, domainKey(books) as Domain, w.operator())
  const body = {
    displayName: 'Login of Contoso',
    issuer: 'https://login.contoso.example',
    clientId: 'x',
    clientSecret: 'y',
    domains: [w.contoso.domain, books],
  }
  await json(await w.as(w.carol, w.contoso).post('/v1.0/identity/identityProviders', body), 201)
  const start = async (more: Record<string, string>) => {
    const { start: url } = await ask(more)
    let place = url
    for (let hop = 0; hop < 2; hop++) {
      const response = await w.app.request(place.href, {
        headers: { cookie: browser.cookiesFor(place), accept: 'text/html' },
      })
      for (const cookie of response.headers.getSetCookie()) {
        const path = /path=([^;]+)/i.exec(cookie)?.[1] ?? '/'
        const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
        browser.jar.set(`${name} ${path}`, { value, path })
      }
      place = new URL(response.headers.get('location') ?? '', place)
    }
    return place
  }
  const led = await start({ domain_hint: w.contoso.domain, login_hint: w.ada.upn })
  assert.equal(led.pathname, '/sign-in/provider')
  assert.equal(led.searchParams.get('name'), w.ada.upn)
  assert.equal(
    (await start({ domain_hint: w.contoso.domain.toUpperCase() })).searchParams.get('name'),
    w.contoso.domain,
  )
  const international = await start({ domain_hint: books, login_hint: `mia@${books}` })
  assert.equal(international.searchParams.get('name'), `mia@${books}`)
  for (const hint of ['organizations', 'elsewhere.example', w.fabrikam.domain, '\u0000'])
    assert.equal((await start({ domain_hint: hint })).pathname, '/sign-in', hint)
})

test('K12, faults 42: prompt=none opens the organization for who is signed in, without a page', async () => {
  const { w, ask, application, config } = await scene('ada')
  const { end, take } = await ask({ prompt: 'none' })
  assert.equal((await take(end.url)).claims()?.['oid'], w.userOf(w.ada, w.fabrikam))
  const errorFor = async (browser: Browser, more: Record<string, string> = {}) =>
    (await signOn(config, browser, application, { prompt: 'none', ...more })).url.searchParams.get(
      'error',
    )
  assert.equal(await errorFor(browserOf(w)), 'login_required')
  assert.equal(
    await errorFor(await browserWith(w, w.nora)),
    'login_required',
    'who does not belong there',
  )
  w.pass(2 * dayMs)
  const stale = await browserWith(w, w.ada)
  w.pass(2 * dayMs)
  assert.equal(await errorFor(stale, { max_age: '60' }), 'login_required')
  assert.equal(await errorFor(stale), null)
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/servicePrincipals/${application.id}`, { appRoleAssignmentRequired: true })
  assert.equal(await errorFor(stale), 'login_required', 'who is not assigned')
  const events = await sql<{
    n: string
  }>`select count(*) as n from events where tenant_id = ${w.fabrikam.id} and activity = 'user.signedIn'
    and target_id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db)
  assert.ok(Number(events.rows[0]?.n) >= 1, 'and it is recorded like every sign-in there')
})

test('a silent request for an address that is not the application’s opens nothing', async () => {
  const { w, ask } = await scene('ada')
  const count = async () =>
    Number(
      (
        await sql<{
          n: string
        }>`select count(*) as n from tenant_sessions where tenant_id = ${w.fabrikam.id}
    and user_id = ${w.userOf(w.ada, w.fabrikam)}`.execute(w.db)
      ).rows[0]?.n,
    )
  assert.equal(
    (await ask({ prompt: 'none', redirect_uri: 'https://evil.example/' })).end.status,
    400,
  )
  assert.equal(await count(), 0)
})

test('Core 3.1.2.1, RP-Initiated Logout 2: both methods at authorize and logout, also from a page of another site', async () => {
  const { w, application, config, browser } = await scene('ada')
  const verifier = client.randomPKCECodeVerifier()
  const fields = {
    client_id: application.appId,
    redirect_uri: application.uri,
    response_type: 'code',
    scope: 'openid',
    state: 's & t',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  const posted = (path: string, body: Record<string, string>, cookie = '') =>
    w.app.request(`${w.publicUrl}/${w.fabrikam.id}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
        origin: 'https://app.example',
        accept: 'text/html',
        cookie,
      },
      body: new URLSearchParams(body).toString(),
    })
  const sent = await posted('/oauth2/v2.0/authorize', fields)
  assert.equal(sent.status, 303)
  const end = await browser.open(new URL(sent.headers.get('location') ?? '', w.publicUrl))
  const tokens = await client.authorizationCodeGrant(config, end.url, {
    pkceCodeVerifier: verifier,
    expectedState: 's & t',
  })
  const ended = await posted('/oauth2/v2.0/logout', {
    id_token_hint: String(tokens.id_token),
    post_logout_redirect_uri: application.uri,
  })
  assert.equal(ended.status, 303)
  const asked = await browser.open(new URL(ended.headers.get('location') ?? '', w.publicUrl))
  assert.match(asked.page ?? '', /Do you want to sign out/)
  assert.equal((await browser.submit(asked, { logout: 'yes' })).url.href, application.uri)
  assert.equal(
    (await posted('/oauth2/v2.0/authorize', { ...fields, state: 'x'.repeat(20_000) })).status,
    413,
  )
  assert.equal(
    (await posted('/oauth2/v2.0/device', { user_code: 'x' })).status,
    403,
    'what does something stays closed to others',
  )
})

test('every HTML page of the provider has a policy, those of the library that submit themselves too; none answers 500', async () => {
  const { w, application, browser } = await scene('ada')
  const below = `${w.publicUrl}/${w.fabrikam.id}/oauth2/v2.0`
  const posted = async (path: string): Promise<Response> =>
    w.app.request(`${below}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: 'a=b',
    })
  const paths = [
    'device',
    'device?user_code=AAAA-BBBB',
    'device/x',
    'authorize',
    'authorize/x',
    'logout',
    'logout/success',
    'interaction/x',
  ]
  const answers: [string, Response][] = []
  for (const path of paths)
    answers.push([
      path,
      await w.app.request(`${below}/${path}`, { headers: { accept: 'text/html' } }),
    ])
  for (const path of ['/device', '/logout/confirm', '/interaction/x'])
    answers.push([`POST ${path}`, await posted(path)])
  const fields = {
    client_id: application.appId,
    redirect_uri: application.uri,
    response_type: 'code',
    scope: 'openid',
    response_mode: 'form_post',
  }
  const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
  const query = new URLSearchParams({
    ...fields,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 's',
  }).toString()
  await browser.open(`${below}/authorize?${query}`)
  const cookie = browser.cookiesFor(new URL(`${below}/authorize`))
  const direct = await w.app.request(`${below}/authorize?${query}`, {
    headers: { accept: 'text/html', cookie },
  })
  assert.match(await direct.clone().text(), /name="code"/)
  answers.push(['form_post', direct])
  for (const [path, response] of answers) {
    assert.ok(response.status < 500, `${path}: ${response.status}`)
    const policy = response.headers.get('content-security-policy') ?? ''
    const text = await response.text()
    assert.match(policy, /default-src 'none'/, path)
    assert.match(policy, /frame-ancestors 'none'/, path)
    assert.doesNotMatch(policy, /unsafe/, path)
    assert.equal(
      /<script>/.test(text),
      /script-src 'sha256-/.test(policy),
      `${path}: a script runs by its digest, and only by it`,
    )
  }
  const begun = await browser.open(`${below}/device`)
  const fresh = await browserOf(w).post(`${below}/device`, { user_code: 'x' })
  assert.equal(fresh.status, 400)
  assert.match(fresh.page ?? '', /Type the code again/)
  assert.equal(begun.status, 200)
})
