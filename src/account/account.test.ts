import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { emailIssuer } from '../kernel/address.ts'
import { askAccount } from '../../test/in-process-browser.ts'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { assignApplication } from '../directory/applications/assign.ts'
import { createApplication } from '../directory/applications/create.ts'
import { byOperator } from '../events/context.ts'
import { zeroId } from '../kernel/ids.ts'
import { sql, transaction } from '../store/database.ts'
import { purgeDue } from '../directory/deleted/purge.ts'
import { maxBodyBytes } from '../edge/body.ts'
import { dayMs } from '../kernel/time.ts'
import { accountRoutes } from './app.ts'
import { describedOperations } from './open-api.ts'

test('the OpenAPI document describes every route and no other, for anyone to read', async () => {
  const w = await world()
  const routes = accountRoutes
    .filter(({ path }) => path !== '/openapi.json')
    .map(({ method, path }) => `${method} /account${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  assert.deepEqual(describedOperations().toSorted(), routes.toSorted())
  const document = await json(await w.as(undefined).get('/account/openapi.json'))
  assert.equal(document['openapi'], '3.1.0')
  assert.deepEqual(document['components']['schemas']['Departure']['required'], [
    'reference',
    'leftAt',
    'restorableUntil',
    'erasedBy',
  ])
})

test('the answers of the edge have the shape that the document promises', async () => {
  const w = await world()
  const wire = {
    ...(await import('../wire/account.ts')),
    ...(await import('../wire/account-access.ts')),
  }
  const ada = w.as(w.ada)
  const strict = {
    me: wire.me,
    organizations: wire.accountOrganizations,
    preview: wire.leavePreview,
    sessions: wire.accountSessions,
  }
  strict.me.parse(await json(await ada.get('/account/me')))
  strict.organizations.parse(await json(await ada.get('/account/organizations')))
  strict.preview.parse(await json(await ada.get(`/account/organizations/${w.fabrikam.id}`)))
  strict.sessions.parse(await json(await ada.get('/account/sessions')))
  wire.departure.parse(await json(await ada.leave(w.fabrikam)))
  wire.accountError.parse(await json(await ada.leave(w.contoso), 409))
})

test('I see who I am, where I am signed in, and end one session without touching the other', async () => {
  const w = await world()
  const [here, there] = [w.as(w.ada), w.as(w.ada)]
  const me = await json(await here.get('/account/me'))
  assert.deepEqual(
    [me['displayName'], me['userPrincipalName'], me['homeOrganization']['displayName']],
    ['Ada Lovelace', w.ada.upn, 'Contoso'],
  )
  await json(await there.get('/account/me'))
  const { value } = await json(await here.get('/account/sessions'))
  assert.equal(value.length, 2)
  const other = value.find((session: Json) => !session['current'])
  assert.equal(
    (await w.as(w.bob).delete(`/account/sessions/${other.id}`)).status,
    404,
    'nobody ends a session of somebody else',
  )
  assert.equal((await here.delete(`/account/sessions/${other.id}`)).status, 204)
  assert.equal((await there.get('/account/me')).status, 401)
  assert.equal((await here.get('/account/me')).status, 200)
})

test('R106, R107: a copy of my data is of one organization, without its secrets, and is recorded', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const response = await ada.get(`/account/organizations/${w.fabrikam.id}/data`)
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="my-data-/)
  const text = await response.clone().text()
  const copy = await json(response)
  assert.equal(copy['user']['displayName'], 'Ada Lovelace')
  assert.equal(copy['organization'], 'Fabrikam')
  assert.ok(
    !text.includes(w.northwind.id) && !text.includes(w.userOf(w.ada, w.contoso)),
    'nothing of another organization',
  )
  assert.doesNotMatch(text, /password_hash|token_hash/)
  assert.ok(
    (await json(await ada.get(`/account/organizations/${w.fabrikam.id}/data`)))['events'].some(
      (event: Json) => event['activity'] === 'user.dataExported',
    ),
  )
  assert.equal(
    (await w.as(w.fiona).get(`/account/organizations/${w.northwind.id}/data`)).status,
    404,
  )
})

test('R107: who left can still have their copy while they are restorable, and not afterwards', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  assert.equal((await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`)).status, 200)
  w.pass(30 * dayMs)
  assert.equal((await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`)).status, 404)
})

test('R129, R82: while a hold keeps my data, the organization stays in my list, says why, and the copy works', async () => {
  const w = await world()
  const departure = await json(await w.as(w.ada).leave(w.fabrikam))
  assert.ok(departure['erasedBy'])
  const deleted = `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`
  await json(
    await w.as(w.frank, w.fabrikam).post(`${deleted}/guesthouse.hold`, { reason: 'Case 12' }),
    204,
  )
  w.pass(200 * dayMs)
  await purgeDue(w.db, w.now())
  const mine = async () => (await json(await w.as(w.ada).get('/account/organizations')))['value']
  const kept = (await mine()).find((one: Json) => one['id'] === w.fabrikam.id)
  assert.deepEqual(
    [kept?.state, kept?.departure.erasedBy, kept?.departure.reference],
    ['left', null, departure['reference']],
  )
  assert.ok(!JSON.stringify(kept).includes('Case 12'))
  assert.equal((await json(await w.as(w.ada).leave(w.fabrikam)))['erasedBy'], null)
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.equal(copy['user']['id'], w.userOf(w.ada, w.fabrikam))
  const ask = await w
    .as(w.ada)
    .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' })
  assert.equal((await refusal(ask, 409)).code, 'nothingToRestore')
  await json(await w.as(w.frank, w.fabrikam).post(`${deleted}/guesthouse.endHold`), 204)
  assert.ok(!(await mine()).some((one: Json) => one['id'] === w.fabrikam.id))
})

test('R8, R40, R52: at the end of the window it is in my list no more, and a restore cannot be asked for', async () => {
  const w = await world()
  await json(await w.as(w.ada).leave(w.fabrikam))
  const names = async () =>
    (await json(await w.as(w.ada).get('/account/organizations')))['value'].map(
      (one: Json) => one['displayName'],
    )
  const ask = async () =>
    (
      await w
        .as(w.ada)
        .post(`/account/organizations/${w.fabrikam.id}/requests`, { kind: 'restore' })
    ).status
  w.pass(30 * dayMs - 1)
  assert.deepEqual(await names(), ['Contoso', 'Fabrikam', 'Northwind'])
  assert.equal(await ask(), 201)
  w.pass(1)
  assert.deepEqual(await names(), ['Contoso', 'Northwind'])
  assert.equal(await ask(), 409)
})

test('applications need a session for the organization, which is refused with the reason where there can be none', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const path = `/account/organizations/${w.fabrikam.id}`
  assert.equal(
    (await refusal(await ada.get(`${path}/applications`), 403)).code,
    'organizationSessionNeeded',
  )
  await json(await ada.post(`${path}/session`))
  assert.deepEqual((await json(await ada.get(`${path}/applications`)))['value'], [])
  await w
    .as(w.frank, w.fabrikam)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.fabrikam)}`, { accountEnabled: false })
  assert.match(
    (await refusal(await ada.post(`${path}/session`), 403)).message,
    /disabled at Fabrikam/,
  )
  assert.equal((await ada.get(`${path}/applications`)).status, 403)
  assert.equal((await w.as(w.carol).post(`${path}/session`)).status, 404)
})

test('K14: my applications come sixty at a time, and the cursor of another list is refused', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const principalId = w.userOf(w.ada, w.fabrikam)
  const tenantId = w.fabrikam.id
  const names = Array.from({ length: 61 }, (_, n) => `Tool ${String(n).padStart(2, '0')}`)
  await transaction(w.db, async (tx) => {
    for (const displayName of names.toReversed()) {
      const made = await createApplication(tx, tenantId, { displayName }, byOperator(w.now()))
      assert.ok(made.outcome === 'created')
      const { applicationId } = made
      const assignment = { principalId, applicationId, appRoleId: zeroId }
      await assignApplication(tx, tenantId, assignment, byOperator(w.now()))
    }
  })
  const path = `/account/organizations/${tenantId}`
  await json(await ada.post(`${path}/session`))
  const first = await json(await ada.get(`${path}/applications`))
  const rest = await json(await ada.get(`${path}/applications?after=${first['next']}`))
  assert.equal(first['value'].length, 60)
  assert.deepEqual(
    [...first['value'], ...rest['value']].map(({ displayName }: Json) => displayName),
    names,
  )
  assert.equal(rest['next'], null)
  const [{ id }] = first['value']
  const made = Buffer.from(JSON.stringify(['tool 00', id])).toString('base64url')
  for (const query of [`search=tool&after=${first['next']}`, `after=${made}`, 'after=x'])
    assert.equal(
      (await refusal(await ada.get(`${path}/applications?${query}`), 400)).code,
      'invalidRequest',
      query,
    )
})

test('bodies that cannot be read say so and change nothing: type, size, JSON, shape, zero characters', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const path = `/account/organizations/${w.fabrikam.id}/requests`
  const send = (body: string, type = 'application/json') =>
    ada.request('POST', path, undefined, { 'content-type': type }).then(() => raw(body, type))
  const cookie = await cookieOf(w)
  const raw = (body: string, type: string) =>
    askAccount(w, cookie, path, { method: 'POST', body, headers: { 'content-type': type } })
  assert.equal((await refusal(await send('{}', 'text/plain'), 415)).code, 'wrongContentType')
  assert.equal(
    (
      await refusal(
        await send(JSON.stringify({ kind: 'removal', message: 'x'.repeat(maxBodyBytes) })),
        413,
      )
    ).code,
    'bodyTooLarge',
  )
  assert.equal((await refusal(await send('{"kind":'), 400)).code, 'invalidJson')
  assert.match((await refusal(await send('{"kind":"everything"}'), 400)).message, /kind/)
  assert.equal(
    (await refusal(await send('{"kind":"removal","admin":true}'), 400)).code,
    'invalidRequest',
  )
  assert.equal(
    (await refusal(await send(`{"kind":"removal","message":"${'x'.repeat(1025)}"}`), 400)).code,
    'invalidRequest',
  )
  await w
    .as(w.frank, w.fabrikam)
    .patch('/v1.0/policies/externalIdentitiesPolicy', { allowExternalIdentitiesToLeave: false })
  assert.equal(
    (await refusal(await send(String.raw`{"kind":"removal","message":"a\u0000b"}`), 400)).code,
    'invalidRequest',
  )
  assert.equal(
    (await json(await ada.get('/account/organizations')))['value'].flatMap(
      (one: Json) => one['requests'],
    ).length,
    0,
  )
})

const cookieOf = async (w: Awaited<ReturnType<typeof world>>): Promise<string> => {
  const { openSession } = await import('../people/open-session.ts')
  const { token } = await openSession(
    w.db,
    w.ada.personId,
    { address: null, userAgent: 'test' },
    w.now(),
  )
  return `guesthouse_session=${token}`
}

test('unknown addresses and malformed ids are 404 with a request id, wrong methods 405', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  for (const path of [
    '/account/nothing',
    '/account/organizations/not-an-id',
    `/account/organizations/${w.ada.userId}`,
    '/account/organizations/%00',
  ])
    assert.equal((await ada.get(path)).status, 404, path)
  const wrong = await ada.delete(`/account/organizations/${w.fabrikam.id}/leave`)
  assert.equal(wrong.status, 405)
  assert.equal(wrong.headers.get('allow'), 'POST')
})

test('hostile names of organizations and people come back as they are, as JSON', async () => {
  const w = await world()
  const evil = await w.organization('Evil')
  const name = `<img src=x onerror=alert(1)> "quoted" 'single' שלום txt ${'漢'.repeat(50)} 🏨`
  const owner = await w.member(evil, 'Owner')
  await w.grant(owner, evil, 'globalAdministrator')
  await w.as(owner, evil).patch(`/v1.0/organization/${evil.id}`, { displayName: name })
  await w.guest(w.ada, evil)
  const mine = (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === evil.id,
  )
  assert.equal(mine?.['displayName'], name)
})

test('how I sign in is said as it is: a password, a provider, or codes to an address', async () => {
  const w = await world()
  const kindOf = async (person: typeof w.ada) =>
    (await json(await w.as(person).get('/account/me')))['signIn']
  assert.equal((await kindOf(w.ada))['kind'], 'password')
  const tie = (issuer: string, subject: string) =>
    sql`insert into identities (issuer, subject, person_id, created_at) values (${issuer}, ${subject}, ${w.ada.personId}, ${w.now()})`.execute(
      w.db,
    )
  await tie(emailIssuer, `ada-${w.contoso.domain}`)
  assert.equal((await kindOf(w.ada))['kind'], 'emailCode')
  await tie(`urn:guesthouse:home:${w.contoso.id}:https://login.example`, w.contoso.domain)
  assert.deepEqual(
    { ...(await kindOf(w.ada)) },
    { kind: 'provider', issuer: 'https://login.example', passwordChangedAt: null },
  )
})

test('K14: a query option that an address does not take is refused in words', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  for (const { method, path, takes = [] } of accountRoutes) {
    const address = `/account${path.replaceAll(/:\w+/g, w.fabrikam.id)}`
    for (const option of [
      'filter=x',
      '$top=1',
      'constructor=1',
      'nonsense',
      ...(takes.length === 0 ? ['search=a'] : ['search=a&search=b']),
    ])
      assert.match(
        (await refusal(await ada.request(method, `${address}?${option}`), 400)).message,
        /not taken here/,
        `${method} ${path}?${option}`,
      )
  }
})

test('docs/account.md has every route once, and marks those that need an account that is enabled at home', () => {
  const rows = readFileSync('docs/account.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `(?:GET|POST|PUT|PATCH|DELETE) /.test(line))
    .map((line) => line.split(' | ')[0] ?? '')
  const told = rows.flatMap((row) => {
    let before = ''
    return [...row.matchAll(/`(?:([A-Z]+) )?([^`]+)`( \*)?/g)].map(
      ([, method, path = '', mark]) => {
        // `POST …/accept` · `decline`: the last part differs.
        const whole = path.startsWith('/') ? `${method} ${path}` : before.replace(/[^/]+$/, path)
        before = whole
        return `${whole.replace(/\?.*$/, '').replace('/account', '')}${mark ?? ''}`
      },
    )
  })
  const there = accountRoutes.map(
    ({ method, path, permission }) =>
      `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}${permission.who === 'enabledPerson' ? ' *' : ''}`,
  )
  assert.deepEqual(told.toSorted(), there.toSorted())
})

test('who types the address /account into a browser gets a page, with a way to go on; programs get JSON', async () => {
  const w = await world()
  for (const path of ['/account', '/account/']) {
    const asked = (accept: string) =>
      w.app.request(`${w.publicUrl}${path}`, { headers: { accept } })
    const page = await asked('text/html,*/*')
    assert.match(String(page.headers.get('content-type')), /^text\/html/, path)
    assert.match(await page.text(), /href="\/"/)
    assert.match(String((await asked('application/json')).headers.get('content-type')), /json/)
  }
})
