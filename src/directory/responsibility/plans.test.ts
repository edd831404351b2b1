/** What pages of guests read, of those for whom somebody answers, or nobody does. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf, type World } from '../../../test/code/old-statistics.ts'
import { every, hasNone, is } from '../../kernel/condition.ts'
import { sql, type Database } from '../../store/database.ts'
import { listUsers, pagesAhead, type UserOrder } from '../users/list.sql.ts'
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
      const ofNobody = every(is('userType', 'Guest'), hasNone('sponsors'))
      const listed = (db: Database, order: UserOrder = 'name') =>
        listUsers(db, w.fabrikam.id, { ...page, order, search: undefined, filter: ofNobody })
      const reads = async (
        name: string,
        work: (db: Database) => Promise<unknown>,
        most = 4 * limit,
      ) => {
        const users = await worstOf(tx, work, ['users'])
        assert.ok(users <= most, `${name}: ${users} users are read, ${most} would do`)
        const all = await worstOf(tx, work, ['users', 'sponsors'])
        assert.ok(all <= counted + most, `${name}: ${all} rows are read, a page is ${limit}`)
      }
      await reads('guests of nobody', nobodys)
      await reads('guests of nobody in the list of users', listed)
      // Nearly everybody has somebody: those who have nobody stand far from each other.
      await sponsored(tx, w, false)
      await sql`delete from sponsors s using users u where u.tenant_id = ${w.fabrikam.id} and u.sort_name like 'crowd 1%99'
        and s.tenant_id = u.tenant_id and s.user_id = u.id`.execute(tx)
      // Small tables are read whole sooner; a large one is not.
      await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
      for (const order of ['name', 'createdAt', 'principalName', 'lastActivity'] as const) {
        const inOrder = (db: Database) => listed(db, order)
        const ahead = order === 'name' ? 0 : pagesAhead * limit
        await reads(`few guests of nobody, by ${order}`, inOrder, 4 * limit + ahead)
        const found = (await inOrder(tx)).filter(({ displayName }) => displayName !== w.bob.name)
        assert.ok(found.length > 5 && found.length < limit)
      }
      await sql`select set_config('enable_seqscan', 'on', true)`.execute(tx)
      await reads('few guests of nobody', nobodys)
      await sponsored(tx, w, true)
      assert.ok((await mine(tx)).length > 5)
      await reads('few of many', mine)
      await sponsored(tx, w, false)
      assert.equal((await mine(tx)).length, limit)
      await reads('all of many', mine)
    },
  )
})
