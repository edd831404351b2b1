/**
 * Where each table's rows belong, as the database itself tells it, and what follows for its keys.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { answering } from '../../src/store/columns.ts'
import { rows, sql } from '../../src/store/database.ts'
import { store } from '../store.ts'
import { templatesOf } from '../doors/templates.ts'

type Table = { readonly name: string; readonly comment: string | null }
type Key = { readonly table: string; readonly name: string; readonly leads: boolean }
type Reference = {
  readonly table: string
  readonly name: string
  readonly to: string
  readonly isKept: boolean
}

const ours = sql`c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`
const leadsTo = sql`(select a.attnum from pg_attribute a where a.attrelid = c.oid
  and a.attname = case c.relname when 'tenants' then 'id' else 'tenant_id' end)`

const tables = await rows(
  store.db,
  answering<Table>(
    { name: 'c.relname', comment: sql`obj_description(c.oid, 'pg_class')` },
    (list) => sql`select ${list} from pg_class c where ${ours} order by 1`,
  ),
)

const zones = ['tenant', 'person', 'installation'] as const
const zoneOf = new Map(
  tables.map(({ name, comment }) => [name, zones.find((zone) => comment === `zone: ${zone}`)]),
)
const inZone = (zone: string) =>
  tables.map(({ name }) => name).filter((name) => zoneOf.get(name) === zone)

test('every table says its zone', () => {
  assert.ok(tables.length > 40)
  assert.deepEqual(
    tables.filter(({ name }) => zoneOf.get(name) === undefined),
    [],
  )
  for (const zone of zones) assert.ok(inZone(zone).length > 3, zone)
})

test('the organization leads every primary key and stands in every unique index of its tables', async () => {
  const keys = await rows(
    store.db,
    answering<Key>(
      {
        table: 'c.relname',
        name: sql`i.indexrelid::regclass::text`,
        leads: sql`coalesce(case when i.indisprimary then i.indkey[0] = ${leadsTo} else ${leadsTo} = any (i.indkey) end, false)`,
      },
      (list) =>
        sql`select ${list} from pg_class c join pg_index i on i.indrelid = c.oid where ${ours} and i.indisunique`,
    ),
  )
  const wrong = keys.filter(({ table, leads }) => zoneOf.get(table) === 'tenant' && !leads)
  assert.deepEqual(wrong, [])
})

test('a table of an organization refers to others of the same organization, never across', async () => {
  const references = await rows(
    store.db,
    answering<Reference>(
      {
        table: 'c.relname',
        name: 'k.conname',
        to: sql`k.confrelid::regclass::text`,
        isKept: sql`coalesce((select bool_or(k.conkey[at] = ${leadsTo} and k.confkey[at] = (select a.attnum from pg_attribute a
          where a.attrelid = k.confrelid and a.attname = case k.confrelid::regclass::text when 'tenants' then 'id' else 'tenant_id' end))
          from generate_subscripts(k.conkey, 1) as at), false)`,
      },
      (list) =>
        sql`select ${list} from pg_class c join pg_constraint k on k.conrelid = c.oid where ${ours} and k.contype = 'f'`,
    ),
  )
  const wrong = references.filter(
    ({ table, to, isKept }) =>
      zoneOf.get(table) === 'tenant' && zoneOf.get(to) === 'tenant' && !isKept,
  )
  assert.deepEqual(wrong, [])
})

/** The tables that each view reads. */
const views = await rows(
  store.db,
  answering<{ view: string; table: string }>(
    { view: 'v.relname', table: 'c.relname' },
    (list) => sql`select distinct ${list} from pg_class v join pg_rewrite w on w.ev_class = v.oid
      join pg_depend d on d.objid = w.oid join pg_class c on c.oid = d.refobjid and c.relkind in ('r', 'p')
      where v.relkind = 'v' and v.relnamespace = current_schema()::regnamespace`,
  ),
)
const tablesOf = (name: string): string[] =>
  zoneOf.has(name) ? [name] : views.filter(({ view }) => view === name).map(({ table }) => table)

/** The tables that a statement names, of those that there are. */
const tablesIn = (statement: string): string[] => [
  ...new Set(
    [...statement.matchAll(/\b(?:from|join|into|update|using)\s+([a-z_]+)\b/g)].flatMap(
      ([, name = '']) => tablesOf(name),
    ),
  ),
]

type Pair = readonly [string, string]
/** Which tables of different zones one statement may name: the table of docs/architecture.md. */
const bridges = [
  ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `(\w+)` – `(\w+)` \| \S/gm),
].map(([, one = '', other = '']): Pair => [one, other])
const isBridge = (one: string, other: string): boolean =>
  bridges.some(([a, b]) => (a === one && b === other) || (a === other && b === one))

const joins = (one: string, other: string): boolean =>
  zoneOf.get(one) === zoneOf.get(other) || isBridge(one, other)

/** What cannot be reached from the first table over others of its zone, and bridges. */
const apart = (tables: readonly string[]): string[] => {
  const reached = new Set(tables.slice(0, 1))
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const table of tables)
      if ([...reached].some((one) => joins(one, table))) reached.add(table)
  }
  return tables.filter((table) => !reached.has(table))
}

const statements = globSync('src/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .flatMap((path) =>
    templatesOf(readFileSync(path, 'utf8')).map((text) => ({ path, tables: tablesIn(text) })),
  )
const crossing = statements.filter(
  ({ tables }) => new Set(tables.map((table) => zoneOf.get(table))).size > 1,
)

test('a statement names tables of one zone, or crosses by a bridge that the documents name', () => {
  assert.ok(statements.length > 400)
  assert.deepEqual(
    crossing
      .map(({ path, tables }) => ({ path, tables, apart: apart(tables) }))
      .filter((each) => each.apart.length > 0),
    [],
  )
})

test('each bridge joins tables of different zones, and a statement crosses by it', () => {
  assert.ok(bridges.length > 5)
  const unused = bridges.filter(
    ([one, other]) =>
      zoneOf.get(one) === zoneOf.get(other) ||
      !crossing.some(({ tables }) => tables.includes(one) && tables.includes(other)),
  )
  assert.deepEqual(unused, [])
})

/** So many cross today. Those who write a new one think twice; fewer is better. */
const mostCrossings = 66

test('not more statements cross than do', () =>
  assert.ok(
    crossing.length <= mostCrossings,
    `${crossing.length} in ${new Set(crossing.map(({ path }) => path)).size} files`,
  ))
