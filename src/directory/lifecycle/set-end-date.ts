/** The end date of a guest is set, by whoever may decide about the guest (R133). */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import { changed, sql, type Database } from '../../store/database.ts'
import type { Which } from './guests.sql.ts'

/** Sets it, in the transaction of who holds the guest; noted where it changes something. */
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
  const details = { properties: ['guesthouse.endDateTime'] }
  const target = { kind: 'user', id: userId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'user.updated', target, details }))
}
