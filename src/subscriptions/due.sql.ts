/**
 * Subscriptions whose organization has changes that they have not been told: taken for a while,
 * moved on, tried later, given up.
 */
import type { ApplicationId, TenantId, UserId } from '../kernel/ids.ts'
import { minuteMs } from '../kernel/time.ts'
import { setDue, type DebtsInTurns, type Taken } from '../outbound/delivery/debts.sql.ts'
import type { Columns } from '../store/columns.ts'
import { sql, type Database } from '../store/database.ts'
import { subscriptionColumns } from './subscriptions.sql.ts'
import type { Subscription } from './subscription.ts'

/** One that was taken, with where it stands and how far its feed goes. */
export type Due = Subscription &
  Taken & {
    readonly tenantId: TenantId
    readonly userId: UserId | null
    readonly applicationId: ApplicationId | null
    readonly standing: string | null
    readonly scopes: readonly string[]
    /** Whose turn it takes: one receiver of one organization. */
    readonly lane: string
    /** Where it goes on: its place, or the beginning of another feed. */
    readonly from: number
    readonly feedEpoch: string
    readonly last: number
    readonly failingSince: Date | null
    readonly rightLostAt: Date | null
  }

/** Whose turn a call takes: one receiver of one organization. */
export const laneTo = (receiver: 'receiver' | 'lifecycle_receiver') =>
  sql`s.tenant_id || ' ' || ${sql.ref(`s.${receiver}`)}`

const lane = laneTo('receiver')

const columns: Columns<Omit<Due, keyof Taken>> = {
  ...subscriptionColumns,
  tenantId: 's.tenant_id',
  userId: 's.user_id',
  applicationId: 's.application_id',
  standing: 's.standing',
  scopes: 's.scopes',
  lane,
  from: sql`(case when s.epoch = f.epoch then s.told_to else 0 end)::float8`,
  feedEpoch: 'f.epoch',
  last: sql`f.last_sequence::float8`,
  failingSince: 's.failing_since',
  rightLostAt: 's.right_lost_at',
}

/** What is owed to receivers: what they have not been told. */
export const dueSubscriptions: DebtsInTurns<Due> = {
  table: 'subscriptions',
  as: 's',
  key: ['tenant_id', 'id'],
  dueAt: 'next_try_at',
  attempts: 'attempts',
  leaseMs: minuteMs,
  joins: sql`join directory_feeds f on f.tenant_id = s.tenant_id`,
  lane,
  isDue: (now) =>
    sql`s.expires_at > ${now} and (f.last_sequence > s.told_to or f.epoch <> s.epoch)`,
  isOne: ({ tenantId, id }) => sql`tenant_id = ${tenantId} and id = ${id}`,
  columns,
}

/** How one goes on from `to`. */
const goingOn = ({ feedEpoch }: Due, to: number) =>
  sql`, told_to = ${to}, epoch = ${feedEpoch}::uuid, attempts = 0, failing_since = null`

/**
 * Notes that one has been told up to `to`; false where somebody else has it by now. `remindAt`:
 * when its lifecycle is told, where its right is back.
 */
export const moveOn = (
  db: Database,
  due: Due,
  to: number,
  { now, remindAt }: { readonly now: Date; readonly remindAt: Date | undefined },
): Promise<boolean> =>
  setDue(db, dueSubscriptions, due, now, {
    beside: sql`${goingOn(due, to)}, right_lost_at = null, lifecycle_due_at = coalesce(${remindAt ?? null}::timestamptz, lifecycle_due_at)`,
  })

/** Notes that one could not be told, and when it is tried again. */
export const postpone = (db: Database, due: Due, until: Date, now: Date): Promise<boolean> =>
  setDue(db, dueSubscriptions, due, until, {
    beside: sql`, failing_since = coalesce(failing_since, ${now})`,
  })

/** Notes that one has no right any more, of which its lifecycle is told once. */
export const loseRight = (db: Database, due: Due, until: Date, now: Date): Promise<boolean> =>
  setDue(db, dueSubscriptions, due, until, {
    beside: sql`, failing_since = coalesce(failing_since, ${now}), right_lost_at = coalesce(right_lost_at, ${now}),
      lifecycle_due_at = case when right_lost_at is null and lifecycle_url is not null then ${now} else lifecycle_due_at end,
      lifecycle_attempts = case when right_lost_at is null then 0 else lifecycle_attempts end`,
  })

/** Goes on behind what could not be told; false where somebody else has it by now. */
export const skipTo = (db: Database, due: Due, to: number, now: Date): Promise<boolean> =>
  setDue(db, dueSubscriptions, due, now, {
    beside: sql`${goingOn(due, to)}, missed_at = ${now}`,
  })
