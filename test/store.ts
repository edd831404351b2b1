/**
 * The store that a test run uses: opened once, for all files. A PostgreSQL server of our own in a
 * temporary folder, as the product brings it, unless GUESTHOUSE_TEST_DATABASE_URL names another
 * one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openEmbedded } from '../src/store/embedded/embedded.ts'
import { joinServer } from '../src/store/embedded/server.ts'
import { migrate } from '../src/store/migrate.ts'
import { openPostgres } from '../src/store/postgres.ts'
import type { Store } from '../src/store/store.ts'
import { dropDatabase, statement, urlOf } from './postgres.ts'

const url = process.env['GUESTHOUSE_TEST_DATABASE_URL']

/** Which of the two stores this run is on. */
export const lane = url === undefined ? 'embedded' : 'named'

/**
 * Tests send each statement a few times over each of many connections, and PostgreSQL would plan it
 * anew five times on each before it plans it for good: half of a run's processor time. What plans
 * read is asked for both ways of planning (test/code/explain.ts).
 */
const planOnce = (of: string): Promise<void> =>
  statement(
    of,
    `alter database ${new URL(of).pathname.slice(1)} set plan_cache_mode = force_generic_plan`,
  )

const folder = mkdtempSync(join(tmpdir(), 'guesthouse-store-'))
const open = async (): Promise<{ store: Store; url: string }> => {
  if (url !== undefined) {
    await planOnce(url)
    return { store: await openPostgres(url, 20), url }
  }
  const server = await joinServer(folder, { durable: false })
  const address = urlOf(await server.ensure())
  await planOnce(address)
  const embedded = await openEmbedded(folder, 20, { durable: false })
  await server.close()
  return { store: embedded, url: address }
}
const opened = await open()

export const { store } = opened
/** The address of this run's database. */
export const storeUrl = opened.url
await migrate(store.db)
after(async () => {
  if (template !== undefined) await dropDatabase(storeUrl, await template)
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Another way into the same database, with connections of its own; close it. */
export const openAnother = (): Promise<Store> => openPostgres(storeUrl, 1)

let serial = 0
const newName = (): string => `own_${process.pid}_${Date.now()}_${++serial}`
const addressOf = (database: string): string => {
  const address = new URL(storeUrl)
  address.pathname = `/${database}`
  return address.href
}

// Migrated once, and copied by whoever needs a database of their own.
let template: Promise<string> | undefined
const makeTemplate = async (): Promise<string> => {
  const name = newName()
  await statement(storeUrl, `create database ${name}`)
  const made = await openPostgres(addressOf(name), 1)
  await migrate(made.db)
  await made.close()
  return name
}

/**
 * An empty database of its own on the same server, migrated or without a table; it is gone when it
 * is closed.
 */
export const newStore = async (connections = 4, { migrated = true } = {}): Promise<Store> => {
  if (migrated) template ??= makeTemplate()
  const name = newName()
  const from = migrated ? ` template ${await template}` : ''
  await statement(storeUrl, `create database ${name}${from}`)
  await planOnce(addressOf(name))
  const own = await openPostgres(addressOf(name), connections)
  const close = async (): Promise<void> => {
    await own.close()
    await dropDatabase(storeUrl, name)
  }
  return { ...own, close }
}
