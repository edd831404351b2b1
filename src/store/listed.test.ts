/** Rows of values in one parameter: what comes in is what stands there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { store } from '../../test/store.ts'
import { newId } from '../kernel/ids.ts'
import { rows, sql, transaction } from './database.ts'
import { insertOf, listed, listedValues } from './listed.ts'

const types = {
  id: 'uuid',
  name: 'text',
  names: 'text[]',
  at: 'timestamptz',
  code: 'bytea',
  is_so: 'boolean',
  more: 'jsonb',
} as const
const full = {
  id: newId<string>(),
  name: 'O’Neil "\\" {1,2}\n',
  names: ['a,b', '{}', 'null'],
  at: new Date('2026-05-01T12:00:00.123Z'),
  code: Buffer.from([0, 255, 92]),
  is_so: false,
  more: { of: [1, 'x', null] },
}
const empty = Object.fromEntries(Object.keys(full).map((name) => [name, null]))

test('rows of every type come as they are, by a list or by themselves; what is left out is null', async () => {
  const some = [full, { id: full.id }] as (typeof full)[]
  const list = await rows(store.db, sql`select * from ${listed('k', types, some)}`)
  assert.deepEqual(list, [full, { ...empty, id: full.id }])
  const alone = await rows(
    store.db,
    sql`select k.* from (select ${listedValues(types, full)}) k(id, name, names, at, code, is_so, more)`,
  )
  assert.deepEqual(alone, [full])
  const half = await rows(
    store.db,
    sql`select name from ${listed('k', types, [{ ...full, name: 'a\ud800' }])}`,
  )
  assert.deepEqual(half, [{ name: 'a\ufffd' }])
})

test('70,000 rows are one statement, in their order, and what is made of each is written', async () => {
  await transaction(store.db, async (tx) => {
    await sql`create temporary table many (id uuid, name text, place bigint generated always as identity) on commit drop`.execute(
      tx,
    )
    const all = Array.from({ length: 70_000 }, (_, n) => ({ id: newId<string>(), name: `${n}` }))
    const both = { id: 'uuid', name: 'text' } as const
    await insertOf('many', both, all, { name: sql`'n' || k.name` }).execute(tx)
    const odd = await rows(tx, sql`select 1 from many where name <> 'n' || (place - 1)::text`)
    assert.equal(odd.length, 0)
    assert.deepEqual(await rows(tx, sql`select count(*)::int as n from many`), [{ n: 70_000 }])
  })
})
