/** The people that a world copies are those whom the product makes, row by row. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '../src/store/database.ts'
import { makeCast, type Cast } from './cast.ts'
import { world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** Every row of the store that names one of its organizations or people. */
const rowsOf = async (w: World, cast: Cast): Promise<string[]> => {
  const { contoso, fabrikam, northwind, ada, bob, carol, frank, fiona, nora } = cast
  const ids: string[] = [
    ...[contoso, fabrikam, northwind].map(({ id }) => id),
    ...[ada, bob, carol, frank, fiona, nora].map(({ personId }) => personId),
  ]
  const { rows: tables } = await sql`
    select table_name::text as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'user_count_changes' order by 1`.execute(
    w.db,
  )
  const found: string[] = []
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await sql`
      select to_jsonb(t)::text as row from ${sql.table(name)} t where to_jsonb(t)::text ~ ${ids.join('|')}`.execute(
      w.db,
    )
    found.push(...(rows as { row: string }[]).map(({ row }) => `${name} ${row}`))
  }
  // Whoever is filled in together is counted together.
  const { rows: counts } = await sql`
    select to_jsonb(c) - 'users' || jsonb_build_object('users', sum(c.users)) as row from counted_users c
    where c.tenant_id = any(${ids}::uuid[]) group by to_jsonb(c) - 'users'`.execute(w.db)
  found.push(...counts.map((count) => `counted_users ${JSON.stringify(count)}`))
  return found
}

// Apart from ids, from when the database was told, and from what is sealed for one alone.
const comparable = (row: string): string =>
  row
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/(contoso|fabrikam|northwind)made/gi, '$1')
    .replaceAll(/"sealed": "[^"]+"/g, '"sealed"')
    .replaceAll(/"kid": "[^"]+"/g, '"kid"')
    .replaceAll(/"waits_as": \d+/g, '"waits_as"')
    .replaceAll(/^directory_changes .*"at": "[^"]+", "id": \d+/g, 'directory_changes')
    .replaceAll(/"search_words": "[^"]+"/g, (words) => words.split(/[ "]+/).toSorted().join(' '))

test('the people of a world are copies of those whom the product makes', async () => {
  await world()
  const w = await world()
  const copied = await rowsOf(w, w)
  const made = await makeCast({
    ...w,
    organization: (name) => w.organization(`${name}Made`),
  })
  const expected = (await rowsOf(w, made)).map(comparable).toSorted()
  assert.ok(expected.length > 50, `${expected.length} rows`)
  assert.deepEqual(copied.map(comparable).toSorted(), expected)
})
