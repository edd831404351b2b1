import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs, hourMs, minuteMs } from '../kernel/time.ts'
import { sql } from 'kysely'
import { newId } from '../kernel/ids.ts'
import { operatorAuthority } from '../directory/authority.ts'
import { limits } from './throttle.rule.ts'
import { takeTry, throttleKeys } from './throttle.sql.ts'
import { askAccount } from '../../test/in-process-browser.ts'
import { world, type Person } from '../../test/world.ts'
import { setPassword } from './password/set.ts'
import { createPasswordLink } from './password/link.ts'
import { returnPath } from '../sign-in/return-path.ts'

type World = Awaited<ReturnType<typeof world>>
const passphrase = 'violet harbour sings twice'

const networks = new WeakMap<World, string>()
let served = 0
/** Where everybody of a world comes from: what is guessed in one slows nobody in another. */
const addressOf = (w: World): string => {
  const address = networks.get(w) ?? `2001:db8:5157:${(served++).toString(16)}::1`
  networks.set(w, address)
  return address
}
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const post = (
  w: World,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  w.app.request(
    `${w.publicUrl}${path}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: form(fields),
    },
    { incoming: { socket: { remoteAddress: addressOf(w) } } },
  )
const give = async (w: World, person: Person, password = passphrase) => {
  const result = await setPassword(
    w.db,
    { tenantId: person.home.id, userId: person.userId, password },
    w.operator(),
  )
  assert.equal(result.outcome, 'set')
}
const signIn = (w: World, name: string, password: string, headers: Record<string, string> = {}) =>
  post(w, '/sign-in', { name, password }, headers)
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0]
const me = (w: World, cookie: string) => askAccount(w, cookie, '/account/me')
const eventsOf = async (w: World, person: Person) =>
  (
    await sql<{
      activity: string
      reason: string | null
    }>`select activity, reason from events where tenant_id = ${person.home.id} and target_id = ${person.userId} order by id`.execute(
      w.db,
    )
  ).rows

test('the right name, in any case, and password open a session in a HttpOnly, SameSite cookie, and it is recorded', async () => {
  const w = await world()
  await give(w, w.ada)
  const response = await signIn(w, w.ada.upn.toUpperCase(), passphrase)
  assert.equal(response.status, 303)
  const cookie = response.headers
    .getSetCookie()
    .find((one) => one.startsWith('guesthouse_session='))
  assert.match(cookie ?? '', /HttpOnly/i)
  assert.match(cookie ?? '', /SameSite=Lax/i)
  assert.equal((await me(w, cookie?.split(';')[0] ?? '')).status, 200)
  assert.ok((await eventsOf(w, w.ada)).some(({ activity }) => activity === 'user.signedIn'))
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from sessions where encode(token_hash, 'escape') like ${`%${cookie?.slice(19, 62)}%`}`.execute(
    w.db,
  )
  assert.equal(rows[0]?.n, 0, 'the token itself is stored nowhere')
})

test('a guest cannot sign in with the name they have in a resource organization, nor by a mail address', async () => {
  const w = await world()
  await give(w, w.ada)
  await sql`insert into local_credentials (tenant_id, user_id, password_hash, changed_at)
    select ${w.fabrikam.id}, ${w.userOf(w.ada, w.fabrikam)}, password_hash, now() from local_credentials where user_id = ${w.ada.userId}`.execute(
    w.db,
  )
  const { rows } = await sql<{
    name: string
  }>`select user_principal_name as name from live_users where tenant_id = ${w.fabrikam.id} and id = ${w.userOf(w.ada, w.fabrikam)}`.execute(
    w.db,
  )
  assert.equal((await signIn(w, rows[0]?.name ?? '', passphrase)).status, 401)
  await sql`update users set mail = 'ada@elsewhere.example' where id = ${w.ada.userId}`.execute(
    w.db,
  )
  assert.equal((await signIn(w, 'ada@elsewhere.example', passphrase)).status, 401)
})

test('nobody locks somebody else out: a device that signed in before is not slowed by the failures of others', async () => {
  const w = await world()
  await give(w, w.ada)
  const device = cookieOf(await signIn(w, w.ada.upn, passphrase), 'guesthouse_device') ?? ''
  for (let n = 0; n < 12; n++) await signIn(w, w.ada.upn, 'wrong')
  assert.equal((await signIn(w, w.ada.upn, passphrase)).status, 429)
  assert.equal((await signIn(w, w.ada.upn, passphrase, { cookie: device })).status, 303)
  assert.equal(
    (await signIn(w, w.bob.upn, 'wrong')).status,
    401,
    'another account is not concerned',
  )
  await give(w, w.bob)
  assert.equal(
    (await signIn(w, w.ada.upn, passphrase, { cookie: `${device}x` })).status,
    429,
    'a forged device is none',
  )
})

test('of a hundred tries at the same moment the free ones are looked at, and no more', async () => {
  const w = await world()
  await give(w, w.ada)
  const burst = await Promise.all(
    Array.from({ length: 100 }, (_, n) => signIn(w, w.ada.upn, n === 99 ? passphrase : 'wrong')),
  )
  const looked = burst.filter(({ status }) => status === 401 || status === 303).length
  assert.ok(looked <= limits.accountAndAddress.free + 1, `${looked} of 100 were looked at`)
})

test('who shares an address with a guesser is not kept out for long, and their own success does not renew it', async () => {
  const w = await world()
  await give(w, w.ada)
  await give(w, w.bob)
  // Tries of the same network at names of nobody, as `signIn` counts them before it looks.
  for (let n = 0; n < 80; n++) {
    const guess = {
      account: `nobody${n}@${w.contoso.domain}`,
      address: addressOf(w),
      device: undefined,
    }
    await takeTry(w.db, await throttleKeys(w.db, guess), w.now())
    w.pass(16 * 60_000 * (n > limits.address.free ? 1 : 0))
  }
  w.pass(16 * 60_000)
  assert.equal((await signIn(w, w.ada.upn, passphrase)).status, 303)
  w.pass(60_000)
  assert.equal((await signIn(w, w.bob.upn, passphrase)).status, 303)
})

test('tries made at the same moment all count', async () => {
  const w = await world()
  await give(w, w.ada)
  await Promise.all(Array.from({ length: 12 }, () => signIn(w, w.ada.upn, 'wrong')))
  assert.equal((await signIn(w, w.ada.upn, passphrase)).status, 429)
})

test('a session ends by idling and by age; its cookie fails on the next request', async () => {
  const w = await world()
  await give(w, w.ada)
  const open = async () =>
    cookieOf(await signIn(w, w.ada.upn, passphrase), 'guesthouse_session') ?? ''
  const second = await open()
  w.pass(4 * dayMs)
  assert.equal((await me(w, second)).status, 401)
  const third = await open()
  for (let day = 0; day < 14; day++) {
    w.pass(dayMs - minuteMs)
    assert.equal((await me(w, third)).status, 200, `day ${day}`)
  }
  w.pass(hourMs)
  assert.equal((await me(w, third)).status, 401)
})

test('changing the password needs the present one, ends the other sessions and keeps this one', async () => {
  const w = await world()
  await give(w, w.ada)
  const [here, there] = await Promise.all(
    [0, 1].map(
      async () => cookieOf(await signIn(w, w.ada.upn, passphrase), 'guesthouse_session') ?? '',
    ),
  )
  const change = (current: string, wanted: string, repeated = wanted) =>
    post(w, '/password', { current, wanted, repeated }, { cookie: here ?? '' })
  assert.equal((await change('wrong', 'nine green lanterns wait')).status, 400)
  assert.equal((await change(passphrase, 'nine green lanterns wait', 'other')).status, 400)
  assert.match(await (await change(passphrase, 'password123')).text(), /guess early/)
  assert.equal((await change(passphrase, 'nine green lanterns wait')).status, 200)
  assert.equal((await me(w, here ?? '')).status, 200)
  assert.equal((await me(w, there ?? '')).status, 401)
  assert.equal((await signIn(w, w.ada.upn, 'nine green lanterns wait')).status, 303)
})

test('common, short and own-name passwords are refused with every reason; long passphrases and any script are welcome', async () => {
  const w = await world()
  const set = async (password: string) => {
    const result = await setPassword(
      w.db,
      { tenantId: w.contoso.id, userId: w.ada.userId, password },
      w.operator(),
    )
    return result.outcome === 'weak' ? result.problems : result.outcome
  }
  assert.deepEqual(await set('123456'), ['tooShort', 'common'])
  assert.deepEqual(await set('qwertyuiop'), ['common'])
  assert.ok((await set('Lovelace1815x')).includes('containsName'))
  assert.ok((await set('ж'.repeat(600))).includes('tooLong'))
  assert.equal(
    await set('correct horse battery staple and then a great deal more '.repeat(8)),
    'set',
  )
  assert.equal(await set('שלום עולם 🏠 ירוק מאוד'), 'set')
})

test('the same person signs in at many places at the same moment: all come in', async () => {
  const w = await world()
  await give(w, w.ada)
  const often = async (): Promise<void> => {
    for (let n = 0; n < 3; n++) assert.equal((await signIn(w, w.ada.upn, passphrase)).status, 303)
  }
  await Promise.all([often(), often(), often(), often()])
})

test('a password link dies with the user, and a guest gets none', async () => {
  const w = await world()
  const link = async () => {
    const result = await createPasswordLink(
      w.db,
      { tenantId: w.contoso.id, userId: w.ada.userId },
      operatorAuthority,
      w.operator(),
    )
    assert.equal(result.outcome, 'created')
    return `/password-link/${result.outcome === 'created' ? result.token : ''}`
  }
  const use = (path: string) => post(w, path, { wanted: passphrase, repeated: passphrase })
  const orphan = await link()
  assert.equal((await w.as(w.carol, w.contoso).delete(`/v1.0/users/${w.ada.userId}`)).status, 204)
  assert.equal((await use(orphan)).status, 404)
  assert.deepEqual(
    await createPasswordLink(
      w.db,
      { tenantId: w.fabrikam.id, userId: w.userOf(w.bob, w.fabrikam) },
      operatorAuthority,
      w.operator(),
    ),
    { outcome: 'notFound' },
    'a guest has their password at home',
  )
})

test('names are text in every page, whatever they hold; the policy allows no script', async () => {
  const w = await world()
  const hostile = `<script>alert(1)</script> "quoted" 'single' & 😀 \u202Eנעמי`
  await sql`update tenants set display_name = ${hostile} where id = ${w.contoso.id}`.execute(w.db)
  const result = await createPasswordLink(
    w.db,
    { tenantId: w.contoso.id, userId: w.ada.userId },
    operatorAuthority,
    w.operator(),
  )
  assert.equal(result.outcome, 'created')
  const response = await w.app.request(
    `${w.publicUrl}/password-link/${result.outcome === 'created' ? result.token : ''}`,
  )
  const page = await response.text()
  assert.ok(page.includes('&lt;script&gt;') && !page.includes('<script'))
  assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.doesNotMatch(response.headers.get('content-security-policy') ?? '', /unsafe|script-src/)
  const typed = await (await signIn(w, `"><script>x</script>`, 'x')).text()
  assert.ok(!typed.includes('<script'))
})

test('the pages have an icon, which browsers also ask for by themselves', async () => {
  const w = await world()
  const icon = await w.app.request(`${w.publicUrl}/favicon.ico`)
  assert.equal(icon.headers.get('content-type'), 'image/svg+xml')
  assert.match(await icon.text(), /^<svg /)
  assert.match(
    await (await w.app.request(`${w.publicUrl}/sign-in`)).text(),
    /rel="icon"[^>]*href="\/favicon\.ico"/,
  )
})

test('after signing in one lands where one was going, and never on another site', async () => {
  for (const path of ['/organizations?tenantId=fabrikam.example#x', '/', '/admin/'])
    assert.equal(returnPath(path), path)
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '\\\\evil',
    '',
    undefined,
    `/${'a'.repeat(3000)}`,
    '/\t/evil.example',
  ])
    assert.equal(returnPath(path), '/', String(path))
  const w = await world()
  await give(w, w.ada)
  const response = await post(w, '/sign-in?return=%2F%2Fevil.example', {
    name: w.ada.upn,
    password: passphrase,
  })
  assert.equal(response.headers.get('location'), '/')
})

test('forms of another site are refused, other content types and huge bodies too, each with a page that says so', async () => {
  const w = await world()
  assert.equal(
    (await post(w, '/sign-in', { name: 'a', password: 'b' }, { 'sec-fetch-site': 'cross-site' }))
      .status,
    403,
  )
  assert.equal((await post(w, '/sign-out', {}, { origin: 'https://evil.example' })).status, 403)
  assert.equal(
    (
      await w.app.request(`${w.publicUrl}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
    ).status,
    415,
  )
  assert.equal(
    (await post(w, '/sign-in', { name: 'a'.repeat(300_000), password: 'b' })).status,
    413,
  )
  assert.equal((await w.app.request(`${w.publicUrl}/sign-in`, { method: 'DELETE' })).status, 405)
  assert.equal((await w.app.request(`${w.publicUrl}/set-up/${newId()}`)).status, 404)
})
