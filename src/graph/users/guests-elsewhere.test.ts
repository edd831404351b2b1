/** What the home of a guest sees and is told, as far as everybody concerned agreed (R141). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world, type Organization, type Person } from '../../../test/world.ts'

type World = Awaited<ReturnType<typeof world>>

const carol = (w: World) => w.as(w.carol, w.contoso)
const frank = (w: World) => w.as(w.frank, w.fabrikam)
const policy = '/v1.0/policies/externalIdentitiesPolicy'
const naming = async (w: World, names: boolean): Promise<void> => {
  const sent = { 'guesthouse.namesGuestsToHomes': names }
  assert.equal((await frank(w).patch(policy, sent)).status, 204)
}
const consentAt = (organization: Organization) =>
  `/account/organizations/${organization.id}/shown-at-home`
const agree = async (w: World, person: Person, method = 'PUT'): Promise<void> => {
  assert.equal((await w.as(person).request(method, consentAt(w.fabrikam))).status, 204)
}
const register = async (w: World, query = ''): Promise<Json[]> =>
  (await json(await carol(w).get(`/v1.0/guesthouse.guestsElsewhere${query}`)))['value']
const seen = async (w: World) =>
  (await register(w)).map((one) => [one['userDisplayName'], one['organizationDisplayName']])
const ofUser = async (w: World, person: Person): Promise<Json[]> =>
  (await json(await carol(w).get(`/v1.0/users/${person.userId}/guesthouse.guestsElsewhere`)))[
    'value'
  ]
/** What the home's log says of guests elsewhere: what happened, to whom, where, by whom. */
const log = async (w: World) => {
  const { value } = await json(await carol(w).get('/v1.0/auditLogs/directoryAudits?$top=200'))
  return value
    .filter((one: Json) => /other organization|elsewhere/.test(String(one['activityDisplayName'])))
    .map((one: Json) => one['activityDisplayName'])
    .toReversed()
}
const disable = async (w: World, person: Person, accountEnabled: boolean): Promise<void> => {
  const at = `/v1.0/users/${w.userOf(person, w.fabrikam)}`
  assert.equal((await frank(w).patch(at, { accountEnabled })).status, 204)
}

test('R141: the home sees a guest only where the organization names its guests and the guest agreed, and no longer than both do', async () => {
  const w = await world()
  const asked = await w.as(w.ada).request('PUT', consentAt(w.fabrikam))
  assert.equal((await refusal(asked, 409)).code, 'noLongerPossible', 'nothing to agree to yet')
  assert.deepEqual(await seen(w), [], 'nobody agreed')
  await naming(w, true)
  assert.deepEqual(await seen(w), [], 'the organization alone does not say who its guests are')
  await agree(w, w.ada)
  await agree(w, w.ada)
  assert.deepEqual(await seen(w), [['Ada Lovelace', 'Fabrikam']], 'and not Bob, and not Northwind')
  const [one] = await ofUser(w, w.ada)
  assert.deepEqual(
    [one?.['id'], one?.['userId'], one?.['organizationId'], one?.['accountEnabled']],
    [w.userOf(w.ada, w.fabrikam), w.ada.userId, w.fabrikam.id, true],
  )
  assert.deepEqual(await ofUser(w, w.bob), [])
  for (const [who, where] of [
    [w.frank, w.fabrikam],
    [w.nora, w.northwind],
  ] as const) {
    const theirs = await json(await w.as(who, where).get('/v1.0/guesthouse.guestsElsewhere'))
    assert.deepEqual(theirs['value'], [], 'it is the home that sees it, and nobody else')
  }
  await naming(w, false)
  assert.deepEqual(await seen(w), [], 'the organization takes it back')
  await naming(w, true)
  await agree(w, w.ada, 'DELETE')
  assert.deepEqual(await seen(w), [], 'the guest takes it back')
})

test('R141: the register comes in pages, each once; and who has no role does not see it', async () => {
  const w = await world()
  await naming(w, true)
  await agree(w, w.ada)
  w.pass(1_000)
  await agree(w, w.bob)
  const first = await json(await carol(w).get('/v1.0/guesthouse.guestsElsewhere?$top=1'))
  const next = new URL(String(first['@odata.nextLink']))
  const second = await json(await carol(w).get(next.pathname + next.search))
  assert.deepEqual(
    [...first['value'], ...second['value']].map((one: Json) => one['userId']),
    [w.ada.userId, w.bob.userId],
  )
  assert.equal(second['@odata.nextLink'], undefined)
  await refusal(await w.as(w.ada, w.contoso).get('/v1.0/guesthouse.guestsElsewhere'), 403)
})

test('R141, complaint O: disabling, enabling, removing and leaving elsewhere stand in the log at home, where that was agreed, and name nobody there', async () => {
  const w = await world()
  await naming(w, true)
  await disable(w, w.bob, false)
  await disable(w, w.bob, true)
  assert.deepEqual(await log(w), [], 'nothing before they agreed')
  await agree(w, w.ada)
  await agree(w, w.bob)
  for (const enabled of [false, true]) {
    w.pass(1_000)
    await disable(w, w.bob, enabled)
  }
  w.pass(1_000)
  assert.equal((await frank(w).delete(`/v1.0/users/${w.userOf(w.bob, w.fabrikam)}`)).status, 204)
  w.pass(1_000)
  const leaving = await w.as(w.ada).post(`/account/organizations/${w.fabrikam.id}/leave`)
  assert.equal(leaving.status, 200)
  assert.deepEqual(await log(w), [
    'Account as guest elsewhere disabled',
    'Account as guest elsewhere enabled',
    'Removed from other organization as guest',
    'Left other organization as guest',
  ])
  const { value } = await json(await carol(w).get('/v1.0/auditLogs/directoryAudits?$top=200'))
  const removed = value.find((one: Json) =>
    String(one['activityDisplayName']).startsWith('Removed from'),
  )
  assert.deepEqual(
    removed['targetResources'].map(({ id }: Json) => id),
    [w.bob.userId, w.fabrikam.id],
  )
  assert.equal(JSON.stringify(value).includes(w.frank.userId), false, 'nobody there is named')
  assert.equal(JSON.stringify(value).includes(w.userOf(w.bob, w.fabrikam)), false)
  assert.deepEqual(await seen(w), [])
  const elsewhere = await json(
    await w.as(w.nora, w.northwind).get('/v1.0/auditLogs/directoryAudits'),
  )
  assert.equal(/elsewhere|other organization/.test(JSON.stringify(elsewhere)), false)
})

test('R141: who leaves or is disabled without having agreed leaves no trace at home, nor where the organization no longer tells', async () => {
  const w = await world()
  await naming(w, true)
  await agree(w, w.ada)
  await naming(w, false)
  await disable(w, w.ada, false)
  await disable(w, w.ada, true)
  for (const person of [w.ada, w.bob])
    assert.equal(
      (await w.as(person).post(`/account/organizations/${w.fabrikam.id}/leave`)).status,
      200,
    )
  assert.deepEqual(await log(w), [])
})

test('R141: that an account is disabled at home is told where home, organization and guest agreed, and only to roles there', async () => {
  const w = await world()
  const at = `/v1.0/users/${w.userOf(w.ada, w.fabrikam)}?$select=id,guesthouse.homeAccountEnabled`
  const told = async () => (await json(await frank(w).get(at)))['guesthouse.homeAccountEnabled']
  const telling = (tells: boolean) =>
    carol(w).patch(policy, { 'guesthouse.tellsOfDisabling': tells })
  assert.equal(await told(), null)
  await naming(w, true)
  await agree(w, w.ada)
  assert.equal(await told(), null, 'the home has not agreed')
  assert.equal((await telling(true)).status, 204)
  assert.equal(await told(), true)
  const ada = `/v1.0/users/${w.ada.userId}`
  assert.equal((await carol(w).patch(ada, { accountEnabled: false })).status, 204)
  assert.equal(await told(), false)
  await refusal(await w.as(w.fiona, w.fabrikam).get(at), 403)
  assert.equal((await telling(false)).status, 204)
  assert.equal(await told(), null)
})

test('R141: what was agreed is in the copy of my data and on my list, and goes with the guest', async () => {
  const w = await world()
  await naming(w, true)
  await agree(w, w.ada)
  const rows: Json[] = (await json(await w.as(w.ada).get('/account/organizations')))['value']
  const of = (name: string) => rows.find((one) => one['displayName'] === name)?.['shownAtHome']
  assert.deepEqual([of('Fabrikam'), of('Northwind'), of('Contoso')], [true, null, null])
  const copy = await json(await w.as(w.ada).get(`/account/organizations/${w.fabrikam.id}/data`))
  assert.equal(JSON.stringify(copy).includes('agreedAt'), true)
})

/** What the log of Fabrikam says of the accounts at home of its guests: what, about whom. */
const told = async (w: World) => {
  const { value } = await json(await frank(w).get('/v1.0/auditLogs/directoryAudits?$top=200'))
  const ofHomes: Json[] = value.filter((one: Json) =>
    String(one['activityDisplayName']).startsWith('Home account of guest'),
  )
  return ofHomes
    .map((one) => [
      one['activityDisplayName'],
      ...one['targetResources'].map(({ id }: Json) => id),
      one['initiatedBy'].user,
    ])
    .toReversed()
}

const atHome = async (w: World, person: Person) => {
  const asked = '$select=guesthouse.homeAccountEnabled,guesthouse.homeDisabledDateTime'
  const { 'guesthouse.homeAccountEnabled': enabled, 'guesthouse.homeDisabledDateTime': since } =
    await json(await frank(w).get(`/v1.0/users/${w.userOf(person, w.fabrikam)}?${asked}`))
  return [enabled, since]
}

const endAndBring = async (w: World, person: Person): Promise<void> => {
  const at = `/v1.0/users/${person.userId}`
  for (const accountEnabled of [false, true]) {
    assert.equal((await carol(w).patch(at, { accountEnabled })).status, 204)
    w.pass(1_000)
  }
  assert.equal((await carol(w).delete(at)).status, 204)
  w.pass(1_000)
  const item = `/v1.0/directory/deletedItems/${person.userId}`
  assert.equal((await carol(w).post(`${item}/restore`)).status, 200)
  w.pass(1_000)
}

test('R141: who is disabled, enabled, deleted or restored at home is told where they are a guest, where home, organization and guest agreed, and names nobody at home', async () => {
  const w = await world()
  await naming(w, true)
  await agree(w, w.ada)
  await endAndBring(w, w.ada)
  assert.deepEqual(await told(w), [], 'the home has not agreed')
  const telling = { 'guesthouse.tellsOfDisabling': true }
  assert.equal((await carol(w).patch(policy, telling)).status, 204)
  await endAndBring(w, w.ada)
  await endAndBring(w, w.bob)
  for (const enabled of [false, true]) await disable(w, w.ada, enabled)
  const guest = w.userOf(w.ada, w.fabrikam)
  assert.deepEqual(
    await told(w),
    [
      'Home account of guest disabled',
      'Home account of guest enabled',
      'Home account of guest deleted, can be restored',
      'Home account of guest restored',
    ].map((what) => [what, guest, w.contoso.id, null]),
    'and nothing of Bob, who has not agreed',
  )
  const { value } = await json(
    await w.as(w.nora, w.northwind).get('/v1.0/auditLogs/directoryAudits'),
  )
  assert.equal(JSON.stringify(value).includes('Home account of guest'), false, 'nor elsewhere')
})

test('R141: since when an account is disabled or deleted at home is shown on the guest, and no longer than it is so', async () => {
  const w = await world()
  await naming(w, true)
  await agree(w, w.ada)
  const telling = { 'guesthouse.tellsOfDisabling': true }
  assert.equal((await carol(w).patch(policy, telling)).status, 204)
  assert.deepEqual(await atHome(w, w.ada), [true, null])
  const at = `/v1.0/users/${w.ada.userId}`
  w.pass(1_000)
  const disabled = w.now().toISOString()
  assert.equal((await carol(w).patch(at, { accountEnabled: false })).status, 204)
  w.pass(1_000)
  assert.deepEqual(await atHome(w, w.ada), [false, disabled])
  assert.equal((await carol(w).patch(at, { accountEnabled: true })).status, 204)
  assert.deepEqual(await atHome(w, w.ada), [true, null])
  w.pass(1_000)
  const deleted = w.now().toISOString()
  assert.equal((await carol(w).delete(at)).status, 204)
  assert.deepEqual(await atHome(w, w.ada), [false, deleted])
  assert.deepEqual(await atHome(w, w.bob), [null, null])
  await naming(w, false)
  assert.deepEqual(await atHome(w, w.ada), [null, null])
})

test('R141: a guest who is restored elsewhere stands in the log at home, where that was agreed', async () => {
  const w = await world()
  await naming(w, true)
  await agree(w, w.ada)
  for (const person of [w.ada, w.bob]) {
    const id = w.userOf(person, w.fabrikam)
    assert.equal((await frank(w).delete(`/v1.0/users/${id}`)).status, 204)
    w.pass(1_000)
    const restored = await frank(w).post(`/v1.0/directory/deletedItems/${id}/restore`)
    assert.equal(restored.status, 200)
  }
  assert.deepEqual(await log(w), [
    'Removed from other organization as guest',
    'Restored in other organization as guest',
  ])
})

test('R141: the register is for administrators of users and who reads everything, not for everybody who reads users', async () => {
  const w = await world()
  const reader = await w.member(w.contoso, 'Rita Reader')
  const paths = [
    '/v1.0/guesthouse.guestsElsewhere',
    `/v1.0/users/${w.ada.userId}/guesthouse.guestsElsewhere`,
  ]
  await w.grant(reader, w.contoso, 'directoryReaders')
  for (const path of paths) await refusal(await w.as(reader, w.contoso).get(path), 403)
  await w.grant(reader, w.contoso, 'userAdministrator')
  for (const path of paths) assert.equal((await w.as(reader, w.contoso).get(path)).status, 200)
})
