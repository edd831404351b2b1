/** Lifecycle policies before they are saved, whom they except, and what they did (R134). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import {
  createPolicy,
  frank,
  idOf,
  inactivity,
  passDays,
  policiesAt,
  rowOf,
} from '../../../test/policies.ts'
import { world, type Person } from '../../../test/world.ts'
import { dayMs } from '../../kernel/time.ts'
import { sql } from '../../store/database.ts'

type World = Awaited<ReturnType<typeof world>>

const signIn = (w: World, person: Person) =>
  w.as(person).post(`/account/organizations/${w.fabrikam.id}/session`)

const simulated = async (w: World, policy: object): Promise<Json> =>
  json(await frank(w).post(`${policiesAt}/guesthouse.simulate`, policy))
const save = (w: World, policy: object) => frank(w).post(`${policiesAt}/guesthouse.save`, policy)

test('R134: what was not simulated like this is not saved, nor what would concern others by now; what is off needs no simulation', async () => {
  const w = await world()
  await signIn(w, w.bob)
  const { seen } = await simulated(w, inactivity)
  await refusal(await save(w, { ...inactivity, seen: 'unseen' }), 409)
  const stricter = { ...inactivity, gracePeriodInDays: 0 }
  assert.equal(
    (await refusal(await save(w, { ...stricter, seen }), 409)).code,
    'simulationOutdated',
  )
  w.pass(70 * dayMs)
  await refusal(await save(w, { ...inactivity, seen }), 409)
  assert.equal((await json(await frank(w).get(policiesAt)))['value'].length, 0)
  const again = (await simulated(w, inactivity))['seen']
  const { id } = await json(await save(w, { ...inactivity, seen: again }))
  const off = { ...inactivity, id, isEnabled: false, seen: 'nothing' }
  assert.equal((await json(await save(w, off)))['id'], id)
  assert.equal((await json(await frank(w).get(`${policiesAt}/${id}`)))['isEnabled'], false)
  await refusal(await save(w, { ...inactivity, id: idOf(w, w.ada), seen: again }), 404)
})

test('R134: who is excepted does not fall under a policy; it says what it did by day, and when it last ran', async () => {
  const w = await world()
  const { id: group } = await json(await frank(w).post('/v1.0/groups', { displayName: 'VIP' }), 201)
  const member = { '@odata.id': `http://guesthouse.test/v1.0/directoryObjects/${idOf(w, w.ada)}` }
  assert.equal((await frank(w).post(`/v1.0/groups/${group}/members/$ref`, member)).status, 204)
  const excepting = { 'guesthouse.exceptGroupId': group, gracePeriodInDays: 0 }
  const { id } = await createPolicy(w, excepting)
  w.pass(100 * dayMs)
  const { value } = await simulated(w, { ...inactivity, ...excepting, id })
  assert.deepEqual(
    value.map((one: Json) => one['id']),
    [idOf(w, w.bob)],
  )
  await passDays(w, 0)
  await passDays(w, 0)
  assert.deepEqual(
    [(await rowOf(w, w.ada))['state'], (await rowOf(w, w.bob))['state']],
    ['active', 'disabled'],
  )
  const day = w.now().toISOString().slice(0, 10)
  assert.deepEqual(
    (await json(await frank(w).get(`${policiesAt}/${id}/guesthouse.results`)))['value'],
    [{ day, told: 1, disabled: 1, deleted: 0 }],
  )
  assert.equal(
    (await json(await frank(w).get(`${policiesAt}/${id}`)))['guesthouse.lastRunDateTime'],
    w.now().toISOString(),
  )
  assert.match(
    (
      await refusal(
        await frank(w).post(policiesAt, {
          ...inactivity,
          'guesthouse.exceptGroupId': idOf(w, w.ada),
        }),
        400,
      )
    ).message,
    /no such group/,
  )
  const about = `$filter=targetResources/any(t:t/id eq '${id}')`
  const log = await json(await frank(w).get(`/v1.0/auditLogs/directoryAudits?${about}`))
  assert.deepEqual(
    log['value'].map((one: Json) => one['resultReason']),
    ['policyCreated'],
  )
})

test('R134: what a simulation names comes in pages by name, and none twice', async () => {
  const w = await world()
  const added = 120
  await sql`
    insert into users
    select made.*
    from users u cross join generate_series(1, ${added}) n
    cross join lateral jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'person_id', null, 'user_type', 'Guest',
      'user_principal_name', 'many' || n || '@x.example', 'name_key', 'many' || n || '@x.example', 'sort_name', 'many ' || n % 7)) made
    where u.tenant_id = ${w.fabrikam.id} and u.id = ${w.userOf(w.fiona, w.fabrikam)}`.execute(w.db)
  w.pass(100 * dayMs)
  const ids: string[] = []
  let after: string | undefined
  let pages = 0
  do {
    const page = await simulated(w, { ...inactivity, ...(after === undefined ? {} : { after }) })
    if (after === undefined) assert.equal(page['counts']['told'], added + 2)
    ids.push(...page['value'].map((one: Json) => String(one['id'])))
    after = page['next'] ?? undefined
    pages++
  } while (after !== undefined)
  assert.deepEqual([pages, ids.length, new Set(ids).size], [3, added + 2, added + 2])
})
