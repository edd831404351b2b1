/**
 * Entries of the audit log whose time is over are removed, by the period of each organization
 * (R143).
 */
import { inBatches } from '../store/batches.ts'
import { answering, counted } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'

/** Records of signing in and of opening applications. They have a period of their own. */
export const ofSigningIn = sql`('user.signedIn', 'user.signInFailed', 'user.signedOut', 'user.enteredApplication')`
const atOnce = 5_000

// An organization at a time has an index that gives the oldest of each activity; the log as a whole
// has none. A day is 24 hours, whatever a clock does in spring.
const over = (
  which: RawBuilder<unknown>,
  days: 'sign_in_records_days' | 'audit_records_days',
  now: Date,
): RawBuilder<{ readonly count: number }> =>
  answering(
    counted,
    (list) => sql`
  with due as materialized (
    select e.tenant_id, e.id from tenants t cross join lateral (
      select tenant_id, id from events
      where tenant_id = t.id and activity ${which} and at < ${now}::timestamptz - ${sql.ref(`t.${days}`)} * interval '24 hours'
      limit ${atOnce} for update skip locked) e
    limit ${atOnce}
  ), gone as (
    delete from events x using due where x.tenant_id = due.tenant_id and x.id = due.id returning x.tenant_id, x.id
  ), never_chained as (
    delete from events_unchained u using gone where u.tenant_id = gone.tenant_id and u.event_id = gone.id
  ), their_links as (
    update event_links l set over_at = ${now}, address_salt = null from gone where l.tenant_id = gone.tenant_id and l.event_id = gone.id)
  select ${list} from gone`,
  )

const removeAll = (
  db: Database,
  statement: RawBuilder<{ readonly count: number }>,
): Promise<number> => inBatches(atOnce, async () => (await firstRow(db, statement))?.count ?? 0)

/**
 * Removes what is over at `now`, some at a time: each batch commits by itself. Returns how many
 * entries.
 */
export const pruneEvents = async (db: Database, now: Date): Promise<number> =>
  (await removeAll(db, over(sql`in ${ofSigningIn}`, 'sign_in_records_days', now))) +
  (await removeAll(db, over(sql`not in ${ofSigningIn}`, 'audit_records_days', now)))
