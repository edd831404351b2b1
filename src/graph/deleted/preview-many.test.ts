/** What restoring many would bring back, told of each before it is done. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { previewedAtOnce } from '../../wire/graph/users/previewing.ts'

const restoreMany = '/v1.0/directory/deletedItems/guesthouse.restoreMany'

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
