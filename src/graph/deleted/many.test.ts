/** Lists of users: restored, deleted and permanently deleted, each row by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { rows, sql } from '../../store/database.ts'
import { mostAtOnce } from '../../wire/at-once.ts'

const restoreMany = '/v1.0/directory/deletedItems/guesthouse.restoreMany'
const deleteMany = '/v1.0/users/guesthouse.deleteMany'
const purgeMany = '/v1.0/directory/deletedItems/guesthouse.permanentlyDelete'

const ref = (id: unknown) => ({ '@odata.id': `https://x.example/directoryObjects/${id}` })

const told = (answer: Json): Record<string, unknown> =>
  Object.fromEntries(
    answer['value'].map((one: Json) => [
      one['user'] ?? one['id'],
      (one['done'] ?? one['deleted']) === true ? (one['code'] ?? 'done') : one['code'],
    ]),
  )

test('R68: a list of ids and names is deleted, restored and purged, one result a row; good rows succeed when others fail, and again is harmless', async () => {
  const w = await world()
  const at = w.fabrikam
  const frank = w.as(w.frank, at)
  const admin = await w.member(at, 'User Administrator')
  await w.grant(admin, at, 'userAdministrator')
  const by = w.as(admin, at)
  const high = await w.member(at, 'High')
  await w.grant(high, at, 'privilegedRoleAdministrator')
  const [byId, byName] = [await w.member(at, 'By id'), await w.member(at, 'By name')]
  const [nobody, elsewhere] = [newId<string>(), w.userOf(w.nora, w.northwind)]
  const users = [
    byId.userId,
    byName.upn.toUpperCase(),
    high.userId,
    admin.userId,
    nobody,
    elsewhere,
    'nobody@nowhere.example',
  ]
  const missing = {
    [nobody]: 'Request_ResourceNotFound',
    [elsewhere]: 'Request_ResourceNotFound',
    'nobody@nowhere.example': 'Request_ResourceNotFound',
  }
  const first = await json(await by.post(deleteMany, { users }))
  assert.deepEqual(told(first), {
    ...missing,
    [byId.userId]: 'done',
    [byName.upn.toUpperCase()]: 'done',
    [high.userId]: 'targetTooHigh',
    [admin.userId]: 'yourself',
  })
  for (const { done, message } of first['value']) assert.equal(done, message === undefined)
  const again = await json(await by.post(deleteMany, { users: [byId.userId, byName.upn] }))
  assert.deepEqual(told(again), { [byId.userId]: 'already', [byName.upn]: 'already' })

  // Somebody has the name of one by now; another has been deleted twice.
  await json(await frank.delete(`/v1.0/users/${high.userId}`), 204)
  await w.member(at, 'By name')
  const twice = await w.member(at, 'Twice')
  await json(await by.delete(`/v1.0/users/${twice.userId}`), 204)
  const second = await w.member(at, 'Twice')
  await json(await by.delete(`/v1.0/users/${second.userId}`), 204)
  const back = await json(
    await by.post(restoreMany, {
      users: [byId.userId, byName.userId, high.userId, twice.upn, admin.userId, nobody],
    }),
  )
  assert.deepEqual(told(back), {
    [byId.userId]: 'done',
    [byName.userId]: 'userPrincipalNameConflict',
    [high.userId]: 'targetTooHigh',
    [twice.upn]: 'severalOfThisName',
    [admin.userId]: 'already',
    [nobody]: 'Request_ResourceNotFound',
  })
  assert.deepEqual(told(await json(await by.post(restoreMany, { users: [byId.userId] }))), {
    [byId.userId]: 'already',
  })
  const gone = await json(
    await by.post(purgeMany, { ids: [byName.userId, twice.upn, byId.upn, high.userId, nobody] }),
  )
  assert.deepEqual(told(gone), {
    [byName.userId]: 'done',
    [twice.upn]: 'severalOfThisName',
    [byId.upn]: 'notDeleted',
    [high.userId]: 'Authorization_RequestDenied',
    [nobody]: 'Request_ResourceNotFound',
  })
  const left = await rows(
    w.db,
    sql`select 1 from users where tenant_id = ${at.id} and id = ${byName.userId}`,
  )
  assert.deepEqual(left, [])
  const other = await rows(
    w.db,
    sql`select deleted_at as at from users where tenant_id = ${w.northwind.id} and id = ${elsewhere}`,
  )
  assert.deepEqual(other, [{ at: null }], 'nobody of another organization')
  const many = Array.from({ length: mostAtOnce + 1 }, () => newId<string>())
  for (const path of [restoreMany, deleteMany])
    for (const list of [[], many]) await json(await by.post(path, { users: list }), 400)
})

test('R60, R68: of each of a list something is left out, one link or all of a kind, by the name in the list; a slip is refused and ends nothing', async () => {
  const w = await world()
  const at = w.fabrikam
  const frank = w.as(w.frank, at)
  const people = [await w.member(at, 'One'), await w.member(at, 'Two'), await w.member(at, 'Slip')]
  const [one, two, slip] = people.map(({ userId }) => String(userId))
  const made = async (displayName: string): Promise<string> =>
    String((await json(await frank.post('/v1.0/groups', { displayName }), 201))['id'])
  const [crew, staff] = [await made('Crew'), await made('Staff')]
  for (const id of [one, two, slip]) {
    for (const group of [crew, staff])
      await json(await frank.post(`/v1.0/groups/${group}/members/$ref`, ref(id)), 204)
    await json(await frank.post(`/v1.0/users/${id}/sponsors/$ref`, ref(w.fiona.userId)), 204)
    await json(await frank.delete(`/v1.0/users/${id}`), 204)
  }
  const name = people[1]?.upn
  const users = [one, name, slip]
  const stray = { users: [one], leaveOut: [{ of: two, kind: 'group' }] }
  await json(await frank.post(restoreMany, stray), 400)
  const leaveOut = [
    { kind: 'sponsor' },
    { kind: 'ownedGroup' },
    { of: one, kind: 'group', item: crew },
    { of: name, kind: 'group' },
    { of: slip, kind: 'group', item: newId<string>() },
  ]
  const { value } = await json(await frank.post(restoreMany, { users, leaveOut }))
  assert.deepEqual(
    value.map(({ user, done, code, leftOut }: Json) => [user, done, code, leftOut]),
    [
      [one, true, undefined, 2],
      [name, true, undefined, 3],
      [slip, false, 'unknownLink', undefined],
    ],
  )
  const groupsOf = async (id: unknown) =>
    (await json(await frank.get(`/v1.0/users/${id}/memberOf`)))['value'].map((of: Json) => of['id'])
  assert.deepEqual(await groupsOf(one), [staff])
  assert.deepEqual(await groupsOf(two), [])
  assert.deepEqual((await json(await frank.get(`/v1.0/users/${one}/sponsors`)))['value'], [])
  await json(await frank.post(restoreMany, { users: [slip] }))
  assert.equal((await groupsOf(slip)).length, 2, 'a slip ended nothing')
})
