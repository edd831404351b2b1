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
import { newId } from '../kernel/ids.ts'
import { copyMyData } from '../privacy/copy.ts'
import { findSession } from '../people/sessions.ts'
import { openSession } from '../people/open-session.ts'
import { findTenantSession, openTenantSession } from '../people/tenant-sessions.ts'
import type { Database } from '../store/database.ts'
import { readEndedMembership } from './users/leave.sql.ts'
import { listDeletedUsers } from './deleted/list.sql.ts'
import { holdWithSponsored } from './deleted/plan.sql.ts'
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
          holdWithSponsored(db, {
            tenantId: w.fabrikam.id,
            userIds: [w.userOf(w.ada, w.fabrikam)],
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
