/** Consents: the applications that can act for me, in every organization, and putting one out. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import * as client from 'openid-client'
import { tokenIn } from '../../test/in-process-browser.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import {
  askToSignOn,
  browserWith,
  registerApplication,
  registerProgram,
  relyingParty,
  signOn,
  type Application,
  type World,
} from '../../test/sign-on.ts'
import { sql } from 'kysely'
import { world, type Organization, type Person } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'
import { tellEnded } from '../propagation/back-channel.ts'
import { accountConsents, type AccountConsent } from '../wire/account-access.ts'
import { ownApps } from '../wire/sign-on.ts'

type Browser = Awaited<ReturnType<typeof browserWith>>

const consentsOf = async (w: World, person: Person): Promise<AccountConsent[]> =>
  accountConsents.parse(await json(await w.as(person).get('/account/consents'))).value

const end = (w: World, person: Person, { appId }: Application) =>
  w.as(person).delete(`/account/consents/${appId}`)

const enter = async (
  w: World,
  browser: Browser,
  application: Application,
  scope = 'openid profile email',
) => {
  const config = await relyingParty(w, application)
  const tokens = await (await signOn(config, browser, application, { scope })).exchange()
  return {
    config,
    tokens,
    refresh: () => client.refreshTokenGrant(config, String(tokens.refresh_token)),
  }
}

const graphStatus = async (w: World, token: string): Promise<number> =>
  (await w.app.request(`${w.publicUrl}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } }))
    .status

/** Asks for a sign-in that stops to ask the person, who agrees. */
const agree = async (
  w: World,
  browser: Browser,
  application: Application,
  parameters: Record<string, string>,
) => {
  const config = await relyingParty(w, application)
  const { end: asked, take } = await askToSignOn(config, browser, application, parameters)
  const tokens = await take((await browser.post(asked.url, { decision: 'accept' })).url)
  return {
    config,
    tokens,
    refresh: () => client.refreshTokenGrant(config, String(tokens.refresh_token)),
  }
}

// Without being asked nobody lets an application stay after signing out.
const enterToStay = (
  w: World,
  browser: Browser,
  application: Application,
  scope = 'openid profile email',
) => agree(w, browser, application, { scope: `${scope} offline_access`, prompt: 'consent' })

const revocations = async (w: World, at: Organization, person: Person) =>
  (
    await sql<Json>`select actor_id, target_id, related_kind, related_id from events
      where tenant_id = ${at.id} and target_id = ${w.userOf(person, at)} and activity = 'user.consentEnded'`.execute(
      w.db,
    )
  ).rows

test('I see which applications can act for me, where, since when and for what: home first, nobody else’s, and not the portal itself', async () => {
  const w = await world()
  const there = await registerApplication(w, w.fabrikam, w.frank, { name: 'Payroll' })
  const wide = await registerApplication(w, w.northwind, w.nora, {
    name: 'Atlas',
    kind: 'native',
    scopes: ['Directory.Read.All'],
  })
  const athome = await registerApplication(w, w.contoso, w.carol, { name: 'Wiki' })
  assert.deepEqual(await consentsOf(w, w.ada), [])
  const browser = await browserWith(w, w.ada)
  const before = Date.now()
  await enterToStay(w, browser, there, 'openid profile')
  await enter(w, browser, wide, `openid ${w.publicUrl}/User.Read`)
  await enter(w, browser, athome)
  await enter(w, await browserWith(w, w.bob), there)
  const seen = await consentsOf(w, w.ada)
  assert.deepEqual(
    seen.map(({ id, displayName, organization, scopes, lasting }) => ({
      id,
      displayName,
      organization,
      scopes,
      lasting,
    })),
    [
      {
        id: athome.appId,
        displayName: 'Wiki',
        organization: { id: w.contoso.id, displayName: 'Contoso', kind: 'home' },
        scopes: ['openid', 'profile', 'email'],
        lasting: false,
      },
      {
        id: there.appId,
        displayName: 'Payroll',
        organization: { id: w.fabrikam.id, displayName: 'Fabrikam', kind: 'other' },
        scopes: ['openid', 'profile'],
        lasting: true,
      },
      {
        id: wide.appId,
        displayName: 'Atlas',
        organization: { id: w.northwind.id, displayName: 'Northwind', kind: 'other' },
        scopes: ['openid', 'User.Read'],
        lasting: false,
      },
    ],
  )
  for (const { since, lastUsedAt } of seen) {
    assert.ok(Date.parse(since) >= before && Date.parse(since) <= Date.now(), since)
    assert.ok(lastUsedAt !== null && lastUsedAt >= since, String(lastUsedAt))
  }
})

test('an application counts once, however many browsers brought it; it is known since the first and was used with the last', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const first = await enter(w, await browserWith(w, w.ada), application)
  const [one] = await consentsOf(w, w.ada)
  const second = await enterToStay(w, await browserWith(w, w.ada), application, 'openid')
  const [both, ...more] = await consentsOf(w, w.ada)
  assert.deepEqual(more, [])
  assert.equal(both?.since, one?.since)
  assert.ok(String(both?.lastUsedAt) > String(one?.lastUsedAt))
  assert.ok(both?.lasting)
  assert.equal((await end(w, w.ada, application)).status, 204)
  for (const { refresh } of [first, second])
    await assert.rejects(refresh(), { error: 'invalid_grant' })
})

test('R113: ending access refuses every token of the application at once, leaves others alone, and is recorded there', async () => {
  const w = await world()
  const [gone, kept] = [
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Gone', kind: 'native' }),
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Kept', kind: 'native' }),
  ]
  const browser = await browserWith(w, w.ada)
  const scope = `openid ${w.publicUrl}/User.Read`
  const [mine, other, bobs] = [
    await enterToStay(w, browser, gone, scope),
    await enterToStay(w, browser, kept, scope),
    await enter(w, await browserWith(w, w.bob), gone, scope),
  ]
  const code = await signOn(mine.config, browser, gone)
  const plain = await enter(w, browser, gone)
  assert.equal(await graphStatus(w, mine.tokens.access_token), 200)

  assert.equal((await end(w, w.ada, gone)).status, 204)
  await assert.rejects(mine.refresh(), { error: 'invalid_grant' })
  await assert.rejects(plain.refresh(), { error: 'invalid_grant' })
  await assert.rejects(code.exchange(), { error: 'invalid_grant' })
  await assert.rejects(
    client.fetchUserInfo(plain.config, plain.tokens.access_token, client.skipSubjectCheck),
  )
  assert.equal(
    (await client.tokenIntrospection(mine.config, mine.tokens.access_token)).active,
    false,
  )
  assert.equal(await graphStatus(w, mine.tokens.access_token), 401)

  for (const still of [other, bobs]) {
    assert.equal(await graphStatus(w, still.tokens.access_token), 200)
    await still.refresh()
  }
  assert.deepEqual(
    (await consentsOf(w, w.ada)).map(({ displayName }) => displayName),
    ['Kept'],
  )
  assert.equal((await refusal(await end(w, w.ada, gone), 404)).code, 'consentNotFound')
  const ada = w.userOf(w.ada, w.fabrikam)
  assert.deepEqual(await revocations(w, w.fabrikam, w.ada), [
    { actor_id: ada, target_id: ada, related_kind: 'application', related_id: gone.id },
  ])
  const { value } = await json(
    await w
      .as(w.frank, w.fabrikam)
      .get(`/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Revoke consent'`),
  )
  assert.deepEqual(
    value[0]['targetResources'].map((target: Json) => target['displayName']),
    ['Ada Lovelace', 'Gone'],
  )
})

test('of several who end the same access at the same time one is told so, and it is recorded once', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  await enter(w, await browserWith(w, w.ada), application)
  const ada = w.as(w.ada)
  await ada.get('/account/me')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ada.delete(`/account/consents/${application.appId}`)),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [204, 404, 404, 404, 404])
  assert.equal((await revocations(w, w.fabrikam, w.ada)).length, 1)
})

test('an application that was put out comes back only when I say so, not by itself', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const browser = await browserWith(w, w.ada)
  const { config } = await enter(w, browser, application)
  await end(w, w.ada, application)
  const silent = await signOn(config, browser, application, { prompt: 'none' })
  assert.equal(silent.url.searchParams.get('error'), 'consent_required')
  const asked = await askToSignOn(config, browser, application)
  assert.match(asked.end.page ?? '', /Sign in to Payroll\?/)
  const declined = await browser.post(asked.end.url, { decision: 'decline' })
  assert.equal(declined.url.searchParams.get('error'), 'access_denied')
  assert.deepEqual(await consentsOf(w, w.ada), [])
  const elsewhere = await askToSignOn(config, await browserWith(w, w.ada), application)
  assert.match(elsewhere.end.page ?? '', /Sign in to Payroll\?/, 'in every browser')
  await signOn(config, await browserWith(w, w.bob), application)

  const again = await askToSignOn(config, browser, application)
  const accepted = await browser.post(again.end.url, { decision: 'accept' })
  const tokens = await again.take(accepted.url)
  await client.refreshTokenGrant(config, String(tokens.refresh_token))
  assert.equal((await consentsOf(w, w.ada)).length, 1)
  await signOn(config, await browserWith(w, w.ada), application, { prompt: 'none' })
})

const xsrf = (page: string | undefined): string =>
  /name="xsrf"\s+value="([^"]+)"/.exec(page ?? '')?.[1] ?? ''

test('a device whose access was ended is asked for again too', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const config = await relyingParty(w, application)
  const browser = await browserWith(w, w.ada)
  const connect = async () => {
    const device = await client.initiateDeviceAuthorization(config, {
      scope: 'openid offline_access',
    })
    const form = await browser.open(device.verification_uri)
    const confirm = await browser.post(device.verification_uri, {
      xsrf: xsrf(form.page),
      user_code: device.user_code,
    })
    const fields = { xsrf: xsrf(confirm.page), user_code: device.user_code, confirm: 'yes' }
    return {
      page: await browser.post(device.verification_uri, fields),
      device: { ...device, interval: 0.01 },
    }
  }
  const first = await connect()
  const tokens = await client.pollDeviceAuthorizationGrant(config, first.device)
  assert.equal((await consentsOf(w, w.ada))[0]?.lasting, true)
  await end(w, w.ada, application)
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)), {
    error: 'invalid_grant',
  })
  const second = await connect()
  assert.match(second.page.page ?? '', /Sign in to Payroll\?/)
  await browser.post(second.page.url, { decision: 'accept' })
  await client.pollDeviceAuthorizationGrant(config, second.device)
})

test('nobody ends what is not theirs, not there, or no consent at all', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  await enter(w, await browserWith(w, w.ada), application)
  for (const id of [
    application.appId,
    application.id,
    newId(),
    'not-an-id',
    '%00',
    ownApps.admin.appId,
  ])
    assert.equal(
      (await refusal(await w.as(w.bob).delete(`/account/consents/${id}`), 404)).code,
      'consentNotFound',
      id,
    )
  assert.equal(
    (await w.as(w.frank, w.fabrikam).delete(`/account/consents/${application.appId}`)).status,
    404,
    'nor an administrator',
  )
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', `/${application.appId}`],
  ] as const)
    assert.equal(
      (await refusal(await w.as(undefined).request(method, `/account/consents${path}`), 401)).code,
      'signInNeeded',
    )
  assert.equal((await consentsOf(w, w.ada)).length, 1)
  assert.deepEqual(await revocations(w, w.fabrikam, w.ada), [])
})

const standings: Record<string, (w: World) => Promise<unknown>> = {
  'disabled there': (w) =>
    w
      .as(w.frank, w.fabrikam)
      .patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false }),
  'disabled at home': (w) =>
    w.as(w.carol, w.contoso).patch(`/v1.0/users/${w.ada.userId}`, { accountEnabled: false }),
  'in an organization that is closed': (w) =>
    sql`update tenants set state = 'closed' where id = ${w.fabrikam.id}`.execute(w.db),
  'of a home that is closed': (w) =>
    sql`update tenants set state = 'closed' where id = ${w.contoso.id}`.execute(w.db),
}
for (const [standing, change] of Object.entries(standings))
  test(`ending access is never refused: somebody ${standing}`, async () => {
    const w = await world()
    const application = await registerApplication(w, w.fabrikam, w.frank)
    await enterToStay(w, await browserWith(w, w.ada), application)
    const ada = w.as(w.ada)
    await ada.get('/account/me')
    await change(w)
    const { value } = await json(await ada.get('/account/consents'))
    assert.deepEqual(
      value.map((one: Json) => one['id']),
      [application.appId],
    )
    assert.equal((await ada.delete(`/account/consents/${application.appId}`)).status, 204)
    assert.deepEqual((await json(await ada.get('/account/consents')))['value'], [])
  })

test('R17: what has ended by itself is not listed: with the organization, the application, or the sign-in', async () => {
  const w = await world()
  const [one, two, three] = [
    await registerApplication(w, w.fabrikam, w.frank),
    await registerApplication(w, w.northwind, w.nora),
    await registerApplication(w, w.contoso, w.carol),
  ]
  const browser = await browserWith(w, w.ada)
  for (const application of [one, two, three]) await enter(w, browser, application)
  assert.equal((await consentsOf(w, w.ada)).length, 3)
  await w.as(w.ada).leave(w.fabrikam)
  await w.as(w.nora, w.northwind).delete(`/v1.0/servicePrincipals/${two.id}`)
  assert.deepEqual(
    (await consentsOf(w, w.ada)).map(({ id }) => id),
    [three.appId],
  )
  await browser.post('/sign-out', {})
  assert.deepEqual(await consentsOf(w, w.ada), [])
})

test('an application with a back channel is told when its access is ended, once', async () => {
  const w = await world(undefined, { allowPrivateProviders: true })
  let told = 0
  const server = createServer((_request, response) => {
    told++
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const backchannel = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gone`
    const application = await registerApplication(w, w.fabrikam, w.frank, { backchannel })
    const other = await registerApplication(w, w.fabrikam, w.frank, { backchannel })
    const browser = await browserWith(w, w.ada)
    await enter(w, browser, application)
    await enter(w, browser, other)
    await end(w, w.ada, application)
    assert.equal(await tellEnded(w.services, new Date()), 1)
    assert.equal(await tellEnded(w.services, new Date()), 0)
    assert.equal(told, 1)
  } finally {
    server.close()
  }
})

test('a program that I allowed everything stands first, belongs to no organization, and is ended like the others', async () => {
  const w = await world()
  const program = await registerProgram(w, 'Tool <b>')
  const application = await registerApplication(w, w.contoso, w.carol)
  const browser = await browserWith(w, w.ada)
  await enter(w, browser, application)
  const { tokens, config } = await agree(w, browser, program, {
    scope: 'openid offline_access Account.Read',
  })
  const ask = (method: string, path: string, token = tokens.access_token) =>
    w.app.request(`${w.publicUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    })
  assert.equal(
    (await refusal(await ask('DELETE', `/account/consents/${program.appId}`), 403)).code,
    'insufficientScope',
  )
  const [first, ...others] = await consentsOf(w, w.ada)
  assert.deepEqual(
    [first?.id, first?.organization, first?.scopes, first?.lasting, others.length],
    [program.appId, null, ['openid', 'Account.Read'], false, 1],
  )
  assert.equal((await w.as(w.bob).delete(`/account/consents/${program.appId}`)).status, 404)

  assert.equal((await end(w, w.ada, program)).status, 204)
  assert.equal((await ask('GET', '/account/me')).status, 401)
  await assert.rejects(client.refreshTokenGrant(config, String(tokens.refresh_token)), {
    error: 'invalid_grant',
  })
  assert.deepEqual(
    (await revocations(w, w.contoso, w.ada)).map((event) => event['related_id']),
    [program.id],
  )
  const again = await askToSignOn(config, browser, program, { scope: 'openid Account.Read' })
  assert.match(again.end.page ?? '', /Let Tool &lt;b&gt; act for you\?/)
  assert.ok(await tokenIn(w, browser), 'the portal goes on')
})

test('R83, R106: consents stand in the copy of my data, and nothing of them is left after a purge', async () => {
  const w = await world()
  const [open, ended] = [
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Open' }),
    await registerApplication(w, w.fabrikam, w.frank, { name: 'Ended' }),
  ]
  const browser = await browserWith(w, w.ada)
  await enter(w, browser, open)
  await enter(w, browser, ended)
  await end(w, w.ada, ended)
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.deepEqual(
    [copy['consents'], copy['endedConsents']].map((list) =>
      list.map((one: Json) => one['displayName']),
    ),
    [['Open'], ['Ended']],
  )
  const left = async () => {
    const mine = sql`tenant_id = ${w.fabrikam.id} and user_id = ${w.userOf(w.ada, w.fabrikam)}`
    const { rows } = await sql<{
      n: string
    }>`select (select count(*) from oidc_records where ${mine}) + (select count(*) from ended_consents where ${mine}) as n`.execute(
      w.db,
    )
    return Number(rows[0]?.n)
  }
  assert.ok((await left()) > 2)
  await w.as(w.ada).leave(w.fabrikam)
  await json(
    await w
      .as(w.frank, w.fabrikam)
      .delete(`/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`),
    204,
  )
  assert.equal(await left(), 0)
})
