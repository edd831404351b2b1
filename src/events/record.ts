/** Writing events. Always called in the transaction of the change, or as a part of its one statement. */
import { newId, type EventId } from '../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'
import type { Context, Event } from './event.ts'

type Happening = Pick<Event, 'tenantId' | 'activity' | 'target' | 'related' | 'reason' | 'details'>

/** An event of `happening` in `context`, not yet written. */
export const eventOf = (context: Context, happening: Happening): Event => ({
  id: newId<EventId>(),
  at: context.now,
  actor: context.actor,
  correlationId: context.correlationId,
  address: context.address ?? null,
  ...happening,
})

const valuesOf = (event: Event): RawBuilder<unknown> =>
  sql`${event.tenantId}::uuid, ${event.id}::uuid, ${event.at}::timestamptz, ${event.activity}::text,
      ${event.actor.kind}::text, ${event.actor.kind === 'user' ? event.actor.id : null}::uuid,
      ${event.target.kind}::text, ${event.target.id}::uuid, ${event.related?.kind ?? null}::text, ${event.related?.id ?? null}::uuid,
      ${event.reason ?? null}::text, ${event.correlationId}::uuid, ${JSON.stringify(event.details ?? {})}::jsonb, ${event.address ?? null}::text`

const columns = sql`tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, related_kind, related_id, reason, correlation_id, details, actor_address`

/** An insert of `event` for each row of `source`, to stand in a `with` beside the change that makes those rows. */
export const eventInsertFrom = (event: Event, source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`insert into events (${columns}) select ${valuesOf(event)} from ${source}`

/** Writes events, in one statement. */
export const record = async (db: Database, ...events: readonly Event[]): Promise<void> => {
  if (events.length === 0) return
  await sql`insert into events (${columns}) values ${sql.join(events.map((event) => sql`(${valuesOf(event)})`))}`.execute(db)
}
