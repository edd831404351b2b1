/** What a statement cannot claim: it does not compile. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compiled, root } from '../../test/code/compiled.ts'

test('a column that is forgotten, and one that no row has, do not compile', (t) => {
  const head = `import type { Columns } from '${root}/src/store/columns.ts'
    type Row = { readonly id: string; readonly name?: string }
    export const columns: Columns<Row> =`
  assert.equal(compiled(t, `${head} { id: 'u.id', name: 'u.name' }`), '')
  assert.match(compiled(t, `${head} { id: 'u.id' }`), /error TS2741: Property 'name' is missing/)
  assert.match(compiled(t, `${head} { id: 'u.id', name: 'u.name', x: 'u.x' }`), /error TS2353/)
})

test('a row that a statement only claims to answer does not compile', (t) => {
  const said = compiled(
    t,
    `import { firstRow, sql, type Database } from '${root}/src/store/database.ts'
    type Row = { readonly id: string }
    type Read = (db: Database) => Promise<Row | undefined>
    export const typed: Read = (db) => firstRow(db, sql<Row>\`select 1\`)
    export const awaited: Read = (db) => firstRow<Row>(db, sql\`select 1\`)
    export const returned: Read = (db) => firstRow(db, sql\`select 1\`)`,
  )
  const errors = [...said.matchAll(/file\.ts\((\d+),\d+\): error (TS\d+)/g)]
  const found = new Set(errors.map(([, line, code]) => `${line} ${code}`))
  for (const error of ['4 TS2558', '5 TS2345', '6 TS2322']) assert.ok(found.has(error), said)
})
