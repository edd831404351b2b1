/**
 * Rows of values in a statement: as one parameter, however many rows there are. A parameter for
 * each value has an end, PostgreSQL takes 65,535 of them, and as many texts as there are lengths.
 */
import { sql, type RawBuilder } from './database.ts'

type Type = 'boolean' | 'bytea' | 'jsonb' | 'text' | 'text[]' | 'timestamptz' | 'uuid'

/** What is written into a column, as the column has it. */
type Value = string | boolean | Date | Buffer | object | null | undefined

/** A row to be written, by the names of its columns. */
export type ListedRow<Column extends string> = Readonly<Record<Column, Value>>

/** Of each column of such rows its type, in the order in which they are written. */
export type ListedTypes<Column extends string> = Readonly<Record<Column, Type>>

/** Every column of these rows with its type. */
const entriesOf = <Column extends string>(types: ListedTypes<Column>) =>
  Object.entries(types) as [Column, Type][]

/** The names of the columns, as an insert lists them. */
export const listedColumns = (types: ListedTypes<string>): RawBuilder<unknown> =>
  sql.join(Object.keys(types).map((column) => sql.id(column)))

/** What JSON has no word for; a half of a pair of surrogates is written as no driver could. */
const inJson = (value: Value): Value => {
  if (Buffer.isBuffer(value)) return String.raw`\x${value.toString('hex')}`
  return value instanceof Date ? value.toISOString() : value
}
const wellFormed = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

/** The rows as a table to stand in `from`, under `alias`, in their order. */
export const listed = <Column extends string>(
  alias: string,
  types: ListedTypes<Column>,
  all: readonly ListedRow<Column>[],
): RawBuilder<unknown> => {
  const each = all.map((row) =>
    Object.fromEntries(entriesOf(types).map(([column]) => [column, inJson(row[column])])),
  )
  const columns = entriesOf(types).map(([column, type]) => sql`${sql.id(column)} ${sql.raw(type)}`)
  return sql`jsonb_to_recordset(${JSON.stringify(each, wellFormed)}::jsonb) as ${sql.id(alias)}(${sql.join(columns)})`
}

/** What is an expression, where most columns are values. */
type Instead<Column extends string> = Readonly<Partial<Record<Column, RawBuilder<unknown>>>>

/** An insert of these rows; `instead` says what is made of a row `k`. */
export const insertOf = <Column extends string>(
  table: string,
  types: ListedTypes<Column>,
  all: readonly ListedRow<Column>[],
  instead?: Instead<Column>,
): RawBuilder<unknown> => {
  const made = entriesOf(types).map(([column]) => instead?.[column] ?? sql.ref(`k.${column}`))
  return sql`insert into ${sql.table(table)} (${listedColumns(types)}) select ${sql.join(made)} from ${listed('k', types, all)}`
}

/** One row as the values of a `select`, to be written beside others in one statement. */
export const listedValues = <Column extends string>(
  types: ListedTypes<Column>,
  row: ListedRow<Column>,
  instead?: Instead<Column>,
): RawBuilder<unknown> =>
  sql.join(
    entriesOf(types).map(([column, type]) => {
      const value = type === 'jsonb' ? JSON.stringify(row[column]) : row[column]
      return instead?.[column] ?? sql`${value ?? null}::${sql.raw(type)}`
    }),
  )
