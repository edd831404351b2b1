/**
 * Writes the tables of the documents that come from the definitions of resources and of the copy of
 * my data, from the rows of the directory API, from the codes of refusals and from the tests; a
 * test says when they are old.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { refusalGroups } from '../src/edge/refusals/refusals.ts'
import type { RefusalKind } from '../src/edge/refusals/refusal-kind.ts'
import { graphRoutes } from '../src/graph/app.ts'
import type { GraphRoute } from '../src/graph/exchange.ts'
import { cells, defaultsOf, tableOf } from '../src/wire/graph/documents/tables.ts'
import { resources } from '../src/wire/graph/resources.ts'
import { describedData } from '../src/wire/my-data.ts'
import { contractCounts, contractRows } from '../test/contract/counts.ts'
import { clientTable } from '../test/graph-client/published.ts'
import { readMutations } from '../test/mutations/mutation.ts'
import { breaksOf, complaints, dropped, rules, shownBy } from '../test/rules.ts'

/** The documents that hold such tables. */
export const tabled = [
  'docs/account.md',
  'docs/graph.md',
  'docs/compatibility.md',
  'docs/clients/README.md',
  'docs/refusals.md',
  'docs/rules.md',
]

const optionsOf = ({ takes = {}, path }: GraphRoute): string[] => {
  const { page, search, filter, orderBy, count, select, expand, eventual } = takes
  return [
    path.replaceAll(/:(\w+)/g, '{$1}'),
    page === undefined ? '' : 'yes',
    filter === undefined ? '' : 'yes',
    (orderBy ?? []).join(', '),
    search === undefined ? '' : 'yes',
    count === undefined && eventual === undefined ? '' : 'yes',
    select === undefined ? '' : 'yes',
    Object.keys(expand ?? {}).join(', '),
  ]
}

/** What each row that reads takes. */
const optionTable = (): string => {
  const heads = ['`GET`', '`$top`', '`$filter`', '`$orderby`', '`$search`', '`$count`', '`$select`']
  const all = [...heads, '`$expand`']
  return [
    cells(...all),
    cells(...all.map(() => '---')),
    ...graphRoutes
      .filter(({ method, takes }) => method === 'GET' && takes !== undefined)
      .map(optionsOf)
      .map(([path = '', ...options]) => cells(`\`${path}\``, ...options)),
  ].join('\n')
}

const namesOf = (of: object | undefined): string =>
  Object.keys(of ?? {})
    .map((name) => `\`${name}\``)
    .join(', ')

/** What is done or told at an address of its own, with what is sent and answered. */
const operationTable = (): string =>
  [
    cells('operation', 'is sent', 'is answered', 'what it does'),
    cells('---', '---', '---', '---'),
    ...graphRoutes.flatMap(({ method, path, operation }) => {
      if (operation === undefined) return []
      const address = `\`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}\``
      return [cells(address, namesOf(operation.sent), namesOf(operation.answered), operation.means)]
    }),
  ].join('\n')

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

/** What the copy of my data holds. */
const copyTable = (): string =>
  [
    cells('part', 'what it is', 'properties'),
    cells('---', '---', '---'),
    ...describedData().map(({ name, means, properties }) =>
      cells(`\`${name}\``, means, properties.map((property) => `\`${property}\``).join(', ')),
    ),
  ].join('\n')

const shown = (paths: readonly string[], otherwise: string | undefined): string =>
  otherwise ??
  (paths.length === 0 ? 'NONE' : paths.map((path) => `[${basename(path)}](../${path})`).join(', '))

const mutations = await readMutations()

/** Each rule with the files of the tests that carry its number, and how often it is broken. */
const ruleTable = (): string => {
  const files = shownBy(Object.keys(rules))
  const breaks = breaksOf(mutations)
  return [
    cells('rule', 'about', 'marks', 'shown by', 'breaks'),
    cells('---', '---', '---', '---', '---'),
    ...Object.entries(rules).map(([rule, [about, marks]]) =>
      cells(
        rule,
        about,
        marks,
        shown(files.get(rule) ?? [], dropped[rule]),
        String(breaks.get(rule) ?? ''),
      ),
    ),
  ].join('\n')
}

/** Each complaint with the files of the tests that carry its letter. */
const complaintTable = (): string => {
  const files = shownBy(Object.keys(complaints))
  return [
    cells('complaint', 'about', 'cannot happen here, by'),
    cells('---', '---', '---'),
    ...Object.entries(complaints).map(([letter, about]) =>
      cells(letter, about, shown(files.get(letter) ?? [], undefined)),
    ),
  ].join('\n')
}

/** Every table by the name under which a document asks for it. */
const tables: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    Object.entries(resources).map(([name, of]) => [
      `from the definition: ${name}`,
      () => tableOf(of),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(refusalGroups).map(([name, group]) => [
      `from the definition: ${name}`,
      () => refusalTable(group),
    ]),
  ),
  'from the definitions: default sets': () => defaultsOf(Object.values(resources)),
  'from the definition: my data': copyTable,
  'from the tests: rules': ruleTable,
  'from the tests: complaints': complaintTable,
  'from the tests: contract by area': contractCounts,
  'from the tests: contract by row': contractRows,
  'from the tests: clients': clientTable,
  'from the rows: options': optionTable,
  'from the rows: operations': operationTable,
}

const ends = '<!-- end -->'

/** A document with its tables as the definitions have them. Throws where one is not closed. */
export const withTables = (text: string): string => {
  let written = text
  for (const [name, table] of Object.entries(tables)) {
    const begins = `<!-- ${name} -->`
    const from = written.indexOf(begins)
    if (from < 0) continue
    const to = written.indexOf(ends, from)
    if (to < 0) throw new Error(`The table '${name}' is not closed by ${ends}`)
    const tidy = table().replaceAll(/ {2,}/g, ' ')
    written = `${written.slice(0, from)}${begins}\n\n${tidy}\n\n${written.slice(to)}`
  }
  return written
}

/** The tables that a document has to hold. */
export const tableNames = Object.keys(tables)

if (import.meta.main)
  for (const path of tabled) writeFileSync(path, withTables(readFileSync(path, 'utf8')))
