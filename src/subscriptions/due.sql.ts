/**
 * Subscriptions whose organization has changes that they have not been told: taken for a while,
 * moved on, tried later, given up.
 */
import type { ApplicationId, TenantId, UserId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import { idleRoom } from '../outbound/lanes.ts'
import { answering, type Columns } from '../store/columns.ts'
import { changed, rows, sql, type Database } from '../store/database.ts'
import { subscriptionColumns } from './subscriptions.sql.ts'
import type { Subscription } from './subscription.ts'

/** One that was taken, with where it stands and how far its feed goes. */
export type Due = Subscription & {
  readonly tenantId: TenantId
  readonly userId: UserId | null
  readonly applicationId: ApplicationId | null
  readonly standing: string | null
  readonly scopes: readonly string[]
  /** Whose turn it takes: one receiver of one organization. */
  readonly lane: string
  readonly epoch: string
  readonly toldTo: number
  /** Where it goes on: its place, or the beginning of another feed. */
  readonly from: number
  readonly feedEpoch: string
  readonly last: number
  readonly attempts: number
  readonly failingSince: Date | null
  readonly rightLostAt: Date | null
}

const columns: Columns<Due> = {
  ...subscriptionColumns,
  tenantId: 's.tenant_id',
  userId: 's.user_id',
  applicationId: 's.application_id',
  standing: 's.standing',
  scopes: 's.scopes',
  lane: sql`s.tenant_id || ' ' || s.receiver`,
  epoch: 's.epoch',
  toldTo: sql`s.told_to::float8`,
  from: sql`(case when s.epoch = f.epoch then s.told_to else 0 end)::float8`,
  feedEpoch: 'f.epoch',
  last: sql`f.last_sequence::float8`,
  attempts: 's.attempts',
  failingSince: 's.failing_since',
  rightLostAt: 's.right_lost_at',
}

/** How long nobody else takes one that was taken. */
export const claimMs = minuteMs

export type Room = {
  /** How many may be taken in all, and of one organization. */
  readonly room: number
  readonly organization: number
  /** How many more each lane takes, of those that are not idle. */
  readonly lanes: ReadonlyMap<string, number>
}

const isDue = (now: Date) =>
  sql`s.next_try_at <= ${now} and s.expires_at > ${now} and (f.last_sequence > s.told_to or f.epoch <> s.epoch)`

/**
 * Takes those that are due at `now`: nobody else takes them for a minute. Organizations take turns,
 * and so do the receivers of each. One statement.
 */
export const claimDue = (
  db: Database,
  now: Date,
  { room, organization, lanes }: Room,
): Promise<Due[]> =>
  rows(
    db,
    answering<Due>(
      columns,
      (list) => sql`
        with busy as (select * from unnest(${[...lanes.keys()]}::text[], ${[...lanes.values()]}::integer[]) as b (lane, room)),
        by_lane as (
          select s.tenant_id, s.id, s.next_try_at, s.tenant_id || ' ' || s.receiver as lane,
            row_number() over (partition by s.tenant_id, s.receiver order by s.next_try_at, s.id) as place
          from subscriptions s join directory_feeds f on f.tenant_id = s.tenant_id where ${isDue(now)}
        ), by_organization as (
          select d.*, row_number() over (partition by d.tenant_id order by d.place, d.next_try_at, d.id) as turn
          from by_lane d left join busy on busy.lane = d.lane where d.place <= coalesce(busy.room, ${idleRoom}::integer)
        ), next as (
          select tenant_id, id from by_organization where turn <= ${organization}::integer order by turn, next_try_at limit ${room}::integer
        ), due as (
          select s.tenant_id, s.id from subscriptions s join next using (tenant_id, id)
          where s.next_try_at <= ${now} for update of s skip locked
        )
        update subscriptions s set next_try_at = ${plus(now, claimMs)}, attempts = s.attempts + 1
        from due join directory_feeds f on f.tenant_id = due.tenant_id
        where s.tenant_id = due.tenant_id and s.id = due.id returning ${list}`,
    ),
  )

const still = ({ tenantId, id, epoch, toldTo }: Due) =>
  sql`where tenant_id = ${tenantId} and id = ${id} and epoch = ${epoch}::uuid and told_to = ${toldTo}`

/**
 * Notes that one has been told up to `to`, unless somebody else has moved it meanwhile. `remindAt`:
 * when its lifecycle is told, where its right is back.
 */
export const moveOn = async (
  db: Database,
  due: Due,
  to: number,
  { now, remindAt }: { readonly now: Date; readonly remindAt: Date | undefined },
): Promise<void> => {
  await sql`update subscriptions set told_to = ${to}, epoch = ${due.feedEpoch}::uuid, attempts = 0, failing_since = null, next_try_at = ${now},
      right_lost_at = null, lifecycle_due_at = coalesce(${remindAt ?? null}::timestamptz, lifecycle_due_at) ${still(due)}`.execute(
    db,
  )
}

/** Notes that one could not be told, and when it is tried again. */
export const postpone = async (
  db: Database,
  due: Due,
  { until, now }: { readonly until: Date; readonly now: Date },
): Promise<void> => {
  await sql`update subscriptions set next_try_at = ${until}, failing_since = coalesce(failing_since, ${now}) ${still(due)}`.execute(
    db,
  )
}

/** The same of one that was taken and not tried. */
export const giveBack = async (db: Database, due: Due, until: Date): Promise<void> => {
  await sql`update subscriptions set next_try_at = ${until}, attempts = greatest(attempts - 1, 0) ${still(due)}`.execute(
    db,
  )
}

/** Notes that one has no right any more, of which its lifecycle is told once. */
export const loseRight = async (
  db: Database,
  due: Due,
  { until, now }: { readonly until: Date; readonly now: Date },
): Promise<void> => {
  await sql`update subscriptions set next_try_at = ${until}, failing_since = coalesce(failing_since, ${now}), right_lost_at = coalesce(right_lost_at, ${now}),
      lifecycle_due_at = case when right_lost_at is null and lifecycle_url is not null then ${now} else lifecycle_due_at end,
      lifecycle_attempts = case when right_lost_at is null then 0 else lifecycle_attempts end ${still(due)}`.execute(
    db,
  )
}

/** Goes on behind what could not be told; false where somebody else has moved it meanwhile. */
export const skipTo = async (db: Database, due: Due, to: number, now: Date): Promise<boolean> =>
  (await changed(
    db,
    sql`update subscriptions set told_to = ${to}, epoch = ${due.feedEpoch}::uuid, attempts = 0, failing_since = null, next_try_at = ${now}, missed_at = ${now} ${still(due)}`,
  )) > 0
