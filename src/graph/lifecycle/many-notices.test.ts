/** Notices to more people than one statement has parameters for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepLifecycle } from '../../directory/lifecycle/run.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { rows, sql } from '../../store/database.ts'
import { createPolicy, frank } from '../../../test/policies.ts'
import { json } from '../../../test/json.ts'
import { newStore } from '../../../test/store.ts'
import { world, type Person } from '../../../test/world.ts'

const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => `${name} ${n}`)
const refTo = (id: string) => ({
  '@odata.id': `http://guesthouse.test/v1.0/directoryObjects/${id}`,
})
const first = (people: readonly Person[]): Person => {
  const [one] = people
  assert.ok(one)
  return one
}

test('R133, R134: sixty guests with eighty people who answer for each are told of, and nobody elsewhere waits for that', async (t) => {
  // So many mails would stand before those that other tests look for.
  const own = await newStore()
  t.after(() => own.close())
  const w = await world(undefined, { db: own.db })
  const owners = []
  for (const name of many(80, 'Owner')) owners.push(await w.member(w.fabrikam, name))
  const named = {
    displayName: 'Hosts',
    mailNickname: 'hosts',
    mailEnabled: false,
    securityEnabled: true,
  }
  const { id: group } = await json(await frank(w).post('/v1.0/groups', named), 201)
  for (const owner of owners)
    await json(await frank(w).post(`/v1.0/groups/${group}/owners/$ref`, refTo(owner.userId)), 204)
  const at = plus(w.now(), 41 * dayMs).toISOString()
  const guests = []
  for (const name of many(60, 'Guest')) {
    const guest = await w.member(w.contoso, name)
    const path = `/v1.0/users/${await w.guest(guest, w.fabrikam)}`
    await json(await frank(w).patch(path, { 'guesthouse.endDateTime': at }), 204)
    await json(await frank(w).post(`${path}/sponsors/$ref`, refTo(group)), 204)
    guests.push(guest)
  }
  const later = { 'guesthouse.endDateTime': plus(w.now(), 42 * dayMs).toISOString() }
  const ada = `/v1.0/users/${w.userOf(w.ada, w.northwind)}`
  await json(await w.as(w.nora, w.northwind).patch(ada, later), 204)

  w.pass(30 * dayMs)
  await keepLifecycle(w.db, w.now())
  const told = async (person: Person) =>
    (await rows(w.db, sql`select 1 from mails where recipient = ${person.upn}`)).length
  assert.equal(await told(w.ada), 1, 'elsewhere')
  assert.deepEqual([await told(first(guests)), await told(first(owners))], [1, 60])
  const toOwners = await rows(
    w.db,
    sql`select 1 from mails where recipient = any(${owners.map(({ upn }) => upn)}::text[])`,
  )
  assert.equal(toOwners.length, 80 * 60, 'each of them, of each guest')

  await createPolicy(w, { 'guesthouse.inactiveDays': 30 })
  w.pass(dayMs)
  await keepLifecycle(w.db, w.now())
  assert.deepEqual([await told(first(guests)), await told(first(owners))], [2, 120], 'a policy')
  assert.equal(await told(w.bob), 1)
})
