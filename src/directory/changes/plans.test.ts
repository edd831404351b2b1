/** What the statements of a delta and of numbering read, while the statistics are old. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf } from '../../../test/code/old-statistics.ts'
import type { Database } from '../../store/database.ts'
import { sql } from '../../store/database.ts'
import { changesAfter, openFeed } from './changes.sql.ts'
import { forgetChanges } from './forget.ts'
import { restorableAmong } from './gone.sql.ts'
import { linksThere, listLinks } from './links.sql.ts'
import { sequenceChanges } from './sequence.ts'

const tables = ['users', 'directory_changes', 'directory_feeds', 'memberships']
const nothing = () => Promise.resolve()

test('contract §4: with old statistics a page of a delta reads its own changes, and numbering what waits', async () => {
  await withOldStatistics(nothing, async (tx, w) => {
    const tenantId = w.fabrikam.id
    // The crowd has come and gone: thousands of changes.
    await sequenceChanges(tx, tenantId, w.now())
    const { last } = await openFeed(tx, tenantId)
    assert.ok(last > 5_000, `${last} changes`)
    await sql`insert into groups (tenant_id, id, display_name, mail_nickname, created_at, sort_name, search_words)
      values (${tenantId}, ${w.fiona.userId}, 'Crowd', 'crowd', now(), 'crowd', '')`.execute(tx)
    await sql`insert into memberships (tenant_id, group_id, user_id, added_at)
      select tenant_id, ${w.fiona.userId}::uuid, id, now() from live_users where tenant_id = ${tenantId}`.execute(
      tx,
    )
    const limit = 100
    const ids = [w.fiona.userId]
    const link = { link: 'members', otherKind: 'user', holderId: w.fiona.userId } as const
    const asked: Readonly<
      Record<string, readonly [most: number, (db: Database) => Promise<unknown>]>
    > = {
      'how far it goes': [1, (db) => openFeed(db, tenantId)],
      'a page of changes': [
        2 * limit,
        (db) =>
          changesAfter(db, tenantId, Math.floor(last / 2), { kinds: ['user'], upTo: last, limit }),
      ],
      'the last changes of several kinds': [
        2 * limit,
        (db) =>
          changesAfter(db, tenantId, last - 10, { kinds: ['user', 'group'], upTo: last, limit }),
      ],
      'what has become of some': [10, (db) => restorableAmong(db, tenantId, 'user', ids)],
      'a page of links': [
        3 * limit + 10,
        (db) => listLinks(db, { tenantId, kind: 'group', ids, links: ['members'], limit }),
      ],
      'links that are there': [
        10,
        (db) => linksThere(db, tenantId, 'group', [{ ...link, otherId: w.frank.userId }]),
      ],
      'numbering what waits': [3_000, (db) => sequenceChanges(db, tenantId, w.now())],
      'forgetting nothing': [2_000, (db) => forgetChanges(db, w.now())],
    }
    for (const [name, [most, work]] of Object.entries(asked)) {
      const read = await worstOf(tx, work, tables)
      assert.ok(read <= most, `${name}: ${read} rows are read, ${most} would do`)
    }
  })
})
