/** What taking what is due reads, while the statistics are old: each subscription once or twice. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics } from '../../test/code/old-statistics.ts'
import { caught, rowsRead } from '../../test/code/explain.ts'
import { openFeed } from '../directory/changes/changes.sql.ts'
import { sequenceChanges } from '../directory/changes/sequence.ts'
import { takeInTurns } from '../outbound/delivery/debts.sql.ts'
import { atOnce } from '../outbound/delivery/deliver.ts'
import { sql, type Database } from '../store/database.ts'
import { newId } from '../kernel/ids.ts'
import { minuteMs, plus } from '../kernel/time.ts'
import { dueSubscriptions } from './due.sql.ts'

const many = 3_000

test('contract §10: with many due that the planner knows nothing of, taking some reads each no more than a few times', async () => {
  await withOldStatistics(
    () => Promise.resolve(),
    async (tx, w) => {
      await sql`analyze subscriptions`.execute(tx)
      await sequenceChanges(tx, w.fabrikam.id, w.now())
      const { epoch } = await openFeed(tx, w.fabrikam.id)
      await sql`insert into subscriptions (tenant_id, id, app_id, user_id, scopes, resource, kind, change_types, notification_url, receiver, tls_version,
          created_at, expires_at, epoch, told_to, next_try_at)
        select ${w.fabrikam.id}::uuid, gen_random_uuid(), ${newId()}::uuid, ${w.fiona.userId}::uuid, '{}', 'users', 'users', '{updated}',
          'https://r.example/', 'r' || n % 40, 'v1_2', ${w.now()}, ${plus(w.now(), 60 * minuteMs)}, ${epoch}::uuid, 0, ${w.now()}
        from generate_series(1, ${many}::integer) n`.execute(tx)
      const lanes = new Map([[`${w.fabrikam.id} r1`, 0]])
      const { all, organization } = atOnce
      const room = { room: all, organization, underWay: new Map(), lanes }
      const take = (db: Database) => takeInTurns(db, dueSubscriptions, w.now(), room)
      const [statement, ...others] = await caught(tx, take)
      assert.ok(statement !== undefined && others.length === 0, 'one statement')
      const read = await rowsRead(tx, statement, ['subscriptions'])
      const most = 2 * many + 4 * atOnce.organization
      assert.ok(read >= many, `${read} rows are read, each subscription is due`)
      assert.ok(read <= most, `${read} rows are read, ${most} would do`)
    },
  )
})
