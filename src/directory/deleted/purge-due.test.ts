/** The job that deletes permanently what is due: one that cannot be, and when each was done. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../../test/json.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { select } from '../../store/columns.ts'
import { rows, sql } from '../../store/database.ts'
import { purgeDue } from './purge.ts'

test('R82, R140: who cannot be erased keeps none of the others, and what proves an erasure says when it was done, however long a run takes', async (t) => {
  const own = await newStore()
  t.after(() => own.close())
  const w = await world(undefined, { db: own.db })
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob, fiona] = [
    w.userOf(w.ada, w.fabrikam),
    w.userOf(w.bob, w.fabrikam),
    w.fiona.userId,
  ]
  for (const id of [ada, bob, fiona]) {
    await json(await frank.delete(`/v1.0/users/${id}`), 204)
    w.pass(1000)
  }
  await sql`create function stays() returns trigger language plpgsql as ${sql.lit(
    `begin if old.id = '${ada}' then raise exception 'no'; end if; perform pg_sleep(0.03); return old; end`,
  )}`.execute(w.db)
  await sql`create trigger stays before delete on users for each row execute function stays()`.execute(
    w.db,
  )
  w.pass(31 * dayMs)
  const start = w.now()
  await assert.rejects(purgeDue(w.db, start), AggregateError)
  assert.deepEqual(await rows(w.db, sql`select id from deleted_users`), [{ id: ada }])
  const done = await rows(
    w.db,
    select<{ userId: string; doneAt: Date }>({ userId: 'user_id', doneAt: 'done_at' })`
      from erasures order by done_at`,
  )
  assert.deepEqual(
    done.map(({ userId }) => userId),
    [bob, fiona],
  )
  const [first, second] = done.map(({ doneAt }) => doneAt.getTime() - start.getTime())
  assert.ok((first ?? -1) >= 0 && (second ?? 0) - (first ?? 0) >= 20, `${first} ${second}`)
})
