/**
 * Where each table's rows belong, as the database itself tells it, and what follows for its keys.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answering } from '../src/store/columns.ts'
import { rows, sql } from '../src/store/database.ts'
import { store } from './store.ts'

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
