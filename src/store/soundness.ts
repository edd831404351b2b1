/**
 * Whether the tables can be read. A server whose files are damaged or gone still answers what
 * touches no table, and would be sent work. From each table its first and its last row are fetched
 * by its key, so that the key and the table are both read and have to agree.
 */
import { byKeyOnly } from './by-key.ts'
import { select } from './columns.ts'
import { firstRow, rows, sql, transaction, type Database } from './database.ts'
import { StoreDamaged } from './store-error.ts'

type Table = { readonly name: string; readonly key: readonly string[] }

const tablesOf = (db: Database): Promise<Table[]> =>
  rows(
    db,
    select<Table>({
      name: 'c.relname',
      key: sql`array_agg(a.attname::text order by k.n)`,
    })`from pg_class c
      join pg_index i on i.indrelid = c.oid and i.indisprimary
      cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      group by c.relname order by c.relname`,
  )

/** How many of the two ends of a table there are: none or two. */
const endsOf = ({ name, key }: Table) => {
  const end = (direction: 'asc' | 'desc') =>
    sql`select ctid from ${sql.id(name)} order by ${sql.join(key.map((column) => sql`${sql.id(column)} ${sql.raw(direction)}`))} limit 1`
  return sql`(select count(*) from ((${end('asc')}) union all (${end('desc')})) ends)`
}

/**
 * Whether rows are found of a table that has no file any more, or an empty one: they come from
 * memory, and end with it.
 */
const lost = (table: Table) =>
  sql`${endsOf(table)} > 0 and pg_relation_size(${sql.lit(`public.${table.name}`)}::regclass) = 0`

/** The words of what is wrong with one table; undefined when nothing is. */
const lookAt = async (db: Database, table: Table): Promise<string | undefined> => {
  try {
    const found = await transaction(db, async (tx) => {
      await byKeyOnly.execute(tx)
      return firstRow(tx, select<{ lost: boolean }>({ lost: lost(table) })``)
    })
    return found?.lost === true ? `the file of the table ${table.name} is gone or empty` : undefined
  } catch (error) {
    if (error instanceof StoreDamaged) return `the table ${table.name} cannot be read`
    throw error
  }
}

/**
 * What is damaged, in words without anybody's data; undefined when every table can be read. Two
 * statements while nothing is. Throws `StoreUnavailable` when the store is away.
 */
export const findDamage = async (db: Database): Promise<string | undefined> => {
  try {
    const tables = await tablesOf(db)
    if (tables.length === 0) return undefined
    const found = await transaction(db, async (tx) => {
      await byKeyOnly.execute(tx)
      return firstRow(
        tx,
        select<{ lost: boolean }>({ lost: sql.join(tables.map(lost), sql` or `) })``,
      )
    })
    if (found?.lost !== true) return undefined
    return await firstWords(tables.map((table) => () => lookAt(db, table)))
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error
    const tables = await tablesOf(db).catch(() => [])
    return (
      (await firstWords(tables.map((table) => () => lookAt(db, table)))) ??
      'files of the database are damaged or gone'
    )
  }
}

const firstWords = async (
  looks: readonly (() => Promise<string | undefined>)[],
): Promise<string | undefined> => {
  for (const look of looks) {
    const words = await look()
    if (words !== undefined) return words
  }
  return undefined
}
