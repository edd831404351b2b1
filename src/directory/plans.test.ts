/**
 * What the statements of lists and sessions read while the statistics of the store are old.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  crowd,
  crowdSessions,
  withOldStatistics,
  worstOf,
  type World,
} from '../../test/code/old-statistics.ts'
import { newStore } from '../../test/store.ts'
import { world } from '../../test/world.ts'
import { newId, type UserId } from '../kernel/ids.ts'
import { copyMyData } from '../privacy/copy.ts'
import { findSession } from '../people/sessions.ts'
import { openSession } from '../people/open-session.ts'
import { findTenantSession, openTenantSession } from '../people/tenant-sessions.ts'
import { select } from '../store/columns.ts'
import { rows, sql, transaction, type Database } from '../store/database.ts'
import { readEndedMembership } from './users/leave.sql.ts'
import { readEnds } from './lifecycle/ends.ts'
import { listDeletedUsers } from './deleted/list.sql.ts'
import { heldWithSponsored } from './deleted/plan.sql.ts'
import { every, is } from '../kernel/condition.ts'
import { listDue } from './requests/clock.sql.ts'
import { listRequests, lookedThrough } from './requests/list.sql.ts'
import { listUsers } from './users/list.sql.ts'
import { listMyOrganizations } from '../people/my-organizations.sql.ts'

const pageSize = 50

/** Ada has left, and Bob is signed in at Fabrikam. */
const bobSignsIn = async (w: World) => {
  await w.as(w.ada).leave(w.fabrikam)
  const from = { address: null, userAgent: null }
  const { token } = await openSession(w.db, w.bob.personId, from, w.now())
  const session = await findSession(w.db, token, w.now())
  assert.ok(session !== undefined)
  await openTenantSession(w.db, session, w.fabrikam.id, w.operator())
  return { token, session }
}

test('R17, R70, U5: with old statistics my organizations, my session and a page of a list read their own rows, whatever others have deleted', async () => {
  await withOldStatistics(bobSignsIn, async (tx, w, { token, session }) => {
    const { personId } = w.ada
    await crowdSessions(tx, w, session.sessionId)
    const page = { descending: false, after: undefined, limit: pageSize + 1 }
    // Each row of a page may look at the small rest of the store; the crowd is thousands.
    const onePage = 15 * (pageSize + 1)
    const asked: Readonly<
      Record<string, readonly [most: number, (db: Database) => Promise<unknown>]>
    > = {
      'my organizations': [200, (db) => listMyOrganizations(db, personId, w.now())],
      'one of them': [200, (db) => listMyOrganizations(db, personId, w.now(), w.fabrikam.id)],
      'what ends two guests': [
        50,
        (db) => {
          const users = [w.ada, w.bob].map((person) => w.userOf(person, w.fabrikam))
          const which = users.map((userId) => ({ tenantId: w.fabrikam.id, userId }))
          return readEnds(db, which, w.now())
        },
      ],
      'my departure': [50, (db) => readEndedMembership(db, personId, w.fabrikam.id)],
      'my session': [100, (db) => findTenantSession(db, token, w.fabrikam.id, w.now())],
      'open requests': [
        onePage,
        (db) => listRequests(db, w.fabrikam.id, { filter: is('state', 'open') }, page),
      ],
      'all requests': [
        onePage,
        (db) => listRequests(db, w.fabrikam.id, { filter: undefined }, page),
      ],
      'open requests to be removed': [
        onePage,
        (db) => {
          const filter = every(is('state', 'open'), is('kind', 'removal'))
          return listRequests(db, w.fabrikam.id, { filter }, page)
        },
      ],
      // The next requests with whom they are of; then, in so small a store, the people once.
      'requests of somebody': [
        crowd + onePage + 2 * lookedThrough,
        (db) =>
          listRequests(db, w.fabrikam.id, { filter: is('state', 'open'), search: 'nobody' }, page),
      ],
      'requests whose day has come': [10, (db) => listDue(db, w.now(), page)],
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
      'who is restored, held': [
        50,
        (db) =>
          heldWithSponsored({
            tenantId: w.fabrikam.id,
            userIds: [w.userOf(w.ada, w.fabrikam)],
          }).execute(db),
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
        { personId, sessionId: newId(), tenantId: w.fabrikam.id },
        { now: w.now(), correlationId: newId(), address: null },
      )
    assert.ok(
      (await worstOf(tx, copy, ['users'])) <= 200,
      'a copy of my data reads nobody else’s user',
    )
    for (const [name, [most, work]] of Object.entries(asked)) {
      const read = await worstOf(tx, work)
      assert.ok(read <= most, `${name}: ${read} rows are read, ${most} would do`)
    }
  })
})

test('R134: what ends some hundred guests is read of those, however many others there are', async () => {
  const own = await newStore()
  const w = await world(undefined, { db: own.db })
  await sql`insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, created_at, sort_name, search_words)
    select ${w.fabrikam.id}, gen_random_uuid(), 'Guest', n::text, n::text, 'many-' || n, now(), n::text, '' from generate_series(1, 20000) n`.execute(
    w.db,
  )
  await sql`analyze users`.execute(w.db)
  const found = await rows(
    w.db,
    select<{ userId: UserId }>({
      userId: 'id',
    })`from users where tenant_id = ${w.fabrikam.id} and name_key like 'many-%' limit 500`,
  )
  const which = found.map(({ userId }) => ({ tenantId: w.fabrikam.id, userId }))
  const read = await transaction(w.db, (tx) =>
    worstOf(tx, (db) => readEnds(db, which, w.now()), ['users']),
  )
  assert.ok(read >= 500 && read < 1_500, `${read} rows are read`)
  await own.close()
})
