/**
 * What a statement answers, told once: one value gives both the list of columns and the type of a
 * row, so that a column that is forgotten, or one that nobody reads, does not compile.
 */
import { sql, type RawBuilder } from './database.ts'

/** A column by its name, such as `u.display_name`, or an expression. */
type Column = string | RawBuilder<unknown>

/** For each property of a row the column that it is read from. */
export type Columns<Row> = { readonly [Property in keyof Row]-?: Column }

/**
 * A statement that answers rows of these columns.
 * `write` gets the list that is to stand after `select` or `returning`.
 */
export const answering = <Row>(
  columns: Columns<Row>,
  write: (list: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<Row> => write(listOf(columns)) as RawBuilder<Row>

// `a.b_c`, or `b_c`: anything else is an expression and has to be written as one.
const name = /^(?:[a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$/

const written = (column: Column): RawBuilder<unknown> => {
  if (typeof column !== 'string') return column
  if (!name.test(column)) throw new Error(`"${column}" is no name of a column`)
  return sql.raw(column)
}

const listOf = (columns: Readonly<Record<string, Column>>): RawBuilder<unknown> =>
  sql.join(
    Object.entries(columns).map(
      ([property, column]) => sql`${written(column)} as ${sql.id(property)}`,
    ),
  )
