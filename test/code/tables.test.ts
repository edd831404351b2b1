/** The documents say of every resource what its definition says. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { tabled, tableNames, withTables } from '../../scripts/tables.ts'
import { refusals } from '../../src/edge/refusals/refusals.ts'

test('the tables of the documents are those of the definitions: `npm run tables` writes them', () => {
  for (const path of tabled)
    assert.equal(readFileSync(path, 'utf8'), withTables(readFileSync(path, 'utf8')), path)
})

test('each table stands in a document: of every resource, the default sets, options, operations and refusals', () => {
  const all = tabled.map((path) => readFileSync(path, 'utf8')).join('\n')
  assert.deepEqual(
    tableNames.filter((name) => !all.includes(`<!-- ${name} -->`)),
    [],
  )
})

test('each code of a refusal is refused with by somebody', () => {
  const code = globSync('src/**/*.ts')
    .filter((path) => !path.startsWith('src/edge/refusals/') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  assert.deepEqual(
    Object.keys(refusals).filter((name) => !code.includes(`'${name}'`)),
    [],
  )
})
