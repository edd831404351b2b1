/** The pages of the portal as a browser without script gets them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { distrustedSession } from '../../../test/distrusted.ts'
import { browserOf, type Browser } from '../../../test/in-process-browser.ts'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { newId, type PersonId } from '../../kernel/ids.ts'
import { dayMs } from '../../kernel/time.ts'
import { languages } from '../../words/locales.ts'
import { openSession } from '../../people/open-session.ts'
import { sql } from '../../store/database.ts'
import { deskRoutes } from './app.ts'
import { emailIssuer } from '../../kernel/address.ts'

type World = Awaited<ReturnType<typeof world>>

const visitor = async (w: World, person?: Person): Promise<Browser> =>
  person === undefined ? browserOf(w) : signedIn(w, person)

const mainOf = (page: string): string => /<main[^]*<\/main>/.exec(page)?.[0] ?? page

/** The row of an organization, as HTML; empty for none. */
const rowOf = (page: string, { name }: Pick<Organization, 'name'>): string =>
  [...page.matchAll(/<li class="row[^]*?(?=<li class="row|<\/ul>)/g)]
    .map(([row]) => row)
    .find((row) => row.includes(`<h3>${name}</h3>`)) ?? ''

test('every page asks who comes: nobody is shown or changes anything without a session, and a change of another site is refused', async () => {
  const w = await world()
  const stranger = await visitor(w)
  const ada = await visitor(w, w.ada)
  for (const { method, path } of deskRoutes) {
    const address = path.replaceAll(/:named/g, w.fabrikam.domain).replaceAll(/:id/g, w.fabrikam.id)
    const init = method === 'GET' ? {} : { method, headers: { 'sec-fetch-site': 'same-origin' } }
    const url = `${w.publicUrl}${address}`
    const { headers, status } = await w.app.request(url, { ...init, redirect: 'manual' })
    assert.equal(status, 303, `${method} ${path}`)
    assert.match(headers.get('location') ?? '', /^\/sign-in\?return=/, `${method} ${path}`)
    if (method === 'GET') continue
    const foreign = await w.app.request(url, {
      method,
      headers: {
        cookie: ada.cookiesFor(new URL(url)),
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
      },
      body: new URLSearchParams({ o: w.fabrikam.id }).toString(),
    })
    assert.equal(foreign.status, 403, `${method} ${path}`)
  }
  assert.match((await stranger.open('/leave/fabrikam.example')).url.href, /return=%2Fleave%2F/)
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200, 'nothing was left')
})

test('R11: /leave/{domain or id} is the question for that organization; of one that is not mine it says so and names nothing', async () => {
  const w = await world()
  const ada = await visitor(w, w.ada)
  const second = `second-${w.fabrikam.domain}`
  await sql`insert into tenant_domains (tenant_id, name, verified_at) values (${w.fabrikam.id}, ${second}, ${w.now()})`.execute(
    w.db,
  )
  for (const named of [w.fabrikam.id, w.fabrikam.domain, w.fabrikam.domain.toUpperCase(), second])
    assert.match(await pageAt(ada, `/leave/${named}`), /<h1>Leave Fabrikam\?<\/h1>/, named)
  const home = await pageAt(ada, `/leave/${w.contoso.domain}`)
  assert.match(home, /You cannot leave your home organization/)
  assert.doesNotMatch(home, /class="ends"/)
  const others = await w.organization('Litware')
  for (const named of [others.id, others.domain, 'nonsense']) {
    const { page = '', status } = await ada.open(`/leave/${named}`)
    assert.equal(status, 404, named)
    assert.doesNotMatch(page, /Litware/)
  }
})

test('R26, R31: what stands in the way stands in the row before any click, and what was asked with what becomes of it', async () => {
  const w = await world()
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const ada = await visitor(w, w.ada)
  const before = rowOf(await pageAt(ada, '/organizations'), w.northwind)
  assert.match(before, /Your account is disabled at Northwind, so you cannot leave by yourself\./)
  assert.doesNotMatch(before, /href="\/leave\//)
  await ada.post(`/organizations/${w.northwind.id}/ask`, { message: 'Please' })
  const asked = rowOf(await pageAt(ada, '/organizations'), w.northwind)
  assert.match(asked, /You asked to be removed\./)
  assert.match(asked, /If nobody at Northwind answers by/)
  const advice = /Ask to be removed: an administrator/
  assert.match(before, advice)
  for (const page of [asked, await pageAt(ada, `/leave/${w.northwind.id}`)])
    assert.doesNotMatch(page, advice, 'who has asked is not told to ask')
  assert.match(await pageAt(ada, `/organizations/${w.northwind.id}`), /Take the request back/)
  const { page: after = '' } = await ada.post(`/organizations/${w.northwind.id}/withdraw`, {})
  assert.match(mainOf(after), /Your request is taken back\./)
  assert.doesNotMatch(mainOf(await pageAt(ada, '/organizations')), /is taken back/, 'told once')
})

test('R34: what is hidden is in no list but its own, and can be found and shown again', async () => {
  const w = await world()
  const ada = await visitor(w, w.ada)
  await ada.post(`/organizations/${w.fabrikam.id}/hide`, {})
  await pageAt(ada, '/organizations')
  assert.equal(rowOf(await pageAt(ada, '/organizations'), w.fabrikam), '')
  assert.notEqual(rowOf(await pageAt(ada, '/organizations?show=hidden'), w.fabrikam), '')
  await ada.post(`/organizations/${w.fabrikam.id}/show`, {})
  assert.notEqual(rowOf(await pageAt(ada, '/organizations'), w.fabrikam), '')
})

test('R3, R8: what has ended, what waits and the home cannot be ticked; whatever is ticked all the same is not left', async () => {
  const w = await world()
  const lena = await w.organization('Litware')
  const ada = await visitor(w, w.ada)
  await w.as(w.ada).leave(w.fabrikam)
  const page = await pageAt(ada, '/organizations')
  const ticks = [w.contoso, w.fabrikam, w.northwind].map((one) =>
    rowOf(page, one).includes('type="checkbox"'),
  )
  assert.deepEqual(ticks, [false, false, true])
  const query = [w.contoso, w.fabrikam, lena].map(({ id }) => `o=${id}`).join('&')
  assert.equal((await ada.open(`/leave?${query}`)).url.pathname, '/organizations')
  const body = new URLSearchParams([w.contoso, lena, w.northwind].map(({ id }) => ['o', id]))
  const url = `${w.publicUrl}/leave`
  const { headers } = await w.app.request(url, {
    method: 'POST',
    headers: {
      cookie: ada.cookiesFor(new URL(url)),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: body.toString(),
  })
  const result = await pageAt(ada, headers.get('location') ?? '')
  assert.match(result, /You have left Northwind\./)
  assert.match(result, /You have not left Contoso\./)
  assert.doesNotMatch(result, /Litware/)
})

test('R8, R30: where what stood in the way is lifted meanwhile, the others are asked all the same and each is told what became of it', async () => {
  const own = await newStore()
  const w = await world(undefined, { db: own.db })
  for (const [by, at] of [
    [w.frank, w.fabrikam],
    [w.nora, w.northwind],
  ] as const)
    await w.as(by, at).patch(`/v1.0/users/${w.userOf(w.ada, at)}`, { accountEnabled: false })
  // Between being refused to leave and asking: as the other is asked.
  const there = sql.lit(w.userOf(w.ada, w.fabrikam))
  await sql`create function lifts() returns trigger language plpgsql as 'begin update users set account_enabled = true, disabled_at = null where id = tg_argv[0]::uuid; return new; end'`.execute(
    w.db,
  )
  await sql`create trigger lifts before insert on requests for each row execute function lifts(${there})`.execute(
    w.db,
  )
  const ada = await visitor(w, w.ada)
  const ids = [w.northwind, w.fabrikam, w.contoso].map(({ id }) => ['o', id])
  const url = `${w.publicUrl}/leave`
  const { headers, status } = await w.app.request(url, {
    method: 'POST',
    headers: {
      cookie: ada.cookiesFor(new URL(url)),
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams([...ids, ['ask', '1']]).toString(),
  })
  assert.equal(status, 303)
  const result = await pageAt(ada, headers.get('location') ?? '')
  assert.match(result, /You have not left Northwind\.[^]*You asked to be removed\./)
  assert.match(result, /You have not left Fabrikam\.[^]*Nothing stands in the way/)
  await own.close()
})

test('R131: the list is in the order that is asked for: by last use, or by name', async () => {
  const w = await world()
  w.pass(dayMs)
  const used = w.userOf(w.ada, w.northwind)
  await sql`update users set last_sign_in_at = ${w.now()} where id = ${used}`.execute(w.db)
  const ada = await visitor(w, w.ada)
  const namesAt = async (path: string) =>
    [...(await pageAt(ada, path)).matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, name]) => name)
  const elsewhere = ['Fabrikam', 'Northwind']
  assert.deepEqual(await namesAt('/organizations'), ['Contoso', ...elsewhere.toReversed()])
  assert.deepEqual(await namesAt('/organizations?order=name'), ['Contoso', ...elsewhere])
})

test('a way back leads to the list and nowhere else', async () => {
  const w = await world()
  const ada = await visitor(w, w.ada)
  for (const [back, to] of [
    ['/organizations?show=hidden', '/organizations?show=hidden'],
    [`${w.publicUrl}/organizations?order=name`, '/organizations?order=name'],
    ['https://evil.example/organizations', '/organizations'],
    ['//evil.example/organizations', '/organizations'],
    ['/sign-out', '/organizations'],
    ['javascript:alert(1)', '/organizations'],
  ] as const) {
    const { url } = await ada.post(`/organizations/${w.fabrikam.id}/hide`, { back })
    assert.equal(url.pathname + url.search, to, back)
  }
})

test('complaint K, R4: whoever is disabled at home sees their list with the reason, and no apps', async () => {
  const w = await world()
  await w
    .as(w.carol, w.contoso)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.contoso)}`, { accountEnabled: false })
  const ada = await visitor(w, w.ada)
  const page = await pageAt(ada, '/organizations')
  assert.match(rowOf(page, w.fabrikam), /Your account is disabled at Contoso/)
  assert.match(await pageAt(ada, '/'), /No organization to look at/)
  assert.match(await pageAt(ada, '/profile'), /Your account is disabled/)
})

test('an organization that does not trust this way of signing in says so in place of its apps, and another can be chosen', async () => {
  const w = await world()
  const { token } = await distrustedSession(w, w.ada, w.fabrikam, w.northwind)
  const ada = browserOf(w)
  ada.signIn(token)
  const { page = '', status } = await ada.open(`/?organization=${w.fabrikam.id}`)
  assert.equal(status, 200)
  const main = mainOf(page)
  assert.match(main, /Fabrikam no longer trusts the provider/)
  assert.match(main, new RegExp(`href="/\\?organization=${w.northwind.id}"`))
  assert.equal((await ada.open('/')).status, 200, 'nor where it was looked at last')
})

test('what I sign in with is changed in the frame of the portal, in each language, and no script runs there', async () => {
  const w = await world()
  const ada = await visitor(w, w.ada)
  for (const language of languages) {
    await ada.post('/language', { language, return: '/security' })
    for (const path of ['/security', '/password']) {
      const { page = '' } = await ada.open(path)
      assert.match(page, new RegExp(`<html lang="${language}"`), path)
      assert.match(page, /<nav [^>]*>.*<a href="\/profile" aria-current="page"/s, path)
      assert.doesNotMatch(page, /<script/, path)
    }
  }
})

test('a browser that does not say its name is called the same where it is listed and where it is ended', async () => {
  const w = await world()
  const ada = await visitor(w, w.ada)
  await visitor(w, w.ada)
  const end = /\/profile\/sessions\/[^/]+\/end/.exec(await pageAt(ada, '/profile'))?.[0] ?? ''
  for (const path of ['/profile', '/security', end])
    assert.match(await pageAt(ada, path), /A browser that does not say its name/, path)
})

test('pages that strangers see too are in the frame of the portal, and lead around it only who is signed in', async () => {
  const w = await world()
  const [ada, stranger] = [await visitor(w, w.ada), await visitor(w)]
  const data = ['/my-data', `/my-data/${w.fabrikam.id}`]
  for (const path of ['/receipts/any', '/ask-removal', '/sign-out', ...data]) {
    const { page = '' } = await ada.open(path)
    assert.match(page, /<a class="skip" href="#main">[^]*<header class="bar">/, path)
    assert.match(page, /<nav [^]*<summary><span dir="auto">Ada Lovelace</, path)
    assert.equal((page.match(/<h1>/g) ?? []).length, 1, path)
    assert.doesNotMatch(page, /sign-in\.css/, path)
    if (data.includes(path)) continue
    const theirs = (await stranger.open(path)).page ?? ''
    assert.match(theirs, /<header class="bar">/, path)
    assert.doesNotMatch(theirs, /<nav|class="menu|<script/, path)
  }
  const gone = (await ada.post('/sign-out', {})).page ?? ''
  assert.match(gone, /<header class="bar">[^]*You are signed out\./)
  assert.doesNotMatch(gone, /<nav|Lovelace/)
})

test('in a demo each page of the portal leads back to its first one, and nowhere else does any', async () => {
  const demo = {
    written: new Map(),
    last: () => undefined,
    skip: () => Promise.reject(new Error('not here')),
  }
  for (const w of [await world(), await world(undefined, { demo })]) {
    const ada = await visitor(w, w.ada)
    for (const path of ['/organizations', '/security', '/my-data', '/sign-in', '/nowhere']) {
      const { page = '' } = await ada.open(path)
      assert.equal(page.includes('href="/demo"'), w.services.demo !== undefined, path)
    }
  }
})

test('who has left everywhere still finds the menu with the way out, under their address', async () => {
  const w = await world()
  const personId = newId<PersonId>()
  const address = `eve-${personId}@outside.example`
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  await sql`insert into identities (issuer, subject, person_id, created_at)
    values (${emailIssuer}, ${address}, ${personId}, ${w.now()})`.execute(w.db)
  const { token } = await openSession(w.db, personId, { address: null, userAgent: null }, w.now())
  const headers = { cookie: `guesthouse_session=${token}` }
  for (const path of ['/organizations', '/profile', '/security']) {
    const page = await (await w.app.request(w.publicUrl + path, { headers })).text()
    assert.match(page, /<summary><span dir="auto">[^<\s]+/, path)
  }
  const profile = await (await w.app.request(`${w.publicUrl}/profile`, { headers })).text()
  assert.match(profile, new RegExp(`<summary><span dir="auto">${address}</span>`))
})
