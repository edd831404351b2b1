import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { dayMs } from '../kernel/time.ts'

const policy = '/v1.0/policies/externalIdentitiesPolicy'

test('R22, R23, R24: leaving is allowed by default, and forbidden only with a privacy contact, which guests are then shown', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  assert.equal((await json(await frank.get(policy)))['allowExternalIdentitiesToLeave'], true)
  const path = `/v1.0/organization/${w.fabrikam.id}`
  assert.equal((await frank.patch(path, { privacyProfile: { contactEmail: null } })).status, 204)
  assert.match(
    (await refusal(await frank.patch(policy, { allowExternalIdentitiesToLeave: false }), 400))
      .message,
    /privacy contact/,
  )
  assert.equal(
    (
      await frank.patch(path, {
        privacyProfile: {
          contactEmail: 'dpo@fabrikam.example',
          statementUrl: 'https://fabrikam.example/privacy',
        },
      })
    ).status,
    204,
  )
  assert.equal((await frank.patch(policy, { allowExternalIdentitiesToLeave: false })).status, 204)
  assert.match(
    (await refusal(await frank.patch(path, { privacyProfile: null }), 400)).message,
    /privacy contact/,
  )
  const { error } = await json(await w.as(w.ada).leave(w.fabrikam), 409)
  assert.deepEqual(
    error['blockers'].map((blocker: Json) => [String(blocker['code']), { ...blocker['contact'] }]),
    [
      [
        'leavingNotAllowed',
        { email: 'dpo@fabrikam.example', statementUrl: 'https://fabrikam.example/privacy' },
      ],
    ],
  )
})

test('R55: the retention period is 30 days, can be set between 7 and 90, and counts for later deletions only', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const path = `/v1.0/organization/${w.fabrikam.id}`
  const windowOf = async (person: typeof w.ada) => {
    const departure = await json(await w.as(person).leave(w.fabrikam))
    return (new Date(String(departure['restorableUntil'])).getTime() - w.now().getTime()) / dayMs
  }
  for (const days of [6, 91, 30.5])
    assert.equal((await frank.patch(path, { 'guesthouse.deletedRetentionDays': days })).status, 400)
  assert.equal(await windowOf(w.ada), 30)
  assert.equal((await frank.patch(path, { 'guesthouse.deletedRetentionDays': 7 })).status, 204)
  assert.equal(await windowOf(w.bob), 7)
  const deleted = await json(
    await frank.get(
      '/v1.0/directory/deletedItems/microsoft.graph.user?$orderby=displayName&$select=*',
    ),
  )
  assert.deepEqual(
    deleted['value'].map((one: Json) => Number(one['guesthouse.daysLeft'])),
    [30, 7],
  )
})

test('the organization tells its name, domains and contacts, and another one is not found', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [organization] = (await json(await frank.get('/v1.0/organization?$select=*')))['value']
  assert.equal(organization?.['displayName'], 'Fabrikam')
  assert.deepEqual(
    organization?.['verifiedDomains'].map((domain: Json) => domain['name']),
    [w.fabrikam.domain],
  )
  assert.equal(
    (await frank.patch(`/v1.0/organization/${w.northwind.id}`, { displayName: 'Mine' })).status,
    404,
  )
  assert.equal(
    (
      await frank.patch(`/v1.0/organization/${w.fabrikam.id}`, {
        technicalNotificationMails: ['it@fabrikam.example'],
      })
    ).status,
    204,
  )
  for (const body of [
    { displayName: '' },
    { technicalNotificationMails: ['no address'] },
    { privacyProfile: { statementUrl: 'javascript:1' } },
    { state: 'closed' },
    { preferredLanguage: 'de/AT' },
    { preferredLanguage: 'a'.repeat(36) },
  ])
    await refusal(await frank.patch(`/v1.0/organization/${w.fabrikam.id}`, body), 400)
})

test('R128: an organization’s own language is kept as it was written, and taken back', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const path = `/v1.0/organization/${w.fabrikam.id}`
  const language = async () =>
    (await json(await frank.get('/v1.0/organization')))['value'][0]['preferredLanguage']
  assert.equal(await language(), null)
  for (const wanted of ['de-AT', null]) {
    assert.equal((await frank.patch(path, { preferredLanguage: wanted })).status, 204)
    assert.equal(await language(), wanted)
  }
  await refusal(await w.as(w.ada, w.fabrikam).patch(path, { preferredLanguage: 'fr' }), 403)
})
