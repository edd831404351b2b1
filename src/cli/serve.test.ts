import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { askAccount, browserOf, tokenIn } from '../../test/in-process-browser.ts'
import { newStore } from '../../test/store.ts'
import { world } from '../../test/world.ts'
import { healthApp } from '../server/health.ts'
import { guesthouse } from '../../test/machines/command-line.ts'
import { CannotListen, listen } from '../server/listen.ts'
import { newMetrics } from '../server/metrics.ts'
import { errorForLog, newLog } from '../server/request-log.ts'
import { sql, transaction } from '../store/database.ts'
import { ConstraintViolated } from '../store/store-error.ts'
import { openSession } from '../people/open-session.ts'
import { runningApp } from './serve.ts'

const token = 'a-token-of-some-length'

const running = async (metricsToken?: string) => {
  const w = await world()
  const lines: string[] = []
  const services = {
    ...w.services,
    log: newLog('info', { write: (line: string) => void lines.push(line) }),
  }
  const app = runningApp(services, newMetrics(), metricsToken)
  const ask = (path: string, init?: RequestInit) =>
    Promise.resolve(app.request(`${w.publicUrl}${path}`, init))
  return {
    ...w,
    app,
    ask,
    lines,
    logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}

test('the process says that it is up and ready, without a line in the log', async () => {
  const { ask, lines } = await running()
  assert.equal((await ask('/healthz')).status, 200)
  assert.equal((await ask('/readyz')).status, 200)
  assert.deepEqual(lines, [])
})

test('a store that hangs or is gone makes it not ready', async () => {
  const own = await newStore(1)
  const app = healthApp(own.db, { withinMs: 300 })
  const { promise, resolve } = Promise.withResolvers<void>()
  const busy = transaction(own.db, () => promise)
  assert.equal((await app.request('/readyz')).status, 503)
  resolve()
  await busy
  assert.equal((await app.request('/readyz')).status, 200)
  await own.close()
  assert.equal((await app.request('/readyz')).status, 503)
  assert.equal((await app.request('/healthz')).status, 200)
})

test('12.5: addresses of the directory API are read in every spelling by the process too, and logged by the row', async () => {
  const { ask, logged } = await running()
  for (const path of ['/v1.0/Users/', "/beta/myorganization/users('a@b.example')/Manager"])
    assert.equal((await ask(path)).status, 401, path)
  assert.deepEqual(
    logged().map(({ route }) => route),
    ['/v1.0/users', '/beta/users/:id/manager'],
  )
})

test('a request is logged by its pattern and ids; no query, token, name or address', async () => {
  const w = await running()
  const { app, ask, lines, logged, fabrikam, ada, frank } = w
  await ask('/set-up/SECRETTOKEN?from=SECRETQUERY', { headers: { 'user-agent': 'SECRETAGENT' } })
  await ask(`/account/organizations/${fabrikam.id}?search=SECRETSEARCH`)
  await ask('/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `name=${ada.upn}&password=SECRETPASSWORD`,
  })
  const browser = browserOf({ app, publicUrl: w.publicUrl })
  browser.signIn(
    (
      await openSession(
        w.db,
        frank.personId,
        { address: null, userAgent: 'SECRETBROWSER' },
        w.now(),
      )
    ).token,
  )
  const access = await tokenIn({ app, publicUrl: w.publicUrl }, browser, fabrikam.id)
  await ask('/v1.0/users?$search=SECRETNAME', {
    headers: { authorization: `Bearer ${access?.text}` },
  })
  await ask('/v1.0/users', { headers: { authorization: 'Bearer SECRETHEADER' } })
  await ask('/SECRETPATH')
  assert.doesNotMatch(lines.join(''), /SECRET|contoso|Lovelace|ada[@._ ]/i)
  for (const part of access?.text.split('.') ?? [])
    assert.ok(!lines.join('').includes(part), 'the token is not logged')
  const [setUp, organization, signIn] = logged()
  const users = logged().find(({ route }) => route === '/v1.0/users')
  assert.deepEqual(
    [setUp?.['method'], setUp?.['route'], setUp?.['status']],
    ['GET', '/set-up/:token', 404],
  )
  assert.deepEqual(
    [organization?.['route'], organization?.['organizationId']],
    ['/account/organizations/:id', fabrikam.id],
  )
  assert.deepEqual([signIn?.['route'], signIn?.['status']], ['/sign-in', 401])
  assert.deepEqual(
    [users?.['organizationId'], users?.['userId'], users?.['status']],
    [fabrikam.id, frank.userId, 200],
  )
  for (const line of logged()) {
    assert.match(String(line['requestId']), /^[0-9a-f-]{36}$/)
    assert.equal(typeof line['ms'], 'number')
  }
})

test('an unknown address gets the product’s own answer, with its headers', async () => {
  const { ask } = await running()
  const response = await ask('/no/such/place')
  assert.equal(response.status, 404)
  assert.ok(response.headers.get('request-id'))
  assert.equal(response.headers.get('x-frame-options'), 'DENY')
})

test('an error in the log does not quote the row it is about', () => {
  const told = Object.assign(new Error('duplicate key (ada@contoso.example)'), {
    code: '23505',
    detail: 'Key (name)=(ada@contoso.example) already exists.',
    constraint: 'one_live_user_per_name',
    params: ['ada@contoso.example'],
  })
  const kept = errorForLog(new ConstraintViolated('unique', 'one_live_user_per_name', told))
  assert.doesNotMatch(JSON.stringify(kept), /ada@/)
  assert.match(JSON.stringify(kept), /23505.*one_live_user_per_name/)
  assert.match(JSON.stringify(errorForLog(new Error('our own words'))), /our own words/)
})

test('metrics are for those with the token, and not there without one', async () => {
  const { ask } = await running(token)
  assert.equal((await ask('/metrics')).status, 401)
  assert.equal(
    (await ask('/metrics', { headers: { authorization: `Bearer ${token}x` } })).status,
    401,
  )
  const { ask: askWithout } = await running()
  assert.equal(
    (await askWithout('/metrics', { headers: { authorization: `Bearer ${token}` } })).status,
    404,
  )
})

test('metrics count requests by pattern, leaves, and what jobs did', async () => {
  const { app, publicUrl, ask, ada, fabrikam, db } = await running(token)
  const { token: session } = await openSession(
    db,
    ada.personId,
    { address: null, userAgent: null },
    new Date('2026-05-01T12:00:00.000Z'),
  )
  const leaving = await askAccount(
    { app, publicUrl },
    `guesthouse_session=${session}`,
    `/account/organizations/${fabrikam.id}/leave`,
    {
      method: 'POST',
    },
  )
  assert.equal(leaving.status, 200)
  const text = await (
    await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })
  ).text()
  assert.match(
    text,
    /guesthouse_http_requests_total\{route="\/account\/organizations\/:id\/leave",method="POST",status="2xx"\} 1/,
  )
  assert.match(text, /guesthouse_http_request_duration_seconds_bucket\{le="0\.5"/)
  assert.match(text, /guesthouse_leaves_total 1/)
  assert.match(text, /process_resident_memory_bytes/)
  const metrics = newMetrics()
  metrics.jobRan('purge', 3)
  assert.match(await metrics.text(), /guesthouse_job_items_total\{job="purge"\} 3/)
  assert.equal((await sql`select 1`.execute(db)).rows.length, 1)
})

test('stopping answers who is being served, refuses newcomers, and a taken port is said to be', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const { url, stop } = await listen({ host: '127.0.0.1', port: 0 }, () => async () => {
    started.resolve()
    await promise
    return new Response('served')
  })
  const port = Number(new URL(url).port)
  await assert.rejects(
    listen({ host: '127.0.0.1', port }, () => () => new Response()),
    CannotListen,
  )
  // A demo says so before it tells its story.
  const demo = await guesthouse(['demo'], undefined, { PORT: String(port) })
  assert.equal(demo.code, 1)
  assert.match(demo.err, /Port \d+ on 127\.0\.0\.1 is taken/)
  assert.doesNotMatch(demo.err, /Setting up/)
  const served = fetch(url)
  await started.promise
  const stopped = stop(0)
  await pause(50)
  await assert.rejects(fetch(url))
  resolve()
  assert.equal(await (await served).text(), 'served')
  await stopped
})

test('F8: while it stops, newcomers are answered and told that it was the last time, and who had sent a request is not cut off', async () => {
  const { url, stop } = await listen(
    { host: '127.0.0.1', port: 0 },
    () => () => new Response('served'),
  )
  const port = Number(new URL(url).port)
  const kept = connect(port, '127.0.0.1')
  let heard = ''
  kept.on('data', (bytes: Buffer) => (heard += bytes.toString()))
  const request = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'
  kept.write(request)
  while (!heard.includes('served')) await pause(5)
  assert.match(heard, /^HTTP\/1\.1 200/)
  const stopped = stop(300)
  const newcomer = await fetch(url)
  assert.deepEqual([newcomer.status, newcomer.headers.get('connection')], [200, 'close'])
  heard = ''
  await pause(400)
  // The listener is closed; this connection was open before, and has been quiet for less than a
  // second.
  const ended = new Promise((resolve) => kept.on('close', resolve))
  kept.write(request)
  await ended
  assert.match(heard, /connection: close[\s\S]*served/i)
  await stopped
})

test('F8: a connection that only stays open does not hold up the end', async () => {
  const { url, stop } = await listen(
    { host: '127.0.0.1', port: 0 },
    () => () => new Response('served'),
  )
  const idle = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {})
  const closed = new Promise((resolve) => idle.on('close', resolve))
  await pause(50)
  await stop(0)
  await closed
})

test(
  'F8: a request that is never answered holds up the end for six seconds, and no longer',
  { timeout: 30_000 },
  async () => {
    const { url, stop } = await listen(
      { host: '127.0.0.1', port: 0 },
      () => () => new Promise<Response>(() => {}),
    )
    const hanging = fetch(url).then(
      () => 'answered',
      () => 'cut',
    )
    await pause(100)
    const begun = performance.now()
    await stop(0)
    assert.ok(performance.now() - begun >= 5_900)
    assert.equal(await hanging, 'cut')
  },
)

test('F8: who asks whether it is ready hears that it is stopping', async () => {
  const { db } = await running()
  const life = { isStopping: false }
  const app = healthApp(db, {
    isStopping: () => life.isStopping,
    warning: () => 'the clock is wrong',
  })
  const before = await app.request('/readyz')
  assert.deepEqual([before.status, await before.text()], [200, 'ready\nthe clock is wrong\n'])
  life.isStopping = true
  assert.equal((await app.request('/readyz')).status, 503)
  assert.equal((await app.request('/healthz')).status, 200)
})
