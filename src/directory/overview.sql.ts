/** The numbers an administrator sees first. */
import type { TenantId } from '../kernel/ids.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'

export type Overview = {
  readonly members: number
  readonly guests: number
  readonly invited: number
  readonly disabled: number
  readonly deleted: number
  readonly openRequests: number
  readonly guestsWithoutSponsor: number
}

/** Counted in one statement. `guestsWithoutSponsor`: no live user or group answers for them (R105). */
export const readOverview = async (db: Database, tenantId: TenantId): Promise<Overview> => {
  const found = await firstRow(
    db,
    sql<Overview>`
      select count(*) filter (where u.user_type = 'Member')::int as members, count(*) filter (where u.user_type = 'Guest')::int as guests,
        count(*) filter (where u.external_user_state = 'PendingAcceptance')::int as invited,
        count(*) filter (where not u.account_enabled)::int as disabled,
        count(*) filter (where u.user_type = 'Guest' and not exists (
          select 1 from sponsors s
          left join live_users su on su.tenant_id = s.tenant_id and su.id = s.sponsor_user_id
          left join live_groups sg on sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id
          where s.tenant_id = u.tenant_id and s.user_id = u.id and (su.id is not null or sg.id is not null)))::int as "guestsWithoutSponsor",
        (select count(*)::int from deleted_users d where d.tenant_id = ${tenantId}) as deleted,
        (select count(*)::int from requests q where q.tenant_id = ${tenantId} and q.state = 'open') as "openRequests"
      from live_users u where u.tenant_id = ${tenantId}`,
  )
  if (found === undefined) throw new Error('An aggregate without groups gives one row.')
  return found
}

export type Month = { readonly month: string; readonly joined: number; readonly departed: number }

/** Who joined and who went, month by month in UTC, for the twelve months up to `now`; months without either are there too. */
export const listMonths = (db: Database, tenantId: TenantId, now: Date): Promise<Month[]> =>
  rows(
    db,
    sql<Month>`
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
      select to_char(m.start, 'YYYY-MM') as month, coalesce(c.joined, 0) as joined, coalesce(c.departed, 0) as departed
      from months m left join counted c on c.start = m.start order by m.start`,
  )
