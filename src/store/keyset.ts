/**
 * Paging by the last row seen: the next page starts right after it, however far it is and whatever
 * was added before it.
 */
import { sql, type RawBuilder } from './database.ts'

/**
 * One way to order a list: by `column`, then by id. `text` is the column as text for the next link,
 * `value` reads it back.
 */
export type OrderKey = {
  readonly column: RawBuilder<unknown>
  readonly text: RawBuilder<unknown>
  readonly value: (text: string) => RawBuilder<unknown>
}

/** A text column, compared by code point on every store. */
export const byText = (column: RawBuilder<unknown>): OrderKey => ({
  column,
  text: column,
  value: (text) => sql`${text}::text collate "C"`,
})

/**
 * An instant. As text in microseconds: a JavaScript date would lose the last three digits, and with
 * them rows at the page's edge.
 */
export const byInstant = (column: RawBuilder<unknown>): OrderKey => ({
  column,
  text: sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  value: (text) => sql`${text}::timestamptz`,
})

/** An id alone: the order of making, since ids grow with time. */
export const byId = (column: RawBuilder<unknown>): OrderKey => ({
  column,
  text: sql`${column}::text`,
  value: (text) => sql`${text}::uuid`,
})

export type Page = {
  readonly descending: boolean
  readonly after: readonly string[] | undefined
  readonly limit: number
}

/** The condition "after the last row": `after` is that row's sort value and id. */
export const beyond = (key: OrderKey, id: RawBuilder<unknown>, page: Page): RawBuilder<unknown> => {
  const [value, lastId] = page.after ?? []
  if (value === undefined || lastId === undefined) return sql`true`
  return sql`(${key.column}, ${id}) ${page.descending ? sql`<` : sql`>`} (${key.value(value)}, ${lastId}::uuid)`
}

/**
 * The `order by … limit …` that goes with it. `first` is a column in which all rows have the same,
 * before the others in an index: that index alone gives such an order.
 */
export const ordered = (
  key: OrderKey,
  id: RawBuilder<unknown>,
  page: Page,
  first?: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const direction = page.descending ? sql`desc` : sql`asc`
  const columns = [...(first === undefined ? [] : [first]), key.column, id]
  return sql`order by ${sql.join(columns.map((column) => sql`${column} ${direction}`))} limit ${page.limit}`
}
