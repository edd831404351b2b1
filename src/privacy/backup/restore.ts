/** A backup into an empty store, without whoever was erased since. */
import { keepLastBackup } from './last-backup.ts'
import { noteHomesNotThere } from '../../directory/guests/home-gone.ts'
import { takesLong } from '../../store/connection.ts'
import { attempt, sql, transaction, undo, type Database } from '../../store/database.ts'
import { migrate } from '../../store/migrate.ts'
import { readTables, type Table } from '../../store/tables/catalog.ts'
import { filling, writeRows } from '../../store/tables/write-rows.ts'
import { UnreadableBackup, type Head } from './format.ts'
import type { Keys } from './keys.ts'
import { opener, type People, type RowsRead } from './open-rows.ts'
import { openBackup, type Reader } from './read.ts'

type Done = { readonly people: People; readonly read: RowsRead; readonly head: Head }
export type Restored =
  | ({ readonly outcome: 'restored' } & Done)
  /** The store holds something, or of all who stand in the backup nobody has a key: as it was. */
  | { readonly outcome: 'notEmpty' | 'noKeys' }

export type Restoring = {
  readonly file: string
  readonly keys: Keys
  /** Goes on where nobody has a key. */
  readonly withoutPeople: boolean
  readonly now: Date
}

/**
 * Makes the schema that the backup was taken from, fills it in one transaction, and brings it up to
 * date. What nobody can read any more is left out, and counted. Throws `UnreadableBackup`,
 * or `StoreRefused` where the backup is of a newer schema; nothing was changed then.
 */
export const restoreBackup = async (db: Database, given: Restoring): Promise<Restored> => {
  const restored = await attempt(db, async (tx) => {
    const isEmpty = (await readTables(tx)).length === 0
    const done = isEmpty ? await load(tx, given) : undefined
    if (done !== undefined) return { outcome: 'restored', ...done } as const
    return undo<{ readonly outcome: 'noKeys' | 'notEmpty' }>({
      outcome: isEmpty ? 'noKeys' : 'notEmpty',
    })
  })
  if (restored.outcome === 'restored') {
    await migrate(db)
    // Sponsors who were erased since have not come back, and what is filled in judges nobody.
    await transaction(db, async (tx) => {
      await keepLastBackup(tx, new Date(restored.head.takenAt))
      await sql`set local statement_timeout = 0`.execute(tx)
      await sql`${sql.raw(takesLong)} select judge_all_sponsors(), add_all_under_hosts(), count_all_users()`.execute(
        tx,
      )
    })
  }
  return restored
}

const load = async (
  tx: Database,
  { file, keys, withoutPeople, now }: Restoring,
): Promise<Done | undefined> => {
  const { head, read } = await openBackup(file)
  await migrate(tx, head.schema)
  const tables = await tablesOf(tx, head)
  const opened = opener(head, keys)
  const { people } = opened
  const reader: Reader = {
    person: opened.person,
    goesOn: () => withoutPeople || people.there > 0 || people.missing === 0,
    rows: async (name, lines) => {
      const table = tables.get(name)
      if (table === undefined) throw new Error(`There is no table ${name}.`)
      await writeRows(
        tx,
        table,
        lines.flatMap((line) => opened.open(name, line) ?? []),
      )
    },
  }
  const isWhole = await filling(tx, [...tables.values()], () => read(reader))
  if (!isWhole) return undefined
  if (opened.read.hidden > 0) await noteHomesNotThere(tx, now)
  return { head, people, read: opened.read }
}

/** The tables that the backup holds, in its order. */
const tablesOf = async (tx: Database, head: Head): Promise<Map<string, Table>> => {
  const all = new Map((await readTables(tx)).map((table) => [table.name, table]))
  return new Map(
    head.tables.map(({ name }) => {
      const table = all.get(name)
      if (table === undefined)
        throw new UnreadableBackup(`It names a table ${name}, which its schema does not have.`)
      return [name, table]
    }),
  )
}
