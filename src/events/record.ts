/**
 * Writing events. Always called in the transaction of the change, or as a part of its one
 * statement.
 */
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
  // An address is somebody's, and goes with them; what nobody in particular has done has none.
  address: context.actor.kind === 'user' ? context.address : null,
  ...happening,
})

// Whose user is gone already, as by declining what was never accepted, has left no address behind
// either (R85).
const addressOf = ({ tenantId, actor, address }: Event): RawBuilder<unknown> =>
  address === null || actor.kind !== 'user'
    ? sql`null::text`
    : sql`(select ${address}::text from users where tenant_id = ${tenantId}::uuid and id = ${actor.id}::uuid)`

const ownIds = (event: Event) => ({
  tenantId: sql`${event.tenantId}::uuid`,
  id: sql`${event.id}::uuid`,
  targetId: sql`${event.target.id}::uuid`,
  relatedId: sql`${event.related?.id ?? null}::uuid`,
})

const valuesOf = (
  event: Event,
  { tenantId, id, targetId, relatedId } = ownIds(event),
): RawBuilder<unknown> =>
  sql`${tenantId}, ${id}, ${event.at}::timestamptz, ${event.activity}::text,
      ${event.actor.kind}::text, ${'id' in event.actor ? event.actor.id : null}::uuid,
      ${event.target.kind}::text, ${targetId}, ${event.related?.kind ?? null}::text, ${relatedId},
      ${event.reason ?? null}::text, ${event.correlationId}::uuid, ${JSON.stringify(event.details ?? {})}::jsonb, ${addressOf(event)}`

const columns = sql`tenant_id, id, at, activity, actor_kind, actor_id, target_kind, target_id, related_kind, related_id, reason, correlation_id, details, actor_address`

/**
 * An insert of `event` for each row of `source`, to stand in a `with` beside the change that makes
 * those rows.
 */
export const eventInsertFrom = (event: Event, source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`insert into events (${columns}) select ${valuesOf(event)} from ${source}`

/**
 * The same about each row of `source`, `each_one` here: its `id` is the target, and each event has
 * an id of its own, a new one unless it is given.
 */
export const eventInsertForEach = (
  event: Event,
  source: RawBuilder<unknown>,
  id: RawBuilder<unknown> = sql`gen_random_uuid()`,
): RawBuilder<unknown> =>
  sql`insert into events (${columns})
    select ${valuesOf(event, { ...ownIds(event), id, targetId: sql`each_one.id` })} from ${source} as each_one`

/** The same about two ends that each row of `source` names, `target_id` and `related_id`. */
export const eventInsertForPairs = (
  event: Event,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`insert into events (${columns})
    select ${valuesOf(event, {
      ...ownIds(event),
      id: sql`gen_random_uuid()`,
      targetId: sql`pair.target_id`,
      relatedId: sql`pair.related_id`,
    })} from ${source} as pair`

/**
 * The same in the logs of other organizations, about who `source` says: `tenant_id`, `user_id`.
 * Each event has an id of its own.
 */
export const eventInsertThere = (event: Event, source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`insert into events (${columns})
    select ${valuesOf(event, { ...ownIds(event), id: sql`gen_random_uuid()`, tenantId: sql`there.tenant_id`, targetId: sql`there.user_id` })} from ${source} as there`

/** Writes events, in one statement. */
export const record = async (db: Database, ...events: readonly Event[]): Promise<void> => {
  if (events.length === 0) return
  await sql`insert into events (${columns}) values ${sql.join(events.map((event) => sql`(${valuesOf(event)})`))}`.execute(
    db,
  )
}
