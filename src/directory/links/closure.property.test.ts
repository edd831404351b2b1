/**
 * Membership through groups in groups, as the store finds it, is that of a walk in memory: over
 * graphs by chance, with circles and deleted groups in them.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from '../../../test/properties.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { groupsAbove, groupsWithin } from './closure.sql.ts'
import { memberOfIds } from './member-of.sql.ts'
import { countMembers, listMembers } from './members.sql.ts'

const groups = 6
const place = fc.integer({ min: 0, max: groups - 1 })
const graph = fc.record({
  /** Of each pair the first is in the second. */
  nested: fc.uniqueArray(
    fc.tuple(place, place).filter(([inner, outer]) => inner !== outer),
    { maxLength: 12, selector: String },
  ),
  joined: fc.uniqueArray(place, { maxLength: 3 }),
  deleted: fc.uniqueArray(place, { maxLength: 2 }),
})

const groupsIn = async (db: Database, found: RawBuilder<unknown>): Promise<string[]> =>
  (await rows(db, select<{ id: string }>({ id: 'x.group_id' })`from (${found}) x order by 1`)).map(
    ({ id }) => id,
  )

type Edge = readonly [from: number, to: number]

/** Everything that is reached from these, themselves too, along edges between what is there. */
const reached = (from: readonly number[], edges: readonly Edge[], gone: readonly number[]) => {
  const found = new Set(from.filter((one) => !gone.includes(one)))
  for (const one of found)
    for (const [start, end] of edges) if (start === one && !gone.includes(end)) found.add(end)
  return found
}

test('12.8: what is reached through groups in groups is what a walk finds, and a circle ends', async () => {
  const w = await world()
  const at = w.fabrikam.id
  const fiona = w.userOf(w.fiona, w.fabrikam)
  await fc.assert(
    fc.asyncProperty(graph, async ({ nested, joined, deleted }) => {
      const ids = Array.from({ length: groups }, () => newId<string>())
      const idsOf = (places: Iterable<number>) =>
        [...places].map((one) => ids[one] ?? '').toSorted()
      await sql`delete from groups where tenant_id = ${at}`.execute(w.db)
      for (const [n, id] of ids.entries())
        await sql`insert into groups (tenant_id, id, display_name, mail_nickname, is_assignable_to_role, created_at, sort_name, search_words, deleted_at, restorable_until)
          values (${at}, ${id}, ${`G${n}`}, ${`g${n}`}, false, ${w.now()}, ${`g${n}`}, '', ${deleted.includes(n) ? w.now() : null}, ${deleted.includes(n) ? w.now() : null})`.execute(
          w.db,
        )
      for (const [inner, outer] of nested)
        await sql`insert into group_members (tenant_id, group_id, id, member_group_id, added_at)
          values (${at}, ${ids[outer]}, ${ids[inner]}, ${ids[inner]}, ${w.now()})`.execute(w.db)
      for (const one of joined)
        await sql`insert into memberships (tenant_id, group_id, user_id, added_at) values (${at}, ${ids[one]}, ${fiona}, ${w.now()})`.execute(
          w.db,
        )
      const user = { tenantId: at, kind: 'user', id: fiona } as const
      assert.deepEqual(
        await memberOfIds(w.db, user, { roles: false }, 100),
        idsOf(reached(joined, nested, deleted)),
      )
      const inward = nested.map(([inner, outer]) => [outer, inner] as const)
      for (const [n, id] of ids.entries()) {
        const within = reached([n], inward, deleted)
        assert.deepEqual(await groupsIn(w.db, groupsWithin(sql`${at}`, sql`${id}`)), idsOf(within))
        const of = { tenantId: at, groupId: id, reach: 'transitive', search: undefined } as const
        const page = { descending: false, after: undefined, limit: 100 }
        const members = (await listMembers(w.db, of, page)).map(({ id: one }) => one)
        const people = joined.some((one) => within.has(one)) ? [fiona as string] : []
        const others = idsOf(within).filter((one) => one !== id)
        assert.deepEqual(members.toSorted(), [...people, ...others].toSorted())
        assert.equal(await countMembers(w.db, of), members.length)
        const above = await groupsIn(w.db, groupsAbove('group', sql`${at}`, sql`${id}`))
        const outward = reached([n], nested, deleted)
        if (!deleted.includes(n))
          assert.deepEqual(
            above.filter((one) => one !== id),
            idsOf(outward).filter((one) => one !== id),
          )
      }
    }),
    { numRuns: 25 },
  )
})
