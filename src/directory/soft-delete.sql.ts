/** The one statement that deletes a user, whoever ends it: one user row changed, its sessions ended, the event written, the receipt queued. */
import type { Event } from '../events/event.ts'
import { eventInsertFrom } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { mailInsertFrom, type Mail } from '../mail/outbox.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'

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
 * Frees the user principal name by putting the id before it (R63), ends every session for the organization (R17), for a member at
 * home all of the person's sessions, records the event and queues the receipt: one statement, so all of it or nothing (R15).
 */
export const softDelete = async (db: Database, deletion: Deletion): Promise<boolean> => {
  const { event, tenantId, userId } = deletion
  const done = await rows(
    db,
    sql<{ id: string }>`
    with gone as (
      update users u set deleted_at = ${event.at}, restorable_until = ${deletion.restorableUntil}, deleted_by_kind = ${deletion.by},
        deleted_by = ${event.actor.kind === 'user' ? event.actor.id : null}::uuid, deletion_event_id = ${event.id},
        original_user_principal_name = user_principal_name, user_principal_name = replace(id::text, '-', '') || user_principal_name
      where u.tenant_id = ${tenantId} and u.id = ${userId} and u.deleted_at is null ${deletion.guard === undefined ? sql`` : sql`and ${deletion.guard}`}
      returning u.tenant_id, u.id, u.person_id
    ), ended_here as (
      delete from tenant_sessions s using gone where s.tenant_id = gone.tenant_id and s.user_id = gone.id
    ), ended_at_home as (
      delete from sessions s using gone join persons p on p.id = gone.person_id and p.home_tenant_id = gone.tenant_id
      where s.person_id = p.id
    ), recorded as (${eventInsertFrom(event, sql`gone`)})
    ${deletion.receipt === undefined ? sql`` : sql`, told as (${mailInsertFrom(deletion.receipt, sql`gone`, event.at)})`}
    select id from gone`,
  )
  return done.length > 0
}
