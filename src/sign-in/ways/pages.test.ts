import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { visitor } from '../../../test/visitor.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'
import { emailIssuer } from '../../kernel/address.ts'
import { newId } from '../../kernel/ids.ts'
import { hourMs, minuteMs } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'
import { setPassword } from '../../credentials/password/set.ts'
import { browserKnownForMs } from '../../people/known-browsers.ts'

const passphrase = 'nine copper kettles sing at dawn'
type Visitor = ReturnType<typeof visitor>
type World = Awaited<ReturnType<typeof world>>

const give = (w: World, { home, userId }: Person) =>
  setPassword(w.db, { tenantId: home.id, userId, password: passphrase }, w.operator())

const nameProvider = async (
  w: World,
  admin: Person,
  at: Organization,
  domains: string[] | null,
  issuer: string,
): Promise<string> => {
  const body = {
    displayName: `Login of ${at.name}`,
    issuer,
    clientId: 'x',
    clientSecret: 'y',
    domains,
  }
  return String(
    (await json(await w.as(admin, at).post('/v1.0/identity/identityProviders', body), 201))['id'],
  )
}

/** Types a name on the first page, and looks at the page that follows. */
const typeIn = async (someone: Visitor, name: string): Promise<Response> => {
  const answer = await someone.post('/sign-in?return=%2Forganizations', { name })
  assert.equal(answer.status, 303, 'going back sends no form twice')
  assert.equal(
    answer.headers.get('location'),
    '/sign-in/ways?return=%2Forganizations',
    'no name in an address',
  )
  return someone.get('/sign-in/ways?return=%2Forganizations')
}
const type = async (someone: Visitor, name: string): Promise<string> =>
  (await typeIn(someone, name)).text()

/** The ways of a page: the one that is ready first, then the others. */
const waysIn = (page: string): string[] => {
  const kinds = {
    password: /name="password"/,
    passkey: /data-passkey="get"/,
    code: /action="\/sign-in\/code/,
    provider: /class="button" href="\/sign-in\/provider/,
  }
  const first = Object.entries(kinds).flatMap(([kind, sign]) => (sign.test(page) ? [kind] : []))
  const others = [...page.matchAll(/<li><a href="[^"]*?(?:way=(\w+)|\/sign-in\/(provider))[^"]*"/g)]
  return [...first, ...others.map(([, way = '', other = '']) => way || other)]
}

const without = (page: string, name: string): string =>
  page.replaceAll(new RegExp(RegExp.escape(name), 'gi'), '…')

test('U9: what a stranger is offered follows from the domain, whether or not there is such an account, and whatever it has', async () => {
  const w = await world('https://guesthouse.test')
  await nameProvider(w, w.frank, w.fabrikam, [w.fabrikam.domain], 'https://login.fabrikam.example')
  await give(w, w.ada)
  const eve = `eve-${newId()}@outside.example`
  const personId = newId()
  await sql`insert into persons (id, created_at) values (${personId}, ${w.now()})`.execute(w.db)
  await sql`insert into identities (issuer, subject, person_id, created_at) values (${emailIssuer}, ${eve}, ${personId}, ${w.now()})`.execute(
    w.db,
  )
  for (const [domain, names, ways] of [
    [w.contoso.domain, [w.ada.upn, w.bob.upn], ['password', 'passkey', 'code']],
    [w.fabrikam.domain, [w.frank.upn, w.fiona.upn], ['provider', 'password', 'passkey', 'code']],
    ['outside.example', [eve], ['code', 'passkey']],
  ] as const) {
    const nobody = `nobody-${newId()}@${domain}`
    const shown = async (name: string): Promise<string> => {
      const page = await type(visitor(w), name)
      // Only what is sealed for this browser differs from one visit to the next.
      return without(page, name).replaceAll(/data-options="[^"]*"/g, '')
    }
    const expected = await shown(nobody)
    assert.deepEqual(waysIn(await type(visitor(w), nobody)), ways, domain)
    for (const name of names) assert.equal(await shown(name), expected, name)
    for (const name of names)
      assert.equal(await shown(name.toUpperCase()), expected, `${name} in capitals`)
  }
  await sql`delete from persons where id = ${personId}`.execute(w.db)
})

test('U9: a browser that a person has signed in with offers exactly what they have; another person’s, or one too old, does not', async () => {
  const w = await world('https://guesthouse.test')
  await give(w, w.ada)
  const own = visitor(w)
  await own.signIn(w.ada.upn, passphrase)
  await own.post('/sign-out')
  const everybody = ['password', 'passkey', 'code']
  assert.deepEqual(waysIn(await type(own, w.ada.upn)), ['password'])
  assert.deepEqual(waysIn(await type(own, w.bob.upn)), everybody, 'somebody else in this browser')
  assert.deepEqual(waysIn(await type(visitor(w), w.ada.upn)), everybody, 'another browser')
  await give(w, w.bob)
  const bobs = visitor(w)
  await bobs.signIn(w.bob.upn, passphrase)
  await bobs.post('/sign-out')
  assert.deepEqual(waysIn(await type(bobs, w.ada.upn)), everybody, 'a browser of somebody else')
  const id = await nameProvider(
    w,
    w.carol,
    w.contoso,
    [w.contoso.domain],
    'https://login.contoso.example',
  )
  const tie = { issuer: 'https://login.contoso.example', issuerAssignedId: newId() }
  await json(
    await w.as(w.carol, w.contoso).post(`/v1.0/users/${w.ada.userId}/guesthouse.identities`, tie),
    201,
  )
  const page = await type(own, w.ada.upn)
  assert.deepEqual(waysIn(page), ['provider', 'password'], 'an account elsewhere')
  assert.match(page, new RegExp(`provider=${id}`))
  assert.match(page, /Login of Contoso/)
  await sql`delete from local_credentials where user_id = ${w.ada.userId}`.execute(w.db)
  assert.deepEqual(waysIn(await type(own, w.ada.upn)), ['provider'])
  await w
    .as(w.carol, w.contoso)
    .patch(`/v1.0/identity/identityProviders/${id}`, { isEnabled: false })
  assert.deepEqual(
    waysIn(await type(own, w.ada.upn)),
    everybody,
    'who has nothing left sees what a stranger sees',
  )
  await give(w, w.ada)
  assert.deepEqual(waysIn(await type(own, w.ada.upn)), ['password'])
  w.pass(browserKnownForMs + hourMs)
  assert.deepEqual(waysIn(await type(own, w.ada.upn)), everybody, 'not used for half a year')
})

test('U9: who shows once more who they are is offered what they have, or can name somebody else', async () => {
  const w = await world('https://guesthouse.test')
  await give(w, w.ada)
  const ada = await signedIn(w, w.ada.personId, { stale: true })
  const page = await (await ada.get('/sign-in?again=1&return=%2Fsecurity')).text()
  assert.deepEqual(waysIn(page), ['password'])
  assert.match(page, new RegExp(`name="name"[\\s\\S]{0,200}value="${w.ada.upn}"`))
  const another =
    /href="(\/sign-in\?[^"]*another=1[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const asked = await (await ada.get(another)).text()
  assert.match(asked, /Sign-in name or e-mail address/)
  assert.doesNotMatch(asked, new RegExp(w.ada.upn))
  const next = await ada.post('/sign-in?return=%2Fsecurity&again=1', { name: w.bob.upn })
  assert.match(
    await (await ada.get(next.headers.get('location') ?? '')).text(),
    new RegExp(w.bob.upn),
  )
})

test('U9: a bookmark of the second page leads to the first; who comes back to it signed in goes on; without cookies one is told', async () => {
  const w = await world()
  await give(w, w.ada)
  const ada = visitor(w)
  const ways = '/sign-in/ways?return=%2Forganizations'
  assert.match(await (await ada.get(ways)).text(), /keeps no cookies/)
  await type(ada, w.ada.upn)
  const wrong = await ada.post('/sign-in?return=%2Forganizations', {
    name: w.ada.upn,
    password: 'wrong',
  })
  assert.equal(wrong.status, 401)
  assert.match(
    await wrong.text(),
    new RegExp(`value="${w.ada.upn}"[\\s\\S]*do not belong together`),
  )
  assert.match(
    await (await ada.get(`${ways}&way=code`)).text(),
    new RegExp(`action="/sign-in/code[\\s\\S]*value="${w.ada.upn}"`),
  )
  const late = ada.copy()
  await ada.post('/sign-in?return=%2Forganizations', { name: w.ada.upn, password: passphrase })
  assert.equal((await ada.get(ways)).headers.get('location'), '/organizations')
  w.pass(16 * minuteMs)
  assert.equal((await late.get(ways)).headers.get('location'), '/sign-in?return=%2Forganizations')
})

test('U9: a password manager finds the name and the password; passkeys show in the field for the name where browsers know them', async () => {
  const plain = await world()
  await give(plain, plain.ada)
  const first = await (await visitor(plain).get('/sign-in')).text()
  assert.match(first, /autocomplete="username"/)
  assert.doesNotMatch(first, /name="password"|<script|webauthn/)
  const second = await type(visitor(plain), plain.ada.upn)
  assert.match(second, new RegExp(`autocomplete="username"\\s+value="${plain.ada.upn}"`))
  assert.match(second, /autocomplete="current-password"/)
  const w = await world('https://guesthouse.test')
  const named = await visitor(w).get('/sign-in?return=%2Forganizations')
  assert.match(
    named.headers.get('content-security-policy') ?? '',
    /default-src 'none'.*; script-src 'self'$/,
  )
  const page = await named.text()
  assert.match(page, /autocomplete="username webauthn"/)
  assert.match(
    page,
    /action="\/sign-in\/passkey\?return=%2Forganizations"\s+data-passkey="autofill"/,
  )
})

test('U9: a domain alone leads to its provider, and to those an organization offers to its guests; what names nobody is said to', async () => {
  const w = await world()
  await nameProvider(w, w.carol, w.contoso, [w.contoso.domain], 'https://login.contoso.example')
  await nameProvider(w, w.frank, w.fabrikam, null, 'https://guests.fabrikam.example')
  assert.deepEqual(waysIn(await type(visitor(w), w.contoso.domain.toUpperCase())), ['provider'])
  assert.deepEqual(waysIn(await type(visitor(w), w.fabrikam.domain)), ['provider'])
  assert.deepEqual(
    waysIn(await type(visitor(w), w.frank.upn)),
    ['password', 'code'],
    'nobody of the organization signs in as its guest',
  )
  for (const [name, words] of [
    ['', /Type the whole of it/],
    ['   ', /Type the whole of it/],
    ['ada', /“ada” alone does not say/],
    ['elsewhere.example', /alone does not say/],
    ['@', /no name to sign in with/],
    ['a b@outside.example', /no name to sign in with/],
    [`${'x'.repeat(5_000)}@outside.example`, /no name to sign in with|alone does not say/],
    ['"><script>@', /no name to sign in with/],
  ] as const) {
    const answer = await typeIn(visitor(w), name)
    const page = await answer.text()
    assert.equal(answer.status, 400, name.slice(0, 20))
    assert.match(page, words)
    assert.doesNotMatch(page, /<script/)
  }
})
