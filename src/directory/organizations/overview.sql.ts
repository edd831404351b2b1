/** The numbers an administrator sees first. */
import { every, hasNone, is, type Condition } from '../../kernel/condition.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { answering, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import { meetsUser } from '../users/columns.sql.ts'
import { applicationWithoutOwner, groupWithoutOwner } from '../without.sql.ts'

export type Overview = {
  readonly members: number
  readonly guests: number
  readonly invited: number
  readonly disabled: number
  readonly deleted: number
  readonly openRequests: number
  readonly guestsWithoutSponsor: number
  readonly groupsWithoutOwner: number
  readonly applicationsWithoutOwner: number
}

const counted = (filter: Condition | undefined) =>
  sql`count(*) filter (where ${meetsUser(filter)})::int`

/** Each count of users is a filter of their list. */
const userCounts = {
  members: counted(is('userType', 'Member')),
  guests: counted(is('userType', 'Guest')),
  invited: counted(is('externalUserState', 'PendingAcceptance')),
  disabled: counted(is('accountEnabled', false)),
  guestsWithoutSponsor: counted(every(is('userType', 'Guest'), hasNone('sponsors'))),
}

/** Counted in one statement; each number is what a list shows with a filter (R105). */
export const readOverview = async (db: Database, tenantId: TenantId): Promise<Overview> => {
  const found = await firstRow(
    db,
    select<Overview>({
      ...userCounts,
      deleted: sql`(select count(*)::int from deleted_users d where d.tenant_id = ${tenantId})`,
      openRequests: sql`(select count(*)::int from requests q
        where q.tenant_id = ${tenantId} and q.state = 'open')`,
      groupsWithoutOwner: sql`(select count(*)::int from live_groups g
        where g.tenant_id = ${tenantId} and ${groupWithoutOwner})`,
      applicationsWithoutOwner: sql`(select count(*)::int from live_applications a
        where a.tenant_id = ${tenantId} and ${applicationWithoutOwner})`,
    })`from live_users u where u.tenant_id = ${tenantId}`,
  )
  if (found === undefined) throw new Error('An aggregate without groups gives one row.')
  return found
}

export type Month = { readonly month: string; readonly joined: number; readonly departed: number }

/**
 * Who joined and who went, month by month in UTC, for the twelve months up to `now`; months without
 * either are there too.
 */
export const listMonths = (db: Database, tenantId: TenantId, now: Date): Promise<Month[]> =>
  rows(
    db,
    answering<Month>(
      {
        month: sql`to_char(m.start, 'YYYY-MM')`,
        joined: sql`coalesce(c.joined, 0)`,
        departed: sql`coalesce(c.departed, 0)`,
      },
      (list) => sql`
        with months as (
          select generate_series(date_trunc('month', ${now}::timestamptz at time zone 'utc') - interval '11 months', date_trunc('month', ${now}::timestamptz at time zone 'utc'), interval '1 month') as start
        ), counted as (
          select date_trunc('month', e.at at time zone 'utc') as start,
            count(*) filter (where e.activity in ('user.created', 'user.restored'))::int as joined,
            count(*) filter (where e.activity in ('user.left', 'user.deleted', 'user.deletedByPolicy'))::int as departed
          from events e
          where e.tenant_id = ${tenantId} and e.activity in ('user.created', 'user.restored', 'user.left', 'user.deleted', 'user.deletedByPolicy')
            and e.at >= (select min(start) from months) at time zone 'utc'
          group by 1)
        select ${list}
        from months m left join counted c on c.start = m.start order by m.start`,
    ),
  )
