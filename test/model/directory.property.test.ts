/**
 * Whatever is done in whatever order over HTTP, what lists, filters, counts, memberships through
 * groups, the recycle bin and a copy that follows delta tell is what a model in memory says.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { follow } from '../follower.ts'
import type { Json } from '../json.ts'
import fc, { longer } from '../properties.ts'
import { actNames } from './acts.ts'
import { idsOf, live } from './model.ts'
import { stage, type Stage } from './stage.ts'
import { chosen, deletedUsers, followed, liveUsers, viewsOf } from './views.ts'

const step = fc.record({
  act: fc.constantFrom('redeem', ...actNames),
  user: fc.nat(5),
  other: fc.nat(5),
  group: fc.nat(2),
  outer: fc.nat(2),
  number: fc.nat(3),
  /** A client that keeps a copy asks afterwards. */
  asks: fc.boolean(),
})

const byId = (items: readonly Json[]): Json[] =>
  items.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))

/** What is told now is what the model says. */
const compare = async ({ m, all, get, isOther }: Stage): Promise<void> => {
  const listed = await all(`/users?$top=3&$count=true&$orderby=displayName&$select=${chosen}`)
  assert.deepEqual(byId(listed.filter(isOther)), byId(liveUsers(m)))
  assert.equal(Number(await get('/users/$count')), listed.length)
  const bin = '/directory/deletedItems/microsoft.graph.user'
  assert.deepEqual(byId(await all(`${bin}?$top=2&$select=${chosen}`)), byId(deletedUsers(m)))
  for (const [path, ids] of viewsOf(m)) {
    const found = (await all(path)).filter(isOther).map(({ id }) => String(id))
    assert.deepEqual(found.toSorted(), ids, path)
  }
}

const linksOf = (links: ReadonlyMap<string, ReadonlySet<string>>, name: string): string[] =>
  [...(links.get(name) ?? [])].toSorted()

/** Two copies that clients keep, of users with their managers and of groups with their links. */
const copiesOf = ({ frank, m, isOther }: Stage, headers: Record<string, string>) => {
  const users = follow(frank, `/v1.0/users/delta?$select=${followed},manager`, headers)
  const groups = follow(frank, '/v1.0/groups/delta?$select=displayName,members,owners', headers)
  const compareCopies = (): void => {
    const theirs = [...users.copy.values()]
      .filter(({ properties }) => isOther(properties))
      .map(({ properties, links }) => ({
        id: properties['id'],
        displayName: properties['displayName'],
        jobTitle: properties['jobTitle'] ?? null,
        accountEnabled: properties['accountEnabled'],
        manager: linksOf(links, 'manager'),
      }))
    const ours = live(m.users).map(({ id, displayName, jobTitle, accountEnabled, manager }) => {
      const above = manager === undefined ? [] : idsOf(live([manager]))
      return { id, displayName, jobTitle, accountEnabled, manager: above }
    })
    assert.deepEqual(byId(theirs), byId(ours))
    const told = [...groups.copy.values()].map(({ properties, links }) => ({
      id: properties['id'],
      displayName: properties['displayName'],
      members: linksOf(links, 'members'),
      owners: linksOf(links, 'owners'),
    }))
    const known = live(m.groups).map(({ id, displayName, members, owners }) => {
      return { id, displayName, members: idsOf(live(members)), owners: idsOf(live(owners)) }
    })
    assert.deepEqual(byId(told), byId(known))
  }
  const round = async (): Promise<void> => {
    await Promise.all([users.round(), groups.round()])
    compareCopies()
  }
  return { round }
}

test('contract §4: whatever is done in whatever order, all lists and a copy by delta are what was done', async () => {
  const scripts = fc.array(step, { minLength: 12, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(scripts, fc.boolean(), async (script, isMinimal) => {
      const s = await stage()
      const copies = copiesOf(s, isMinimal ? { prefer: 'return=minimal' } : {})
      for (const [place, one] of script.entries()) {
        await s.carryOut(one)
        if (one.asks) await copies.round()
        if (place % 16 === 15) await compare(s)
      }
      await copies.round()
      await compare(s)
    }),
    { numRuns: 8 * longer },
  )
})
