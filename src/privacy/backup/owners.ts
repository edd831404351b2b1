/**
 * To whom each row of a table belongs, read from the schema: what is sealed of it, and for whom. A
 * table of which nobody has said whose its rows are is refused, and a test asks for it.
 */
import { sql, type RawBuilder } from '../../store/database.ts'
import type { Reference, Table } from '../../store/tables/catalog.ts'
import { also, belongsToGroups, told, type Told } from './told.ts'

type Sql = RawBuilder<unknown>
type Tables = ReadonlyMap<string, Table>

const people = new Set(['users', 'persons'])

const going = (tables: Tables, { references }: Table): Reference[] =>
  references.filter(({ to, fate }) => fate === 'goes' && isOwned(tables, to))

const isOwned = (tables: Tables, name: string): boolean => {
  const table = tables.get(name)
  return people.has(name) || (table !== undefined && going(tables, table).length > 0)
}

const everybodyWhoIs = (person: Sql): Sql =>
  sql`jsonb_build_array((select jsonb_agg(u.id order by u.id) from users u where u.person_id = ${person}))`

const itself = (name: string, id: Sql): Sql[] => {
  if (name === 'persons') return [everybodyWhoIs(id)]
  return name === 'users' ? [sql`jsonb_build_array(${id})`] : []
}

/** Those with whom a row `x` goes by one reference. */
const byReference = (tables: Tables, x: string, { to, columns, toColumns }: Reference): Sql => {
  const own = sql.ref(`${x}.${columns[toColumns.indexOf('id')]}`)
  if (people.has(to)) return to === 'users' ? sql`jsonb_build_array(${own})` : everybodyWhoIs(own)
  const [parent, y] = [tables.get(to), `${x}x`]
  if (parent === undefined) throw new Error(`There is no table ${to}.`)
  const same = columns.map(
    (name, at) => sql`${sql.ref(`${y}.${toColumns[at]}`)} = ${sql.ref(`${x}.${name}`)}`,
  )
  return sql`coalesce((select ${ownersOf(tables, parent, y)} from ${sql.id(to)} ${sql.id(y)} where ${sql.join(same, sql` and `)}), '[]')`
}

/**
 * Everybody with whom a row `x` of `table` goes, as a list of JSON: one user, or a list of those
 * any of whom is enough, since a person is there as long as somebody is them.
 */
const ownersOf = (tables: Tables, table: Table, x: string): Sql => {
  const more = also[table.name]
  const all = [
    ...itself(table.name, sql.ref(`${x}.id`)),
    ...going(tables, table).map((reference) => byReference(tables, x, reference)),
    ...(more === undefined ? [] : [more(x)]),
  ]
  return sql`(${sql.join(all, sql` || `)})`
}

/** What is read of a row of a table, as text: what is readable, what is to be sealed, for whom. */
export type Reading = {
  readonly open: Sql
  readonly sealed: Sql
  readonly owners: Sql
  /** What becomes of a row that belongs to nobody. */
  readonly ofNobody: 'open' | 'leftOut'
}

const nothing = sql`null::text`

const rowOf = (columns: readonly string[]): Sql =>
  sql`(select row_to_json(r)::text from (select ${sql.join(columns.map((name) => sql.ref(`x.${name}`)))}) r)`

const readingOfTold = ({ columns }: Table, said: Told): Reading | undefined => {
  if (said.as === 'leftOut') return undefined
  if (said.as === 'open')
    return { open: rowOf(columns), sealed: nothing, owners: nothing, ofNobody: 'open' }
  const some = sql.join(said.columns.map((each) => sql.ref(`x.${each}`)))
  return {
    open: rowOf(columns.filter((each) => !said.columns.includes(each))),
    sealed: sql`case when num_nonnulls(${some}) > 0 then ${rowOf(said.columns)} end`,
    owners: sql`jsonb_build_array(${said.owner})::text`,
    ofNobody: 'open',
  }
}

/**
 * How rows of each of these tables are read; undefined of one that is left out. Throws on a table
 * of which nobody has said whose its rows are.
 */
export const readingsOf = (all: readonly Table[]) => {
  const tables = new Map(all.map((table) => [table.name, table]))
  const readingOf = (table: Table): Reading | undefined => {
    const { name, columns } = table
    const said = told[name]
    if (isOwned(tables, name))
      return {
        open: nothing,
        sealed: rowOf(columns),
        owners: sql`${ownersOf(tables, table, 'x')}::text`,
        ofNobody: belongsToGroups.has(name) ? 'open' : 'leftOut',
      }
    if (said === undefined)
      throw new Error(`Nobody has said to whom the rows of the table ${name} belong.`)
    return readingOfTold(table, said)
  }
  return { isOwned: (name: string) => isOwned(tables, name), readingOf }
}
