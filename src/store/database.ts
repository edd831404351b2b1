/**
 * The one way to reach a store. All SQL is PostgreSQL's, written with Kysely's `sql` template, so
 * that every value is a parameter; what differs between the embedded store and a server stays in
 * this folder.
 */
import { Contention } from './store-error.ts'
import { sql as template, type Kysely, type RawBuilder } from 'kysely'

export type { RawBuilder }

type Piece = RawBuilder<unknown>

/** Kysely's template without its way to claim what a row holds: that is for `columns.ts` to say. */
type Template = {
  (text: TemplateStringsArray, ...values: unknown[]): Piece
  id(...names: readonly string[]): Piece
  join(pieces: readonly unknown[], between?: Piece): Piece
  lit(value: string | number | boolean | null): Piece
  readonly raw: (text: string) => Piece
  ref(column: string): Piece
  table(name: string): Piece
}

export const sql: Template = template

/** Tables are addressed in SQL text, not through Kysely's table types. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
type Tables = Record<never, never>

/** A connection pool or a transaction: whatever can run a statement. */
export type Database = Kysely<Tables>

/**
 * To be written into a statement whose best plan depends on its values, such as a search for a rare
 * or a common word. A server plans it anew each time; all others are planned once.
 */
export const plannedEachTime = '/* planned each time */'

/** All rows of a statement. */
export const rows = async <Row>(db: Database, statement: RawBuilder<Row>): Promise<Row[]> =>
  (await statement.execute(db)).rows

/** The first row of a statement, or undefined. */
export const firstRow = async <Row>(
  db: Database,
  statement: RawBuilder<Row>,
): Promise<Row | undefined> => (await statement.execute(db)).rows[0]

/** How many rows a statement changed. */
export const changed = async (db: Database, statement: RawBuilder<unknown>): Promise<number> =>
  Number((await statement.execute(db)).numAffectedRows ?? 0n)

/**
 * Runs `work` in one transaction: all of it is kept, or, when it throws, none. Inside a transaction
 * it joins that one. `work` runs again when a deadlock undid it.
 */
export const transaction = async <T>(
  db: Database,
  work: (tx: Database) => Promise<T>,
): Promise<T> => {
  if (db.isTransaction) return work(db)
  for (let round = 1; ; round++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!(error instanceof Contention) || round === maxRounds) throw error
    }
  }
}

/** How often a transaction is tried that others were in the way of. */
const maxRounds = 4
