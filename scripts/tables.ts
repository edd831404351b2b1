/**
 * Writes the tables of the documents that come from the definitions of resources and from the codes
 * of refusals; a test says when they are old.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { refusalGroups } from '../src/edge/refusals/refusals.ts'
import type { RefusalKind } from '../src/edge/refusals/refusal-kind.ts'
import { resources } from '../src/wire/graph/resources.ts'
import { tableOf } from '../src/wire/graph/tables.ts'

/** The documents that hold such tables. */
export const tabled = ['docs/graph.md', 'docs/refusals.md']

const rowOf = (code: string, { status, or, caller, operator }: RefusalKind): string =>
  `| \`${code}\` | ${or === undefined ? status : `${status}, ${or}`} | ${caller} | ${operator} |`

/** The codes of one group, with the two texts of each. */
const refusalTable = (group: Readonly<Record<string, RefusalKind>>): string =>
  [
    '| code | status | what the caller is told | what an operator looks at |',
    '| --- | --- | --- | --- |',
    ...Object.entries(group)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, kind]) => rowOf(code, kind)),
  ].join('\n')

/** Every table by the name under which a document asks for it. */
const tables: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(Object.entries(resources).map(([name, of]) => [name, () => tableOf(of)])),
  ...Object.fromEntries(
    Object.entries(refusalGroups).map(([name, group]) => [name, () => refusalTable(group)]),
  ),
}

const begins = (name: string): string => `<!-- from the definition: ${name} -->`
const ends = '<!-- end -->'

/** A document with its tables as the definitions have them. Throws where one is not closed. */
export const withTables = (text: string): string => {
  let written = text
  for (const [name, table] of Object.entries(tables)) {
    const from = written.indexOf(begins(name))
    if (from < 0) continue
    const to = written.indexOf(ends, from)
    if (to < 0) throw new Error(`The table of ${name} is not closed by ${ends}`)
    written = `${written.slice(0, from)}${begins(name)}\n\n${table()}\n\n${written.slice(to)}`
  }
  return written
}

if (import.meta.main)
  for (const path of tabled) writeFileSync(path, withTables(readFileSync(path, 'utf8')))
