/** Of whom an organization keeps because of a hold nobody is told a day (R86, R129). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, signedIn } from '../../../test/desk.ts'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'

const list =
  '/v1.0/directory/deletedItems/microsoft.graph.user?$select=id,guesthouse.permanentDeletionDateTime,guesthouse.daysLeft,guesthouse.hold'

test('R86, R129: who is on hold is permanently deleted on no day, in the list, by itself, among the erasures, in the copy and in the portal; others, and afterwards, are', async () => {
  const w = await world()
  for (const person of [w.ada, w.bob]) await w.as(person).leave(w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  const item = `/v1.0/directory/deletedItems/${ada}`
  const until = new Date(w.now().getTime() + 30 * dayMs).toISOString()
  const dates = async (): Promise<unknown[]> => {
    const listed = (await json(await frank.get(list)))['value'].find(
      (one: Json) => one['id'] === ada,
    )
    const one = await json(
      await frank.get(`${item}?$select=guesthouse.permanentDeletionDateTime,guesthouse.daysLeft`),
    )
    const erasures = await json(await frank.get('/v1.0/guesthouse.erasures'))
    const due = erasures['value'].find((found: Json) => found['id'] === ada)
    const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
    return [
      listed['guesthouse.permanentDeletionDateTime'],
      listed['guesthouse.daysLeft'],
      one['guesthouse.permanentDeletionDateTime'],
      one['guesthouse.daysLeft'],
      due['dueDateTime'],
      copy['receipts'][0]['erasedBy'] === null ? null : 'a day',
    ]
  }
  const known = [until, 30, until, 30, until, 'a day']
  assert.deepEqual(await dates(), known)
  await json(await frank.post(`${item}/guesthouse.hold`, { reason: 'Case 12' }), 204)
  assert.deepEqual(await dates(), [null, null, null, null, null, null])
  const bob = (await json(await frank.get(list)))['value'].find((one: Json) => one['id'] !== ada)
  assert.equal(bob['guesthouse.permanentDeletionDateTime'], until)
  const portal = await pageAt(await signedIn(w, w.ada), '/organizations?show=ended')
  assert.match(portal, /kept because of a hold/)
  assert.doesNotMatch(portal, /Erased by/)
  await json(await frank.post(`${item}/guesthouse.endHold`), 204)
  assert.deepEqual(await dates(), known)
})

test('R54, R86: a hold keeps the data and not the time to restore; whether that is over is told, by the list, by itself and by the words', async () => {
  const w = await world()
  await w.as(w.ada).leave(w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  const item = `/v1.0/directory/deletedItems/${w.userOf(w.ada, w.fabrikam)}`
  await json(await frank.post(`${item}/guesthouse.hold`, { reason: 'Case 12' }), 204)
  const told = async (): Promise<unknown[]> => {
    const [listed] = (await json(await frank.get(`${list},guesthouse.isRestorable`)))['value']
    const one = await json(await frank.get(`${item}?$select=guesthouse.isRestorable`))
    return [listed['guesthouse.isRestorable'], one['guesthouse.isRestorable']]
  }
  assert.deepEqual(await told(), [true, true])
  w.pass(31 * dayMs)
  assert.deepEqual(await told(), [false, false])
  const refused = await json(await frank.post(`${item}/restore`, {}), 409)
  assert.doesNotMatch(refused['error'].message, /has begun|nobody can stop/)
  const preview = await json(await frank.get(`${item}/guesthouse.restorePreview`))
  assert.deepEqual(
    preview['conflicts'].map(({ code }: Json) => code),
    ['restoreWindowClosed'],
  )
  assert.doesNotMatch(preview['conflicts'][0].message, /has begun|nobody can stop/)
})
