/**
 * The one way to reach a store. All SQL is PostgreSQL's, written with Kysely's `sql` template, so that every value is a
 * parameter; what differs between the embedded store and a server stays in this folder.
 */
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'

export { sql, type RawBuilder }

/** Tables are addressed in SQL text, not through Kysely's table types. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
type Tables = Record<never, never>

/** A connection pool or a transaction: whatever can run a statement. */
export type Database = Kysely<Tables>
export type { Transaction }

/** All rows of a statement. */
export const rows = async <Row>(db: Database, statement: RawBuilder<Row>): Promise<Row[]> => (await statement.execute(db)).rows

/** The first row of a statement, or undefined. */
export const firstRow = async <Row>(db: Database, statement: RawBuilder<Row>): Promise<Row | undefined> =>
  (await statement.execute(db)).rows[0]

/** How many rows a statement changed. */
export const changed = async (db: Database, statement: RawBuilder<unknown>): Promise<number> =>
  Number((await statement.execute(db)).numAffectedRows ?? 0n)

/** Runs `work` in one transaction: all of it is kept, or, when it throws, none. Inside a transaction it joins that one. */
export const transaction = <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)
