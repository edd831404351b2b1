/** What migrations make of rows of before: a store as it was at the version before, filled. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dropDatabase, statement } from '../../test/postgres.ts'
import { newStore, storeUrl } from '../../test/store.ts'
import { newId } from '../kernel/ids.ts'
import { rows, type Database } from './database.ts'
import { listMigrations, migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

/** What a column is given that a row has to have, by its type. */
const filling: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: "'x'",
  'timestamp with time zone': 'now()',
  tsvector: "''::tsvector",
  bytea: "'\\x00'::bytea",
}

/** A row of a table as it is at this version: what is given, and what else it has to have. */
const put = async (
  db: Database,
  table: string,
  given: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const needed = await rows(
    db,
    sql<{ name: string; type: string }>`select column_name as name, data_type as type
      from information_schema.columns where table_schema = current_schema() and table_name = ${table}
        and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER' and column_name <> all(${Object.keys(given)}::text[])`,
  )
  const columns = [...Object.keys(given), ...needed.map(({ name }) => name)]
  const values = [
    ...Object.values(given).map((value) => sql`${value}`),
    ...needed.map(({ type }) => sql.raw(filling[type] ?? 'null')),
  ]
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) values (${sql.join(values)})`.execute(
    db,
  )
}

/** Runs `look` on a store that was filled when only what stands before `version` had run. */
const onOld = async (
  version: string,
  fill: (db: Database) => Promise<void>,
  look: (db: Database) => Promise<void>,
): Promise<void> => {
  const { db: present, close: closePresent } = await newStore()
  const before = (await listMigrations(present)).filter(({ name }) => name < version)
  await closePresent()
  const name = `guesthouse_old_${process.pid}_${Date.now()}`
  await statement(storeUrl, `create database ${name}`)
  const url = new URL(storeUrl)
  url.pathname = `/${name}`
  const { db, close } = await openPostgres(url.href, 2)
  try {
    await migrate(db, before)
    await fill(db)
    assert.equal((await migrate(db))[0]?.slice(0, 4), version)
    await look(db)
  } finally {
    await close()
    await dropDatabase(storeUrl, name)
  }
}

test('migration 0132: an application of before keeps its id as the service principal, with who owns it, its roles and who is assigned, and gets a registration', async () => {
  const [tenant, application, appId, owner] = [newId(), newId(), newId(), newId()]
  const at = { tenant_id: tenant }
  const role = '00000000-0000-0000-0000-000000000000'
  await onOld(
    '0132',
    async (db) => {
      await put(db, 'tenants', { id: tenant, display_name: 'Contoso' })
      const user = { display_name: 'Ada', user_principal_name: 'ada@contoso.example' }
      await put(db, 'users', { ...at, id: owner, user_type: 'Member', ...user })
      await put(db, 'applications', { ...at, id: application, app_id: appId, display_name: 'Old' })
      const of = { ...at, application_id: application }
      await put(db, 'app_roles', { ...of, id: role, display_name: 'Default access' })
      await put(db, 'application_owners', { ...of, user_id: owner })
      await put(db, 'app_role_assignments', { ...of, app_role_id: role, user_id: owner })
    },
    async (db) => {
      const found = await rows(
        db,
        sql`select a.id, a.app_id, a.display_name as name, a.registration_id <> a.id as apart,
            (select count(*)::int from application_owners o where o.application_id = a.id and o.owned_registration_id = a.registration_id) as owners,
            (select count(*)::int from app_roles r where r.registration_id = a.registration_id) as roles,
            (select count(*)::int from app_role_assignments s where s.application_id = a.id and s.user_id = ${owner}) as assigned
          from live_applications a`,
      )
      const counted = { apart: true, owners: 1, roles: 1, assigned: 1 }
      assert.deepEqual(found, [{ id: application, app_id: appId, name: 'Old', ...counted }])
    },
  )
})

test('migration 0156: the address that a subscription of before has for its lifecycle is on the lane that it was on', async () => {
  const [tenant, user, ours, without] = [newId(), newId(), newId(), newId()]
  const of = { tenant_id: tenant, user_id: user, kind: 'users', scopes: [], change_types: [] }
  const when = { receiver: 'receiver.example', told_to: 0 }
  await onOld(
    '0156',
    async (db) => {
      await put(db, 'tenants', { id: tenant, display_name: 'Contoso' })
      const name = { display_name: 'Ada', user_principal_name: 'ada@contoso.example' }
      await put(db, 'users', { tenant_id: tenant, id: user, user_type: 'Member', ...name })
      const lifecycle = { lifecycle_url: 'https://Receiver.example:443/life?for=all' }
      await put(db, 'subscriptions', { id: ours, ...of, ...when, ...lifecycle })
      await put(db, 'subscriptions', { id: without, ...of, ...when })
    },
    async (db) => {
      assert.deepEqual(
        await rows(
          db,
          sql`select id::text, lifecycle_receiver as lane from subscriptions order by lane`,
        ),
        [
          { id: ours, lane: 'receiver.example' },
          { id: without, lane: null },
        ],
      )
    },
  )
})

const day = (number: number) => new Date(Date.UTC(2026, 4, number)).toISOString()

test('migration 0158: a request of before is answered by its own time, at a closed organization no sooner than by all of its days; a guest of before keeps the address at which they came, where that is known', async () => {
  const [active, shut] = [newId(), newId()]
  const [came, reset, invited, made] = [newId(), newId(), newId(), newId()]
  const asked = { created_at: day(1), kind: 'removal', state: 'open' }
  const requests: readonly (readonly [string, Record<string, unknown>, string | null])[] = [
    [active, { ...asked, due_at: day(20) }, day(20)],
    [shut, { ...asked, due_at: day(20) }, day(31)],
    [shut, { ...asked, due_at: day(40) }, day(40)],
    [shut, { ...asked, kind: 'restore', due_at: day(20) }, day(20)],
    [active, { ...asked, state: 'done', answered_at: day(2), due_at: day(20) }, null],
  ]
  const expected: Record<string, string | null> = {}
  await onOld(
    '0158',
    async (db) => {
      await put(db, 'tenants', { id: active, display_name: 'Contoso' })
      await put(db, 'tenants', {
        id: shut,
        display_name: 'Fabrikam',
        state: 'closed',
        answer_days: 30,
      })
      const user = (id: string, tenantId: string, given: object = {}) =>
        put(db, 'users', {
          tenant_id: tenantId,
          id,
          user_type: 'Guest',
          display_name: 'Ada',
          user_principal_name: `${id}@x.example`,
          name_key: `${id}@x.example`,
          ...given,
        })
      for (const [tenantId, given, answerBy] of requests) {
        const [id, userId] = [newId(), newId()]
        await user(userId, tenantId)
        await put(db, 'requests', { tenant_id: tenantId, id, user_id: userId, ...given })
        expected[id] = answerBy
      }
      const guest = async (id: string, key: string | null, accepted: boolean, ever = accepted) => {
        const personId = newId()
        await put(db, 'persons', { id: personId })
        const here = { creation_type: 'Invitation', first_mail_key: key, ever_accepted: ever }
        await user(id, active, { ...here, ...(ever ? { person_id: personId } : {}) })
        await put(db, 'invitations', {
          tenant_id: active,
          id: newId(),
          user_id: id,
          address: 'came@x.example',
          address_key: 'came@x.example',
          redirect_url: 'https://x.example',
          accepted_at: accepted ? day(2) : null,
        })
      }
      await guest(came, 'written@x.example', true)
      await guest(reset, 'written@x.example', false, true)
      await guest(invited, 'written@x.example', false)
      await user(made, active, { first_mail_key: 'written@x.example' })
    },
    async (db) => {
      const found = await rows(
        db,
        sql<{
          id: string
          answerBy: Date | null
        }>`select id::text, answer_by as "answerBy" from requests`,
      )
      assert.deepEqual(
        Object.fromEntries(found.map(({ id, answerBy }) => [id, answerBy?.toISOString() ?? null])),
        expected,
      )
      const keys = await rows(
        db,
        sql<{ id: string; key: string | null }>`select id::text, first_mail_key as key from users
          where id = any(${[came, reset, invited, made]}::uuid[])`,
      )
      assert.deepEqual(Object.fromEntries(keys.map(({ id, key }) => [id, key])), {
        [came]: 'came@x.example',
        [reset]: null,
        [invited]: 'written@x.example',
        [made]: 'written@x.example',
      })
    },
  )
})
