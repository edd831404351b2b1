/** What strangers leave behind at the provider: nothing, or little, and not for long. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserOf } from '../../test/in-process-browser.ts'
import { registerApplication, type Application, type World } from '../../test/sign-on.ts'
import { world } from '../../test/world.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import { rows } from '../store/database.ts'
import { sql } from 'kysely'
import { pruneOverRecords } from '../tokens/prune-records.sql.ts'

type Row = { kind: string; expiresAt: Date }
const records = (w: World) =>
  rows(
    w.db,
    sql<Row>`select kind, expires_at as "expiresAt" from oidc_records where tenant_id = ${w.fabrikam.id} order by kind`,
  )

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const askFor = (application: Application, more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    client_id: application.appId,
    redirect_uri: application.uri,
    response_type: 'code',
    scope: 'openid',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })
const at = (w: World, path: string): string => `${w.publicUrl}/${w.fabrikam.id}/oauth2/v2.0${path}`
const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
const form = (fields: URLSearchParams): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: fields.toString(),
})

test('K20: who opens a sign-on, the page for devices or the page to sign out, and does not come back, leaves no row', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const before = await records(w)
  for (let n = 0; n < 5; n++) {
    assert.equal((await w.app.request(`${at(w, '/authorize')}?${askFor(application)}`)).status, 303)
    assert.equal((await w.app.request(at(w, '/device'))).status, 200)
    assert.equal((await w.app.request(at(w, '/logout'))).status, 200)
  }
  assert.deepEqual(await records(w), before)
})

test('K20: what the browser carries is sealed, belongs to one request of one organization, and is over after an hour', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const browser = browserOf(w)
  const end = await browser.open(
    `${at(w, '/authorize')}?${askFor(application, { state: 'a-state-of-its-own' })}`,
  )
  assert.match(end.url.pathname, /^\/sign-in/)
  const carried = [...browser.jar].filter(([key]) => key.startsWith('guesthouse_oidc_request'))
  assert.equal(carried.length, 1)
  const [[key, cookie] = ['', { value: '', path: '' }]] = carried
  assert.ok(!Buffer.from(cookie.value, 'base64url').includes('a-state-of-its-own'))
  const path = new URLSearchParams(end.url.search).get('return') ?? ''
  assert.equal(cookie.path, path)
  assert.match((await browser.open(path)).url.pathname, /^\/sign-in/, 'it is taken up')
  const middle = cookie.value.length >> 1
  const other = cookie.value[middle] === 'A' ? 'B' : 'A'
  const value = cookie.value.slice(0, middle) + other + cookie.value.slice(middle + 1)
  browser.jar.set(key, { ...cookie, value })
  assert.equal((await browser.open(path)).status, 400, 'touched')
})

test('K20: a request that no cookie holds is written for ten minutes, and only so often for one network', async () => {
  const w = await world()
  const application = await registerApplication(w, w.fabrikam, w.frank)
  const long = `${at(w, '/authorize')}?${askFor(application, { state: 'x'.repeat(3_000) })}`
  const statuses: number[] = []
  for (let n = 0; n < 40; n++)
    statuses.push((await w.app.request(long, {}, from(`2001:db8:20:1::${n}`))).status)
  assert.ok(statuses.filter((status) => status === 303).length <= 35, statuses.join(' '))
  assert.ok(statuses.includes(503), statuses.join(' '))
  const html = { headers: { accept: 'text/html' } }
  const asked = () => w.app.request(long, html, from('2001:db8:20:1::9'))
  let refused = await asked()
  // On a slow machine the budget has one more by now.
  for (let again = 0; refused.status === 303 && again < 5; again++) refused = await asked()
  assert.equal(refused.status, 503)
  assert.equal(refused.headers.get('retry-after'), '5')
  assert.match(await refused.text(), /try again/)
  assert.equal(
    (await w.app.request(long, {}, from('2001:db8:20:2::1'))).status,
    303,
    'another network',
  )
  const written = (await records(w)).filter(({ kind }) => kind === 'Interaction')
  const soon = plus(new Date(), 10 * minuteMs)
  assert.ok(written.length <= 40 && written.every(({ expiresAt }) => expiresAt <= soon))
  await pruneOverRecords(w.db, plus(soon, 1_000))
  assert.equal((await records(w)).filter(({ kind }) => kind === 'Interaction').length, 0)
})

test('K20: what programs begin without a secret has a budget for each network; an application with a secret has none', async () => {
  const w = await world()
  const open = await registerApplication(w, w.fabrikam, w.frank, { kind: 'native' })
  const secret = await registerApplication(w, w.fabrikam, w.frank, { name: 'Server' })
  const push = (application: Application, address: string) =>
    w.app.request(
      at(w, '/par'),
      form(
        askFor(
          application,
          application.secret === undefined ? {} : { client_secret: application.secret },
        ),
      ),
      from(address),
    )
  const device = (address: string) =>
    w.app.request(
      at(w, '/devicecode'),
      form(new URLSearchParams({ client_id: open.appId, scope: 'openid' })),
      from(address),
    )
  const pushed: number[] = []
  for (let n = 0; n < 140; n++) pushed.push((await push(open, '192.0.2.30')).status)
  assert.equal(pushed[0], 201)
  assert.ok(pushed.includes(503))
  const devices: number[] = []
  for (let n = 0; n < 70; n++) devices.push((await device('192.0.2.31')).status)
  assert.equal(devices[0], 200)
  assert.ok(devices.includes(503))
  for (let n = 0; n < 140; n++) assert.equal((await push(secret, '192.0.2.32')).status, 201)
})
