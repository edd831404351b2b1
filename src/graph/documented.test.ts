/** The table of docs/graph.md against the rows of the edge. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { graphRoutes } from './app.ts'

type Told = { readonly address: string; readonly permission: string }

// How an id is called says nothing.
const unnamed = (address: string): string => address.replaceAll(/\{\w+\}|:\w+/g, '{}')

/**
 * The addresses of one line: `GET /a/{id}` · `PATCH/DELETE` · `POST …/b` · `c`. Methods alone are
 * asked of the address before; `…` stands for as much of the first as makes an address; a word
 * alone is a last part.
 */
const addressesOf = (cell: string, known: ReadonlySet<string>): string[] => {
  let methods: string[] = []
  let path = ''
  let first = ''
  return [...cell.matchAll(/`(?:([A-Z/]+)(?: |(?=`)))?([^`]*)`/g)].flatMap(
    ([, verbs, told = '']) => {
      methods = verbs?.split('/') ?? methods
      if (told.startsWith('…')) {
        const starts = [first, first.replace(/\/[^/]+$/, ''), first.replace(/(\/[^/]+){2}$/, '')]
        const ends = starts.map((start) => unnamed(start + told.slice(1)))
        path = ends.find((end) => known.has(`${methods[0]} ${end}`)) ?? `${first} ${told}`
      } else if (told.startsWith('/')) path = unnamed(told)
      else if (told !== '') path = path.replace(/[^/]+$/, told)
      if (first === '') first = path
      return methods.map((method) => `${method} ${path}`)
    },
  )
}

test('docs/graph.md has every route once, with the action that it asks for', () => {
  // How lists are counted is told above the table, for all of them.
  const rows = graphRoutes.filter(({ path }) => !path.endsWith('/$count'))
  const there = new Map(
    rows.map(({ method, path, permission }) => [
      `${method} ${unnamed(path)}`,
      permission.need.action,
    ]),
  )
  const text = readFileSync(new URL('../../docs/graph.md', import.meta.url), 'utf8')
  const table = text.slice(
    text.indexOf('| route | permission |'),
    text.indexOf('## Without a role'),
  )
  const told = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line): Told[] => {
      const [cell = '', permission = ''] = line.slice(2).split(' | ')
      return addressesOf(cell, new Set(there.keys())).map((address) => ({ address, permission }))
    })
  assert.deepEqual(told.map(({ address }) => address).toSorted(), [...there.keys()].toSorted())
  for (const { address, permission } of told)
    assert.ok(
      permission.includes(there.get(address) ?? '-'),
      `${address} asks ${there.get(address)}, docs/graph.md says: ${permission}`,
    )
})
