/** Days that are over are counted once, and kept for as long as anybody is told of them. */
import { select } from '../../store/columns.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { counts, dayText, earliest, isTurnover, overAt, startOf } from './turnover.sql.ts'

// A month at most: of years that nobody has counted, a part is done at a time.
const countSome = (db: Database, now: Date): Promise<number | undefined> =>
  transaction(db, async (tx) => {
    const over = overAt(now)
    // A clock that was ahead has counted days that are not over: they are counted again.
    await sql`update turnover_counted set up_to = ${over}::date where up_to > ${over}::date`.execute(
      tx,
    )
    const from = sql`greatest(w.up_to::timestamp, ${earliest(now)})`
    const next = await firstRow(
      tx,
      select<{ from: string; to: string }>({
        from: sql`to_char(${from}, ${dayText})`,
        to: sql`to_char(least(${from} + interval '1 month', ${over}), ${dayText})`,
      })`from turnover_counted w where ${from} < ${over} for update`,
    )
    if (next === undefined) return undefined
    const done = await changed(
      tx,
      sql`insert into turnover (tenant_id, day, joined, departed)
        select t.id, d.day, d.joined, d.departed from tenants t cross join lateral (
          select (e.at at time zone 'utc')::date as day, ${counts} from events e
          where e.tenant_id = t.id and ${isTurnover} and e.at >= ${startOf(next.from)} and e.at < ${startOf(next.to)} group by 1) d
        on conflict (tenant_id, day) do update set joined = greatest(turnover.joined, excluded.joined), departed = greatest(turnover.departed, excluded.departed)`,
    )
    await sql`update turnover_counted set up_to = ${next.to}::date`.execute(tx)
    return done
  })

/**
 * Counts the days that are over, and forgets those that nobody is told of any more. Returns how
 * many days of organizations were counted.
 */
export const countTurnover = async (db: Database, now: Date): Promise<number> => {
  let total = 0
  for (;;) {
    const done = await countSome(db, now)
    if (done === undefined) break
    total += done
  }
  await sql`delete from turnover where day < ${earliest(now)}`.execute(db)
  return total
}
