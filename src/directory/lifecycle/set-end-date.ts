/** The end date of a guest is set, by whoever may decide about the guest (R133). */
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import { changed, sql, type Database } from '../../store/database.ts'
import { endDateEvent, tellOfEnd } from './end-date.ts'
import type { Which } from './guests.sql.ts'

/**
 * Sets it, in the transaction of who holds the guest; noted where it changes something. Of a day
 * that is near, guest and sponsors are told at once.
 */
export const setEndDate = async (
  tx: Database,
  { tenantId, userId }: Which,
  endsAt: Date | null,
  context: Context,
): Promise<void> => {
  const done = await changed(
    tx,
    sql`update users set ends_at = ${endsAt} where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null
      and ends_at is distinct from ${endsAt}::timestamptz`,
  )
  if (done === 0) return
  await record(tx, endDateEvent({ tenantId, userId }, context))
  await tellOfEnd(tx, { tenantId, userId }, context.now)
}
