/** A PostgreSQL server, version 15 or later: the one way to speak with it, wherever it runs. */
import { Kysely, PostgresAdapter, PostgresDialect, type DatabaseConnection, type Driver } from 'kysely'
import pg from 'pg'
import type { Store } from './store.ts'
import { StoreRefused } from './store-refused.ts'
import { plannedEachTime } from './database.ts'
import { asStoreError } from './store-error.ts'

const oldestVersion = 150_000
const connectTimeoutMs = 5_000
/** A statement that runs longer than this is a bug or an attack; it is stopped and the request fails. */
const statementTimeoutMs = 30_000

/** The most statements that are kept prepared. Those with a list of any length in them have many texts; what comes later is sent whole each time. */
const maxPrepared = 500

/**
 * Statements are prepared once per connection and named: the server then parses and plans a text once, not with each request, which is
 * what most of a small statement's time goes to (docs/performance.md).
 */
const prepareStatements = (pool: pg.Pool): void => {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= maxPrepared || text.includes(plannedEachTime)) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
  pool.on('connect', (client) => {
    // A connection that breaks in the middle of a query tells the query, and then this event, which would end the process unheard.
    client.on('error', () => {})
    const query = client.query.bind(client) as (...given: readonly unknown[]) => Promise<pg.QueryResult>
    const named = (...given: readonly unknown[]): Promise<pg.QueryResult> => {
      const [text, values] = given
      const name = typeof text === 'string' && given.length === 2 ? nameOf(text) : undefined
      return name === undefined ? query(...given) : query({ name, text, values })
    }
    client.query = named as typeof client.query
  })
}

/** Kysely's PostgreSQL driver, with failures told in our words. */
const tellFailures = (driver: Driver): Driver => {
  const acquire = driver.acquireConnection.bind(driver)
  const told = new WeakSet<DatabaseConnection>()
  driver.acquireConnection = async (...options) => {
    const connection = await acquire(...options).catch((error: unknown) => Promise.reject(asStoreError(error)))
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

type Opening = { readonly kind: Store['kind']; readonly connections: number; readonly options: pg.PoolConfig }

/** A store over a pool of connections. The server is asked for its version, so a wrong address fails here and not at the first request. */
export const openPool = async ({ kind, connections, options }: Opening): Promise<Pick<Store, 'db' | 'kind' | 'close'>> => {
  const pool = new pg.Pool({
    ...options,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    application_name: 'guesthouse',
  })
  prepareStatements(pool)
  // A server that goes away ends idle connections; the pool makes new ones, and the requests meanwhile are told.
  pool.on('error', () => {})
  try {
    const { rows } = await pool.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    if ((rows[0]?.version ?? 0) < oldestVersion)
      throw new StoreRefused('PostgreSQL 15 or later is needed; the server that DATABASE_URL names is older.')
  } catch (error) {
    await pool.end()
    throw asStoreError(error)
  }
  const db = new Kysely<Record<never, never>>({ dialect: new TellingDialect({ pool }) })
  return { db, kind, close: () => db.destroy() }
}

/** The store at `url`. */
export const openPostgres = async (url: string, connections: number): Promise<Store> => ({
  ...(await openPool({ kind: 'named', connections, options: { connectionString: url } })),
  migrated: () => {},
})
