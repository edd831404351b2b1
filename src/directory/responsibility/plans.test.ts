/** What pages of guests read, of those for whom somebody answers, or nobody does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf, type World } from '../../../test/code/old-statistics.ts'
import { every, hasNone, is } from '../../kernel/condition.ts'
import { sql, type Database } from '../../store/database.ts'
import { listUsers } from '../users/list.sql.ts'
import { listAnswered, listUnanswered } from './list.sql.ts'

const limit = 26
/** Whether they are many is counted so far, in the index of sponsors alone. */
const counted = 1_001

/** The guests of the crowd that are left, every one of them or few, have Fiona as their sponsor. */
const sponsored = async (tx: Database, w: World, few: boolean): Promise<void> => {
  const fiona = w.userOf(w.fiona, w.fabrikam)
  await sql`delete from sponsors where tenant_id = ${w.fabrikam.id} and sponsor_user_id = ${fiona}`.execute(
    tx,
  )
  await sql`insert into sponsors (tenant_id, user_id, id, sponsor_user_id)
    select u.tenant_id, u.id, ${fiona}, ${fiona} from live_users u
    where u.tenant_id = ${w.fabrikam.id} and u.user_type = 'Guest' and (not ${few}::boolean or u.sort_name like 'crowd 19%5')`.execute(
    tx,
  )
}

test('R104, R105, U5: with old statistics a page of the guests for whom somebody answers, or nobody, reads about a page', async () => {
  await withOldStatistics(
    async () => {},
    async (tx, w) => {
      const page = { descending: false, after: undefined, limit }
      const here = [w.fabrikam.id, w.northwind.id]
      const mine = (db: Database) => listAnswered(db, w.fiona.personId, here, page)
      const nobodys = (db: Database) => listUnanswered(db, here, page)
      const listed = (db: Database) =>
        listUsers(db, w.fabrikam.id, {
          ...page,
          order: 'name',
          search: undefined,
          filter: every(is('userType', 'Guest'), hasNone('sponsors')),
        })
      const reads = async (name: string, work: (db: Database) => Promise<unknown>) => {
        const users = await worstOf(tx, work, ['users'])
        assert.ok(users <= 4 * limit, `${name}: ${users} users are read, a page is ${limit}`)
        const all = await worstOf(tx, work, ['users', 'sponsors'])
        assert.ok(all <= counted + 4 * limit, `${name}: ${all} rows are read, a page is ${limit}`)
      }
      await reads('guests of nobody', nobodys)
      await reads('guests of nobody in the list of users', listed)
      await sponsored(tx, w, true)
      assert.ok((await mine(tx)).length > 5)
      await reads('few of many', mine)
      await sponsored(tx, w, false)
      assert.equal((await mine(tx)).length, limit)
      await reads('all of many', mine)
    },
  )
})
