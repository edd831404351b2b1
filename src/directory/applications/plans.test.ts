/** What a page of service principals reads, whatever the statistics of the store say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf } from '../../../test/code/old-statistics.ts'
import { sortName } from '../../kernel/search-words.ts'
import { rows, sql } from '../../store/database.ts'
import { registerApplication } from '../../../test/sign-on.ts'
import { listApplications } from './list.sql.ts'

const many = 3_000
const pageSize = 50

test('a page of service principals reads about a page, by name and by word, and each has the name of its registration', async () => {
  const like = { name: 'Like' }
  await withOldStatistics(
    (w) => registerApplication(w, w.fabrikam, w.frank, like),
    async (tx, w, { id, appId }) => {
      await sql`
        insert into registrations select made.* from registrations r cross join generate_series(1, ${many}) n
        cross join lateral jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'app_id', gen_random_uuid(),
          'display_name', 'crowd ' || n, 'name_key', 'crowd ' || n, 'sort_name', 'crowd ' || n)) made
        where r.app_id = ${appId}`.execute(tx)
      await sql`
        insert into service_principals (tenant_id, id, home_tenant_id, registration_id, kept, account_enabled, assignment_required, created_at)
        select r.tenant_id, gen_random_uuid(), r.tenant_id, r.id, p.kept, true, false, p.created_at
        from registrations r join service_principals p on p.tenant_id = r.tenant_id and p.id = ${id}
        where r.display_name like 'crowd %'`.execute(tx)
      const page = { descending: false, after: undefined, limit: pageSize + 1, search: undefined }
      const tables = ['registrations', 'service_principals']
      for (const list of [
        page,
        { ...page, descending: true },
        { ...page, after: ['crowd 15', id] },
      ]) {
        const read = await worstOf(tx, (db) => listApplications(db, w.fabrikam.id, list), tables)
        assert.ok(read > 0 && read <= 4 * (pageSize + 1), `${read} rows are read`)
      }
      await sql`update registrations set display_name = 'Anew', sort_name = ${sortName('Anew')} where app_id = ${appId}`.execute(
        tx,
      )
      const [renamed] = await rows(
        tx,
        sql`select sort_name as "sortName" from service_principals where id = ${id}`,
      )
      assert.deepEqual(renamed, { sortName: 'anew' })
    },
  )
})
