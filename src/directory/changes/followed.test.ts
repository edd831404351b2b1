/** What is followed: the catalogue of the store, the definitions, and the functions of triggers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { store } from '../../../test/store.ts'
import { select } from '../../store/columns.ts'
import { attempt, rows, sql, undo, type Database } from '../../store/database.ts'
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { storedIn } from '../../wire/graph/definition/row.ts'
import { application } from '../../wire/graph/applications/application.ts'
import { permissionGrant } from '../../wire/graph/applications/permission-grant.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { group } from '../../wire/graph/group.ts'
import { user } from '../../wire/graph/users/user.ts'
import { columnsBehind, untold } from './tracked.ts'

/** The tables of what is followed, and what shows them. */
const followed: Readonly<Record<string, readonly Resource[]>> = {
  users: [user],
  groups: [group],
  permission_grants: [permissionGrant],
  registrations: [application, servicePrincipal],
  service_principals: [servicePrincipal],
}

type Column = { readonly table: string; readonly name: string; readonly isMarked: boolean }
const columns = await rows(
  store.db,
  select<Column>({
    table: 'c.relname',
    name: 'a.attname',
    isMarked: sql`coalesce(col_description(c.oid, a.attnum) = 'not followed', false)`,
  })`from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relname = any(${Object.keys(followed)})
      and a.attname not in ('tenant_id', 'id', 'deleted_at')`,
)

test('each column of what is followed is that of a property, or marked; and no property changes untold', () => {
  assert.ok(columns.length > 50)
  for (const [table, of] of Object.entries(followed)) {
    const all = columns.filter((one) => one.table === table)
    const told = new Set(of.flatMap((one) => [...columnsBehind(one).values()].flat()))
    const stored = new Set(
      of.flatMap(({ properties }) => storedIn(properties).map(([, { column }]) => column)),
    )
    assert.deepEqual(
      all.filter(({ name, isMarked }) => isMarked === told.has(name)).map(({ name }) => name),
      [],
      `${table}: each is followed or marked, and what is followed is behind a property`,
    )
    assert.deepEqual(
      all
        .filter(({ name, isMarked }) => isMarked && stored.has(name) && !untold.has(name))
        .map(({ name }) => name),
      [],
    )
  }
})

type Written = { readonly name: string; readonly source: string }
const functionsOf = (db: Database): Promise<Written[]> =>
  rows(
    db,
    select<Written>({
      name: 'p.proname',
      source: 'p.prosrc',
    })`from pg_proc p where p.pronamespace = current_schema()::regnamespace and p.prorettype = 'trigger'::regtype order by 1`,
  )
const triggersOf = (db: Database) =>
  rows(
    db,
    select<{ told: string }>({
      told: sql`pg_get_triggerdef(t.oid)`,
    })`from pg_trigger t where not t.tgisinternal order by 1`,
  )

test('the functions and triggers that follow are those that the catalogue gives now', async () => {
  const before = [await functionsOf(store.db), await triggersOf(store.db)]
  const after = await attempt(store.db, async (tx) => {
    await sql`call follow_changes()`.execute(tx)
    return undo([await functionsOf(tx), await triggersOf(tx)])
  })
  assert.deepEqual(after, before)
})
