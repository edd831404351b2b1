import assert from 'node:assert/strict'
import { test } from 'node:test'
import { store } from '../../test/store.ts'
import { answeredBy, answering, counted, select, type Columns } from './columns.ts'
import { firstRow, sql } from './database.ts'

type Row = { readonly id: number; readonly displayName?: string }

const columns: Columns<Row> = { id: 'x.id', displayName: sql`upper(x.display_name)` }

test('a statement answers the properties of its columns, and no others', async () => {
  const from = sql`from (values (7, 'ada', 'unread')) as x (id, display_name, more)`
  const plain = select(columns)`${from} where x.id = ${7}`
  assert.deepEqual(await firstRow(store.db, plain), { id: 7, displayName: 'ADA' })
  assert.deepEqual(await firstRow(store.db, select(counted)`${from}`), { count: 1 })
  const again = select(answeredBy('y', columns))`from (${plain}) y where y."displayName" = ${'ADA'}`
  assert.deepEqual(await firstRow(store.db, again), { id: 7, displayName: 'ADA' })
  assert.deepEqual(
    await firstRow(
      store.db,
      answering(columns, (list) => sql`select ${list} ${from}`),
    ),
    {
      id: 7,
      displayName: 'ADA',
    },
  )
})

test('a column by name is a name, and no way to write statements', () => {
  for (const text of ['id, 1', 'id as x', '', 'a.b.c', "'x'", 'now()'])
    assert.throws(() => answering({ id: text }, (list) => list), /no name of a column/, text)
})
