/** What strangers may spend of what belongs to everybody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { caught } from '../../test/code/explain.ts'
import { browserOf, tokenIn } from '../../test/in-process-browser.ts'
import { world, type Person } from '../../test/world.ts'
import { dayMs, minuteMs } from '../kernel/time.ts'
import { Overloaded } from '../kernel/overloaded.ts'
import { serverApp } from '../server/server.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { setPassword } from '../credentials/password/set.ts'
import { pruneEvents } from '../events/prune-events.ts'
import { pruneSignIn } from '../credentials/prune.ts'
import { signIn } from '../credentials/sign-in.ts'
import { takeTurn, type Turn } from '../credentials/password/threads.ts'
import { openSession } from '../people/open-session.ts'
import { limits } from '../credentials/throttle.rule.ts'

type World = Awaited<ReturnType<typeof world>>
const passphrase = 'violet harbour sings twice'

const give = (w: World, person: Person) =>
  setPassword(
    w.db,
    { tenantId: person.home.id, userId: person.userId, password: passphrase },
    w.operator(),
  )
/** A sign-in that comes from an address, as the server's socket would tell it. */
const signInFrom = (w: World, address: string, name: string, password: string, cookie = '') =>
  w.app.request(
    `${w.publicUrl}/sign-in`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams({ name, password }).toString(),
    },
    { incoming: { socket: { remoteAddress: address } } },
  )
const throttleRows = async (w: World): Promise<number> =>
  (await rows(w.db, sql`select 1 from sign_in_throttles`)).length
const deviceCookie = (response: Response): string =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith('guesthouse_device='))
    ?.split(';')[0] ?? ''

/** Takes places in the line until there is none. */
const fill = (lane: 'known' | 'stranger', networkAt: (n: number) => string): Turn[] => {
  const turns: Turn[] = []
  try {
    for (let n = 0; ; n++) turns.push(takeTurn(lane, networkAt(n)))
  } catch (error) {
    assert.ok(error instanceof Overloaded)
    return turns
  }
}
const leave = (turns: readonly Turn[]): void => turns.forEach((turn) => turn.leave())

test('K20: wrong passwords from one IPv6 /64 are one stranger’s, however many addresses it uses', async () => {
  const w = await world()
  const statuses: number[] = []
  for (let n = 0; n < limits.address.free + 5; n++)
    statuses.push(
      (
        await signInFrom(
          w,
          `2001:db8:7:7::${n.toString(16)}`,
          `nobody-${n}@${w.contoso.domain}`,
          'x',
        )
      ).status,
    )
  assert.deepEqual(statuses.slice(limits.address.free), [429, 429, 429, 429, 429])
  assert.equal(
    (await signInFrom(w, '2001:db8:7:8::1', `nobody@${w.contoso.domain}`, 'x')).status,
    401,
    'the neighbour',
  )
})

test('K20: nothing is written for who has to wait', async () => {
  const w = await world()
  for (let n = 0; n < limits.address.free; n++)
    await signInFrom(w, '192.0.2.77', `nobody-${n}@${w.contoso.domain}`, 'x')
  const before = await throttleRows(w)
  for (let n = 0; n < 20; n++)
    assert.equal(
      (await signInFrom(w, '192.0.2.77', `more-${n}@${w.contoso.domain}`, 'x')).status,
      429,
    )
  assert.equal(await throttleRows(w), before)
})

test('K20: a full line answers 503 with a time to come back, counts nothing, and lets a known device through', async () => {
  const w = await world()
  await give(w, w.ada)
  const device = deviceCookie(await signInFrom(w, '192.0.2.1', w.ada.upn, passphrase))
  assert.notEqual(device, '')
  const before = await throttleRows(w)
  const turns = fill('stranger', (n) => `network ${n}`)
  assert.ok(turns.length <= 64, `a line of ${turns.length} is not short`)
  try {
    const refused = await signInFrom(w, '192.0.2.1', w.ada.upn, passphrase)
    assert.equal(refused.status, 503)
    assert.equal(refused.headers.get('retry-after'), '2')
    assert.match(await refused.text(), /wait a moment, then try again/)
    assert.equal(await throttleRows(w), before, 'and nobody is slowed by it')
    assert.equal((await signInFrom(w, '192.0.2.1', w.ada.upn, passphrase, device)).status, 303)
  } finally {
    leave(turns)
  }
  assert.equal((await signInFrom(w, '192.0.2.1', w.ada.upn, passphrase)).status, 303)
})

test('K20: one network cannot fill the line', async () => {
  const w = await world()
  await give(w, w.ada)
  const turns = fill('stranger', () => '192.0.2.66')
  try {
    assert.equal((await signInFrom(w, '192.0.2.66', w.ada.upn, passphrase)).status, 503)
    assert.equal((await signInFrom(w, '192.0.2.67', w.ada.upn, passphrase)).status, 303)
  } finally {
    leave(turns)
  }
})

test('K20: who comes from a known device is in front of every stranger in line', async () => {
  const order: string[] = []
  const parameters = {
    message: Buffer.from('x'),
    nonce: Buffer.alloc(16),
    tagLength: 32,
    memory: 19_456,
    passes: 2,
    parallelism: 1,
  }
  const hash = async (lane: 'known' | 'stranger', n: number): Promise<void> => {
    const turn = takeTurn(lane, `network ${n}`)
    await turn.hash(parameters)
    order.push(lane)
    turn.leave()
  }
  await Promise.all([
    ...Array.from({ length: 12 }, (_, n) => hash('stranger', n)),
    hash('known', 0),
  ])
  // As many strangers as there are threads were begun before; they are not thrown out.
  assert.ok(order.indexOf('known') <= 4, order.join(' '))
})

test('a known and an unknown name cost the same statements; only the known one’s own organization has a record of it', async () => {
  const w = await world()
  await give(w, w.ada)
  const events = async (): Promise<number> =>
    (
      await rows(
        w.db,
        sql`select 1 from events where tenant_id = ${w.contoso.id} and activity = 'user.signInFailed'`,
      )
    ).length
  await signInFrom(w, '192.0.2.9', `nobody@${w.contoso.domain}`, 'x')
  assert.equal(await events(), 0)
  await signInFrom(w, '192.0.2.9', w.ada.upn, 'x')
  assert.equal(await events(), 1)
  const statementsFor = async (name: string): Promise<string[]> =>
    (
      await caught(w.db, (db) =>
        signIn(
          db,
          { userPrincipalName: name, password: 'x', deviceCookie: undefined },
          { address: '192.0.2.10', userAgent: null },
          w.operator(),
        ),
      )
    ).map((statement) => statement.sql)
  await statementsFor(w.bob.upn) // The secrets of the installation are made once.
  const known = await statementsFor(w.ada.upn)
  assert.ok(known.length > 3, `${known.length} statements were seen`)
  assert.deepEqual(await statementsFor(`nobody@${w.contoso.domain}`), known)
})

test('R143, R144: records of signing in go after 180 days, browsers not used for 180 days too; every other record stays', async () => {
  const w = await world()
  await give(w, w.ada)
  await signInFrom(w, '192.0.2.20', w.ada.upn, 'wrong')
  await signInFrom(w, '192.0.2.20', w.ada.upn, passphrase)
  const left = async (): Promise<{ signIns: number; others: number; browsers: number }> => {
    const found = await rows(
      w.db,
      sql<{ activity: string }>`select activity from events where target_id = ${w.ada.userId}`,
    )
    const signIns = found.filter(({ activity }) => activity.startsWith('user.sign')).length
    const browsers = (
      await rows(w.db, sql`select 1 from known_browsers where person_id = ${w.ada.personId}`)
    ).length
    return { signIns, others: found.length - signIns, browsers }
  }
  const before = await left()
  assert.deepEqual([before.signIns, before.browsers], [2, 1])
  w.pass(180 * dayMs - minuteMs)
  await pruneEvents(w.db, w.now())
  await pruneSignIn(w.db, w.now())
  assert.deepEqual(await left(), before)
  w.pass(2 * minuteMs)
  await pruneEvents(w.db, w.now())
  await pruneSignIn(w.db, w.now())
  assert.deepEqual(await left(), { signIns: 0, others: before.others, browsers: 0 })
  assert.ok(before.others > 0)
})

test('K20: the first request that came through a proxy which nobody has named is told to who runs the installation, once', async () => {
  const w = await world()
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const asked = async (trustedProxies: number, header: string): Promise<number> => {
    const app = serverApp({ ...w.services, log, trustedProxies })
    lines.length = 0
    for (let n = 0; n < 3; n++)
      await app.request(`${w.publicUrl}/sign-in`, { headers: { [header]: '192.0.2.1' } })
    return lines.filter((line) => line.includes('GUESTHOUSE_TRUSTED_PROXIES')).length
  }
  assert.equal(await asked(0, 'x-forwarded-for'), 1)
  assert.equal(await asked(0, 'forwarded'), 1)
  assert.equal(await asked(1, 'x-forwarded-for'), 0)
  assert.equal(await asked(0, 'accept-language'), 0)
})

test('K20: one network that asks on and on as a stranger waits, at little cost; its neighbours and who is signed in do not', async () => {
  const w = await world()
  const from = (address: string, path: string, headers: Record<string, string> = {}) =>
    w.app.request(
      `${w.publicUrl}${path}`,
      { headers: { accept: 'text/html', ...headers } },
      { incoming: { socket: { remoteAddress: address } } },
    )
  const statuses: number[] = []
  for (let n = 0; n < 220; n++)
    statuses.push((await from(`2001:db8:5:5::${n.toString(16)}`, '/sign-in')).status)
  assert.equal(statuses[199], 200)
  assert.deepEqual(new Set(statuses.slice(200)), new Set([429]))
  const refused = await from('2001:db8:5:5::1', '/sign-in')
  assert.deepEqual(
    [refused.headers.get('retry-after'), refused.headers.get('content-type')],
    ['5', 'text/html; charset=UTF-8'],
  )
  assert.match(await refused.text(), /Too much was asked from your network[\s\S]*Go to the start/)
  assert.equal((await from('2001:db8:5:6::1', '/sign-in')).status, 200, 'the neighbour')
  const guesses: number[] = []
  for (let n = 0; n < 210; n++)
    guesses.push((await from('192.0.2.90', '/v1.0/me', { authorization: `Bearer ${n}` })).status)
  assert.deepEqual([guesses[0], guesses.at(-1)], [401, 429])
  // A file that is there for everybody is a look at a page, too.
  const taken: number[] = []
  for (let n = 0; n < 205; n++)
    taken.push((await from('2001:db8:5:7::1', '/receipts/keys', { accept: '*/*' })).status)
  assert.deepEqual([taken[0], taken.at(-1)], [200, 429])
  w.pass(10_000)
  assert.equal((await from('2001:db8:5:5::1', '/sign-in')).status, 200, 'after a few seconds')
})

test('K20: nobody is counted who is let in, and nobody behind a proxy that nobody has named', async () => {
  const w = await world()
  const browser = browserOf(w)
  browser.signIn(
    (await openSession(w.db, w.carol.personId, { address: null, userAgent: 'test' }, w.now()))
      .token,
  )
  const token = await tokenIn(w, browser, w.contoso.id)
  const from = (path: string, headers: Record<string, string>, address = '192.0.2.91') =>
    w.app.request(
      `${w.publicUrl}${path}`,
      { headers },
      { incoming: { socket: { remoteAddress: address } } },
    )
  for (let n = 0; n < 210; n++)
    assert.equal((await from('/v1.0/me', { authorization: `Bearer ${token?.text}` })).status, 200)
  const forwarded = { 'x-forwarded-for': '198.51.100.1' }
  for (let n = 0; n < 210; n++)
    assert.equal((await from('/sign-in', forwarded, '172.18.0.2')).status, 200)
  const pretending: number[] = []
  for (let n = 0; n < 210; n++) pretending.push((await from('/sign-in', forwarded)).status)
  assert.equal(pretending.at(-1), 429, 'whoever only says so is a stranger')
})

test('U11: what is refused on the way of a person is a page with words and a next step', async () => {
  const w = await world()
  const asked = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ) =>
    w.app.request(`${w.publicUrl}${path}`, {
      method,
      headers: { accept: 'text/html', ...headers },
      ...(body === undefined ? {} : { body }),
    })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const foreign = { ...form, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  for (const [answer, status, words] of [
    [await asked('POST', '/sign-in', foreign, 'name=a'), 403, /from another site/],
    [await asked('POST', '/', foreign, ''), 403, /from another site/],
    [await asked('POST', '/no/such/page', foreign, ''), 403, /from another site/],
    [await asked('DELETE', '/sign-in'), 405, /cannot be used in this way/],
    [
      await asked('POST', '/sign-in', { 'content-type': 'application/json' }, '{}'),
      415,
      /could not be read/,
    ],
  ] as const) {
    const page = await answer.text()
    assert.equal(answer.status, status, page)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
    assert.match(page, words)
    assert.match(page, /<a class="button" href="\/">/)
  }
  const api = await asked('POST', '/account/organizations', foreign, '{}')
  assert.match(api.headers.get('content-type') ?? '', /json/)
})

test('U11: a browser that keeps no cookies is told so, instead of being asked to sign in again and again', async () => {
  const w = await world()
  await give(w, w.ada)
  assert.equal((await signInFrom(w, '192.0.2.120', w.ada.upn, passphrase)).status, 303)
  const page = async (address: string, headers: Record<string, string> = {}): Promise<string> => {
    const socket = { incoming: { socket: { remoteAddress: address } } }
    return (await w.app.request(`${w.publicUrl}/sign-in`, { headers }, socket)).text()
  }
  assert.match(await page('192.0.2.120'), /keeps no cookies[\s\S]*Allow cookies for this site/)
  assert.doesNotMatch(await page('192.0.2.120', { cookie: 'a=b' }), /keeps no cookies/)
  assert.doesNotMatch(await page('192.0.2.121'), /keeps no cookies/)
  w.pass(minuteMs)
  assert.doesNotMatch(await page('192.0.2.120'), /keeps no cookies/)
})
