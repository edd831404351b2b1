/** The one statement that deletes a user, whoever ends it: one user row changed, its sessions ended, the event written, the receipt queued. */
import type { Event } from '../events/event.ts'
import { eventInsertFrom } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { mailInsertFrom, type Mail } from '../mail/outbox.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { endedBeside, endsAccess } from './end-access.ts'

export type Deletion = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly by: 'self' | 'administrator' | 'policy' | 'operator'
  readonly restorableUntil: Date
  readonly event: Event
  /** What the person is sent about it. */
  readonly receipt: Mail | undefined
  /** A further condition on the row `u`, judged in the same statement. */
  readonly guard?: RawBuilder<unknown>
}

/**
 * Soft-deletes a live user. True when it was done; false when there is no such live user any more, or the guard did not hold.
 * Frees the user principal name by putting the id before it (R63), ends all access (R17, R126), for a member at home everywhere, records the event and queues the receipt: one statement, so all of it or nothing (R15).
 */
export const softDelete = async (db: Database, deletion: Deletion): Promise<boolean> => {
  const { event, tenantId, userId } = deletion
  const done = await rows(
    db,
    sql<{ id: string }>`
    with ended as (
      update users u set ${endsAccess('u', event.at)}, deleted_at = ${event.at}, restorable_until = ${deletion.restorableUntil}, deleted_by_kind = ${deletion.by},
        deleted_by = ${event.actor.kind === 'user' ? event.actor.id : null}::uuid, deletion_event_id = ${event.id},
        original_user_principal_name = user_principal_name, user_principal_name = replace(id::text, '-', '') || user_principal_name
      where u.tenant_id = ${tenantId} and u.id = ${userId} and u.deleted_at is null ${deletion.guard === undefined ? sql`` : sql`and ${deletion.guard}`}
      returning u.tenant_id, u.id, u.person_id
    ), ${endedBeside(event.at)}, recorded as (${eventInsertFrom(event, sql`ended`)})
    ${deletion.receipt === undefined ? sql`` : sql`, told as (${mailInsertFrom(deletion.receipt, sql`ended`, event.at)})`}
    select id from ended`,
  )
  return done.length > 0
}
