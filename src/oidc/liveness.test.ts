/**
 * R17, R46, R47: whatever ends a person's standing ends every grant with the next request; and
 * applications are told.
 */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { json } from '../../test/json.ts'
import { browserOf, ledOnTo } from '../../test/in-process-browser.ts'
import { receiver } from '../../test/peers/receiver.ts'
import { registerApplication, relyingParty, signOn, type World } from '../../test/sign-on.ts'
import { world, type Person } from '../../test/world.ts'
import { openSession } from '../people/open-session.ts'
import { sql } from '../store/database.ts'
import { tellEnded } from '../propagation/back-channel.ts'

const signedIn = async (w: World, person: Person) => {
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, person.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  return browser
}

/** Each way in which Ada, a guest at Fabrikam at home at Contoso, can stop being somebody there. */
const states: Record<string, (w: World) => Promise<unknown>> = {
  left: (w) => w.as(w.ada).leave(w.fabrikam),
  'removed by an administrator': (w) =>
    w.as(w.frank, w.fabrikam).delete(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`),
  disabled: (w) =>
    w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false }),
  'disabled at home': (w) =>
    w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false }),
  'deleted at home': (w) => w.as(w.carol, w.contoso).delete(`/v1.0/users/${w.ada.userId}`),
  'invited again': (w) =>
    sql`update users set external_user_state = 'PendingAcceptance' where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`.execute(
      w.db,
    ),
  'organization closed': (w) =>
    sql`update tenants set state = 'closed' where id = ${w.fabrikam.id}`.execute(w.db),
  'organization suspended': (w) =>
    sql`update tenants set state = 'suspended' where id = ${w.fabrikam.id}`.execute(w.db),
  'home closed': (w) =>
    sql`update tenants set state = 'closed' where id = ${w.contoso.id}`.execute(w.db),
  'left and restored': async (w) => {
    const ada = w.userOf(w.ada, w.fabrikam)
    await w.as(w.ada).leave(w.fabrikam)
    assert.equal(
      (await w.as(w.frank, w.fabrikam).post(`/v1.0/directory/deletedItems/${ada}/restore`)).status,
      200,
    )
  },
}

const xsrf = (page: string | undefined): string =>
  /name="xsrf"\s+value="([^"]+)"/.exec(page ?? '')?.[1] ?? ''

const refuses = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  )

/** Everything that Ada can hold of an application, each to be used once. */
const holdings = async (w: World) => {
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const config = await relyingParty(w, application)
  const browser = await signedIn(w, w.ada)
  const code = await signOn(config, browser, application)
  const plain = await (await signOn(config, browser, application)).exchange()
  const graph = await (
    await signOn(config, browser, application, { scope: `openid ${w.publicUrl}/User.Read` })
  ).exchange()
  const approve = async (scope: string) => {
    const device = await client.initiateDeviceAuthorization(config, { scope })
    const form = await browser.open(device.verification_uri)
    const confirm = await browser.post(device.verification_uri, {
      xsrf: xsrf(form.page),
      user_code: device.user_code,
    })
    await browser.post(device.verification_uri, {
      xsrf: xsrf(confirm.page),
      user_code: device.user_code,
      confirm: 'yes',
    })
    return { ...device, interval: 0.01 }
  }
  const device = await approve('openid')
  const lasting = await client.pollDeviceAuthorizationGrant(
    config,
    await approve('openid offline_access'),
  )
  const me = () =>
    w.app.request(`${w.publicUrl}/v1.0/me`, {
      headers: { authorization: `Bearer ${graph.access_token}` },
    })
  const active = async (token: string) => (await client.tokenIntrospection(config, token)).active
  return {
    live: async () => ({
      me: (await me()).status,
      introspection: await active(graph.access_token),
    }),
    refusals: async (): Promise<Record<string, boolean>> => ({
      'code exchange': await refuses(code.exchange()),
      refresh: await refuses(client.refreshTokenGrant(config, String(plain.refresh_token))),
      'refresh, offline': await refuses(
        client.refreshTokenGrant(config, String(lasting.refresh_token)),
      ),
      device: await refuses(client.pollDeviceAuthorizationGrant(config, device)),
      userinfo: await refuses(
        client.fetchUserInfo(config, plain.access_token, client.skipSubjectCheck),
      ),
      'introspection of an access token': await refuses(
        active(plain.access_token).then((yes) => assert.ok(yes)),
      ),
      'introspection of a refresh token': await refuses(
        active(String(lasting.refresh_token)).then((yes) => assert.ok(yes)),
      ),
      'directory API': (await me()).status === 401,
      'new sign-on': await refuses(signOn(config, browser, application)),
    }),
  }
}

for (const [state, change] of Object.entries(states))
  test(`R17, R46, R47: every grant is refused at once: ${state}`, async () => {
    const w = await world()
    const held = await holdings(w)
    assert.deepEqual(await held.live(), { me: 200, introspection: true })
    await change(w)
    const refusals = await held.refusals()
    // Somebody who was restored may come in anew, with a sign-in, and with nothing that they held
    // before.
    if (state === 'left and restored') delete refusals['new sign-on']
    assert.deepEqual(
      Object.entries(refusals).flatMap(([grant, refused]) => (refused ? [] : [grant])),
      [],
    )
  })

test('signing out ends what was not asked to last', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = await signedIn(w, w.ada)
  const tokens = await (await signOn(config, browser, application)).exchange()
  await client.refreshTokenGrant(config, String(tokens.refresh_token))
  const again = await (await signOn(config, browser, application)).exchange()
  await browser.post('/sign-out', {})
  await assert.rejects(client.refreshTokenGrant(config, String(again.refresh_token)), {
    error: 'invalid_grant',
  })
  await assert.rejects(client.fetchUserInfo(config, again.access_token, client.skipSubjectCheck))
})

test('somebody who loses the assignment that an application requires gets no token any more', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const tokens = await (await signOn(config, await signedIn(w, w.ada), application)).exchange()
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/servicePrincipals/${application.id}`, { appRoleAssignmentRequired: true })
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)), {
    error: 'invalid_grant',
  })
})

const endings: Record<
  string,
  (w: World, browser: ReturnType<typeof browserOf>, end: () => Promise<unknown>) => Promise<unknown>
> = {
  'leaves (R17)': (w) => w.as(w.ada).leave(w.fabrikam),
  'is disabled (R46)': (w) => states['disabled']?.(w) ?? Promise.reject(new Error()),
  'is disabled at home (R47)': (w) =>
    states['disabled at home']?.(w) ?? Promise.reject(new Error()),
  'is deleted': (w) => states['removed by an administrator']?.(w) ?? Promise.reject(new Error()),
  'is deleted at home': (w) => states['deleted at home']?.(w) ?? Promise.reject(new Error()),
  'is signed out by an administrator': (w) =>
    w
      .as(w.frank, w.fabrikam)
      .post(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}/revokeSignInSessions`),
  'signs out': (_w, browser) => browser.post('/sign-out', {}),
  'signs out at an application': (_w, _browser, end) => end(),
}

for (const [ending, change] of Object.entries(endings))
  test(`back-channel logout: the application is told, once, when somebody ${ending}`, async () => {
    const w = await world(undefined, { allowPrivateProviders: true })
    const told = await receiver()
    try {
      const application = await registerApplication(w, w.fabrikam, w.frank, {
        backchannel: told.url,
        logoutUrl: 'https://app.example/bye',
      })
      const config = await relyingParty(w, application)
      const browser = await signedIn(w, w.ada)
      const tokens = await (await signOn(config, browser, application)).exchange()
      const claims = tokens.claims()
      assert.ok(claims?.['sid'])
      assert.equal(await tellEnded(w.services, new Date()), 0)
      await change(w, browser, async () => {
        const url = client.buildEndSessionUrl(config, {
          id_token_hint: String(tokens.id_token),
          post_logout_redirect_uri: 'https://app.example/bye',
        })
        const page = await browser.open(url)
        assert.match(page.page ?? '', /Do you want to sign out/)
        const end = await browser.post(`/${w.fabrikam.id}/oauth2/v2.0/logout/confirm`, {
          xsrf: xsrf(page.page),
          logout: 'yes',
        })
        // It is told in this browser as well, by a page that leads back to it.
        assert.equal(ledOnTo(end.page), 'https://app.example/bye')
        assert.ok(!browser.jar.has('guesthouse_session'), 'the session here has ended too')
      })
      assert.equal(await tellEnded(w.services, new Date()), 1)
      assert.equal(await tellEnded(w.services, new Date()), 0)
      assert.equal(told.received.length, 1)
      const keys = await json(
        await w.app.request(`${w.publicUrl}/${w.fabrikam.id}/discovery/v2.0/keys`),
      )
      const { payload, protectedHeader } = await jwtVerify(
        told.received[0] ?? '',
        createLocalJWKSet(keys as never),
        {
          issuer: `${w.publicUrl}/${w.fabrikam.id}/v2.0`,
          audience: application.appId,
          currentDate: w.now(),
        },
      )
      assert.equal(protectedHeader.typ, 'logout+jwt')
      assert.equal(payload['sid'], claims['sid'])
      assert.equal(payload.sub, claims.sub)
      assert.ok(
        'http://schemas.openid.net/event/backchannel-logout' in (payload['events'] as object),
      )
      assert.equal(payload['nonce'], undefined)
    } finally {
      await told.stop()
    }
  })

test('an application that does not answer is told again later, and nobody waits for it', async () => {
  const w = await world(undefined, { allowPrivateProviders: true })
  const told = await receiver()
  await told.stop()
  const application = await registerApplication(w, w.fabrikam, w.frank, { backchannel: told.url })
  await (
    await signOn(await relyingParty(w, application), await signedIn(w, w.ada), application)
  ).exchange()
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal(await tellEnded(w.services, new Date()), 0)
  assert.equal(await tellEnded(w.services, new Date()), 0, 'not yet again')
  const again = createServer((_request, response) => response.end())
  await new Promise<void>((done) => again.listen(Number(new URL(told.url).port), '127.0.0.1', done))
  assert.equal(await tellEnded(w.services, new Date(Date.now() + 3_600_000)), 1)
  again.close()
})

test('another person in the same browser gets tokens of their own, never of the first', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const config = await relyingParty(w, application)
  const browser = await signedIn(w, w.ada)
  const tokens = await (await signOn(config, browser, application)).exchange()
  browser.signIn(
    (await openSession(w.db, w.bob.personId, { address: null, userAgent: 'test' }, w.now())).token,
  )
  const first = await client
    .fetchUserInfo(config, tokens.access_token, client.skipSubjectCheck)
    .catch(() => undefined)
  assert.ok(first === undefined || first['oid'] === w.userOf(w.ada, w.fabrikam))
  for (const more of [{ prompt: 'none' }, {}]) {
    const theirs = await (await signOn(config, browser, application, more)).exchange()
    assert.equal(decodeJwt(theirs.access_token)['oid'], w.userOf(w.bob, w.fabrikam))
  }
  const hinted = await signOn(config, browser, application, {
    prompt: 'none',
    id_token_hint: String(tokens.id_token),
  })
  assert.equal(
    hinted.url.searchParams.get('error'),
    'login_required',
    'not where the application says whom it means',
  )
})
