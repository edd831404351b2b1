/**
 * The tables of a store as the database's own catalogue tells them: nothing about them is written
 * down a second time.
 */
import { select } from '../columns.ts'
import { rows, sql, type Database } from '../database.ts'

/** What becomes of a row when the one it refers to is removed. */
type Fate = 'goes' | 'stays' | 'refuses'

/** Columns that refer to a row of another table. */
export type Reference = {
  readonly to: string
  readonly columns: readonly string[]
  readonly toColumns: readonly string[]
  readonly fate: Fate
  /** Of a row that stays: the columns that are emptied then. */
  readonly emptied: readonly string[]
}

export type Table = {
  readonly name: string
  /** In their order, without what the database makes by itself. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** The column that counts by itself; null for none. */
  readonly counts: string | null
  readonly references: readonly Reference[]
}

const namesOf = (numbers: string, table: string) =>
  sql.raw(`array(select a.attname::text from unnest(${numbers}) with ordinality as n (num, at)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = n.num order by n.at)`)

const references = sql`(select coalesce(json_agg(json_build_object(
    'to', f.relname, 'columns', ${namesOf('k.conkey', 'k.conrelid')}, 'toColumns', ${namesOf('k.confkey', 'k.confrelid')},
    'fate', case k.confdeltype when 'c' then 'goes' when 'n' then 'stays' else 'refuses' end,
    'emptied', ${namesOf('coalesce(k.confdelsetcols, k.conkey)', 'k.conrelid')}) order by k.conname), '[]')
  from pg_constraint k join pg_class f on f.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f')`

const ofTable = sql`pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`

/** Every table of the store, whatever a table refers to before itself. */
export const readTables = async (db: Database): Promise<Table[]> =>
  parentsFirst(
    await rows(
      db,
      select<Table>({
        name: 'c.relname',
        columns: sql`array(select a.attname::text from ${ofTable} and a.attgenerated = '' order by a.attnum)`,
        key: sql`array(select a.attname::text from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as n (num, at)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = n.num where i.indrelid = c.oid and i.indisprimary order by n.at)`,
        counts: sql`(select a.attname::text from ${ofTable} and a.attidentity <> '')`,
        references,
      })`from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by c.relname`,
    ),
  )

/** Throws where tables refer to each other in a circle: that is a bug of the schema. */
export const parentsFirst = (tables: readonly Table[]): Table[] => {
  const placed = new Map<string, Table>()
  while (placed.size < tables.length) {
    const next = tables.filter(
      ({ name, references }) =>
        !placed.has(name) && references.every(({ to }) => to === name || placed.has(to)),
    )
    if (next.length === 0) throw new Error('Tables refer to each other in a circle.')
    for (const table of next) placed.set(table.name, table)
  }
  return [...placed.values()]
}
