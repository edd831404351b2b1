/** Who has left, was restored and is asked first (R127), is again as they had left. */
import type { Event } from '../../events/event.ts'
import { eventInsertForEach } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import type { Which } from '../lock-user.sql.ts'
import { endedBeside, endsAccess } from './end-access.ts'
import { freed, homeTold, removalAnswered } from './soft-delete.sql.ts'

/**
 * Of these, who was restored and is asked first (R127) is as before, with the dates of then (R53),
 * whoever ends the question. Until when each of them can be restored; whoever nobody has asked is
 * not among them, and stays. `undo`: whether they can still undo their leaving by themselves
 * (R142), which nobody can whom somebody else has deleted since.
 */
export const stayAwayEach = async (
  db: Database,
  tenantId: TenantId,
  all: readonly { readonly userId: UserId; readonly event: Event }[],
  undo: 'kept' | 'over' = 'kept',
): Promise<ReadonlyMap<UserId, Date>> => {
  const [first] = all
  if (first === undefined) return new Map()
  const { event } = first
  const given = sql`unnest(${all.map(({ userId }) => userId)}::uuid[], ${all.map((one) => one.event.id)}::uuid[]) as k(id, event_id)`
  const done = await rows(
    db,
    answering<{ id: UserId; until: Date }>(
      { id: 'id', until: 'restorable_until' },
      (list) => sql`
        with ended as (
          update users u set ${endsAccess('u', event.at)}, deleted_at = r.ended_at, restorable_until = r.restorable_until, deleted_by_kind = u.left_by_kind,
            deleted_by = (select case when e.actor_kind = 'user' then e.actor_id end from events e where e.tenant_id = r.tenant_id and e.id = r.id),
            deletion_event_id = r.id, undo_ends_at = ${undo === 'over' ? sql`null` : sql`u.undo_ends_at`}, external_user_state = u.left_state, external_user_state_changed_at = u.left_state_changed_at, ${freed}
          from ${given}, receipts r where r.tenant_id = u.tenant_id and r.id = u.left_event_id
            and u.tenant_id = ${tenantId} and u.id = k.id and u.deleted_at is null
          returning u.tenant_id, u.id, u.person_id, u.deletion_event_id, u.restorable_until, k.event_id
        ), ${endedBeside(event.at)}, home_told as (${homeTold({ event, by: 'self' })}),
        stands_again as (update receipts r set restored_at = null from ended where r.tenant_id = ended.tenant_id and r.id = ended.deletion_event_id),
        recorded as (${eventInsertForEach(event, sql`ended`, sql`each_one.event_id`)}), ${removalAnswered(event)}
        select ${list} from ended`,
    ),
  )
  return new Map(done.map(({ id, until }) => [id, until]))
}

/** The same of one. False where nobody is asked. */
export const stayAway = async (
  db: Database,
  { tenantId, userId }: Which,
  event: Event,
): Promise<boolean> => (await stayAwayEach(db, tenantId, [{ userId, event }])).has(userId)
