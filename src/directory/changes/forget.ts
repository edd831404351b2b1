/** Changes are kept for as long as somebody may come back to them. */
import { dayMs, plus } from '../../kernel/time.ts'
import { byKeyOnly } from '../../store/by-key.ts'
import { inBatches } from '../../store/batches.ts'
import { changed, sql, transaction, type Database } from '../../store/database.ts'

/** For so long a client may stay away; then it begins anew. */
export const keptMs = 30 * dayMs

/** Kept a little longer than anybody may ask for them. */
const forgottenAfterMs = keptMs + dayMs

const batchSize = 1_000

// Rows stand in the order in which they were written: the oldest of each organization come first.
// Each is found where it is, whatever the planner believes.
const forgetBatch = (db: Database, before: Date): Promise<number> =>
  transaction(db, async (tx) => {
    await byKeyOnly.execute(tx)
    return changed(
      tx,
      sql`with over as materialized (
        select x.tenant_id, x.row_at, x.sequence from directory_feeds f cross join lateral (
          select c.tenant_id, c.ctid as row_at, c.sequence, c.at from directory_changes c
          where c.tenant_id = f.tenant_id order by c.tenant_id, c.id limit ${batchSize}) x
        where x.at < ${before} and x.sequence is not null limit ${batchSize}
      ), ends as (
        update directory_feeds f set forgotten_to = greatest(f.forgotten_to, o.last)
        from (select tenant_id, max(sequence) as last from over group by tenant_id) o where f.tenant_id = o.tenant_id)
      delete from directory_changes where ctid = any(array(select row_at from over))`,
    )
  })

/** Forgets changes whose time is over, in every organization. Returns how many. */
export const forgetChanges = (db: Database, now: Date): Promise<number> =>
  inBatches(batchSize, () => forgetBatch(db, plus(now, -forgottenAfterMs)))
