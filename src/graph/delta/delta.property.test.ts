/** A client that merges what it is told has in the end what the lists say, whatever was done. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stageOf } from '../../../test/doors/graph-stage.ts'
import { follow } from '../../../test/follower.ts'
import { json, type Json } from '../../../test/json.ts'
import fc from '../../../test/properties.ts'
import { world } from '../../../test/world.ts'

const acts = [
  'create',
  'patch',
  'disable',
  'delete',
  'restore',
  'purge',
  'add',
  'take',
  'own',
  'disown',
  'manage',
  'deleteGroup',
  'restoreGroup',
  'purgeGroup',
  'nest',
] as const

type Step = {
  readonly act: (typeof acts)[number]
  readonly user: number
  readonly other: number
  readonly group: number
  /** The client asks afterwards. */
  readonly asks: boolean
}
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...acts),
  user: fc.nat(2),
  other: fc.nat(2),
  group: fc.nat(1),
  asks: fc.boolean(),
})

type Prepared = Awaited<ReturnType<typeof prepared>>
const prepared = async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const makes = stageOf(w, w.fabrikam, w.frank)
  const users = await Promise.all([makes.user(), makes.user(), makes.user()])
  const groups = await Promise.all([makes.group(), makes.group()])
  return { frank, makes, users, groups }
}

const linked = (id: string) => ({ '@odata.id': `https://any.example/v1.0/directoryObjects/${id}` })

/** Does it as somebody would: what cannot be done is refused, and nothing happens. */
const carryOut = async ({ frank, makes, users, groups }: Prepared, one: Step): Promise<void> => {
  const [user, other, group] = [users[one.user], users[one.other], groups[one.group]]
  const items = '/v1.0/directory/deletedItems'
  const ways: Readonly<Record<Step['act'], () => Promise<unknown>>> = {
    create: () => makes.user(),
    patch: () => frank.patch(`/v1.0/users/${user}`, { jobTitle: `Job ${one.other}` }),
    disable: () => frank.patch(`/v1.0/users/${user}`, { accountEnabled: one.other === 0 }),
    delete: () => frank.delete(`/v1.0/users/${user}`),
    restore: () => frank.post(`${items}/${user}/restore`),
    purge: () => frank.delete(`${items}/${user}`),
    add: () => frank.post(`/v1.0/groups/${group}/members/$ref`, linked(user ?? '')),
    take: () => frank.delete(`/v1.0/groups/${group}/members/${user}/$ref`),
    own: () => frank.post(`/v1.0/groups/${group}/owners/$ref`, linked(user ?? '')),
    disown: () => frank.delete(`/v1.0/groups/${group}/owners/${user}/$ref`),
    manage: () => frank.put(`/v1.0/users/${user}/manager/$ref`, linked(other ?? '')),
    deleteGroup: () => frank.delete(`/v1.0/groups/${group}`),
    restoreGroup: () => frank.post(`${items}/${group}/restore`),
    purgeGroup: () => frank.delete(`${items}/${group}`),
    nest: () =>
      frank.post(`/v1.0/groups/${group}/members/$ref`, linked(groups[1 - one.group] ?? '')),
  }
  await ways[one.act]()
}

const idsAt = async (frank: Prepared['frank'], path: string): Promise<string[]> =>
  ((await json(await frank.get(path)))['value'] as Json[]).map(({ id }) => String(id)).toSorted()

const chosen = 'id,displayName,jobTitle,accountEnabled'
const withoutNulls = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))

test('contract §4: whatever is done in whatever order, and however often is asked, the copy is what the lists say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), fc.boolean(), async (script, isMinimal) => {
      const stage = await prepared()
      const { frank } = stage
      const headers: Record<string, string> = isMinimal ? { prefer: 'return=minimal' } : {}
      const users = follow(frank, `/v1.0/users/delta?$select=${chosen},manager`, headers)
      const groups = follow(frank, '/v1.0/groups/delta?$select=displayName,members,owners', headers)
      for (const one of script) {
        await carryOut(stage, one)
        if (one.asks) await Promise.all([users.round(), groups.round()])
      }
      await Promise.all([users.round(), groups.round()])
      const listed = (await json(await frank.get(`/v1.0/users?$select=${chosen}`)))[
        'value'
      ] as Json[]
      assert.deepEqual(
        new Map([...users.copy].map(([id, one]) => [id, withoutNulls(one.properties)])),
        new Map(
          listed
            .map((one) => [String(one['id']), withoutNulls(one)] as const)
            .toSorted(
              ([a], [b]) => [...users.copy.keys()].indexOf(a) - [...users.copy.keys()].indexOf(b),
            ),
        ),
      )
      for (const [id, { links }] of users.copy) {
        const found = await frank.get(`/v1.0/users/${id}/manager`)
        const manager = found.status === 404 ? [] : [String((await json(found))['id'])]
        assert.deepEqual([...(links.get('manager') ?? [])], manager)
      }
      assert.deepEqual([...groups.copy.keys()].toSorted(), await idsAt(frank, '/v1.0/groups'))
      for (const [id, { links }] of groups.copy)
        for (const name of ['members', 'owners'])
          assert.deepEqual(
            [...(links.get(name) ?? [])].toSorted(),
            await idsAt(frank, `/v1.0/groups/${id}/${name}`),
            name,
          )
    }),
    { numRuns: 15 },
  )
})
