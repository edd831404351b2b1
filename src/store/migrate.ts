/**
 * Numbered SQL files, forward only, each in one transaction with the note that it ran. Several
 * processes may start at once: one holds the lock and migrates, the others wait and find nothing to
 * do.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { CompiledQuery } from 'kysely'
import { select } from './columns.ts'
import { firstRow, rows, sql, transaction, type Database } from './database.ts'
import { StoreRefused } from './store-refused.ts'
import { fillKeys } from './keys-of-names.ts'
import { takesLong } from './connection.ts'

const folder = new URL('../../migrations/', import.meta.url)
/** Any constant that nothing else locks. */
const lockKey = 7_090_001

/** A migration by its name, and the digest of its text. */
export type Ran = { readonly name: string; readonly digest: string }
type Migration = Ran & { readonly text: string }

const readMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    })

// A prepared statement holds one command, so a file is sent command by command. Our files have no
// semicolon inside a command.
const commandsOf = (text: string): string[] =>
  text
    .replace(/--.*$/gm, '')
    .split(';')
    .map((command) => command.trim())
    .filter((command) => command !== '')

/** What a migration does besides its SQL, in the same transaction. */
const steps: Readonly<Record<string, (tx: Database) => Promise<void>>> = {
  '0038_keys_of_names.sql': fillKeys,
}

const edited = (name: string): StoreRefused =>
  new StoreRefused(
    `Migration ${name} has already run with another text. Migrations are never edited; add a new one.`,
  )

const apply = (db: Database, migration: Migration): Promise<boolean> =>
  transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
    const done = await firstRow(
      tx,
      select<{ digest: string }>({
        digest: 'digest',
      })`from migrations where name = ${migration.name}`,
    )
    if (done !== undefined) {
      if (done.digest !== migration.digest) {
        throw edited(migration.name)
      }
      return false
    }
    // What is filled in for a large organization takes as long as it takes.
    await sql`set local statement_timeout = 0`.execute(tx)
    for (const command of commandsOf(migration.text))
      await tx.executeQuery(CompiledQuery.raw(`${takesLong} ${command}`))
    await steps[migration.name]?.(tx)
    await sql`insert into migrations (name, digest, ran_at) values (${migration.name}, ${migration.digest}, now())`.execute(
      tx,
    )
    return true
  })

/**
 * Brings the schema up to date and returns the names of the migrations that ran now, oldest first.
 * `only`: those alone, as they were run where rows come from; inside a transaction they join it.
 */
export const migrate = async (db: Database, only?: readonly Ran[]): Promise<string[]> => {
  await transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
    await sql`create table if not exists migrations (name text primary key, digest text not null, ran_at timestamptz not null)`.execute(
      tx,
    )
  })
  const migrations = readMigrations()
  refuseStrangers(migrations, only ?? (await listMigrations(db)))
  const wanted = new Set((only ?? migrations).map(({ name }) => name))
  const ran: string[] = []
  for (const migration of migrations)
    if (wanted.has(migration.name) && (await apply(db, migration))) ran.push(migration.name)
  return ran
}

/** How many migrations of this version have not run; throws where a newer version has been here. */
export const countPending = async (db: Database): Promise<number> => {
  const [migrations, ran] = [readMigrations(), await listMigrations(db)]
  refuseStrangers(migrations, ran)
  const names = new Set(ran.map(({ name }) => name))
  return migrations.filter(({ name }) => !names.has(name)).length
}

/** The migrations that have run, in their order. */
export const listMigrations = (db: Database): Promise<Ran[]> =>
  rows(db, select<Ran>({ name: 'name', digest: 'digest' })`from migrations order by name`)

const refuseStrangers = (known: readonly Migration[], ran: readonly Ran[]): void => {
  const digests = new Map(known.map(({ name, digest }) => [name, digest]))
  for (const { name, digest } of ran) {
    if (!digests.has(name))
      throw new StoreRefused(
        `The store was migrated by a newer Guesthouse (${name}). Start that version; schemas never go back.`,
      )
    if (digests.get(name) !== digest) throw edited(name)
  }
}
