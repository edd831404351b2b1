/**
 * The one way to reach a store. All SQL is PostgreSQL's, written with Kysely's `sql` template, so
 * that every value is a parameter; what differs between the embedded store and a server stays in
 * this folder.
 */
import { ConstraintViolated, Contention } from './store-error.ts'
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
export const transaction = <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : untilNotUndone(() => db.transaction().execute(work))

/**
 * The same for work that is one statement, which needs no transaction around it: all of it is done,
 * or none.
 */
export const inOneStatement = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : untilNotUndone(() => work(db))

const untilNotUndone = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let round = 1; ; round++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Contention) || round === maxRounds) throw error
    }
  }
}

/** How often a transaction is tried that others were in the way of. */
const maxRounds = 4

const taken: unique symbol = Symbol('taken back')

/** What work returns that is to be taken back: its result stays, and nothing else. */
export interface Undo<U> {
  readonly [taken]: U
}

/** Says that what the work has done is to be taken back, and what has come of it (`attempt`). */
export const undo = <const U>(result: U): Undo<U> => ({ [taken]: result })

const isUndo = (result: unknown): result is Undo<unknown> =>
  typeof result === 'object' && result !== null && taken in result

// The one way that a driver has to undo a transaction is a throw. It never leaves this file.
class Undone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('taken back')
    this.result = result
  }
}

/** Outcomes that the schema itself gives, each by the name of the constraint that says it. */
type ByConstraint<C> = Readonly<Record<string, C>>

/**
 * Work whose outcome may be that nothing was done: what it did is taken back when it returns
 * `undo(result)`, and when a constraint named in `refused` stands against it; the outcome comes
 * back in both cases. Inside a transaction only the work itself is taken back, and the transaction
 * goes on. Whatever else is thrown goes on its way.
 */
export const attempt = async <T, U = never, const C = never>(
  db: Database,
  work: (tx: Database) => Promise<T | Undo<U>>,
  refused: ByConstraint<C> = {},
): Promise<T | U | C> => {
  const done = async (tx: Database): Promise<T> => {
    const result = await work(tx)
    if (isUndo(result)) throw new Undone(result[taken])
    return result
  }
  const place = db.isTransaction ? await placeIn(db) : undefined
  try {
    const result = await (place === undefined ? transaction(db, done) : done(db))
    await place?.keep()
    return result
  } catch (error) {
    const found = outcomeOf(error, refused)
    if (found === undefined) throw error
    await place?.takeBack()
    return found.outcome as U | C
  } finally {
    place?.leave()
  }
}

const outcomeOf = (
  error: unknown,
  refused: ByConstraint<unknown>,
): { readonly outcome: unknown } | undefined => {
  if (error instanceof Undone) return { outcome: error.result }
  return error instanceof ConstraintViolated && Object.hasOwn(refused, error.constraint)
    ? { outcome: refused[error.constraint] }
    : undefined
}

const depths = new WeakMap<Database, number>()

/** A place in a transaction to come back to. One inside of another has a name of its own. */
const placeIn = async (tx: Database) => {
  const depth = (depths.get(tx) ?? 0) + 1
  const name = sql.id(`attempt_${depth}`)
  await sql`savepoint ${name}`.execute(tx)
  depths.set(tx, depth)
  const keep = async (): Promise<void> => {
    await sql`release savepoint ${name}`.execute(tx)
  }
  return {
    keep,
    takeBack: async (): Promise<void> => {
      await sql`rollback to savepoint ${name}`.execute(tx)
      await keep()
    },
    leave: () => void depths.set(tx, depth - 1),
  }
}
