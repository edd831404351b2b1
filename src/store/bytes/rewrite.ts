/** Writing one table anew: only rows that are there are in its files afterwards. */
import { minuteMs } from '../../kernel/time.ts'
import { takesLong } from '../connection.ts'
import { firstRow, sql, transaction, type Database } from '../database.ts'
import { select } from '../columns.ts'
import { plannersNotes, type Relation } from './owed.sql.ts'
import type { Refused } from './rewrite.rule.ts'

/** How long others may be made to wait behind us until we have the table at all. */
const lockMs = 300
/** Any constant that nothing else locks. */
const lockKey = 7_090_075

const stateOf = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return code ?? cause?.code
}

const refusals: Readonly<Record<string, Refused>> = {
  '55P03': 'busy',
  '40P01': 'busy',
  '57014': 'tooLong',
  '42501': 'notAllowed',
}

const refusedFor = async (work: Promise<unknown>): Promise<Refused | null> => {
  try {
    await work
    return null
  } catch (error) {
    const refused = refusals[stateOf(error) ?? '']
    if (refused === undefined) throw error
    return refused
  }
}

/**
 * Writes a table and its indexes anew. Others wait for it meanwhile, `longestPauseMs` at most: then
 * it is given up and everything is as it was. What it was refused for comes back, or null.
 */
export const rewrite = (
  db: Database,
  { name, index }: Pick<Relation, 'name' | 'index'>,
  longestPauseMs: number,
): Promise<Refused | null> =>
  refusedFor(
    // Not VACUUM FULL, which does the same and stands in no transaction: behind a pooler its limits
    // would be set in somebody else's session.
    transaction(db, async (tx) => {
      await sql`select set_config('lock_timeout', ${String(lockMs)}, true), set_config('statement_timeout', ${String(longestPauseMs)}, true)`.execute(
        tx,
      )
      const alone = await firstRow(
        tx,
        select<{ alone: boolean }>({
          alone: sql`pg_try_advisory_xact_lock(${lockKey})`,
        })`from (select 1) one`,
      )
      // Another process is at it, and its work is as good.
      if (alone?.alone !== true) throw Object.assign(new Error('busy'), { code: '55P03' })
      await sql`${sql.raw(takesLong)} cluster ${sql.table(name)} using ${sql.id(index)}`.execute(tx)
      await sql`alter table ${sql.table(name)} set without cluster`.execute(tx)
    }),
  )

/**
 * Has the planner look at the tables anew, and writes its notes anew: values that were common stand
 * in them. They are small, and whoever plans a statement meanwhile waits for moments.
 */
export const rewritePlannersNotes = (
  db: Database,
  names: readonly string[],
): Promise<Refused | null> =>
  refusedFor(
    (async () => {
      for (const name of names)
        await sql`${sql.raw(takesLong)} analyze ${sql.table(name)}`.execute(db)
      await sql`${sql.raw(takesLong)} vacuum full ${sql.raw(plannersNotes)}`.execute(db)
    })(),
  )

type Log = {
  /** Where the last checkpoint begins to count: what is older is not needed. */
  readonly checkpoint: string
  readonly segmentBytes: number
  /** Debts that wait for it, and whether it is in a later file than they are. */
  readonly waiting: number
  readonly passed: number
}

const readLog = async (db: Database): Promise<Log> => {
  const segment = sql`pg_size_bytes(current_setting('wal_segment_size'))`
  // What was noted by a store that this one is a copy of says nothing of files here.
  const log = await firstRow(
    db,
    select<Log>({
      checkpoint: sql`c.redo_lsn::text`,
      segmentBytes: sql`${segment}::int`,
      waiting: sql`count(o.id)::int`,
      passed: sql`count(o.id) filter (where div(o.rewritten_to - '0/0'::pg_lsn, ${segment}) < div(c.redo_lsn - '0/0'::pg_lsn, ${segment}) or o.rewritten_to > pg_current_wal_insert_lsn())::int`,
    })`from pg_control_checkpoint() c left join bytes_owed o on o.rewritten_to is not null group by c.redo_lsn`,
  )
  if (log === undefined) throw new Error('a store without a checkpoint')
  return log
}

const forgetPaid = async (db: Database): Promise<void> => {
  const segment = sql`pg_size_bytes(current_setting('wal_segment_size'))`
  await sql`delete from bytes_owed o using pg_control_checkpoint() c
    where div(o.rewritten_to - '0/0'::pg_lsn, ${segment}) < div(c.redo_lsn - '0/0'::pg_lsn, ${segment}) or o.rewritten_to > pg_current_wal_insert_lsn()`.execute(
    db,
  )
}

/** Since when each process has pushed the log on, by what it waits for. */
const pushedAt = new WeakMap<Database, number>()

/**
 * Lets go of what was written ahead before everything was written anew: the log is pushed on into a
 * new file, and a checkpoint makes the older ones unneeded. Where our role may ask for no
 * checkpoint, the next one that comes by itself does it. Returns how many debts are paid.
 */
export const leaveLogBehind = async (db: Database): Promise<number> => {
  const before = await readLog(db)
  if (before.waiting === 0) return 0
  if (before.passed < before.waiting) {
    const now = performance.now()
    if (now - (pushedAt.get(db) ?? -Infinity) >= minuteMs) {
      pushedAt.set(db, now)
      await sql`select pg_logical_emit_message(false, 'guesthouse', repeat(' ', ${before.segmentBytes}::int))`.execute(
        db,
      )
    }
    await refusedFor(sql`${sql.raw(takesLong)} checkpoint`.execute(db))
  }
  const after = await readLog(db)
  if (after.passed > 0) await forgetPaid(db)
  return after.passed
}
