/** Records of the provider that are over are forgotten. */
import { changed, sql, type Database } from '../store/database.ts'
import { standsStill } from './standing.sql.ts'

/**
 * Removes records that are over at `now`, by their index: strangers can make some, so it runs
 * often. Returns how many.
 */
export const pruneOverRecords = (db: Database, now: Date): Promise<number> =>
  changed(db, sql`delete from oidc_records where expires_at < ${now}`)

/** Removes records that are over at `now`, and what people hold who are gone. Returns how many. */
export const pruneRecords = async (db: Database, now: Date): Promise<number> => {
  const counts = await Promise.all([
    pruneOverRecords(db, now),
    changed(
      db,
      sql`delete from oidc_records o using oidc_records r
        where r.user_id is not null and r.kind in ('Grant', 'Session') and not ${standsStill} and o.tenant_id = r.tenant_id
          and (o.grant_hash = r.grant_hash or (o.kind = r.kind and o.id_hash = r.id_hash))`,
    ),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}
