/**
 * Groups and applications that were deleted long enough ago are removed, with what pointed at them.
 */
import { dayMs, plus } from '../../kernel/time.ts'
import { changed, sql, type Database } from '../../store/database.ts'
import { deletedLinksKeptDays } from '../users/retention.rule.ts'

const batchSize = 200

/**
 * Removes deleted groups and applications that no restorable user can have been in any more. Batch
 * by batch; safe in several processes at once. Returns how many.
 */
export const purgeDeletedLinks = async (db: Database, now: Date): Promise<number> => {
  const before = plus(now, -deletedLinksKeptDays * dayMs)
  let total = 0
  for (const table of ['groups', 'applications'] as const) {
    for (let removed = batchSize; removed === batchSize; total += removed) {
      removed = await changed(
        db,
        sql`with due as materialized (
            select tenant_id, id from ${sql.table(table)} where deleted_at < ${before} order by deleted_at limit ${batchSize} for update skip locked)
          delete from ${sql.table(table)} t using due where t.tenant_id = due.tenant_id and t.id = due.id`,
      )
    }
  }
  return total
}
