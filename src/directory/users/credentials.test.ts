/** What people sign in with, against the database's catalogue. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { store } from '../../../test/store.ts'
import { select } from '../../store/columns.ts'
import { rows } from '../../store/database.ts'
import { credentialKinds, credentials } from './credentials.sql.ts'

/** Tables that hold something secret of somebody, and are nothing to sign in with. */
const others: Readonly<Record<string, string>> = {
  exports: 'what an administrator has asked to be exported, sealed; it opens nothing',
  invitation_refusals: 'the digest of an address, to know it again',
  known_browsers: 'a browser that is greeted by name, and let in by nothing',
  oidc_records: 'what an application was given; ends with access',
  receipts: 'the digest of a code that shows a receipt, and lets nobody in',
  sessions: 'what a sign-in opened; ends with access',
}

test('R49, R124: every table that holds something secret of somebody is a credential, or says why not', async () => {
  const found = await rows(
    store.db,
    select<{ name: string }>({ name: 'c.table_name' })`from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
      where c.table_schema = current_schema() and (c.data_type = 'bytea' or c.column_name ~ 'hash|secret|public_key')
        and exists (select 1 from information_schema.columns o
          where o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name in ('user_id', 'person_id'))
      group by c.table_name order by c.table_name`,
  )
  const told = new Set<string>(credentialKinds.map((kind) => credentials[kind].table))
  assert.deepEqual(
    found.map(({ name }) => name).filter((name) => !told.has(name)),
    Object.keys(others).toSorted(),
    'a new way to sign in needs a row in credentials.sql.ts',
  )
})
