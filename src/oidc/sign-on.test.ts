/** Signing in to applications, with openid-client as the application. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import * as client from 'openid-client'
import { json } from '../../test/json.ts'
import { browserOf } from '../../test/in-process-browser.ts'
import { registerApplication, relyingParty, signOn } from '../../test/sign-on.ts'
import { world, type Person } from '../../test/world.ts'
import { openSession } from '../people/open-session.ts'

const signedIn = async (w: Awaited<ReturnType<typeof world>>, person: Person) => {
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, person.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  return browser
}

test('discovery names the endpoints below the organization, by id and by domain', async () => {
  const w = await world()
  const byId = await json(
    await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/v2.0/.well-known/openid-configuration`),
  )
  const byDomain = await json(
    await w.app.request(
      `${w.publicUrl}/${w.fabrikam.domain}/v2.0/.well-known/openid-configuration`,
    ),
  )
  assert.deepEqual(byDomain, byId)
  const below = `${w.publicUrl}/${w.fabrikam.id}`
  assert.equal(byId['issuer'], `${below}/v2.0`)
  assert.equal(byId['authorization_endpoint'], `${below}/oauth2/v2.0/authorize`)
  assert.equal(byId['token_endpoint'], `${below}/oauth2/v2.0/token`)
  assert.equal(byId['jwks_uri'], `${below}/discovery/v2.0/keys`)
  assert.equal(byId['device_authorization_endpoint'], `${below}/oauth2/v2.0/devicecode`)
  assert.deepEqual(byId['subject_types_supported'], ['pairwise'])
  assert.deepEqual(byId['id_token_signing_alg_values_supported'], ['RS256'])
  assert.equal(
    (await w.app.request(`${w.publicUrl}/nobody.example/v2.0/.well-known/openid-configuration`))
      .status,
    404,
  )
})

test('a guest signs in with code and PKCE: the resource organization issues the token, and it says the home', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = await signedIn(w, w.ada)
  const tokens = await (await signOn(config, browser, application)).exchange()
  const claims = tokens.claims()
  assert.equal(claims?.iss, `${w.publicUrl}/${w.fabrikam.id}/v2.0`)
  assert.equal(claims?.['tid'], w.fabrikam.id)
  assert.equal(claims?.['oid'], w.userOf(w.ada, w.fabrikam))
  assert.equal(claims?.['acct'], 1)
  assert.equal(claims?.['idp'], `${w.publicUrl}/${w.contoso.id}/v2.0`)
  assert.equal(claims?.['name'], 'Ada Lovelace')
  assert.equal(claims?.['email_verified'], true)
  assert.notEqual(claims?.sub, w.userOf(w.ada, w.fabrikam))
  const access = decodeJwt(tokens.access_token)
  assert.equal(access.aud, application.appId)
  assert.equal(access['appid'], application.appId)
  assert.equal(access['scp'], 'openid profile email')
  assert.equal(access.sub, claims?.sub)
  const userinfo = await client.fetchUserInfo(config, tokens.access_token, String(claims?.sub))
  assert.equal(userinfo['name'], 'Ada Lovelace')
  const audit = await json(
    await w
      .as(w.frank, w.fabrikam)
      .get(
        "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Sign in to application'",
      ),
  )
  assert.equal(audit['value'].length, 1)
})

test('a member has no idp, and another subject at another application', async () => {
  const w = await world()
  const browser = await signedIn(w, w.fiona)
  const subjects = new Set<string>()
  for (let n = 0; n < 2; n++) {
    const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'spa' })
    const claims = (
      await (await signOn(await relyingParty(w, application), browser, application)).exchange()
    ).claims()
    assert.equal(claims?.['idp'], undefined)
    assert.equal(claims?.['acct'], 0)
    subjects.add(String(claims?.sub))
  }
  assert.equal(subjects.size, 2)
})

test('without a session one signs in first, and comes back to where one was', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = browserOf(w)
  const start = client.buildAuthorizationUrl(config, {
    redirect_uri: application.uri,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
  })
  const stopped = await browser.open(start)
  assert.equal(stopped.url.pathname, '/sign-in')
  browser.signIn(
    (await openSession(w.db, w.ada.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  const end = await browser.open(stopped.url.searchParams.get('return') ?? '')
  assert.ok(end.url.searchParams.get('code'))
})

test('prompt=none says login_required without a session, prompt=consent asks for agreement', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const nobody = await signOn(config, browserOf(w), application, { prompt: 'none' })
  assert.equal(nobody.url.searchParams.get('error'), 'login_required')

  const browser = await signedIn(w, w.ada)
  const page = await browser.open((await startOf(config, application, { prompt: 'consent' })).href)
  assert.match(page.page ?? '', /Sign in to Payroll\?/)
  assert.equal(
    (await browser.post(page.url, { decision: 'decline' })).url.searchParams.get('error'),
    'access_denied',
  )
  const second = await browser.open(
    (await startOf(config, application, { prompt: 'consent' })).href,
  )
  assert.ok((await browser.post(second.url, { decision: 'accept' })).url.searchParams.get('code'))
})

const startOf = async (
  config: client.Configuration,
  application: { uri: string },
  more: Record<string, string>,
): Promise<URL> =>
  client.buildAuthorizationUrl(config, {
    redirect_uri: application.uri,
    scope: 'openid',
    code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
    ...more,
  })

test('a page says why somebody cannot come in, and takes them back to the application', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const pageFor = async (person: Person) =>
    (await signedIn(w, person)).open(await startOf(config, application, {}))
  const stranger = await pageFor(w.nora)
  assert.equal(stranger.status, 403)
  assert.match(stranger.page ?? '', /You do not belong to Fabrikam/)
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`, { accountEnabled: false })
  assert.match((await pageFor(w.bob)).page ?? '', /Your user at Fabrikam is disabled/)
  await w.as(w.ada).leave(w.fabrikam)
  assert.match((await pageFor(w.ada)).page ?? '', /You have left Fabrikam/)
  await frank.patch(`/v1.0/servicePrincipals/${application.id}`, {
    appRoleAssignmentRequired: true,
  })
  const browser = await signedIn(w, w.fiona)
  const unassigned = await browser.open(await startOf(config, application, { state: 's' }))
  assert.match(unassigned.page ?? '', /only for people who are assigned/)
  const back = await browser.post(unassigned.url, { decision: 'decline' })
  assert.equal(back.url.searchParams.get('error'), 'access_denied')
})

test('roles are those held directly and by group, and more than 200 groups become a pointer', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { groups: 'SecurityGroup' })
  const frank = w.as(w.frank, w.fabrikam)
  const roles = ['Reader', 'Writer'].map((value) => ({
    value,
    displayName: value,
    description: null,
  }))
  await frank.patch(`/v1.0/servicePrincipals/${application.id}`, { appRoles: roles })
  const { appRoles } = await json(await frank.get(`/v1.0/servicePrincipals/${application.id}`))
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Writers' }), 201)
  await frank.post(`/v1.0/groups/${group['id']}/members/$ref`, {
    '@odata.id': `https://x.example/${w.fiona.userId}`,
  })
  const assign = (principalId: string, value: string) =>
    frank.post(`/v1.0/servicePrincipals/${application.id}/appRoleAssignedTo`, {
      principalId,
      resourceId: application.id,
      appRoleId: appRoles.find((role: { value: string }) => role.value === value).id,
    })
  await assign(w.fiona.userId, 'Reader')
  await assign(String(group['id']), 'Writer')
  const config = await relyingParty(w, application)
  const browser = await signedIn(w, w.fiona)
  const few = (await (await signOn(config, browser, application)).exchange()).claims()
  assert.deepEqual(few?.['roles'], ['Reader', 'Writer'])
  assert.deepEqual(few?.['groups'], [group['id']])
  const { sql } = await import('../store/database.ts')
  const { newId } = await import('../kernel/ids.ts')
  for (let n = 0; n < 200; n++) {
    const id = newId()
    await sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words)
      values (${w.fabrikam.id}, ${id}, ${`G${n}`}, ${`g${n}`}, now(), ${`g${n}`}, '')`.execute(w.db)
    await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${w.fabrikam.id}, ${id}, ${w.fiona.userId}, now())`.execute(
      w.db,
    )
  }
  const tokens = await (await signOn(config, browser, application)).exchange()
  for (const claims of [tokens.claims(), decodeJwt(tokens.access_token)]) {
    assert.equal(claims?.['groups'], undefined)
    assert.deepEqual(claims?.['_claim_names'], { groups: 'src1' })
    assert.match(JSON.stringify(claims?.['_claim_sources']), /transitiveMemberOf/)
  }
})

test('pushed requests, introspection and revocation', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = await signedIn(w, w.ada)
  const verifier = client.randomPKCECodeVerifier()
  const url = await client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: application.uri,
    scope: 'openid offline_access',
    prompt: 'consent',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const page = await browser.open(url)
  const end = await browser.post(page.url, { decision: 'accept' })
  const tokens = await client.authorizationCodeGrant(config, end.url, {
    pkceCodeVerifier: verifier,
  })
  for (const token of [tokens.access_token, String(tokens.refresh_token)]) {
    const answer = await client.tokenIntrospection(config, token)
    assert.equal(answer.active, true)
    assert.equal(answer.sub, tokens.claims()?.sub)
  }
  const other = await registerApplication(w, w.fabrikam, w.frank)
  const otherConfig = await relyingParty(w, other)
  assert.deepEqual(
    { ...(await client.tokenIntrospection(otherConfig, tokens.access_token)) },
    { active: false },
    'others learn nothing',
  )
  await client.tokenRevocation(otherConfig, String(tokens.refresh_token))
  assert.equal(
    (await client.tokenIntrospection(config, String(tokens.refresh_token))).active,
    true,
    'others revoke nothing',
  )
  await client.tokenRevocation(config, String(tokens.refresh_token))
  for (const token of [tokens.access_token, String(tokens.refresh_token)])
    assert.equal((await client.tokenIntrospection(config, token)).active, false)
})

test('R101: client credentials: the token is of the application, and refused at the directory where it was given nothing, resetting redemption too', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const tokens = await client.clientCredentialsGrant(config, { scope: `${w.publicUrl}/.default` })
  const claims = decodeJwt(tokens.access_token)
  assert.equal(claims['idtyp'], 'app')
  assert.equal(claims['oid'], application.id)
  assert.equal(claims.aud, '00000003-0000-0000-c000-000000000000')
  const call = (path: string) =>
    w.app.request(`${w.publicUrl}/v1.0${path}`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
  assert.match(
    (await json(await call('/users'), 403))['error'].message,
    /The application needs one of these permissions: Directory\.Read\.All, .+User\.Read\.All/,
  )
  const reset = await w.app.request(`${w.publicUrl}/v1.0/invitations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      invitedUserEmailAddress: 'ada@new.example',
      inviteRedirectUrl: 'https://app.example/',
      resetRedemption: true,
      invitedUser: { id: w.userOf(w.ada, w.fabrikam) },
    }),
  })
  assert.equal(reset.status, 403)
  assert.match(
    (await json(await call('/me'), 400))['error'].message,
    /delegated authentication flow/,
  )
  assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, true)
  await w.as(w.frank, w.fabrikam).delete(`/v1.0/servicePrincipals/${application.id}`)
  await assert.rejects(client.clientCredentialsGrant(config), { status: 401 })
})

test('secrets are shown once, end, and can be removed; a web application without one does not become public', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const config = await relyingParty(w, application)
  await client.clientCredentialsGrant(config)
  const shown = await json(await frank.get(`/v1.0/servicePrincipals/${application.id}`))
  assert.equal(shown['passwordCredentials'].length, 1)
  assert.ok(!JSON.stringify(shown).includes(String(application.secret)))
  w.pass(181 * 24 * 3_600_000)
  await assert.rejects(client.clientCredentialsGrant(config), { status: 401 })
  const late = w.as(w.frank, w.fabrikam)
  const second = await json(
    await late.post(`/v1.0/servicePrincipals/${application.id}/addPassword`, {}),
  )
  const changed = await relyingParty(w, { ...application, secret: String(second['secretText']) })
  await client.clientCredentialsGrant(changed)
  for (const { keyId } of [...shown['passwordCredentials'], second])
    assert.equal(
      (await late.post(`/v1.0/servicePrincipals/${application.id}/removePassword`, { keyId }))
        .status,
      204,
    )
  await assert.rejects(client.clientCredentialsGrant(changed), { status: 401 })
  const open = await relyingParty(w, { ...application, secret: undefined })
  await assert.rejects(client.refreshTokenGrant(open, 'x'), { error: 'invalid_client' })
  const taken = await late.post(`/v1.0/servicePrincipals/${application.id}/addPassword`, {
    passwordCredential: { endDateTime: '2036-01-01T00:00:00Z' },
  })
  assert.equal(taken.status, 400)
})

test('redirect addresses: what is refused, and why', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const frank = w.as(w.frank, w.fabrikam)
  const bad: [string, string][] = [
    ['web', 'http://app.example/cb'],
    ['web', 'https://app.example/cb#x'],
    ['web', 'https://*.example/cb'],
    ['web', 'javascript:alert(1)'],
    ['web', 'com.example.app:/cb'],
    ['native', 'myapp:/cb'],
    ['native', 'javascript:alert(1)'],
    ['web', 'https://user:password@app.example/cb'],
  ]
  for (const [kind, uri] of bad) {
    const response = await frank.patch(`/v1.0/servicePrincipals/${application.id}`, {
      'guesthouse.redirectUris': [{ kind, uri }],
    })
    assert.equal(response.status, 400, uri)
  }
  const config = await relyingParty(w, application)
  const start = await startOf(config, { uri: 'https://evil.example/cb' }, {})
  const end = await (await signedIn(w, w.ada)).open(start)
  assert.equal(end.status, 400, 'an address that is not registered gets nothing')
  assert.match(end.page ?? '', /redirect_uri/)
})

const xsrf = (page: string | undefined): string =>
  /name="xsrf"\s+value="([^"]+)"/.exec(page ?? '')?.[1] ?? ''

test('a device shows a code, a person confirms it in a browser', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const config = await relyingParty(w, application)
  const device = await client.initiateDeviceAuthorization(config, { scope: 'openid profile' })
  const browser = await signedIn(w, w.ada)
  const form = await browser.open(device.verification_uri)
  const wrong = await browser.post(device.verification_uri, {
    xsrf: xsrf(form.page),
    user_code: 'BBBB-BBBB',
  })
  assert.match(wrong.page ?? '', /This code does not work/)
  const confirm = await browser.post(device.verification_uri, {
    xsrf: xsrf(wrong.page),
    user_code: device.user_code,
  })
  assert.match(confirm.page ?? '', /Payroll/)
  assert.match(confirm.page ?? '', /would be signed in as you/)
  const done = await browser.post(device.verification_uri, {
    xsrf: xsrf(confirm.page),
    user_code: device.user_code,
    confirm: 'yes',
  })
  assert.match(done.page ?? '', /The device is connected/)
  const tokens = await client.pollDeviceAuthorizationGrant(config, { ...device, interval: 0.01 })
  assert.equal(tokens.claims()?.['oid'], w.userOf(w.ada, w.fabrikam))
  await assert.rejects(client.pollDeviceAuthorizationGrant(config, { ...device, interval: 0.01 }), {
    error: 'invalid_grant',
  })
})

test('cross-site pages may not drive the browser pages, programs may call the token endpoint from anywhere', async () => {
  const w = await world()
  const headers = {
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const post = (path: string) =>
    w.app.request(`${w.publicUrl}/${w.fabrikam.id}${path}`, {
      method: 'POST',
      headers,
      body: 'a=b',
    })
  assert.equal((await post('/oauth2/v2.0/logout/confirm')).status, 403)
  assert.equal((await post('/oauth2/v2.0/device')).status, 403)
  assert.equal((await post('/oauth2/v2.0/token')).status, 400)
  const preflight = await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/oauth2/v2.0/token`, {
    method: 'OPTIONS',
    headers: { origin: 'https://spa.example', 'access-control-request-method': 'POST' },
  })
  assert.equal(preflight.status, 204)
  assert.equal(preflight.headers.get('access-control-allow-origin'), 'https://spa.example')
})
