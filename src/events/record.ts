/**
 * Writing events. Always called in the transaction of the change, or as a part of its one
 * statement.
 */
import { newId, type EventId } from '../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'
import { insertOf, listedColumns, listedValues, type ListedRow } from '../store/listed.ts'
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

const types = {
  tenant_id: 'uuid',
  id: 'uuid',
  at: 'timestamptz',
  activity: 'text',
  actor_kind: 'text',
  actor_id: 'uuid',
  target_kind: 'text',
  target_id: 'uuid',
  related_kind: 'text',
  related_id: 'uuid',
  reason: 'text',
  correlation_id: 'uuid',
  details: 'jsonb',
  actor_address: 'text',
} as const
type Column = keyof typeof types
const columns = listedColumns(types)

const rowOf = (event: Event): ListedRow<Column> => ({
  tenant_id: event.tenantId,
  id: event.id,
  at: event.at,
  activity: event.activity,
  actor_kind: event.actor.kind,
  actor_id: 'id' in event.actor ? event.actor.id : null,
  target_kind: event.target.kind,
  target_id: event.target.id,
  related_kind: event.related?.kind,
  related_id: event.related?.id,
  reason: event.reason,
  correlation_id: event.correlationId,
  details: event.details ?? {},
  actor_address: event.actor.kind === 'user' ? event.address : null,
})

// Whose user is gone already, as by declining what was never accepted, has left no address behind
// either (R85).
const whileThere = (
  address: RawBuilder<unknown>,
  tenantId: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`(select ${address} from users where tenant_id = ${tenantId} and id = ${id})`

const addressOf = ({ tenantId, actor, address }: Event): RawBuilder<unknown> =>
  address === null || actor.kind !== 'user'
    ? sql`null::text`
    : whileThere(sql`${address}::text`, sql`${tenantId}::uuid`, sql`${actor.id}::uuid`)

const valuesOf = (
  event: Event,
  instead: Partial<Record<Column, RawBuilder<unknown>>> = {},
): RawBuilder<unknown> =>
  listedValues(types, rowOf(event), { actor_address: addressOf(event), ...instead })

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
    select ${valuesOf(event, { id, target_id: sql`each_one.id` })} from ${source} as each_one`

/** The same about two ends that each row of `source` names, `target_id` and `related_id`. */
export const eventInsertForPairs = (
  event: Event,
  source: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`insert into events (${columns})
    select ${valuesOf(event, {
      id: sql`gen_random_uuid()`,
      target_id: sql`pair.target_id`,
      related_id: sql`pair.related_id`,
    })} from ${source} as pair`

/**
 * The same in the logs of other organizations, about who `source` says: `tenant_id`, `user_id`.
 * Each event has an id of its own.
 */
export const eventInsertThere = (event: Event, source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`insert into events (${columns})
    select ${valuesOf(event, { id: sql`gen_random_uuid()`, tenant_id: sql`there.tenant_id`, target_id: sql`there.user_id` })} from ${source} as there`

/** An insert of these events, to stand in a `with` beside what happens. */
export const eventInsertOf = (events: readonly Event[]): RawBuilder<unknown> => {
  const address = sql`case when k.actor_address is not null then ${whileThere(sql`k.actor_address`, sql`k.tenant_id`, sql`k.actor_id`)} end`
  return insertOf('events', types, events.map(rowOf), { actor_address: address })
}

/** Writes events, in one statement. */
export const record = async (db: Database, ...events: readonly Event[]): Promise<void> => {
  if (events.length > 0) await eventInsertOf(events).execute(db)
}
