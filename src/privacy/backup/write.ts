/** Writing a backup: one snapshot of the store, a few rows at a time, however large it is. */
import { keepLastBackup } from './last-backup.ts'
import { createWriteStream, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { newId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { listMigrations } from '../../store/migrate.ts'
import { inSnapshot } from '../../store/tables/read-rows.ts'
import { readTables } from '../../store/tables/catalog.ts'
import { addKeysOfUsers } from './add-keys.ts'
import { destroyKeysOfGone } from './destroy-keys.ts'
import { formatVersion, type Head } from './format.ts'
import { readKeys } from './keys.ts'
import { linesOf, type Tally } from './lines.ts'
import { readingsOf, type Reading } from './owners.ts'
import type { Table } from '../../store/tables/catalog.ts'

/** Any constant that nothing else locks. */
const lockKey = 7_090_113

/** What is to be read of a store: each table, and how. */
export type Taken = { readonly table: Table; readonly reading: Reading }

export type Written = Tally & { readonly people: number }

/** Another backup of this store is being written; they would both make keys. */
export class BackupRunning extends Error {
  override name = 'BackupRunning'
}

const onlyOne = async (tx: Database): Promise<void> => {
  const lock = select<{ held: boolean }>({ held: sql`pg_try_advisory_xact_lock(${lockKey})` })``
  if ((await firstRow(tx, lock))?.held !== true) throw new BackupRunning()
}

const takenOf = async (tx: Database): Promise<Taken[]> => {
  const tables = await readTables(tx)
  const { readingOf } = readingsOf(tables)
  const taken = tables.flatMap((table) => {
    const reading = readingOf(table)
    return reading === undefined ? [] : [{ table, reading }]
  })
  // Nobody changes a table, or writes it anew, while its rows are read.
  const names = sql.join(tables.map(({ name }) => sql.id(name)))
  await sql`lock table ${names} in access share mode`.execute(tx)
  return taken
}

const headOf = async (
  tx: Database,
  taken: readonly Taken[],
  { product, now }: { readonly product: string; readonly now: Date },
): Promise<Head> => {
  const tables: Head['tables'][number][] = []
  for (const { table } of taken) {
    const found = await firstRow(
      tx,
      select<{ rows: number }>({ rows: sql`count(*)::int` })`from ${sql.id(table.name)}`,
    )
    tables.push({ name: table.name, rows: found?.rows ?? 0 })
  }
  return {
    guesthouseBackup: formatVersion,
    id: newId(),
    product,
    takenAt: now.toISOString(),
    schema: await listMigrations(tx),
    people: tables.find(({ name }) => name === 'users')?.rows ?? 0,
    tables,
  }
}

/**
 * Writes a backup of what is there at this moment to `file`, and the keys of people who had none to
 * `keysFile` before. The file is there whole or not at all. Throws `BackupRunning`, or
 * `UnreadableKeys`.
 */
export const writeBackup = async (
  db: Database,
  { file, keysFile }: { readonly file: string; readonly keysFile: string },
  { product, now }: { readonly product: string; readonly now: Date },
): Promise<Written> => {
  const draft = `${file}.part`
  try {
    const written = await inSnapshot(db, async (tx) => {
      await onlyOne(tx)
      const taken = await takenOf(tx)
      await addKeysOfUsers(tx, keysFile)
      const head = await headOf(tx, taken, { product, now })
      const tally = { rows: 0, leftOut: 0 }
      const lines = linesOf(tx, { head, taken, keys: readKeys(keysFile), tally })
      const output = createWriteStream(draft, { mode: 0o600, flush: true })
      await pipeline(Readable.from(lines, { objectMode: true }), createGzip({ level: 4 }), output)
      return { ...tally, people: head.people }
    })
    // Who was erased since the snapshot had no key when the journal was written.
    await destroyKeysOfGone(db, keysFile)
    await rename(draft, file)
    await keepLastBackup(db, now)
    return written
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
