/**
 * PostgreSQL servers for tests and benchmarks that need an address: somebody's, an older one of
 * this machine, or one of our own.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Binaries } from '../src/store/embedded/binaries.ts'
import { joinServer, type Address } from '../src/store/embedded/server.ts'

/** Runs one statement at `url`. */
export const statement = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/**
 * Throws a database away, and whoever is still connected to it. Asked politely, it ends an
 * autovacuum by itself, which only a superuser may end by force; asked by force, it ends who has
 * not gone yet. Where both are there, one of the ways is free a moment later.
 */
export const dropDatabase = async (url: string, name: string): Promise<void> => {
  const ways = ['', ' with (force)', '', ' with (force)', '', ' with (force)']
  for (const [index, way] of ways.entries())
    try {
      return await statement(url, `drop database if exists ${name}${way}`)
    } catch (error) {
      if (index === ways.length - 1) throw error
    }
}

/** The address of a server of our own, as others write it. */
export const urlOf = ({ host, port, user, password }: Address): string =>
  `postgres://${user}:${password}@localhost:${port}/guesthouse?host=${encodeURIComponent(host)}`

// A database of its own on somebody's server: what is there stays as it is.
const inDatabaseOf = async <T>(url: string, work: (url: string) => Promise<T>): Promise<T> => {
  const name = `guesthouse_test_${process.pid}_${Date.now()}`
  await statement(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  try {
    return await work(own.href)
  } finally {
    await dropDatabase(url, name)
  }
}

type Own = { readonly binaries?: Binaries; readonly durable?: boolean }

const onOwnServer = async <T>(
  work: (url: string) => Promise<T>,
  { binaries, durable = false }: Own,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'guesthouse-postgres-'))
  const server = await joinServer(folder, {
    durable,
    ...(binaries === undefined ? {} : { binaries }),
  })
  try {
    return await work(urlOf(await server.ensure()))
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The oldest supported PostgreSQL that is installed on this machine, where Debian puts it. */
export const installed = (): Binaries | undefined => {
  const root = '/usr/lib/postgresql'
  const majors = existsSync(root) ? readdirSync(root).map(Number) : []
  const major = majors
    .filter((each) => each >= 15 && existsSync(join(root, String(each), 'bin', 'postgres')))
    .toSorted((a, b) => a - b)[0]
  return major === undefined ? undefined : { folder: join(root, String(major)), major }
}

const given = (): string | undefined =>
  process.env['DATABASE_URL'] === '' ? undefined : process.env['DATABASE_URL']

/** What `withNamed` would use, in words; undefined when there is none. */
export const namedServer = (): string | undefined => {
  if (given() !== undefined) return 'the server of DATABASE_URL'
  const found = installed()
  return found === undefined ? undefined : `PostgreSQL ${found.major} of this machine`
}

/**
 * Runs `work` with the address of an empty database on a server that is not the package's; it is
 * gone afterwards.
 */
export const withNamed = <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const url = given()
  if (url !== undefined) return inDatabaseOf(url, work)
  const binaries = installed()
  if (binaries === undefined)
    throw new Error('There is no PostgreSQL on this machine, and DATABASE_URL names none.')
  return onOwnServer(work, { binaries })
}

/**
 * Runs `work` with the address of an empty database: on the server of DATABASE_URL, else on one of
 * the package.
 */
export const withPostgres = <T>(
  work: (url: string) => Promise<T>,
  { durable = false }: { durable?: boolean } = {},
): Promise<T> => {
  const url = given()
  return url === undefined ? onOwnServer(work, { durable }) : inDatabaseOf(url, work)
}
