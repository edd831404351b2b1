/** A store that goes away and comes back: a connection that is cut, and a disk that is full. */
import assert from 'node:assert/strict'
import { connect, createServer, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { pino } from 'pino'
import { asRefusal } from '../edge/routes.ts'
import { newId } from '../kernel/ids.ts'
import { storeUrl } from '../../test/store.ts'
import { rows, transaction, type Database } from './database.ts'
import { sql } from 'kysely'
import { openPostgres } from './postgres.ts'
import { asStoreError, StoreUnavailable } from './store-error.ts'

const add = (db: Database, name: string) =>
  sql`insert into installation (name, value) values (${name}, 'x')`.execute(db)
const names = async (db: Database, prefix: string): Promise<string[]> =>
  (
    await rows(
      db,
      sql<{
        name: string
      }>`select name from installation where name like ${`${prefix}%`} order by name`,
    )
  ).map(({ name }) => name)

test('a store that is unavailable is told as 503, with when to try again', () => {
  const refusal = asRefusal(new StoreUnavailable('gone'), pino({ level: 'silent' }), 'x')
  assert.deepEqual(
    [refusal.status, refusal.code, refusal.headers['retry-after']],
    [503, 'storeUnavailable', '5'],
  )
  // F11: nobody can know it of a commit that was not answered.
  assert.match(refusal.message, /may have been done or not: look before you repeat it/)
})

/**
 * Stands between us and the server. What it lets through can be cut, as by a restart, or fall
 * silent, as when a machine is gone without a word.
 */
const standBetween = async (t: TestContext) => {
  const url = new URL(storeUrl)
  const port = Number(url.port === '' ? 5432 : url.port)
  const socket = url.searchParams.get('host')
  const target =
    socket === null ? { port, host: url.hostname } : { path: `${socket}/.s.PGSQL.${port}` }
  url.searchParams.delete('host')
  const open = new Set<Socket>()
  const state = { refuses: false }
  const between = createServer((client) => {
    if (state.refuses) return void client.destroy()
    const server = connect(target)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    between.close()
    for (const one of open) one.destroy()
  })
  const address = between.address()
  url.hostname = '127.0.0.1'
  url.port = String(address !== null && typeof address === 'object' ? address.port : 0)
  return {
    url: url.href,
    cut: () => {
      state.refuses = true
      for (const one of open) one.destroy()
    },
    /** What is open now hears nothing more; new connections are let through. */
    silence: () => {
      for (const one of open) one.unpipe().pause()
    },
    mend: () => (state.refuses = false),
  }
}

test('a server that is gone is told at once, and used again when it is back', async (t) => {
  const between = await standBetween(t)
  const store = await openPostgres(between.url, 4)
  t.after(() => store.close())
  const prefix = `away ${newId()}`
  await add(store.db, `${prefix} 1`)
  between.cut()
  await assert.rejects(add(store.db, `${prefix} 2`), StoreUnavailable)
  await assert.rejects(
    transaction(store.db, (tx) => add(tx, `${prefix} 3`)),
    StoreUnavailable,
  )
  between.mend()
  await add(store.db, `${prefix} 4`)
  assert.deepEqual(await names(store.db, prefix), [`${prefix} 1`, `${prefix} 4`])
})

test('K28: whatever step of a transaction the connection is cut at, it is told as a store that is away', async (t) => {
  for (const step of ['before', 'begun', 'changed', 'committing']) {
    const between = await standBetween(t)
    const store = await openPostgres(between.url, 1)
    t.after(() => store.close())
    const cutAt = (now: string): void => {
      if (now === step) between.cut()
    }
    await add(store.db, `away ${newId()}`)
    cutAt('before')
    const work = transaction(store.db, async (tx) => {
      cutAt('begun')
      await add(tx, `away ${newId()}`)
      cutAt('changed')
      // The cut is seen only after the statement has been sent.
      if (step === 'committing') setImmediate(() => between.cut())
    })
    if (step === 'committing')
      await work.catch((error: unknown) => assert.ok(error instanceof StoreUnavailable))
    else await assert.rejects(work, StoreUnavailable, step)
    await assert.rejects(add(store.db, `away ${newId()}`), StoreUnavailable, `after ${step}`)
  }
})

test(
  'K25: a server that falls silent is hung up on, in a statement, in a transaction and at the end, and the next connection is used',
  { timeout: 60_000 },
  async (t) => {
    const between = await standBetween(t)
    const store = await openPostgres(between.url, 2, 200)
    const prefix = `away ${newId()}`
    await add(store.db, `${prefix} 1`)
    between.silence()
    await assert.rejects(add(store.db, `${prefix} 2`), StoreUnavailable)
    await add(store.db, `${prefix} 3`)
    await assert.rejects(
      transaction(store.db, async (tx) => {
        await add(tx, `${prefix} 4`)
        between.silence()
        await add(tx, `${prefix} 5`)
      }),
      StoreUnavailable,
    )
    assert.deepEqual(
      (await names(store.db, prefix)).filter((name) => !name.endsWith(' 2')),
      [`${prefix} 1`, `${prefix} 3`],
    )
    between.silence()
    await store.close()
  },
)

test(
  'K25: closing does not wait for a statement that is never answered',
  { timeout: 25_000 },
  async (t) => {
    const between = await standBetween(t)
    const store = await openPostgres(between.url, 2)
    await add(store.db, `away ${newId()}`)
    between.silence()
    const hanging = assert.rejects(add(store.db, `away ${newId()}`), StoreUnavailable)
    await store.close()
    await hanging
  },
)

const askSeven = async (db: Database): Promise<number | undefined> =>
  (await rows(db, sql<{ n: number }>`select ${7}::int as n`))[0]?.n

test('F9: a prepared statement that is gone, as behind a pooler that hands connections around, is sent whole', async (t) => {
  const own = await openPostgres(storeUrl, 1)
  t.after(() => own.close())
  assert.equal(await askSeven(own.db), 7)
  await sql`deallocate all`.execute(own.db)
  assert.equal(await askSeven(own.db), 7)
  const again = await openPostgres(storeUrl, 1)
  t.after(() => again.close())
  assert.equal(await askSeven(again.db), 7)
  await sql`deallocate all`.execute(again.db)
  assert.equal(await transaction(again.db, askSeven), 7, 'a transaction is begun again')
})

test('F11: the server has limits of its own for a statement, and for who keeps a transaction open and does nothing', async (t) => {
  const own = await openPostgres(storeUrl, 1)
  t.after(() => own.close())
  const [limits] = await rows(
    own.db,
    sql`select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
  )
  assert.deepEqual(limits, { statement: '30s', idle: '30s' })
})

const toldFor = (message: string, code?: string): string => {
  const error = asStoreError(Object.assign(new Error(message), code === undefined ? {} : { code }))
  assert.ok(error instanceof StoreUnavailable)
  return error.message
}

test('what a server says of its own processes and disk is told in words for who runs it', () => {
  assert.equal(
    toldFor('could not extend file "base/5/1249": No space left on device', '53100'),
    'its disk is full',
  )
  assert.equal(
    toldFor('terminating connection due to administrator command', '57P01'),
    'PostgreSQL was stopped meanwhile',
  )
  for (const words of [
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
  ])
    assert.equal(toldFor(words), 'PostgreSQL does not answer, or has hung up')
  assert.equal(
    toldFor('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED'),
    'connect ECONNREFUSED 127.0.0.1:1',
  )
})
