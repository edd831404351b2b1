/** A PostgreSQL server, version 15 or later: the one way to speak with it, wherever it runs. */
import {
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  type DatabaseConnection,
  type Driver,
} from 'kysely'
import type { Socket } from 'node:net'
import pg from 'pg'
import type { Store } from './store.ts'
import { StoreRefused } from './store-refused.ts'
import { minuteMs, secondMs } from '../kernel/time.ts'
import { longestLifeMs, naming, prepareClient } from './connection.ts'
import { asStoreError } from './store-error.ts'

const oldestVersion = 150_000
const connectTimeoutMs = 5 * secondMs
/**
 * A statement that runs longer than this is a bug or an attack; it is stopped and the request
 * fails.
 */
const statementTimeoutMs = 30 * secondMs
/**
 * Who keeps a transaction open and does nothing, as a process that was stopped in the middle, holds
 * its locks no longer than this.
 */
const idleInTransactionMs = 30 * secondMs
/** After the server should have stopped the statement by itself. */
const answerTimeoutMs = statementTimeoutMs + 5 * secondMs
const keepAliveMs = 10 * secondMs
/**
 * How long a connection waits for somebody who needs it. A new one costs a process of the server,
 * and everything that was prepared on it is prepared anew, for whoever comes first.
 */
const idleConnectionMs = 5 * minuteMs
/** How long closing waits for who still has a connection. */
const closeTimeoutMs = 3 * secondMs

/** Kysely's PostgreSQL driver, with failures told in our words. */
const tellFailures = (driver: Driver): Driver => {
  const acquire = driver.acquireConnection.bind(driver)
  const told = new WeakSet<DatabaseConnection>()
  driver.acquireConnection = async (...options) => {
    const connection = await acquire(...options).catch((error: unknown) =>
      Promise.reject(asStoreError(error)),
    )
    if (!told.has(connection)) {
      told.add(connection)
      const execute = connection.executeQuery.bind(connection)
      connection.executeQuery = async <R>(...query: Parameters<typeof execute>) => {
        try {
          return await execute<R>(...query)
        } catch (error) {
          throw asStoreError(error)
        }
      }
    }
    return connection
  }
  return driver
}

class TellingDialect extends PostgresDialect {
  override createDriver(): Driver {
    return tellFailures(super.createDriver())
  }
  override createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }
}

type Opening = {
  readonly kind: Store['kind']
  readonly connections: number
  readonly options: pg.PoolConfig
  /** The limit on an answer, in milliseconds. */
  readonly answerWithinMs?: number
}

// What a pooler that hands connections around refuses to be told at the start of one (PgBouncer
// before 1.20, or without ignore_startup_parameters).
const isPoolerRefusal = (error: unknown): boolean =>
  error instanceof Error && /unsupported startup parameter/.test(error.message)

/** A pool, and what its connections go over. */
type Pool = { readonly pool: pg.Pool; readonly streams: ReadonlySet<Socket> }

/**
 * A pool whose connections have limits of ours. `plain`: behind a pooler that takes no settings, so
 * the server's limits are the role's.
 */
const poolOf = (
  { connections, options, answerWithinMs = answerTimeoutMs }: Opening,
  plain: boolean,
): Pool => {
  const pool = new pg.Pool({
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    ...options,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    // A connection that leads to a server that was the primary once ends by itself.
    maxLifetimeSeconds: longestLifeMs / secondMs,
    idleTimeoutMillis: idleConnectionMs,
    ...(plain
      ? {}
      : {
          application_name: 'guesthouse',
          statement_timeout: statementTimeoutMs,
          idle_in_transaction_session_timeout: idleInTransactionMs,
        }),
  })
  const names = naming(!plain)
  const streams = new Set<Socket>()
  pool.on('connect', (client) => {
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    streams.add(stream)
    stream.on('close', () => streams.delete(stream))
    prepareClient(client as unknown as pg.Client, names, answerWithinMs)
  })
  // A server that goes away ends idle connections; the pool makes new ones, and the requests
  // meanwhile are told.
  pool.on('error', () => {})
  return { pool, streams }
}

const requireVersion = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if ((rows[0]?.version ?? 0) < oldestVersion)
    throw new StoreRefused(
      'PostgreSQL 15 or later is needed; the server that DATABASE_URL names is older.',
    )
}

/**
 * Ends the pool: who has a connection may finish, for a moment, and the server may say goodbye;
 * then all are hung up on.
 */
const endPool = async (streams: ReadonlySet<Socket>, end: () => Promise<void>): Promise<void> => {
  const cutAll = (): void => {
    for (const stream of streams) stream.destroy()
  }
  const cut = setTimeout(cutAll, closeTimeoutMs)
  await end()
  // The pool has said goodbye on each; a server that is gone does not answer that either.
  await Promise.all(
    [...streams].map((stream) => new Promise((resolve) => stream.once('close', resolve))),
  )
  clearTimeout(cut)
}

/**
 * A store over a pool of connections. The server is asked for its version, so a wrong address fails
 * here and not at the first request.
 */
export const openPool = async (opening: Opening): Promise<Pick<Store, 'db' | 'kind' | 'close'>> => {
  const open = async (plain: boolean): Promise<Pool> => {
    const made = poolOf(opening, plain)
    try {
      await requireVersion(made.pool)
      return made
    } catch (error) {
      await made.pool.end()
      if (!plain && isPoolerRefusal(error)) return open(true)
      throw asStoreError(error)
    }
  }
  const { pool, streams } = await open(false)
  const db = new Kysely<Record<never, never>>({ dialect: new TellingDialect({ pool }) })
  return { db, kind: opening.kind, close: () => endPool(streams, () => db.destroy()) }
}

/** The store at `url`. `answerWithinMs`: how long to wait for an answer before hanging up. */
export const openPostgres = async (
  url: string,
  connections: number,
  answerWithinMs?: number,
): Promise<Store> => {
  const options = { connectionString: url }
  const opened = await openPool({
    kind: 'named',
    connections,
    options,
    ...(answerWithinMs === undefined ? {} : { answerWithinMs }),
  })
  return { ...opened, migrated: () => {} }
}
