/**
 * What a statement answers, told once: one value gives both the list of columns and the type of a
 * row, so that a column that is forgotten, or one that nobody reads, does not compile.
 */
import { sql, type RawBuilder } from './database.ts'

/** A column by its name, such as `u.display_name`, or an expression. */
type Column = string | RawBuilder<unknown>

/** For each property of a row the column that it is read from. */
export type Columns<Row> = { readonly [Property in keyof Row]-?: Column }

/** The rest of a statement, as a template: what `sql` takes. */
type Rest<Row> = (rest: TemplateStringsArray, ...values: unknown[]) => RawBuilder<Row>

/** A `select` of these columns; its template begins after them, most often with `from`. */
export const select =
  <Row>(columns: Columns<Row>): Rest<Row> =>
  (rest, ...values) =>
    answering(columns, (list) => sql`select ${list} ${sql(rest, ...values)}`)

/**
 * Any other statement that answers rows of these columns.
 * `write` gets the list that is to stand after `select` or `returning`.
 */
export const answering = <Row>(
  columns: Columns<Row>,
  write: (list: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<Row> => write(listOf(columns)) as RawBuilder<Row>

/** How many rows there are. */
export const counted: Columns<{ readonly count: number }> = { count: sql`count(*)::int` }

// `a.b_c`, or `b_c`: anything else is an expression and has to be written as one.
const name = /^(?:[a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$/

const written = (column: Column): RawBuilder<unknown> => {
  if (typeof column !== 'string') return column
  if (!name.test(column)) throw new Error(`"${column}" is no name of a column`)
  return sql.raw(column)
}

/** The same columns, of a select that stands in `from` under this alias and answers them. */
export const answeredBy = <Row>(alias: string, columns: Columns<Row>): Columns<Row> =>
  Object.fromEntries(
    Object.keys(columns).map((property) => [property, sql.ref(`${alias}.${property}`)]),
  ) as Columns<Row>

const listOf = (columns: Readonly<Record<string, Column>>): RawBuilder<unknown> =>
  sql.join(
    Object.entries(columns).map(
      ([property, column]) => sql`${written(column)} as ${sql.id(property)}`,
    ),
  )
