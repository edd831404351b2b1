/**
 * How a user at home could sign in, so that nobody takes the last way in from the last
 * administrator (R124).
 */
import { countOf, loneKinds, type LoneKind } from '../directory/users/credentials.sql.ts'
import type { Which } from '../directory/lock-user.sql.ts'
import { select, type Columns } from '../store/columns.ts'
import { firstRow, type Database } from '../store/database.ts'

/** How many of each there are. */
export type WaysIn = Readonly<Record<LoneKind, number>>

/** The ways in of a user whose home the organization is. */
export const readWaysIn = async (db: Database, which: Which): Promise<WaysIn> => {
  const columns = Object.fromEntries(loneKinds.map((kind) => [kind, countOf(kind, which)]))
  const found = await firstRow(db, select<WaysIn>(columns as Columns<WaysIn>)``)
  if (found === undefined) throw new Error('A statement without a table has one row.')
  return found
}

/** Whether somebody could sign in who had these, less `fewer` of some. */
export const hasWayIn = (ways: WaysIn, fewer: Partial<WaysIn> = {}): boolean =>
  loneKinds.some((kind) => ways[kind] > (fewer[kind] ?? 0))
