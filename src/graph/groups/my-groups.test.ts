/** My groups here, at each level of guests, and leaving one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Person } from '../../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>

const policy = '/v1.0/policies/authorizationPolicy'
const levels = {
  asMembers: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  limited: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  restricted: '2af84b1e-32c8-42b7-82bc-daa82404023b',
}

const groupWith = async (w: World, name: string, ...people: Person[]): Promise<string> => {
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: name }), 201)
  for (const person of people)
    await frank.post(`/v1.0/groups/${id}/members/$ref`, {
      '@odata.id': `https://x.example/users/${w.userOf(person, w.fabrikam)}`,
    })
  return String(id)
}
const groupsOf = async (w: World, person: Person) =>
  (await json(await w.as(person, w.fabrikam).get('/v1.0/me/memberOf/graph.group')))['value'].map(
    (one: Json) => [one['id'], one['displayName']],
  )

test('R102: the level of guests is one of three ids, limited by default, and decides whether they see the names of their groups', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const id = await groupWith(w, 'Welders', w.ada, w.fiona)
  await groupWith(w, 'Others', w.bob)
  assert.equal((await json(await frank.get(policy)))['guestUserRoleId'], levels.limited)
  for (const [level, name] of [
    [levels.limited, 'Welders'],
    [levels.restricted, null],
    [levels.asMembers, 'Welders'],
  ] as const) {
    const written = { guestUserRoleId: level.toUpperCase() }
    assert.equal((await frank.patch(policy, written)).status, 204)
    assert.equal((await json(await frank.get(policy)))['guestUserRoleId'], level)
    assert.deepEqual(await groupsOf(w, w.ada), [[id, name]])
    assert.deepEqual(await groupsOf(w, w.fiona), [[id, 'Welders']], 'a member is no guest')
  }
  for (const wrong of ['62e90394-69f5-4237-9190-012177145e10', 'limited', ''])
    assert.match(
      (await refusal(await frank.patch(policy, { guestUserRoleId: wrong }), 400)).message,
      /expected one of "a0b1b346/,
    )
  await frank.patch(policy, { guestUserRoleId: levels.restricted })
  await w.grant(w.ada, w.fabrikam, 'directoryReaders')
  assert.deepEqual(
    await groupsOf(w, w.ada),
    [[id, 'Welders']],
    'who reads groups by a role reads their own',
  )
})

test('R103: a restricted guest sees and leaves each group they are in, and no other', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  await frank.patch(policy, { guestUserRoleId: levels.restricted })
  const [mine, theirs] = [
    await groupWith(w, 'Welders', w.ada, w.bob),
    await groupWith(w, 'Others', w.bob),
  ]
  const strict = await json(
    await frank.post('/v1.0/groups', { displayName: 'Keepers', isAssignableToRole: true }),
    201,
  )
  await frank.post(`/v1.0/groups/${strict['id']}/members/$ref`, {
    '@odata.id': `https://x.example/users/${w.userOf(w.ada, w.fabrikam)}`,
  })
  const ada = w.as(w.ada, w.fabrikam)
  assert.equal((await ada.delete(`/v1.0/me/memberOf/${theirs}/$ref`)).status, 404)
  for (const id of [mine, String(strict['id'])])
    assert.equal((await ada.delete(`/v1.0/me/memberOf/${id}/$ref`)).status, 204)
  assert.equal((await ada.delete(`/v1.0/me/memberOf/${mine}/$ref`)).status, 404)
  assert.deepEqual(await groupsOf(w, w.ada), [])
  assert.deepEqual(
    (await groupsOf(w, w.bob)).map(([id]: [string]) => id).toSorted(),
    [mine, theirs].toSorted(),
  )
  const { value } = await json(await frank.get('/v1.0/auditLogs/directoryAudits'))
  const left = value.find((one: Json) => one['activityDisplayName'] === 'Remove member from group')
  assert.equal(left?.['initiatedBy']['user']['id'], w.userOf(w.ada, w.fabrikam))
})

test('R102: where a page ends says nothing of a group to a guest who does not see its name', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const names = ['Merger with Northwind', 'Payroll']
  for (const name of names) await groupWith(w, name, w.ada)
  assert.equal((await frank.patch(policy, { guestUserRoleId: levels.restricted })).status, 204)
  const ada = w.as(w.ada, w.fabrikam)
  const first = await json(await ada.get('/v1.0/me/memberOf?$top=1'))
  const next = new URL(String(first['@odata.nextLink']))
  const told = Buffer.from(next.searchParams.get('$skiptoken') ?? '', 'base64url').toString(
    'latin1',
  )
  assert.doesNotMatch(told, /merger|northwind|payroll/i)
  const second = await json(await ada.get(next.pathname + next.search))
  assert.deepEqual(
    [first, second].map(({ value }) => value.map((one: Json) => one['displayName'])),
    [[null], [null]],
    'and the next page begins there',
  )
  assert.notEqual(first['value'][0]['id'], second['value'][0]['id'])
})
