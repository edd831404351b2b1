/** Many users at once: disabled, enabled, sponsored, held, each with a result of its own. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'

/** User, whether it is so now, and why not. */
const short = (lines: readonly Json[]) =>
  lines.map(({ user, done, code }) => [user, done, ...(code === undefined ? [] : [code])])

test('R68: many users are disabled, enabled, sponsored and held in one request, and each has a result', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob, own] = [w.ada, w.bob, w.frank].map((one) => w.userOf(one, w.fabrikam))
  const nobody = newId()
  const act = async (path: string, body: object): Promise<Json[]> => {
    const answer: Json = await json(await frank.post(`/v1.0/${path}`, body))
    return answer['value']
  }
  const enabled = async (id: string | undefined) =>
    (await json(await frank.get(`/v1.0/users/${id}?$select=accountEnabled`)))['accountEnabled']

  const disabled = await act('users/guesthouse.disableMany', {
    users: [ada, bob, own, nobody, ada],
  })
  assert.deepEqual(short(disabled), [
    [ada, true],
    [bob, true],
    [own, false, 'yourself'],
    [nobody, false, 'Request_ResourceNotFound'],
  ])
  assert.equal(await enabled(ada), false)
  assert.equal(await enabled(own), true)
  const again = await act('users/guesthouse.enableMany', { users: [ada, bob] })
  assert.deepEqual(short(again), [
    [ada, true],
    [bob, true],
  ])
  assert.equal(await enabled(bob), true)

  const body = { users: [ada, own], sponsor: own }
  const sponsored = await act('users/guesthouse.sponsorMany', body)
  assert.deepEqual(short(sponsored), [
    [ada, true],
    [own, false, 'linkedToSelf'],
  ])
  assert.deepEqual(short(await act('users/guesthouse.sponsorMany', body))[0], [
    ada,
    true,
    'already',
  ])

  await w.as(w.ada).leave(w.fabrikam)
  const held = { users: [ada, bob], reason: 'An audit' }
  assert.deepEqual(short(await act('directory/deletedItems/guesthouse.holdMany', held)), [
    [ada, true],
    [bob, false, 'Request_ResourceNotFound'],
  ])
  assert.deepEqual(short(await act('directory/deletedItems/guesthouse.holdMany', held))[0], [
    ada,
    true,
    'already',
  ])
  const released = await act('directory/deletedItems/guesthouse.endHoldMany', { users: [ada, bob] })
  assert.deepEqual(short(released), [
    [ada, true],
    [bob, false, 'Request_ResourceNotFound'],
  ])
  const ended = await act('directory/deletedItems/guesthouse.endHoldMany', { users: [ada] })
  assert.deepEqual(short(ended), [[ada, true, 'already']])
  // More than a hundred are refused, and who may not is refused.
  const many = { users: Array.from({ length: 101 }, () => newId()) }
  assert.equal((await frank.post('/v1.0/users/guesthouse.disableMany', many)).status, 400)
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal(
    (await fiona.post('/v1.0/users/guesthouse.disableMany', { users: [bob] })).status,
    403,
  )
})

/** Who would not be deleted, and why. */
const refused = ({ refused: lines }: Json) => lines.map((one: Json) => [one['user'], one['code']])

test('R42, R49, R68: what deleting many would come to is told before, by the rules of the act, and changes nothing', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [ada, bob, own, fiona] = [w.ada, w.bob, w.frank, w.fiona].map((one) =>
    w.userOf(one, w.fabrikam),
  )
  const users = [ada, bob, fiona, own, newId()]
  const foresee = async (as: typeof frank, names: readonly unknown[]): Promise<Json> =>
    json(await as.post('/v1.0/users/guesthouse.foreseeDeletion', { users: names }))
  const before = await foresee(frank, users)
  assert.deepEqual([before['deletable'], before['withRoles'], before['already']], [3, 0, 0])
  assert.deepEqual(refused(before), [
    [own, 'yourself'],
    [users[4], 'Request_ResourceNotFound'],
  ])
  // Fiona may delete, and not whom stands above her: nor is the last administrator ever deleted.
  await w.grant(w.fiona, w.fabrikam, 'userAdministrator')
  assert.deepEqual(refused(await foresee(w.as(w.fiona, w.fabrikam), [own])), [
    [own, 'targetTooHigh'],
  ])
  assert.equal((await foresee(frank, users))['withRoles'], 1)
  // As it was foreseen it is done.
  const { value } = await json(await frank.post('/v1.0/users/guesthouse.deleteMany', { users }))
  assert.deepEqual(
    value.filter((one: Json) => !one['done']).map((one: Json) => [one['user'], one['code']]),
    refused(before),
  )
  const after = await foresee(frank, users)
  assert.deepEqual([after['deletable'], after['already']], [0, 3])
})
