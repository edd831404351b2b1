/**
 * The embedded store: PostgreSQL compiled to WebAssembly, in this process, in a folder.
 *
 * It has one connection. Kysely's own dialect for it hands that connection to everybody at once, so a statement from outside
 * would run inside whatever transaction is open; here whoever needs the connection waits for it (docs/decisions/0003).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { Database } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import type { Store } from './store.ts'
import { asStoreError, StoreUnavailable } from './store-error.ts'

/**
 * The running PostgreSQL inside the process. A full disk at the wrong moment makes it give up (PANIC), as it would a server; what was acknowledged
 * is on disk, and opening the folder anew recovers it, as after kill -9. Until that works everybody is told that the store is unavailable.
 */
class Engine {
  #pglite: PGlite
  #gaveUp = false
  readonly #reopen: (() => Promise<PGlite>) | undefined

  constructor(pglite: PGlite, reopen: (() => Promise<PGlite>) | undefined) {
    this.#pglite = pglite
    this.#reopen = reopen
  }

  /** Ready for a new user of the one connection: opens the folder anew after the engine has given up. */
  async ready(): Promise<void> {
    if (!this.#gaveUp) return
    if (this.#reopen === undefined) throw new StoreUnavailable('The store in memory has given up.')
    try {
      this.#pglite = await this.#reopen()
      this.#gaveUp = false
    } catch (error) {
      throw new StoreUnavailable('The data folder cannot be opened again yet. Is its disk full?', { cause: error })
    }
  }

  async query<R>({ sql, parameters }: CompiledQuery): Promise<{ rows: R[]; affectedRows?: number }> {
    // An engine that has given up does not answer any more, not even to a rollback.
    if (this.#gaveUp) throw new StoreUnavailable('The store has given up and is being opened anew.')
    try {
      return await this.#pglite.query<R>(sql, [...parameters])
    } catch (error) {
      this.#gaveUp = hasGivenUp(error)
      throw this.#gaveUp ? new StoreUnavailable((error as Error).message, { cause: error }) : asStoreError(error)
    }
  }

  async close(): Promise<void> {
    if (!this.#gaveUp && !this.#pglite.closed) await this.#pglite.close()
  }
}

const hasGivenUp = (error: unknown): boolean => {
  const { severity, name } = error as { severity?: unknown; name?: unknown }
  return severity === 'PANIC' || severity === 'FATAL' || name === 'RuntimeError' || name === 'ExitStatus'
}

class OneConnectionDriver implements Driver {
  readonly #engine: Engine
  #tail: Promise<void> = Promise.resolve()
  readonly #releases = new WeakMap<DatabaseConnection, () => void>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#tail
    this.#tail = before.then(() => promise)
    await before
    try {
      await this.#engine.ready()
    } catch (error) {
      resolve()
      throw error
    }
    const connection = new PgliteConnection(this.#engine)
    this.#releases.set(connection, resolve)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#releases.get(connection)?.()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#tail
    await this.#engine.close()
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#engine.query<R>(query)
    return { rows, numAffectedRows: BigInt(affectedRows ?? 0) }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded store does not stream; page instead.')
  }
}

/** A database over an open PGlite: one connection, taken in turn. `reopen` opens its folder anew after the engine has given up. */
export const databaseOver = (pglite: PGlite, reopen?: () => Promise<PGlite>): Database =>
  new Kysely({
    dialect: {
      createDriver: () => new OneConnectionDriver(new Engine(pglite, reopen)),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/**
 * The store in `folder`, made when it is not there yet; `folder` undefined is a store in memory, for tests.
 * Throws `FolderInUse` when another process has it open.
 */
export const openPglite = async (folder: string | undefined): Promise<Store> => {
  const { PGlite } = await import('@electric-sql/pglite')
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = folder === undefined ? () => {} : lockFolder(folder)
  try {
    const open = (): Promise<PGlite> => PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'pglite') })
    const db = databaseOver(await open(), folder === undefined ? undefined : open)
    const close = async (): Promise<void> => {
      await db.destroy()
      unlock()
    }
    return { db, kind: 'pglite', close }
  } catch (error) {
    unlock()
    throw asStoreError(error)
  }
}
