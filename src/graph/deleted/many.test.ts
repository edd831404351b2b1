/** Lists of users: restored, deleted and permanently deleted, each row by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { rows, sql } from '../../store/database.ts'
import { mostAtOnce } from '../../wire/at-once.ts'
import { previewedAtOnce } from '../../wire/graph/users/restoring.ts'

const restoreMany = '/v1.0/directory/deletedItems/guesthouse.restoreMany'
const deleteMany = '/v1.0/users/guesthouse.deleteMany'
const purgeMany = '/v1.0/directory/deletedItems/guesthouse.permanentlyDelete'

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

test('R61, R68: what restoring many would bring back is told of each as of one alone, with what stands against it, and is then so', async () => {
  const w = await world()
  const at = w.fabrikam
  const frank = w.as(w.frank, at)
  const [one, two, high] = [
    await w.member(at, 'One'),
    await w.member(at, 'Two'),
    await w.member(at, 'High'),
  ]
  await w.grant(high, at, 'globalAdministrator')
  const admin = await w.member(at, 'User Administrator')
  await w.grant(admin, at, 'userAdministrator')
  const groupOf = async (displayName: string): Promise<string> => {
    const made = await json(
      await frank.post('/v1.0/groups', {
        displayName,
        mailEnabled: false,
        mailNickname: displayName.toLowerCase(),
        securityEnabled: true,
      }),
      201,
    )
    for (const { userId } of [one, two])
      assert.equal(
        (
          await frank.post(`/v1.0/groups/${made['id']}/members/$ref`, {
            '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${userId}`,
          })
        ).status,
        204,
      )
    return String(made['id'])
  }
  await groupOf('Stays')
  const goes = await groupOf('Goes')
  for (const { userId } of [one, two, high])
    await json(await frank.delete(`/v1.0/users/${userId}`), 204)
  await json(await frank.delete(`/v1.0/groups/${goes}`), 204)

  const previews = '/v1.0/directory/deletedItems/guesthouse.previewRestores'
  const nobody = newId<string>()
  const by = w.as(admin, at)
  const users = [
    one.userId,
    two.upn,
    high.userId,
    admin.userId,
    nobody,
    w.userOf(w.nora, w.northwind),
  ]
  const { value } = await json(await by.post(previews, { users }))
  for (const [place, { userId }] of [one, two, high].entries()) {
    const alone = await json(
      await by.get(`/v1.0/directory/deletedItems/${userId}/guesthouse.restorePreview`),
    )
    const { user, id, ...plan } = value[place] as Json
    const { '@odata.context': _, ...expected } = alone
    assert.deepEqual([user, id, plan], [users[place], userId, expected])
  }
  assert.deepEqual(
    value
      .slice(0, 3)
      .map((preview: Json) => [
        preview['comesBack'].map((link: Json) => link['displayName']),
        preview['cannotComeBack'].map((link: Json) => [link['displayName'], link['reason']]),
        preview['conflicts'].map((conflict: Json) => conflict['code']),
      ]),
    [
      [['Stays'], [['Goes', 'groupDeleted']], []],
      [['Stays'], [['Goes', 'groupDeleted']], []],
      [['Global Administrator'], [], ['targetTooHigh']],
    ],
  )
  assert.deepEqual(
    value.slice(3).map(({ code }: Json) => code),
    ['already', 'Request_ResourceNotFound', 'Request_ResourceNotFound'],
  )
  // As it was told it is done.
  const done = await json(await by.post(restoreMany, { users: users.slice(0, 3) }))
  assert.deepEqual(
    done['value'].map((line: Json) => [line['done'], line['skipped'], line['code']]),
    [
      [true, 1, undefined],
      [true, 1, undefined],
      [false, undefined, 'targetTooHigh'],
    ],
  )
  const tooMany = Array.from({ length: previewedAtOnce + 1 }, () => newId<string>())
  assert.equal((await by.post(previews, { users: tooMany })).status, 400)
})
