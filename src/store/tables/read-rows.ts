/** Rows out of a snapshot, a few at a time however many there are. */
import { answering, type Columns } from '../columns.ts'
import { takesLong } from '../connection.ts'
import { rows, sql, transaction, type Database, type RawBuilder } from '../database.ts'

/** As many rows of one round trip at most; and so much text is wanted of it. */
const most = 2_000
const wantedChars = 2 ** 20

/**
 * Runs `work` on what is there at one moment, however long it takes and whatever others change
 * meanwhile. Nothing can be changed in it.
 */
export const inSnapshot = <T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> =>
  transaction(db, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    // Whoever waits for a slow disk is not to be thought of as gone.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
    await sql`set local timezone = 'UTC'`.execute(tx)
    await sql`set local bytea_output = 'hex'`.execute(tx)
    return work(tx)
  })

/** Texts that a row consists of. */
export type Texts = Readonly<Record<string, string | null>>

const sizeOf = (batch: readonly Texts[]): number =>
  batch.reduce(
    (sum, row) => sum + Object.values(row).reduce((size, text) => size + (text?.length ?? 0), 0),
    0,
  )

/**
 * What `select` of these columns and `rest` answers, in batches; a batch is as many rows as seem to
 * have about a MiB. To be read to the end in a transaction, one after the other, and `rest` has no
 * values.
 */
export async function* batchesOf<Row extends Texts>(
  tx: Database,
  columns: Columns<Row>,
  rest: RawBuilder<unknown>,
): AsyncGenerator<Row[]> {
  const statement = answering(columns, (list) => sql`select ${list} ${rest}`)
  await sql`declare rows_in_turn no scroll cursor for ${statement}`.execute(tx)
  for (let wanted = 50; ;) {
    // Not prepared: what it answers is another thing each time.
    const next = sql`${sql.raw(takesLong)} fetch ${sql.raw(String(wanted))} from rows_in_turn`
    const batch = await rows(
      tx,
      answering(columns, () => next),
    )
    if (batch.length > 0) yield batch
    if (batch.length < wanted) break
    wanted = Math.min(
      most,
      Math.max(1, Math.floor((wantedChars * batch.length) / (sizeOf(batch) + 1))),
    )
  }
  await sql`close rows_in_turn`.execute(tx)
}
