/** What is owed, which tables it is about, and how far it is paid. */
import { select } from '../columns.ts'
import { firstRow, rows, sql, type Database } from '../database.ts'
import type { Refused } from './rewrite.rule.ts'

/** The planner's notes: among them the commonest names of a column. It is written anew last. */
export const plannersNotes = 'pg_statistic'

export type Relation = {
  readonly name: string
  /** The index in whose order it is written anew. */
  readonly index: string
  readonly bytes: number
}

/**
 * The tables in which something of somebody may stand: those with a text, an address or bytes of
 * any kind.
 */
export const listRelations = (db: Database): Promise<Relation[]> =>
  rows(
    db,
    select<Relation>({
      name: 'c.relname',
      index: 'k.relname',
      bytes: sql`pg_total_relation_size(c.oid)::float8`,
    })`from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary join pg_class k on k.oid = i.indexrelid
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.atttypid = any(array['text', 'text[]', 'json', 'jsonb', 'bytea', 'inet', 'tsvector', 'varchar']::regtype[]))
      order by pg_total_relation_size(c.oid), c.relname`,
  )

/**
 * Notes that what is owed by now was seen: from here on only transactions that run at this moment
 * can still read what was removed.
 */
export const see = async (db: Database): Promise<void> => {
  await sql`update bytes_owed set seen_at = date_trunc('milliseconds', clock_timestamp()), waits_for = (
      select coalesce(array_agg(l.virtualtransaction), '{}') from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'virtualxid' and a.datname = current_database() and l.pid <> pg_backend_pid())
    where seen_at is null`.execute(db)
}

export type Owed = {
  readonly now: Date
  readonly count: number
  /** Since when the oldest is owed. */
  readonly since: Date | null
  /** When the newest of it was seen: what was begun to be written anew since is clean. */
  readonly seenAt: Date | null
  /** Somebody reads on who may still see what was removed. */
  readonly isRead: boolean
  readonly active: number
}

/** What is owed and not yet written anew. */
export const readOwed = async (db: Database): Promise<Owed> => {
  const found = await firstRow(
    db,
    select<Owed>({
      now: sql`clock_timestamp()`,
      count: sql`count(*)::int`,
      since: sql`min(o.owed_at)`,
      seenAt: sql`max(o.seen_at)`,
      isRead: sql`coalesce(bool_or(exists (select 1 from pg_locks l where l.locktype = 'virtualxid' and l.virtualtransaction = any(o.waits_for))), false)`,
      active: sql`(select count(*)::int from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid()
        and a.state in ('active', 'idle in transaction'))`,
    })`from bytes_owed o where o.rewritten_to is null`,
  )
  if (found === undefined) throw new Error('a count without a row')
  return found
}

export type Rewrite = {
  readonly relation: string
  readonly beganAt: Date
  readonly tookMs: number
  readonly refused: Refused | null
}

/** When each table was written anew, or tried, last. */
export const listRewrites = (db: Database): Promise<Rewrite[]> =>
  rows(
    db,
    select<Rewrite>({
      relation: 'relation',
      beganAt: 'began_at',
      tookMs: 'took_ms',
      refused: 'refused',
    })`from rewrites where began_at <= clock_timestamp() order by relation`,
  )

export const noteRewrite = async (
  db: Database,
  { relation, beganAt, tookMs, refused }: Rewrite,
): Promise<void> => {
  await sql`insert into rewrites (relation, began_at, took_ms, refused) values (${relation}, ${beganAt}, ${Math.ceil(tookMs)}, ${refused})
    on conflict (relation) do update set began_at = excluded.began_at, took_ms = excluded.took_ms, refused = excluded.refused`.execute(
    db,
  )
}

/** Notes that all that was seen by `seenAt` is written anew. */
export const noteRewritten = async (db: Database, seenAt: Date): Promise<void> => {
  await sql`update bytes_owed set rewritten_to = pg_current_wal_insert_lsn() where rewritten_to is null and seen_at <= ${seenAt}`.execute(
    db,
  )
}
