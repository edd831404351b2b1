/** The synthetic guest in the store: whose turn it is, and taking away what a round left. */
import { minuteMs, plus, secondMs } from '../../kernel/time.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'

const turn = 'revocation probe turn'

/** A little less than a minute, so that a process does not wait for its own next turn. */
const betweenMs = minuteMs - 5 * secondMs

/** Whether there is an organization of people: before, the first one is still to be made. */
export const isInUse = async (db: Database): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from tenants where not is_probe limit 1`)) !== undefined

/**
 * Takes the turn, which one of all processes has in a minute, however their clocks differ within
 * it. False: another has it.
 */
export const takeTurn = async (db: Database, now: Date): Promise<boolean> =>
  (await firstRow(
    db,
    answering<{ name: string }>(
      { name: 'name' },
      (list) => sql`insert into installation as i (name, value)
        values (${turn}, ${Buffer.from(now.toISOString())})
        on conflict (name) do update set value = excluded.value
          where not convert_from(i.value, 'UTF8')::timestamptz between ${plus(now, -betweenMs)} and ${plus(now, betweenMs)}
        returning ${list}`,
    ),
  )) !== undefined

/** Says that these organizations are for the synthetic guest alone. */
export const noteProbes = async (db: Database, tenantIds: readonly TenantId[]): Promise<void> => {
  await sql`update tenants set is_probe = true where id = any(${[...tenantIds]}::uuid[])`.execute(
    db,
  )
}

/**
 * Removes what rounds have written down in these organizations: entries of their logs, which are
 * never chained, receipts that nobody has, and that nobody could be sent them.
 */
export const sweep = async (db: Database, tenantIds: readonly TenantId[]): Promise<void> => {
  const theirs = sql`select id from tenants where id = any(${[...tenantIds]}::uuid[]) and is_probe`
  await sql`delete from told_mails where tenant_id in (${theirs})`.execute(db)
  await sql`delete from receipts where tenant_id in (${theirs})`.execute(db)
  await sql`with gone as (delete from events where tenant_id in (${theirs}) returning tenant_id, id)
    delete from events_unchained u using gone where u.tenant_id = gone.tenant_id and u.event_id = gone.id`.execute(
    db,
  )
}
