/** What a page of grants reads, whatever the statistics of the store say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withOldStatistics, worstOf } from '../../../../test/code/old-statistics.ts'
import { registerApplication } from '../../../../test/sign-on.ts'
import type { Condition } from '../../../kernel/condition.ts'
import { newId } from '../../../kernel/ids.ts'
import { sql } from '../../../store/database.ts'
import { listGrants } from './grants.sql.ts'

const many = 3_000
const pageSize = 50

const is = (property: string, value: string): Condition => ({
  kind: 'compare',
  property,
  operator: 'eq',
  value,
})

test('a page of what applications may do for people reads about a page: of all, of one application, of one person', async () => {
  await withOldStatistics(
    (w) => registerApplication(w, w.fabrikam, w.frank, { name: 'Sorter' }),
    async (tx, w, { id, appId }) => {
      // Many people have agreed to the one, and one person to many.
      await sql`
        with people as (
          insert into users select made.* from users u cross join generate_series(1, ${many}) n
          cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null,
            'user_principal_name', 'agreed' || n || '@x.example', 'name_key', 'agreed' || n || '@x.example', 'mail', null, 'mail_key', null)) made
          where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.fiona.userId} returning id)
        insert into permission_grants (tenant_id, id, application_id, user_id, scopes, agreed_scopes, agreed_version, agreed_at, created_at)
        select ${w.fabrikam.id}, gen_random_uuid(), ${id}, p.id, '{}', '{openid}', 0, now(), now() from people p`.execute(
        tx,
      )
      await sql`analyze permission_grants`.execute(tx)
      await sql`
        with made as (
          insert into registrations select made.* from registrations r cross join generate_series(1, ${many}) n
          cross join lateral jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'app_id', gen_random_uuid(),
            'display_name', 'crowd ' || n, 'name_key', 'crowd ' || n, 'sort_name', 'crowd ' || n)) made
          where r.app_id = ${appId} returning tenant_id, id
        ), used as (
          insert into service_principals (tenant_id, id, home_tenant_id, registration_id, kept, account_enabled, assignment_required, created_at)
          select tenant_id, gen_random_uuid(), tenant_id, id, '{}', true, false, now() from made returning tenant_id, id)
        insert into permission_grants (tenant_id, id, application_id, user_id, scopes, agreed_scopes, agreed_version, agreed_at, created_at)
        select tenant_id, gen_random_uuid(), id, ${w.fiona.userId}, '{}', '{openid}', 0, now(), now() from used`.execute(
        tx,
      )
      const page = { descending: false, after: undefined, limit: pageSize + 1 }
      const tables = ['permission_grants', 'registrations', 'service_principals', 'users']
      const at = { tenantId: w.fabrikam.id, resourceId: newId() }
      const filters = {
        all: undefined,
        'of one application': is('clientId', id),
        'of one person': is('principalId', w.fiona.userId),
      }
      for (const [of, filter] of Object.entries(filters)) {
        const read = await worstOf(tx, (db) => listGrants(db, at, filter, page), tables)
        assert.ok(read > 0 && read <= 6 * (pageSize + 1), `${of}: ${read} rows are read`)
      }
    },
  )
})
