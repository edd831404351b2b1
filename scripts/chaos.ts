/**
 * npm run chaos [-- rounds]: machines that fail, ten minutes at most. Kills (also in a purge),
 * stops and full disks on the embedded PostgreSQL; fail-overs, kills and stops on servers that are
 * named; and the tests of the rest: silent and cut connections, wrong clocks, hanging receivers and
 * mail servers, damaged folders, backups that are put back. What this machine cannot do is said.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { canFailOver, withPair } from '../test/machines/fail-over.ts'
import { canFillDisks, fillDisk } from '../test/machines/full-disk.ts'
import {
  headersAt,
  killRounds,
  makeGroups,
  seed,
  settings,
  startProduct,
  type Victim,
} from '../test/machines/kill-rounds.ts'
import { purgeKills } from '../test/machines/purge-kills.ts'
import { stopsUnderLoad } from '../test/machines/stops-under-load.ts'
import { behindPooler, pooler } from '../test/machines/pooler.ts'
import { rows, transaction } from '../src/store/database.ts'
import { sql } from 'kysely'
import { openPostgres } from '../src/store/postgres.ts'
import { openStore } from '../src/store/store.ts'
import { run } from './run.ts'

const rounds = Number(process.argv[2] ?? 30)
/** A machine that is slow, or busy, gets through fewer rounds: so the whole ends in ten minutes. */
const longestMs = { kills: 90_000, stops: 80_000 }
let failed = 0
let passed = 0

const tell = (name: string, isGood: boolean, seen: object): void => {
  if (isGood) passed++
  else failed++
  console.log(`${isGood ? '✔' : '✖'} ${name}: ${JSON.stringify(seen)}`)
}
const missing = (name: string, why: string): void => console.log(`- ${name}: not run, ${why}`)

for (const victim of ['product', 'postgres', 'everything'] satisfies Victim[]) {
  const {
    rounds: done,
    acknowledged,
    lost,
    serverErrors,
  } = await killRounds(victim, rounds, longestMs.kills)
  const isGood = lost.length === 0 && serverErrors.length === 0 && acknowledged >= done * 12
  tell(`kill -9 of ${victim}, ${done} times`, isGood, {
    acknowledged,
    lost: lost.length,
    serverErrors,
  })
}

const purges = await purgeKills(rounds * 200)
tell(
  `kill -9 in the middle of a purge, ${purges.kills} times`,
  purges.kills >= rounds / 6 &&
    purges.torn + purges.left === 0 &&
    purges.proved === purges.due &&
    purges.told === purges.due,
  purges,
)

const stops = await stopsUnderLoad(Math.max(2, Math.ceil((rounds * 2) / 3)), longestMs.stops)
tell(
  'SIGTERM under load',
  stops.cut === 0 && stops.longestMs < 15_000 && stops.statuses.every((status) => status === 200),
  stops,
)

if (canFillDisks()) {
  const filled = await fillDisk()
  tell(
    'a full disk',
    filled.refused > 0 && filled.lost.length === 0 && filled.otherErrors.length === 0,
    filled,
  )
} else missing('a full disk', 'only root can make a file system to fill')

/** Stops all of them at once, and says how long the last one took. */
const stopAll = async (products: readonly { readonly child: ChildProcess }[]): Promise<number> => {
  const stopping = performance.now()
  await Promise.all(
    products.map(({ child }) => {
      const ended = new Promise((resolve) => child.on('close', resolve))
      child.kill('SIGTERM')
      return ended
    }),
  )
  return performance.now() - stopping
}

const keptGroups = async (url: string): Promise<ReadonlySet<string>> => {
  const store = await openPostgres(url, 2)
  const found = await rows(store.db, sql<{ id: string }>`select id from live_groups`)
  await store.close()
  return new Set(found.map(({ id }) => id))
}

/** Two processes on one pair; both have to make changes again after the fail-over. */
const failOver = async (how: 'cut' | 'silent'): Promise<void> => {
  const seen = await withPair(async ({ url, failOver }) => {
    const folder = mkdtempSync(join(tmpdir(), 'guesthouse-chaos-'))
    const { tenantId, session } = await seed({ ...settings(folder), databaseUrl: url })
    const products = await Promise.all(
      [1, 2].map(() => startProduct(folder, { DATABASE_URL: url })),
    )
    const notes = { acknowledged: [] as string[], serverErrors: [] as number[], longestMs: 0 }
    const over = { isOver: false }
    const working = products.map(async (product) => {
      const headers = await headersAt(product.url, tenantId, session)
      return makeGroups(product.url, headers, notes, () => over.isOver)
    })
    await pause(2_000)
    const before = notes.acknowledged.length
    await failOver(how)
    const promotedAt = performance.now()
    let backMs = 0
    while (performance.now() - promotedAt < 60_000 && backMs === 0) {
      await pause(200)
      if (notes.acknowledged.length > before + 40) backMs = performance.now() - promotedAt
    }
    over.isOver = true
    await Promise.all(working)
    const stopMs = await stopAll(products)
    const kept = await keptGroups(url)
    rmSync(folder, { recursive: true })
    const lost = notes.acknowledged.filter((id) => !kept.has(id)).length
    return {
      acknowledged: notes.acknowledged.length,
      lost,
      serverErrors: notes.serverErrors,
      backMs,
      longestMs: notes.longestMs,
      stopMs,
    }
  })
  const isGood =
    seen.lost === 0 &&
    seen.backMs > 0 &&
    seen.backMs <= 40_000 &&
    seen.longestMs <= 40_000 &&
    seen.stopMs <= 15_000
  tell(
    `fail-over to a synchronous replica, connections ${how}`,
    isGood && seen.serverErrors.length === 0,
    seen,
  )
}
if (canFailOver()) for (const how of ['cut', 'silent'] as const) await failOver(how)
else
  missing(
    'fail-over',
    'it takes the programs of a PostgreSQL server on this machine (pg_basebackup)',
  )

/**
 * Three of us behind a pooler: what is written is there, and nobody is answered with somebody
 * else's statement.
 */
const pooled = async (ignoresSettings: boolean): Promise<void> => {
  const seen = await behindPooler(ignoresSettings, async (url) => {
    const config = { databaseUrl: url, dataFolder: '', databaseConnections: 10, durable: true }
    const stores = await Promise.all([openStore(config), openStore(config), openStore(config)])
    const dbOf = (n: number) => stores[n % stores.length]?.db ?? stores[0].db
    const numbers = Array.from({ length: 300 }, (_, n) => n)
    const write = (n: number) =>
      transaction(dbOf(n), async (tx) => {
        await rows(tx, sql`select ${n}::int as n, pg_sleep(0.001)`)
        await sql`insert into installation (name, value) values (${`pooled ${n}`}, 'x')`.execute(tx)
      })
    const refused = (await Promise.allSettled(numbers.map(write))).filter(
      ({ status }) => status === 'rejected',
    ).length
    const ask = (n: number) =>
      rows(
        dbOf(n),
        n % 2 === 0
          ? sql<{ n: number }>`select ${n}::int as n`
          : sql<{ n: number }>`select ${n}::int + 0 as n`,
      )
    const mistaken = (await Promise.all(numbers.map(ask))).filter(([row], n) => row?.n !== n).length
    const kept = await rows(dbOf(0), sql`select 1 from installation where name like 'pooled %'`)
    await Promise.all(stores.map((store) => store.close()))
    return { refused, mistaken, kept: kept.length }
  })
  tell(
    `${pooler()} in transaction mode, settings ${ignoresSettings ? 'dropped' : 'refused'}`,
    seen.refused + seen.mistaken === 0 && seen.kept === 300,
    seen,
  )
}
if (pooler() === undefined) missing('a pooler', 'there is no pgbouncer on this machine')
else for (const ignoresSettings of [false, true]) await pooled(ignoresSettings)

const files = [
  'src/store/away.test.ts',
  'src/store/embedded/embedded.test.ts',
  'src/worker/clock.test.ts',
  'src/privacy/journal.test.ts',
  'src/mail/drain.test.ts',
  'src/outbound/*.test.ts',
  'src/propagation/back-channel.test.ts',
]
const tests = await run(
  'node',
  ['--test', '--test-isolation=none', '--test-force-exit', '--test-reporter=spec', ...files],
  { quiet: true },
)
const count = (word: string): number =>
  Number(new RegExp(`${word} (\\d+)`).exec(tests.output)?.[1] ?? 0)
if (tests.code !== 0) console.log(tests.output)
tell(
  'silent and cut connections, clocks, journals, folders, receivers, mail',
  tests.code === 0 && count('pass') > 20,
  {
    tests: count('pass'),
  },
)

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
