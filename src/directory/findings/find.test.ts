/** One search for everything: what it finds, whom it shows what, and how little it reads. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { caught, rowsRead } from '../../../test/code/explain.ts'
import { json, type Json } from '../../../test/json.ts'
import { newStore } from '../../../test/store.ts'
import { world } from '../../../test/world.ts'
import { newId, type TenantId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import { findingKinds } from '../../wire/graph/finding.ts'
import { findAnything } from './find.sql.ts'

type World = Awaited<ReturnType<typeof world>>

const find = async (by: ReturnType<World['as']>, text: string): Promise<string[]> => {
  const { value } = await json(
    await by.get(`/v1.0/guesthouse.findings?$search=${encodeURIComponent(`"${text}"`)}`),
  )
  return value.map((one: Json) => `${one['kind']} ${one['displayName'] ?? one['detail']}`)
}

test('complaint N: a reference, a request id, an id, an address and the beginning of a name lead to what they are of', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201)
  const app = await json(
    await frank.post('/v1.0/servicePrincipals', { displayName: 'Weather' }),
    201,
  )
  const ada = w.userOf(w.ada, w.fabrikam)
  const left = await w.as(w.ada).leave(w.fabrikam)
  const requestId = String(left.headers.get('request-id'))
  const { reference } = await json(left)
  const table: readonly (readonly [string, readonly string[]])[] = [
    [String(reference), ['receipt left', 'auditEntry Delete external user']],
    [String(reference).toUpperCase(), ['receipt left', 'auditEntry Delete external user']],
    [requestId, ['auditEntry Delete external user']],
    [ada, ['receipt left', 'deletedUser Ada Lovelace']],
    [w.fiona.userId, ['user Fiona Byrne']],
    [String(group['id']), ['group Welders']],
    [String(app['id']), ['application Weather']],
    [String(app['appId']), ['application Weather']],
    [w.fiona.upn, ['user Fiona Byrne']],
    [w.fiona.upn.toUpperCase(), ['user Fiona Byrne']],
    [w.ada.upn, ['deletedUser Ada Lovelace']],
    ['fio', ['user Fiona Byrne']],
    ['Byrne', ['user Fiona Byrne']],
    ['lovelace', ['deletedUser Ada Lovelace']],
    ['We', ['user Frank Weber', 'group Welders', 'application Weather']],
    ['100%_', []],
    [newId(), []],
    [w.nora.userId, []],
    [w.nora.upn, []],
  ]
  for (const [text, found] of table) assert.deepEqual(await find(frank, text), found, text)
  assert.deepEqual((await json(await frank.get('/v1.0/guesthouse.findings')))['value'], [])
  // An entry that is found is asked for alone.
  const { value: entries } = await json(
    await frank.get(`/v1.0/guesthouse.findings?$search="${requestId}"`),
  )
  const alone = await json(
    await frank.get(`/v1.0/auditLogs/directoryAudits?$filter=id eq '${entries[0].id}'`),
  )
  assert.deepEqual(
    alone['value'].map((one: Json) => [one['id'], one['correlationId']]),
    [[entries[0].id, requestId]],
  )
  // Once it is erased, the id of the user still leads to both receipts.
  await frank.delete(`/v1.0/directory/deletedItems/${ada}`)
  assert.deepEqual((await find(frank, ada)).toSorted(), ['receipt erased', 'receipt left'])
})

test('what is found is shown by the permission to read it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201)
  await json(await frank.post('/v1.0/servicePrincipals', { displayName: 'Weather' }), 201)
  const { reference } = await json(await w.as(w.ada).leave(w.fabrikam))
  await w.grant(w.fiona, w.fabrikam, 'directoryReaders')
  const reader = w.as(w.fiona, w.fabrikam)
  assert.deepEqual(await find(reader, 'We'), ['user Frank Weber', 'group Welders'])
  assert.deepEqual(await find(reader, String(reference)), ['receipt left'], 'no entry of the log')
  const bob = w.as(w.bob, w.fabrikam)
  assert.equal((await bob.get('/v1.0/guesthouse.findings?$search="We"')).status, 403)
})

const crowd = 20_000
const tables = ['users', 'groups', 'applications', 'events', 'receipts', 'requests']

/** An organization of many with as many events, others left and erased. */
const fill = async (db: Database): Promise<TenantId> => {
  const tenantId = newId<TenantId>()
  await sql`insert into tenants (id, display_name, created_at) values (${tenantId}, 'Large', now())`.execute(
    db,
  )
  await sql`
    insert into users (tenant_id, id, user_type, display_name, user_principal_name, name_key, mail, mail_key, created_at, sort_name, search_words,
      deleted_at, restorable_until, deleted_by_kind, original_user_principal_name)
    select ${tenantId}, gen_random_uuid(), 'Guest', 'Crowd ' || n, 'p' || n || '@x.example', 'p' || n || '@x.example', 'p' || n || '@x.example', 'p' || n || '@x.example',
      now(), 'crowd ' || n, array_to_tsvector(array[${`${tenantId}/crowd`}, ${`${tenantId}/`} || n]),
      case when n % 2 = 0 then now() end, case when n % 2 = 0 then now() + interval '30 days' end, case when n % 2 = 0 then 'self' end,
      case when n % 2 = 0 then 'p' || n || '@x.example' end
    from generate_series(1, ${crowd}::int) n`.execute(db)
  await sql`
    insert into events (tenant_id, id, at, activity, actor_kind, target_kind, target_id, correlation_id)
    select tenant_id, gen_random_uuid(), now(), 'user.left', 'system', 'user', id, gen_random_uuid() from users`.execute(
    db,
  )
  await sql`
    insert into receipts (tenant_id, id, user_id, kind, ended_at, restorable_until, erased_by)
    select tenant_id, gen_random_uuid(), id, 'left', now(), now(), now() from users`.execute(db)
  // As the store does by itself: what was written lately is taken into the index of words.
  for (const table of [...tables, 'tenants'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
  return tenantId
}

test('in a large organization it reads a few rows in one statement: by an id, an address, a name that many have and one that few have', async () => {
  const own = await newStore()
  try {
    const tenantId = await fill(own.db)
    const some = async (column: string, table: string): Promise<string> => {
      const found = await sql<{
        text: string
      }>`select ${sql.ref(column)}::text as text from ${sql.table(table)}
        where tenant_id = ${tenantId} order by 1 limit 1`.execute(own.db)
      return found.rows[0]?.text ?? assert.fail(table)
    }
    const asked: Readonly<Record<string, readonly [text: string, most: number]>> = {
      'a reference': [await some('id', 'receipts'), 30],
      'a user': [await some('id', 'users'), 30],
      'a request': [await some('correlation_id', 'events'), 30],
      'nothing of that id': [newId(), 30],
      'an address': ['p17@x.example', 400],
      'a name that everybody has': ['crowd', 400],
      'a name that one has': ['Crowd 19999', 400],
      'the word of one': ['19999', 400],
      'a name that nobody has': ['nobody', 400],
    }
    await transaction(own.db, async (tx) => {
      for (const [name, [text, most]] of Object.entries(asked)) {
        const statements = await caught(tx, (db) =>
          findAnything(db, tenantId, text, new Set(findingKinds)),
        )
        assert.equal(statements.length, 1, name)
        for (const statement of statements) {
          const read = await rowsRead(tx, statement, tables)
          assert.ok(read <= most, `${name}: ${read} rows`)
        }
      }
    })
  } finally {
    await own.close()
  }
})
