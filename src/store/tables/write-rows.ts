/** Rows as lines of JSON into the tables of an empty store. */
import { takesLong } from '../connection.ts'
import { sql, type Database } from '../database.ts'
import type { Reference, Table } from './catalog.ts'

const onTriggers = (tx: Database, { name }: Table, word: 'enable' | 'disable') =>
  sql`alter table ${sql.id(name)} ${sql.raw(word)} trigger user`.execute(tx)

/**
 * Lets `load` fill `tables`, which are emptied before: what a migration has put there comes with
 * the rows. What a new row makes happen has happened already, and does not happen again. In a
 * transaction.
 */
export const filling = async <T>(
  tx: Database,
  tables: readonly Table[],
  load: () => Promise<T>,
): Promise<T> => {
  for (const table of tables) await onTriggers(tx, table, 'disable')
  for (const { name } of tables.toReversed()) await sql`delete from ${sql.id(name)}`.execute(tx)
  const loaded = await load()
  // What is checked at the end of the transaction is checked here: a table that something waits for
  // cannot be changed.
  await sql`set constraints all immediate`.execute(tx)
  for (const table of tables) {
    await onTriggers(tx, table, 'enable')
    await countOn(tx, table)
  }
  return loaded
}

/** The next number is one that no row has. */
const countOn = async (tx: Database, { name, counts }: Table): Promise<void> => {
  if (counts === null) return
  await sql`select setval(pg_get_serial_sequence(${name}, ${counts}), (select coalesce(max(${sql.id(counts)}), 0) + 1 from ${sql.id(name)}), false)`.execute(
    tx,
  )
}

/** The column of a row `r`, or nothing where what it refers to is not there. */
const keptColumn = (column: string, references: readonly Reference[]) => {
  const found = references.find(({ fate, emptied }) => fate === 'stays' && emptied.includes(column))
  if (found === undefined) return sql`r.${sql.id(column)}`
  const same = found.columns.map(
    (own, at) => sql`p.${sql.id(found.toColumns[at] ?? '')} = r.${sql.id(own)}`,
  )
  return sql`case when exists (select 1 from ${sql.id(found.to)} p where ${sql.join(same, sql` and `)}) then r.${sql.id(column)} end`
}

/**
 * Writes `lines`, each an object of JSON with the columns of the table. What refers to a row that
 * was left out goes on without it, where the schema says so of a row that is removed.
 */
export const writeRows = async (
  tx: Database,
  { name, columns, references }: Table,
  lines: readonly string[],
): Promise<void> => {
  const list = sql.join(columns.map((column) => sql.id(column)))
  const values = sql.join(columns.map((column) => keptColumn(column, references)))
  if (lines.length === 0) return
  await sql`${sql.raw(takesLong)} insert into ${sql.id(name)} (${list}) overriding system value
    select ${values} from json_populate_recordset(null::${sql.id(name)}, ${`[${lines.join(',')}]`}::json) r`.execute(
    tx,
  )
}
