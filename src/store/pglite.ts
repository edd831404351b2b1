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
import { asStoreError } from './store-error.ts'

class OneConnectionDriver implements Driver {
  readonly #pglite: PGlite
  #tail: Promise<void> = Promise.resolve()
  readonly #releases = new WeakMap<DatabaseConnection, () => void>()

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#tail
    this.#tail = before.then(() => promise)
    await before
    const connection = new PgliteConnection(this.#pglite)
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
    if (!this.#pglite.closed) await this.#pglite.close()
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, affectedRows } = await this.#pglite.query<R>(query.sql, [...query.parameters])
      return { rows, numAffectedRows: BigInt(affectedRows ?? 0) }
    } catch (error) {
      throw asStoreError(error)
    }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded store does not stream; page instead.')
  }
}

/** A database over an open PGlite: one connection, taken in turn. */
export const databaseOver = (pglite: PGlite): Database =>
  new Kysely({
    dialect: {
      createDriver: () => new OneConnectionDriver(pglite),
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
    const pglite = await PGlite.create(folder === undefined ? {} : { dataDir: join(folder, 'pglite') })
    const db = databaseOver(pglite)
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
