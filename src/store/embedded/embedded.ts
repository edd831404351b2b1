/**
 * The embedded store: a PostgreSQL server of our own in the data folder, spoken with like any
 * other.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openPool } from '../postgres.ts'
import type { Store } from '../store.ts'
import { databaseName } from './cluster.ts'
import { joinServer, type Server } from './server.ts'
import type { Options } from './prepare.ts'

type Connected = ((error: Error) => void) | ((error: null, client: pg.Client) => void)

/** A client that sees to it that the server runs, and asks where, before it connects. */
const clientOf = (server: Server): typeof pg.Client =>
  class extends pg.Client {
    override connect(): Promise<pg.Client>
    override connect(callback: Connected): void
    override connect(callback?: Connected): Promise<pg.Client> | void {
      const found = server
        .ensure()
        .then(({ host, port }) => void Object.assign(this, { host, port }))
      if (callback === undefined) return found.then(() => super.connect())
      void found.then(() => super.connect(callback), callback as (error: Error) => void)
    }
  }

export type EmbeddedStore = Store & {
  readonly server: Server
  /**
   * Runs a script of SQL in a session of its own and one transaction. Throws what the server said.
   */
  readonly runScript: (text: string) => Promise<void>
}

const runScript = async (server: Server, text: string): Promise<void> => {
  const client = new pg.Client({ ...(await server.ensure()), database: databaseName })
  await client.connect()
  try {
    // The server itself sees to it that it is one: inside of a block it knows no commit and no
    // rollback.
    const tag = `$load${randomBytes(8).toString('hex')}$`
    const quoted = tag.replace('load', 'text')
    await client.query(`do ${tag} begin execute ${quoted}${text}\n${quoted}; end ${tag}`)
  } finally {
    await client.end()
  }
}

/**
 * The store in `folder`, made when it is not there yet. Throws `StoreRefused` (nothing was touched)
 * or `StoreUnavailable`.
 */
export const openEmbedded = async (
  folder: string,
  connections: number,
  options: Options,
): Promise<EmbeddedStore> => {
  const server = await joinServer(folder, options)
  try {
    const { user, password } = await server.ensure()
    const Client = clientOf(server)
    const opened = await openPool({
      kind: 'embedded',
      connections,
      options: { Client, user, password, database: databaseName } as pg.PoolConfig,
    })
    const close = async (): Promise<void> => {
      await opened.close()
      await server.close()
    }
    return {
      ...opened,
      migrated: server.finished,
      close,
      server,
      runScript: (text) => runScript(server, text),
    }
  } catch (error) {
    await server.close()
    throw error
  }
}
