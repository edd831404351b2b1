import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../kernel/time.ts'
import { sql } from 'kysely'
import { distrustedSession } from '../../test/distrusted.ts'
import { browserOf } from '../../test/in-process-browser.ts'
import { world, type Organization, type Person } from '../../test/world.ts'
import type { AccountError, AccountOrganization, Departure } from '../wire/account.ts'

type World = Awaited<ReturnType<typeof world>>

const organizationsOf = async (w: World, person: Person): Promise<AccountOrganization[]> => {
  const response = await w.as(person).get('/account/organizations')
  assert.equal(response.status, 200)
  return ((await response.json()) as { value: AccountOrganization[] }).value
}
const seen = async (w: World, person: Person, at: Organization) => {
  const found = (await organizationsOf(w, person)).find(({ id }) => id === at.id)
  assert.ok(found, `${person.name} sees no ${at.name}`)
  return found
}
const blockersOf = async (response: Response) => {
  const { error } = (await response.json()) as AccountError
  assert.equal(error.code, 'leaveBlocked')
  assert.ok(error.requestId)
  for (const blocker of error.blockers ?? [])
    assert.ok(blocker.message && blocker.nextStep && blocker.liftedBy)
  return error.blockers?.map(({ code }) => code)
}
const set = (w: World, at: Organization, change: ReturnType<typeof sql>) =>
  sql`update tenants set ${change} where id = ${at.id}`.execute(w.db)
const disable = (w: World, person: Person, at: Organization) =>
  sql`update users set account_enabled = false where tenant_id = ${at.id} and id = ${w.userOf(person, at)}`.execute(
    w.db,
  )

test('R1, R15, R52: a guest leaves without an administrator and is told until when they can be restored', async () => {
  const w = await world()
  const response = await w.as(w.ada).leave(w.fabrikam)
  assert.equal(response.status, 200)
  const departure = (await response.json()) as Departure
  assert.equal(departure.leftAt, w.now().toISOString())
  assert.equal(departure.restorableUntil, new Date(w.now().getTime() + 30 * dayMs).toISOString())
  assert.equal(departure.erasedBy, new Date(w.now().getTime() + 60 * dayMs).toISOString())
  const { rows } = await sql<{ activity: string; id: string }>`
    select activity, id from events where tenant_id = ${w.fabrikam.id} and target_id = ${w.userOf(w.ada, w.fabrikam)} and activity <> 'user.created'`.execute(
    w.db,
  )
  assert.deepEqual(rows, [{ activity: 'user.left', id: departure.reference }])
})

test('complaint F, R19: the next read of the list shows the departure', async () => {
  const w = await world()
  const departure = (await (await w.as(w.ada).leave(w.fabrikam)).json()) as Departure
  const fabrikam = await seen(w, w.ada, w.fabrikam)
  assert.equal(fabrikam.state, 'left')
  assert.deepEqual(fabrikam.departure, departure)
  assert.deepEqual(fabrikam.blockers, [])
})

test('R2, R3: the home organization cannot be left, and says so before the click', async () => {
  const w = await world()
  const response = await w.as(w.ada).leave(w.contoso)
  assert.equal(response.status, 409)
  assert.deepEqual(await blockersOf(response), ['homeOrganization'])
  assert.equal((await seen(w, w.ada, w.contoso)).state, 'active')
  assert.deepEqual(
    (await seen(w, w.ada, w.contoso)).blockers.map(({ code }) => code),
    ['homeOrganization'],
  )
})

test('complaint K, R4, R8: home comes first, then the others by name, whether or not I ever signed in there', async () => {
  const w = await world()
  const found = await organizationsOf(w, w.ada)
  assert.deepEqual(
    found.map(({ kind, displayName }) => `${kind} ${displayName}`),
    ['home Contoso', 'other Fabrikam', 'other Northwind'],
  )
})

test('R6: looking at what leaving would end changes nothing', async () => {
  const w = await world()
  const response = await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}`)
  assert.equal(response.status, 200)
  assert.equal((await seen(w, w.ada, w.fabrikam)).state, 'active')
})

test('complaint B, R9, R121: a closed organization keeps its name, and is left without anything being possible there', async () => {
  const w = await world()
  await set(w, w.fabrikam, sql`state = 'closed', external_users_may_leave = false`)
  const fabrikam = await seen(w, w.ada, w.fabrikam)
  assert.deepEqual(
    [fabrikam.displayName, fabrikam.closed, fabrikam.blockers],
    ['Fabrikam', true, []],
  )
  assert.equal((await w.as(w.ada).leave(w.fabrikam)).status, 200)
})

test('complaint E, R12, R13: leaving needs no session in the organization and makes none, nor its trust in how one signed in', async () => {
  const w = await world()
  const { token } = await distrustedSession(w, w.ada, w.fabrikam, w.northwind)
  const ada = browserOf(w)
  ada.signIn(token)
  const { page } = await ada.open(`/?organization=${w.fabrikam.id}`)
  assert.match(page ?? '', /Fabrikam no longer trusts/)
  assert.match(
    (await ada.post('/leave', { o: w.fabrikam.id })).page ?? '',
    /You have left Fabrikam/,
  )
  const { rows } =
    await sql`select 1 from tenant_sessions where tenant_id = ${w.fabrikam.id}`.execute(w.db)
  assert.equal(rows.length, 0)
})

test('complaint P, R17: what was open in the organization is refused on the first request after leaving', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'directoryReaders')
  const ada = w.as(w.ada, w.fabrikam)
  const tiles = `/account/organizations/${w.fabrikam.id}/applications`
  assert.equal((await ada.post(`/account/organizations/${w.fabrikam.id}/session`)).status, 200)
  assert.equal((await ada.get(tiles)).status, 200)
  assert.equal((await ada.get('/v1.0/me')).status, 200)
  assert.equal((await ada.leave(w.fabrikam)).status, 200)
  assert.equal((await ada.get(tiles)).status, 403)
  assert.equal((await ada.get('/v1.0/me')).status, 401)
  assert.equal((await ada.post(`/account/organizations/${w.fabrikam.id}/session`)).status, 403)
})

test('leaving one organization changes no user of another (R18 in whole: src/directory/users/what-holds.test.ts)', async () => {
  const w = await world()
  const rowsOf = async (at: Organization) =>
    JSON.stringify(
      (
        await sql`select u.*, u.xmin::text from users u where tenant_id = ${at.id} order by id`.execute(
          w.db,
        )
      ).rows,
    )
  const before = [await rowsOf(w.contoso), await rowsOf(w.northwind)]
  await w.as(w.ada).leave(w.fabrikam)
  assert.deepEqual([await rowsOf(w.contoso), await rowsOf(w.northwind)], before)
})

test('R24: where leaving is not allowed the refusal names the privacy contact and statement', async () => {
  const w = await world()
  await set(
    w,
    w.fabrikam,
    sql`external_users_may_leave = false, privacy_statement_url = 'https://fabrikam.example/privacy'`,
  )
  const response = await w.as(w.ada).leave(w.fabrikam)
  assert.equal(response.status, 409)
  const { error } = (await response.json()) as AccountError
  assert.deepEqual(error.blockers?.[0]?.contact, {
    email: `privacy@${w.fabrikam.domain}`,
    statementUrl: 'https://fabrikam.example/privacy',
  })
})

test('R26, R27: disabled in the organization, I see why before I try and cannot leave', async () => {
  const w = await world()
  await disable(w, w.ada, w.fabrikam)
  const fabrikam = await seen(w, w.ada, w.fabrikam)
  assert.equal(fabrikam.state, 'disabled')
  assert.deepEqual(
    fabrikam.blockers.map(({ code }) => code),
    ['disabledInOrganization'],
  )
  assert.deepEqual(await blockersOf(await w.as(w.ada).leave(w.fabrikam)), [
    'disabledInOrganization',
  ])
})

test('R28: disabled at home, I cannot leave anywhere', async () => {
  const w = await world()
  await disable(w, w.ada, w.contoso)
  const response = await w.as(w.ada).leave(w.fabrikam)
  assert.equal(response.status, 409)
  assert.deepEqual(await blockersOf(response), ['disabledAtHome'])
  assert.match((await seen(w, w.ada, w.fabrikam)).blockers[0]?.message ?? '', /Contoso/)
})

test('complaint H, R25: every blocker comes at once, in order', async () => {
  const w = await world()
  await disable(w, w.ada, w.contoso)
  await disable(w, w.ada, w.fabrikam)
  await set(w, w.fabrikam, sql`external_users_may_leave = false`)
  assert.deepEqual(await blockersOf(await w.as(w.ada).leave(w.fabrikam)), [
    'disabledAtHome',
    'disabledInOrganization',
    'leavingNotAllowed',
  ])
})

test('R42: the only enabled Global Administrator cannot leave; a disabled second one does not count', async () => {
  const w = await world()
  await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
  await disable(w, w.frank, w.fabrikam)
  assert.deepEqual(await blockersOf(await w.as(w.ada).leave(w.fabrikam)), ['lastAdministrator'])
})

test('R42: two last administrators leave at the same moment: one goes, one stays', async () => {
  for (let round = 0; round < 12; round++) {
    const w = await world()
    await w.grant(w.ada, w.fabrikam, 'globalAdministrator')
    await w.grant(w.bob, w.fabrikam, 'globalAdministrator')
    await disable(w, w.frank, w.fabrikam)
    const responses = await Promise.all([
      w.as(w.ada).leave(w.fabrikam),
      w.as(w.bob).leave(w.fabrikam),
    ])
    assert.deepEqual(responses.map(({ status }) => status).toSorted(), [200, 409])
  }
})

test('R45: leaving again returns the first result and writes no second event', async () => {
  const w = await world()
  const first = await (await w.as(w.ada).leave(w.fabrikam)).json()
  w.pass(dayMs)
  const again = await w.as(w.ada).leave(w.fabrikam)
  assert.equal(again.status, 200)
  assert.deepEqual(await again.json(), first)
  const { rows } =
    await sql`select 1 from events where tenant_id = ${w.fabrikam.id} and activity = 'user.left'`.execute(
      w.db,
    )
  assert.equal(rows.length, 1)
})

test('R45: ten leaves at once are one departure', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const responses = await Promise.all(Array.from({ length: 10 }, () => ada.leave(w.fabrikam)))
  const references = await Promise.all(
    responses.map(async (response) => ((await response.json()) as Departure).reference),
  )
  assert.equal(new Set(references).size, 1)
})

test('an organization I do not belong to, an unknown one and a malformed id are all 404', async () => {
  const w = await world()
  for (const id of [
    w.northwind.id,
    '0190f0f0-0000-7000-8000-000000000000',
    'fabrikam',
    '%27',
    '..%2f',
  ])
    for (const [method, path] of [
      ['POST', 'leave'],
      ['GET', ''],
      ['POST', 'session'],
      ['GET', 'data'],
    ] as const) {
      const response = await w.as(w.bob).request(method, `/account/organizations/${id}/${path}`)
      assert.equal(response.status, 404, `${method} ${id}/${path}`)
      assert.match(response.headers.get('content-type') ?? '', /json/)
    }
})

test('requests of another site are refused, and so are those without a session', async () => {
  const w = await world()
  const path = `/account/organizations/${w.fabrikam.id}/leave`
  const ada = w.as(w.ada)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ] as Record<string, string>[]) {
    const response = await ada.request('POST', path, undefined, headers)
    assert.equal(response.status, 403, JSON.stringify(headers))
    assert.equal(((await response.json()) as AccountError).error.code, 'crossSiteRequest')
  }
  assert.equal((await w.as(undefined).request('POST', path)).status, 401)
  assert.equal(
    (
      await ada.request('POST', path, undefined, {
        'sec-fetch-site': 'same-origin',
        origin: w.publicUrl,
      })
    ).status,
    200,
  )
})

test('every error has a request id, in the body and as a header; a wrong method is 405 and says which are right', async () => {
  const w = await world()
  const response = await w.as(w.ada).request('GET', `/account/organizations/${w.fabrikam.id}/leave`)
  assert.equal(response.status, 405)
  assert.equal(response.headers.get('allow'), 'POST')
  const { error } = (await response.json()) as AccountError
  assert.equal(error.requestId, response.headers.get('request-id'))
})

const toldIn = async (response: Response) => {
  const { error } = (await response.json()) as AccountError
  const [blocker] = error.blockers ?? []
  return [response.headers.get('content-language'), error.message, blocker?.liftedBy]
}

test('R25: what stands in the way is said in the language that I have chosen, else in the one that is asked for, and English otherwise', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const path = `/account/organizations/${w.contoso.id}/leave`
  const ask = (language: string) =>
    ada.request('POST', path, undefined, { 'accept-language': language })
  const german = [
    'de-AT',
    'Sie können Contoso gerade nicht verlassen. Contoso ist Ihre Heimatorganisation. Die eigene Heimatorganisation kann man nicht verlassen.',
    'Niemand; die Administration von Contoso kann Ihr Konto löschen.',
  ]
  assert.deepEqual(await toldIn(await ask('de-AT, en;q=0.5')), german)
  assert.match(String(await toldIn(await ask('pl'))), /^en-GB,You cannot leave Contoso just now\./)

  const list = await ada.request('GET', '/account/organizations', undefined, {
    'accept-language': 'ja',
  })
  const { value } = (await list.json()) as { value: AccountOrganization[] }
  assert.equal(list.headers.get('content-language'), 'ja')
  assert.match(value[0]?.blockers[0]?.message ?? '', /^Contoso はあなたのホーム組織です/)

  await sql`update users set preferred_language = 'fr' where id = ${w.ada.userId}`.execute(w.db)
  assert.match(String(await toldIn(await ask('de'))), /^fr,Vous ne pouvez pas quitter Contoso/)
  await sql`insert into person_settings (person_id, language, changed_at)
    values (${w.ada.personId}, 'es', ${w.now()})`.execute(w.db)
  assert.match(String(await toldIn(await ask('de'))), /^es,No puede salir de Contoso/)
})

test('R25: what a program has sent wrong is told exactly in English, and to people in their language', async () => {
  const w = await world()
  const unknown = (language: string) =>
    w.as(w.ada).request('GET', '/account/me?filter=x', undefined, { 'accept-language': language })
  for (const [language, sentence] of [
    ['en', /The query option 'filter' is not taken here/],
    ['de', /Was gesendet wurde, ist nicht zu verstehen/],
  ] as const) {
    const answer = await unknown(language)
    assert.equal(answer.status, 400)
    assert.match(answer.headers.get('content-language') ?? '', new RegExp(`^${language}`))
    assert.match(await answer.text(), sentence)
  }
  const stranger = await w
    .as(w.carol)
    .request('GET', `/account/organizations/${w.fabrikam.id}`, undefined, {
      'accept-language': 'ar',
    })
  assert.deepEqual([stranger.status, stranger.headers.get('content-language')], [404, 'ar'])
  assert.match(await stranger.text(), /لا تنتمي إلى مؤسسة بهذا المعرّف/)
})
