import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

test('R104: a manager who is deleted is none, whatever is done there, and is the manager again when they come back', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const boss = await w.member(w.fabrikam, 'Boss')
  const path = `/v1.0/users/${w.fiona.userId}/manager`
  const named = { '@odata.id': `https://any.example/v1.0/users/${boss.userId}` }
  await json(await frank.put(`${path}/$ref`, named), 204)
  await json(await frank.delete(`/v1.0/users/${boss.userId}`), 204)
  const [without, deleted] = [`/v1.0/users/${w.frank.userId}/manager`, path]
  for (const at of [without, deleted]) {
    await refusal(await frank.get(at), 404)
    const { message } = await refusal(await frank.delete(`${at}/$ref`), 404)
    assert.match(message, /'manager' does not exist/)
  }
  await json(await frank.post(`/v1.0/directory/deletedItems/${boss.userId}/restore`))
  assert.equal((await json(await frank.get(path)))['id'], boss.userId)
  await json(await frank.delete(`${path}/$ref`), 204)
})

test('R104: a sponsor who is deleted, a user or a group, is none, whatever is done there, and is one again when it comes back', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const host = await w.member(w.fabrikam, 'Host')
  const group = await json(await frank.post('/v1.0/groups', { displayName: 'Hosts' }), 201)
  const path = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}/sponsors`
  const sponsors = async () =>
    ((await json(await frank.get(path)))['value'] as { id: string }[]).map(({ id }) => id)
  const before = await sponsors()
  for (const [kind, id] of [
    ['users', host.userId],
    ['groups', String(group['id'])],
  ] as const) {
    const named = { '@odata.id': `https://any.example/v1.0/${kind}/${id}` }
    await json(await frank.post(`${path}/$ref`, named), 204)
    await json(await frank.delete(`/v1.0/${kind}/${id}`), 204)
    assert.deepEqual(await sponsors(), before)
    assert.match(
      (await refusal(await frank.delete(`${path}/${id}/$ref`), 404)).message,
      /not exist/,
    )
    await json(await frank.post(`/v1.0/directory/deletedItems/${id}/restore`))
    assert.deepEqual(await sponsors(), [...before, id])
    await json(await frank.delete(`${path}/${id}/$ref`), 204)
    assert.deepEqual(await sponsors(), before)
  }
})
