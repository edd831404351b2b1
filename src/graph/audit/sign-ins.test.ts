/** Sign-ins and domains of the directory API. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { eventOf, record } from '../../events/record.ts'
import { newId } from '../../kernel/ids.ts'
import { hourMs } from '../../kernel/time.ts'

const signIns = '/v1.0/auditLogs/signIns'

test('R112, contract §9: sign-ins and refused ones are listed newest first, and found by who, when and what they came to', async () => {
  const w = await world()
  const [ada, bob] = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)]
  await w.as(w.ada, w.fabrikam).get('/v1.0/me')
  w.pass(hourMs)
  const noon = w.now().toISOString()
  await w.as(w.bob, w.fabrikam).get('/v1.0/me')
  const context = {
    now: w.now(),
    actor: { kind: 'system' },
    correlationId: newId(),
    address: null,
  } as const
  await record(
    w.db,
    eventOf(context, {
      tenantId: w.fabrikam.id,
      activity: 'user.signInFailed',
      reason: 'wrongPassword',
      target: { kind: 'user', id: bob },
    }),
  )
  const frank = w.as(w.frank, w.fabrikam)
  const found = async (filter?: string): Promise<Json[]> =>
    (
      await json(
        await frank.get(
          filter === undefined ? signIns : `${signIns}?$filter=${encodeURIComponent(filter)}`,
        ),
      )
    )['value']
  const all = await found()
  const dates = all.map((one) => String(one['createdDateTime']))
  assert.deepEqual(dates, dates.toSorted().toReversed())
  const failed = all.find((one) => one['status']['errorCode'] !== 0)
  assert.deepEqual(
    [failed?.['userId'], failed?.['status'], failed?.['userDisplayName']],
    [
      bob,
      { errorCode: 50_126, failureReason: 'wrongPassword', additionalDetails: null },
      w.bob.name,
    ],
  )
  for (const [filter, holds] of [
    [`userId eq '${ada}'`, (one: Json) => one['userId'] === ada],
    [`status/errorCode eq 0`, (one: Json) => one['status']['errorCode'] === 0],
    [`status/errorCode ne 0`, (one: Json) => one['status']['errorCode'] !== 0],
    [
      `createdDateTime ge ${noon} and userId eq '${bob}'`,
      (one: Json) => one['createdDateTime'] >= noon && one['userId'] === bob,
    ],
    [
      `not (userId eq '${ada}') or createdDateTime lt ${noon}`,
      (one: Json) => one['userId'] !== ada || one['createdDateTime'] < noon,
    ],
  ] as const) {
    const expected = all.filter(holds)
    assert.ok(expected.length > 0, filter)
    assert.deepEqual(await found(filter), expected, filter)
  }
  await w.grant(w.fiona, w.fabrikam, 'groupsAdministrator')
  await refusal(await w.as(w.fiona, w.fabrikam).get(signIns), 403)
})

test('contract §7.7: domains are listed and read by name; one whose people sign in at a provider is federated', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const name = w.fabrikam.domain
  const before = await json(await frank.get(`/v1.0/domains/${name.toUpperCase()}`))
  assert.deepEqual(
    ['id', 'isDefault', 'isVerified', 'authenticationType'].map((one) => before[one]),
    [name, true, true, 'Managed'],
  )
  const { id } = await json(
    await frank.post('/v1.0/identity/identityProviders', {
      displayName: 'Home',
      issuer: `https://login-${w.fabrikam.id}.example`,
      clientId: 'guesthouse',
      domains: [name],
    }),
    201,
  )
  const kind = async () => {
    const [own] = (await json(await frank.get('/v1.0/organization')))['value']
    const told = [
      (await json(await frank.get('/v1.0/domains')))['value'].find(
        (one: Json) => one['id'] === name,
      )?.['authenticationType'],
      own.verifiedDomains.find((one: Json) => one['name'] === name)?.type,
    ]
    assert.equal(told[0], told[1])
    return told[0]
  }
  assert.equal(await kind(), 'Federated')
  await frank.patch(`/v1.0/identity/identityProviders/${id}`, { isEnabled: false })
  assert.equal(await kind(), 'Managed')
  await refusal(await frank.get(`/v1.0/domains/${w.northwind.domain}`), 404)
})
