/**
 * A store in which the statistics are old and the organizations of very different sizes: people
 * meet that after every import and every clean-up, until the next ANALYZE. It is a database of its
 * own, so that what other tests have left there makes no plan better or worse.
 */
import assert from 'node:assert/strict'
import type { SessionId } from '../../src/kernel/ids.ts'
import { attempt, sql, undo, type Database } from '../../src/store/database.ts'
import { newStore } from '../store.ts'
import { world } from '../world.ts'
import { caught, rowsRead } from './explain.ts'

export type World = Awaited<ReturnType<typeof world>>

/** So many users. */
export const crowd = 4_000
// So many of them, who are deleted, ask to be restored.
const crowdRequests = 1_500
const large = ['users', 'requests', 'sessions', 'tenant_sessions']

/**
 * Fabrikam grows by thousands of users, then ANALYZE, then most of them are deleted, and sessions
 * and requests come: nobody has told the planner.
 */
const grown = async (tx: Database, w: World): Promise<void> => {
  const fiona = w.userOf(w.fiona, w.fabrikam)
  await sql`
    insert into users
    select made.*
    from users u cross join generate_series(1, ${crowd}) n
    cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null, 'user_type', 'Guest',
      'user_principal_name', 'crowd' || n || '@x.example', 'name_key', 'crowd' || n || '@x.example', 'sort_name', 'crowd ' || n)) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${fiona}`.execute(tx)
  for (const table of ['users', 'requests', 'sessions', 'tenant_sessions', 'persons', 'tenants'])
    await sql`analyze ${sql.table(table)}`.execute(tx)
  await sql`
    update users set deleted_at = ${w.now()}, restorable_until = ${w.now()}::timestamptz + interval '30 days', deleted_by_kind = 'self',
      original_user_principal_name = user_principal_name
    where tenant_id = ${w.fabrikam.id} and sort_name like 'crowd %' and sort_name > 'crowd 2'`.execute(
    tx,
  )
  await sql`
    insert into requests (tenant_id, id, user_id, kind, created_at, due_at)
    select tenant_id, gen_random_uuid(), id, 'restore', ${w.now()}, ${w.now()} from users
    where tenant_id = ${w.fabrikam.id} and deleted_at is not null and sort_name like 'crowd %' limit ${crowdRequests}`.execute(
    tx,
  )
}

/** So many others are signed in to Fabrikam as well. */
export const crowdSessions = async (tx: Database, w: World, like: SessionId): Promise<void> => {
  await sql`
    insert into sessions select made.*
    from sessions s cross join generate_series(1, 1500) n
    cross join lateral jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'token_hash', '\\x' || md5(n::text))) made
    where s.id = ${like}`.execute(tx)
  await sql`
    insert into tenant_sessions select made.*
    from tenant_sessions ts join sessions s on s.person_id = ${w.bob.personId} and s.id <> ts.session_id
    cross join lateral jsonb_populate_record(ts, jsonb_build_object('session_id', s.id)) made
    where ts.session_id = ${like} and ts.tenant_id = ${w.fabrikam.id}`.execute(tx)
}

/**
 * Makes such a store with the cast in it, lets them `prepare`, and does the work in a transaction
 * that is undone, in which the statistics are old.
 */
export const withOldStatistics = async <T>(
  prepare: (w: World) => Promise<T>,
  work: (tx: Database, w: World, prepared: T) => Promise<void>,
): Promise<void> => {
  const own = await newStore()
  try {
    const w = await world(undefined, { db: own.db })
    const prepared = await prepare(w)
    await attempt(w.db, async (tx) => {
      await grown(tx, w)
      return undo(await work(tx, w, prepared))
    })
  } finally {
    await own.close()
  }
}

/** The most rows of large tables that one of the statements of `work` reads. */
export const worstOf = async (
  tx: Database,
  work: (db: Database) => Promise<unknown>,
  tables: readonly string[] = large,
): Promise<number> => {
  const statements = await caught(tx, work)
  assert.ok(statements.length > 0)
  let worst = 0
  for (const statement of statements.filter(
    ({ sql: text }) => !/^\s*(insert|update|delete)/i.test(text),
  ))
    worst = Math.max(worst, await rowsRead(tx, statement, tables))
  return worst
}
