/** Waiting until somebody waits for a transaction. */
import { setTimeout } from 'node:timers/promises'
import { select } from '../src/store/columns.ts'
import { firstRow, sql, type Database } from '../src/store/database.ts'

const stepMs = 10

/** Until `work` waits for what `tx` holds, or is over without. */
export const untilBlockedBy = async (
  tx: Database,
  db: Database,
  work: Promise<unknown>,
): Promise<void> => {
  const over = work.then(
    () => true,
    () => true,
  )
  const me = await firstRow(tx, select<{ pid: number }>({ pid: sql`pg_backend_pid()` })``)
  const isBlocked = async () =>
    (await firstRow(
      db,
      sql`select 1 from pg_stat_activity where ${me?.pid}::int = any(pg_blocking_pids(pid))`,
    )) !== undefined
  for (let ends = false; !ends;)
    ends = (await isBlocked()) || (await Promise.race([over, setTimeout(stepMs, false)]))
}
