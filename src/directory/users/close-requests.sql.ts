/**
 * A guest's open requests end when what they asked for happens, by whichever way (R29, R31, R40).
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'

export type RequestKind = 'removal' | 'restore'

/**
 * Closes the user's open requests of this kind as done, by the actor of the context, and records
 * each.
 */
export const closeRequests = async (
  tx: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  kind: RequestKind,
  context: Context,
): Promise<void> => {
  const by = context.actor.kind === 'user' ? context.actor.id : null
  const closed = await rows(
    tx,
    answering<{ id: RequestId }>(
      { id: 'id' },
      (list) => sql`
        update requests set state = 'done', answered_at = ${context.now}, answered_by = ${by}::uuid
        where tenant_id = ${tenantId} and user_id = ${userId} and kind = ${kind} and state = 'open' returning ${list}`,
    ),
  )
  await record(
    tx,
    ...closed.map(({ id }) =>
      eventOf(context, { tenantId, activity: 'request.done', target: { kind: 'request', id } }),
    ),
  )
}
