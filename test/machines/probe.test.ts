/** The synthetic guest, over real connections: what it measures, and what it leaves behind. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { revocationProbe } from '../../src/cli/probe/probe.ts'
import { run } from '../../src/cli/program.ts'
import { runningApp } from '../../src/cli/serve.ts'
import { linkEntries } from '../../src/events/chain.ts'
import { minuteMs, plus, secondMs } from '../../src/kernel/time.ts'
import { newMetrics } from '../../src/server/metrics.ts'
import { answering } from '../../src/store/columns.ts'
import { rows, sql } from '../../src/store/database.ts'
import { newStore } from '../store.ts'
import { world } from '../world.ts'
import { listening } from './listening.ts'

const token = 'a-token-of-some-length'
const { url, answerBy, stop } = await listening()
after(stop)
// Of its own: a server keeps there where it was reached last, and jobs go by the clock of here.
const store = await newStore()
const w = await world(url, { db: store.db })
const metrics = newMetrics(true)
const app = runningApp(w.services, metrics, token)
beforeEach(() => answerBy(app))

const lines: string[] = []
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
const leaves = revocationProbe({
  publicUrl: url,
  sealKey: w.services.sealKey,
  clock: w.services.clock,
  log,
  told: metrics.probed,
  patience: { times: 3, limitMs: 3 * secondMs, pauseMs: 10 },
})

const going = new AbortController().signal

// Each round is a turn of its own, a minute after the one before.
const round = async (): Promise<void> => {
  w.pass(minuteMs)
  await leaves(w.db, w.now(), going)
}

const scraped = async (at = url): Promise<ReadonlyMap<string, number>> => {
  const headers = { authorization: `Bearer ${token}` }
  const text = await (await fetch(`${at}/metrics`, { headers })).text()
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map((line) => {
      const end = line.lastIndexOf(' ')
      return [line.slice(0, end), Number(line.slice(end + 1))]
    }),
  )
}
const rounds = async (outcome: string): Promise<number | undefined> =>
  (await scraped()).get(`guesthouse_revocation_rounds_total{outcome="${outcome}"}`)
const refusedIn = (found: ReadonlyMap<string, number>): number | undefined =>
  found.get('guesthouse_revocation_rounds_total{outcome="refused"}')

/** How many rows each table has; what rounds must not add to. */
const rowsOf = async (): Promise<ReadonlyMap<string, number>> => {
  const names = await rows(
    w.db,
    answering<{ name: string }>(
      { name: 'c.relname' },
      (list) =>
        sql`select ${list} from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1`,
    ),
  )
  const found = new Map<string, number>()
  for (const { name } of names) {
    const [one] = await rows(
      w.db,
      answering<{ count: number }>(
        { count: sql`count(*)::int` },
        (list) => sql`select ${list} from ${sql.ref(name)}`,
      ),
    )
    found.set(name, one?.count ?? 0)
  }
  return found
}

test('issue 13: a synthetic guest leaves, and how soon every door refused stands in the metrics as p50 and p99; it is no request and no leave of anybody', async () => {
  await round()
  assert.deepEqual(lines, [])
  const found = await scraped()
  assert.equal(await rounds('refused'), 1)
  assert.equal(found.get('guesthouse_revocation_seconds_count'), 1)
  for (const quantile of ['0.5', '0.99']) {
    const seconds = found.get(`guesthouse_revocation_day_seconds{quantile="${quantile}"}`) ?? 0
    assert.ok(seconds > 0, `${quantile}: ${seconds}`)
  }
  const at = found.get('guesthouse_revocation_last_round_timestamp_seconds') ?? 0
  assert.ok(Math.abs(at * secondMs - Date.now()) < minuteMs)
  assert.equal(found.get('guesthouse_leaves_total'), 0)
  const requests = [...found].filter(([name]) => name.startsWith('guesthouse_http_requests_total'))
  assert.deepEqual(requests, [])
})

test('issue 13: rounds add nothing to what is there: no entry, no receipt, no mail, no session, nobody erased', async () => {
  await round()
  await linkEntries(w.db, w.services.sealKey, w.now())
  const before = await rowsOf()
  // The log is chained while rounds run, as it is every few seconds.
  answerBy({
    fetch: async (request, environment) => {
      const answer = await app.fetch(request, environment)
      await linkEntries(w.db, w.services.sealKey, w.now())
      return answer
    },
  })
  for (let times = 0; times < 3; times++) await round()
  await linkEntries(w.db, w.services.sealKey, w.now())
  const more = [...(await rowsOf())].filter(([name, count]) => count > (before.get(name) ?? 0))
  // These go with time: what was given, when its hour is over; what has changed, after 31 days.
  const passing = new Set(['oidc_records', 'directory_changes', 'user_count_changes'])
  assert.deepEqual(
    more.filter(([name]) => !passing.has(name)),
    [],
  )
  assert.equal(await rounds('refused'), 5)
})

/** The product, but that this path answers everybody for so long after somebody has left. */
const lettingIn = (path: string, forMs: number): void => {
  let until: number | undefined
  answerBy({
    fetch: async (request, env) => {
      const { pathname } = new URL(request.url)
      if (pathname === path && until !== undefined && performance.now() < until)
        return new Response('{}')
      const answer = await app.fetch(request, env)
      if (pathname.endsWith('/leave')) until = performance.now() + forMs
      return answer
    },
  })
}

test('issue 13: a door that goes on letting in for a while is as late as that in the metrics', async () => {
  const before = (await scraped()).get('guesthouse_revocation_seconds_sum') ?? 0
  lettingIn('/v1.0/me', 300)
  await round()
  const seconds = ((await scraped()).get('guesthouse_revocation_seconds_sum') ?? 0) - before
  assert.ok(seconds >= 0.3, String(seconds))
})

test('issue 13: a door that lets in for longer is a round that failed, with no time, and an error that names it', async () => {
  const before = await scraped()
  lettingIn('/v1.0/me', minuteMs)
  await round()
  assert.equal(await rounds('letIn'), 1)
  const name = 'guesthouse_revocation_seconds_count'
  assert.equal((await scraped()).get(name), before.get(name))
  assert.match(lines.join(''), /"level":50.*"doors":\["directoryApi"\].*is still let in/)
  lines.length = 0
})

test('issue 13: a product that cannot be asked is a round that was not tried, and the next one goes on', async () => {
  answerBy({ fetch: () => new Response(null, { status: 503 }) })
  await assert.rejects(round(), /not let in before it left/)
  answerBy(app)
  assert.equal(await rounds('notTried'), 1)
  const before = await rounds('refused')
  await round()
  assert.equal(await rounds('refused'), (before ?? 0) + 1)
})

test('issue 13: of several processes one has the turn of a minute', async () => {
  const before = (await rounds('refused')) ?? 0
  w.pass(minuteMs)
  const now = w.now()
  await Promise.all([
    leaves(w.db, now, going),
    leaves(w.db, now, going),
    leaves(w.db, plus(now, secondMs), going),
  ])
  assert.equal(await rounds('refused'), before + 1)
})

test('issue 13: GUESTHOUSE_REVOCATION_PROBE=true is all that the server is told, and the first round is at the start', async () => {
  const { promise: ready, resolve: isReady } = Promise.withResolvers<string>()
  const { promise: stopped, resolve: end } = Promise.withResolvers<void>()
  const env = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    GUESTHOUSE_DRAIN_SECONDS: '0',
    GUESTHOUSE_METRICS_TOKEN: token,
    GUESTHOUSE_KEY: w.services.sealKey.toString('base64'),
    GUESTHOUSE_REVOCATION_PROBE: 'true',
  }
  const out = (line: string): void => {
    const at = /ready at (http:\S+)/.exec(line)?.[1]
    if (at !== undefined) isReady(at)
  }
  const terminal = { env, out, err: out, interactive: false, stopped: () => stopped }
  const served = run(['serve'], {
    terminal: { ...terminal, confirm: async () => false },
    openStore: async () => ({ ...store, close: async () => {} }),
  })
  const at = await ready
  let found = await scraped(at)
  for (let tries = 0; tries < 1_200 && refusedIn(found) === 0; tries++) {
    await pause(50)
    found = await scraped(at)
  }
  end()
  assert.equal(await served, 0)
  assert.equal(refusedIn(found), 1)
})
