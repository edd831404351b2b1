/**
 * What the statements of lists and sessions read while the statistics of the store are old and its
 * organizations of very different sizes: people meet that after every import and every clean-up,
 * until the next ANALYZE.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caught, rowsRead } from '../../test/code/explain.ts'
import { world } from '../../test/world.ts'
import { newId, type SessionId } from '../kernel/ids.ts'
import { copyMyData } from '../privacy/copy.ts'
import { findSession } from '../people/sessions.ts'
import { openSession } from '../people/open-session.ts'
import { findTenantSession, openTenantSession } from '../people/tenant-sessions.ts'
import { attempt, sql, undo, type Database } from '../store/database.ts'
import { readEndedMembership } from './users/leave.sql.ts'
import { listDeletedUsers } from './deleted/list.sql.ts'
import { is } from '../kernel/condition.ts'
import { listRequests } from './requests/list.sql.ts'
import { listUsers } from './users/list.sql.ts'
import { listMyOrganizations } from '../people/my-organizations.sql.ts'

type World = Awaited<ReturnType<typeof world>>

const crowd = 4_000
const pageSize = 50
const large = ['users', 'requests', 'sessions', 'tenant_sessions']

/**
 * Fabrikam grows by thousands of users, then ANALYZE, then most of them are deleted, and sessions
 * and requests come: nobody has told the planner.
 */
const grown = async (tx: Database, w: World): Promise<void> => {
  const fiona = w.userOf(w.fiona, w.fabrikam)
  await sql`
    insert into users
    select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null, 'user_type', 'Guest',
      'user_principal_name', 'crowd' || n || '@x.example', 'name_key', 'crowd' || n || '@x.example', 'sort_name', 'crowd ' || n))).*
    from users u cross join generate_series(1, ${crowd}) n where u.tenant_id = ${w.fabrikam.id} and u.id = ${fiona}`.execute(
    tx,
  )
  for (const table of ['users', 'requests', 'sessions', 'tenant_sessions', 'persons', 'tenants'])
    await sql`analyze ${sql.table(table)}`.execute(tx)
  await sql`
    update users set deleted_at = ${w.now()}, restorable_until = ${w.now()}::timestamptz + interval '30 days', deleted_by_kind = 'self',
      original_user_principal_name = user_principal_name
    where tenant_id = ${w.fabrikam.id} and sort_name like 'crowd %' and sort_name > 'crowd 2'`.execute(
    tx,
  )
  await sql`
    insert into requests (tenant_id, id, user_id, kind, created_at)
    select tenant_id, gen_random_uuid(), id, 'restore', ${w.now()} from users
    where tenant_id = ${w.fabrikam.id} and deleted_at is not null and sort_name like 'crowd %' limit 1500`.execute(
    tx,
  )
}

/** So many others are signed in to Fabrikam as well. */
const crowdSessions = async (tx: Database, w: World, like: SessionId): Promise<void> => {
  await sql`
    insert into sessions select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'token_hash', '\\x' || md5(n::text)))).*
    from sessions s cross join generate_series(1, 1500) n where s.id = ${like}`.execute(tx)
  await sql`
    insert into tenant_sessions select (jsonb_populate_record(ts, jsonb_build_object('session_id', s.id))).*
    from tenant_sessions ts join sessions s on s.person_id = ${w.bob.personId} and s.id <> ts.session_id
    where ts.session_id = ${like} and ts.tenant_id = ${w.fabrikam.id}`.execute(tx)
}

/** The work is done in a transaction that is undone, in which the statistics are old. */
const withOldStatistics = (w: World, work: (tx: Database) => Promise<void>) =>
  attempt(w.db, async (tx) => {
    await grown(tx, w)
    return undo(await work(tx))
  })

const worstOf = async (
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

test('R17, R70, U5: with old statistics my organizations, my session and a page of a list read their own rows, whatever others have deleted', async () => {
  const w = await world()
  const { personId } = w.ada
  await w.as(w.ada).leave(w.fabrikam)
  const { token } = await openSession(
    w.db,
    w.bob.personId,
    { address: null, userAgent: null },
    w.now(),
  )
  const session = await findSession(w.db, token, w.now())
  assert.ok(session !== undefined)
  await openTenantSession(w.db, session, w.fabrikam.id, w.operator())
  await withOldStatistics(w, async (tx) => {
    await crowdSessions(tx, w, session.sessionId)
    const page = { descending: false, after: undefined, limit: pageSize + 1 }
    const onePage = 2 * (pageSize + 1)
    const asked: Readonly<
      Record<string, readonly [most: number, (db: Database) => Promise<unknown>]>
    > = {
      'my organizations': [60, (db) => listMyOrganizations(db, personId, w.now())],
      'one of them': [60, (db) => listMyOrganizations(db, personId, w.now(), w.fabrikam.id)],
      'my departure': [5, (db) => readEndedMembership(db, personId, w.fabrikam.id)],
      'my session': [20, (db) => findTenantSession(db, token, w.fabrikam.id, w.now())],
      'open requests': [
        onePage,
        (db) => listRequests(db, w.fabrikam.id, is('state', 'open'), page),
      ],
      'all requests': [2 * onePage, (db) => listRequests(db, w.fabrikam.id, undefined, page)],
      users: [
        onePage,
        (db) =>
          listUsers(db, w.fabrikam.id, {
            ...page,
            order: 'name',
            search: undefined,
            filter: undefined,
          }),
      ],
      'deleted users': [
        onePage,
        (db) =>
          listDeletedUsers(db, w.fabrikam.id, { ...page, order: 'deletedAt', search: undefined }),
      ],
    }
    const copy = (db: Database) =>
      copyMyData(
        db,
        { personId, tenantId: w.fabrikam.id },
        { now: w.now(), correlationId: newId(), address: null },
      )
    assert.ok(
      (await worstOf(tx, copy, ['users'])) <= 60,
      'a copy of my data reads nobody else’s user',
    )
    for (const [name, [most, work]] of Object.entries(asked)) {
      const read = await worstOf(tx, work)
      assert.ok(read <= most, `${name}: ${read} rows are read, ${most} would do`)
    }
  })
})
