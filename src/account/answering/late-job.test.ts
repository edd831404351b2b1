/**
 * The job that keeps end dates is paused or late: pages and acts judge by the day, as the job would
 * (R133), and tell no day that is over as one to come.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world, type Person } from '../../../test/world.ts'
import { keepEndDates } from '../../directory/lifecycle/end-date.ts'
import { dayMs, plus } from '../../kernel/time.ts'

type World = Awaited<ReturnType<typeof world>>

const frank = (w: World) => w.as(w.frank, w.fabrikam)
const address = (w: World, person: Person) => `/v1.0/users/${w.userOf(person, w.fabrikam)}`
const end = async (w: World, person: Person, days: number): Promise<string> => {
  const at = plus(w.now(), days * dayMs).toISOString()
  const sent = { 'guesthouse.endDateTime': at }
  assert.equal((await frank(w).patch(address(w, person), sent)).status, 204)
  return at
}
const isAnsweredByFiona = (w: World, guest: Person) =>
  frank(w).post(`${address(w, guest)}/sponsors/$ref`, {
    '@odata.id': `http://guesthouse.test/v1.0/users/${w.userOf(w.fiona, w.fabrikam)}`,
  })
const mine = async (w: World): Promise<Json> =>
  (await json(await w.as(w.ada).get('/account/organizations')))['value'].find(
    (one: Json) => one['id'] === w.fabrikam.id,
  )
const need = async (w: World): Promise<Json> =>
  json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/attestation`))
const ofAdmin = async (w: World): Promise<Json> =>
  json(await frank(w).get(`${address(w, w.ada)}/guesthouse.lifecycle`))
const theirs = async (w: World): Promise<Json> =>
  (await json(await w.as(w.fiona).get('/account/guests')))['value'][0]
const pageOf = async (w: World, person: Person, path: string): Promise<string> =>
  (await (await w.as(person).get(path)).text()).replaceAll(/\s+/g, ' ')

test('R133: a day that has come is said to have come in the portal, to who answers and to administrators, also while the job is late', async () => {
  const w = await world()
  assert.equal((await isAnsweredByFiona(w, w.ada)).status, 204)
  const at = await end(w, w.ada, 10)
  w.pass(12 * dayMs)
  assert.equal((await mine(w))['state'], 'active', 'the job has not come by')
  const now = w.now().toISOString()
  assert.equal((await mine(w))['endsAt'], at)
  const steps = [
    ['deleted', now],
    ['purged', plus(w.now(), 30 * dayMs).toISOString()],
  ]
  assert.deepEqual(
    (await mine(w))['comes'].map((one: Json) => [one['step'], one['at']]),
    steps,
  )
  assert.deepEqual(
    (await ofAdmin(w))['comes'].map((one: Json) => [one['step'], one['dateTime']]),
    steps,
  )
  for (const path of ['/organizations', `/organizations/${w.fabrikam.id}`]) {
    const page = await pageOf(w, w.ada, path)
    assert.match(page, /Your end date at [^.]*Fabrikam[^.]*has come: your account is removed next/)
    assert.doesNotMatch(page, /your account at [^.]*Fabrikam[^.]* is removed\. For a while/)
  }
  assert.deepEqual([(await need(w))['canAttest'], (await need(w))['reason']], [false, 'over'])
  assert.match(await pageOf(w, w.fiona, '/guests'), /has come: the account is removed next/)
})

test('R133: a day of which nobody was told, as the job was down, is shown as the job will put it off, and can still be moved', async () => {
  const w = await world()
  assert.equal((await isAnsweredByFiona(w, w.ada)).status, 204)
  await end(w, w.ada, 30)
  w.pass(31 * dayMs)
  const putOff = plus(w.now(), 3 * dayMs).toISOString()
  assert.equal((await mine(w))['endsAt'], putOff)
  assert.deepEqual((await mine(w))['comes'][0], {
    step: 'deleted',
    why: 'endDate',
    already: true,
    at: putOff,
  })
  assert.equal((await theirs(w))['endsAt'], putOff)
  assert.equal((await ofAdmin(w))['endDateTime'], putOff)
  assert.match(
    await pageOf(w, w.ada, `/organizations/${w.fabrikam.id}`),
    /your account at [^.]*Fabrikam[^.]* is removed\. For a while/,
  )
  assert.equal((await need(w))['canAttest'], true)
  const attest = w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/attestation`)
  assert.ok((await attest).ok)
  await keepEndDates(w.db, w.now())
  assert.equal((await mine(w))['endsAt'], putOff, 'the job does what the page has said')
  const guest = w.userOf(w.ada, w.fabrikam)
  const keep = `/account/organizations/${w.fabrikam.id}/guests/${guest}/attestation`
  await end(w, w.ada, 30)
  w.pass(31 * dayMs)
  const later = { until: plus(w.now(), 20 * dayMs).toISOString() }
  const moved = await w.as(w.fiona).post(keep, later)
  assert.ok(moved.ok, `${moved.status}`)
})
