/**
 * Who joined an organization and who went, month by month. Days that are over are counted once and
 * kept; those since are counted when somebody looks.
 */
import type { TenantId } from '../../kernel/ids.ts'
import { hourMs, plus } from '../../kernel/time.ts'
import { answering, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'

export type Month = { readonly month: string; readonly joined: number; readonly departed: number }

const joining = sql`('user.created', 'user.restored')`
const departing = sql`('user.left', 'user.deleted', 'user.deletedByPolicy')`
/** How many of the entries `e` are of each. */
export const counts = sql`count(*) filter (where e.activity in ${joining})::int as joined,
  count(*) filter (where e.activity in ${departing})::int as departed`
/** Whether an entry `e` says that somebody joined or went. */
export const isTurnover = sql`(e.activity in ${joining} or e.activity in ${departing})`

/** How a day in UTC is written as a text. */
export const dayText = 'YYYY-MM-DD'
/** The moment at which such a day begins. */
export const startOf = (day: string) => sql`${day}::timestamp at time zone 'utc'`

/** The first day of the earliest month that is told at a moment. */
export const earliest = (now: Date) =>
  sql`(date_trunc('month', ${now}::timestamptz at time zone 'utc') - interval '11 months')`

/** What a request has begun that late is not written any more. */
const lateMs = hourMs

/** The end of the days that are over at a moment. */
export const overAt = (now: Date) =>
  sql`date_trunc('day', ${plus(now, -lateMs)}::timestamptz at time zone 'utc')`

/** From when on nothing is counted yet, of what is told at `now`: a day in UTC, as a text. */
const uncountedFrom = async (db: Database, now: Date): Promise<string> => {
  const found = await firstRow(
    db,
    select<{ day: string }>({
      day: sql`to_char(greatest(least(w.up_to::timestamp, ${overAt(now)}), ${earliest(now)}), ${dayText})`,
    })`from turnover_counted w`,
  )
  if (found === undefined) throw new Error('A migration has put it there.')
  return found.day
}

/**
 * Who joined and who went, month by month in UTC, for the twelve months up to `now`; months without
 * either are there too.
 */
export const listMonths = async (db: Database, tenantId: TenantId, now: Date): Promise<Month[]> => {
  const since = await uncountedFrom(db, now)
  return rows(
    db,
    answering<Month>(
      {
        month: sql`to_char(m.start, 'YYYY-MM')`,
        joined: sql`coalesce(c.joined, 0)::int`,
        departed: sql`coalesce(c.departed, 0)::int`,
      },
      (list) => sql`
        with months as (
          select generate_series(${earliest(now)}, ${now}::timestamptz at time zone 'utc', interval '1 month') as start
        ), days as (
          select t.day::timestamp as day, t.joined, t.departed from turnover t
          where t.tenant_id = ${tenantId} and t.day >= ${earliest(now)} and t.day < ${since}::date
          union all
          select date_trunc('month', e.at at time zone 'utc'), ${counts} from events e
          where e.tenant_id = ${tenantId} and ${isTurnover} and e.at >= ${startOf(since)} group by 1
        ), counted as (
          select date_trunc('month', day) as start, sum(joined) as joined, sum(departed) as departed from days group by 1)
        select ${list} from months m left join counted c on c.start = m.start order by m.start`,
    ),
  )
}
