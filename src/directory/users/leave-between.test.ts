/** Somebody is brought back between the two readings of who leaves. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { interrupted } from '../../../test/interrupted.ts'
import { json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

test('K18: who is brought back while they leave is there, and leaves; nobody is told that they are nowhere', async () => {
  const { db, once, isOver } = interrupted()
  const w = await world(undefined, { db })
  const ada = w.userOf(w.ada, w.fabrikam)
  const frank = w.as(w.frank, w.fabrikam)
  await json(await frank.delete(`/v1.0/users/${ada}`), 204)
  const facts = /from live_users u\b.* u\.person_id = \S+ and u\.tenant_id = any/s
  const restore = () => frank.post(`/v1.0/directory/deletedItems/${ada}/restore`)
  // Of many at once it is read first, and then of the one.
  once(facts, async () => once(facts, restore))
  const answer = await w.as(w.ada).leave(w.fabrikam)
  assert.ok(isOver(), 'they were brought back in between')
  assert.equal(answer.status, 200)
  assert.equal((await frank.get(`/v1.0/users/${ada}`)).status, 404)
  // Who is nowhere is told so.
  assert.equal((await w.as(w.bob).leave(w.northwind)).status, 404)
})
