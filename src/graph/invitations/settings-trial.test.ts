/** Settings of collaboration are tried before they are saved: what is foretold is what happens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

const at = '/v1.0/policies/guesthouse.simulate'
const leavingOff = { allowExternalIdentitiesToLeave: false }

const countsOf = ({ counts }: Json): Record<string, number> =>
  Object.fromEntries(counts.map(({ effect, count }: Json) => [effect, count]))
const idsOf = ({ value }: Json): string[] => value.map(({ id }: Json) => String(id)).toSorted()

test('U16: taking leaving away is foretold for exactly those who then cannot leave any more', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const bob = w.userOf(w.bob, w.fabrikam)
  await frank.patch(`/v1.0/users/${bob}`, { accountEnabled: false })
  const invitation = {
    invitedUserEmailAddress: 'new@outside.example',
    inviteRedirectUrl: 'https://app.example/',
  }
  await json(await frank.post('/v1.0/invitations', invitation), 201)

  const trial = await json(await frank.post(at, leavingOff))
  assert.deepEqual(countsOf(trial), { leavingTaken: 1, keptAnyway: 1 })
  const taken = await json(await frank.post(at, { ...leavingOff, effect: 'leavingTaken' }))
  assert.deepEqual(idsOf(taken), [w.userOf(w.ada, w.fabrikam)])
  assert.equal(taken['next'], null)

  const saved = await frank.patch('/v1.0/policies/externalIdentitiesPolicy', leavingOff)
  assert.equal(saved.status, 204)
  const refused = await (await w.as(w.ada).leave(w.fabrikam)).json()
  assert.match(JSON.stringify(refused), /leavingNotAllowed/, 'as foretold')
  assert.deepEqual(countsOf(await json(await frank.post(at, leavingOff))), {}, 'nothing is new')
  const back = await json(await frank.post(at, { allowExternalIdentitiesToLeave: true }))
  assert.deepEqual(countsOf(back), { leavingGiven: 1 })
})

test('U16, R96: a list of domains is foretold by its domains, guests who stay and invitations that fail', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const invitation = {
    invitedUserEmailAddress: `carl@eu.${w.contoso.domain}`,
    inviteRedirectUrl: 'https://app.example/',
  }
  const made = await json(await frank.post('/v1.0/invitations', invitation), 201)
  const list = {
    'guesthouse.domainRule': 'block',
    'guesthouse.domains': [w.contoso.domain.toUpperCase()],
  }
  const trial = await json(await frank.post(at, list))
  assert.deepEqual(countsOf(trial), { invitationRefused: 1, domainRefused: 2 })
  assert.deepEqual(
    trial['counts'].map(({ effect }: Json) => effect),
    ['invitationRefused', 'domainRefused'],
    'in the order of the wire',
  )
  assert.deepEqual(trial['domains'], [
    { domain: w.contoso.domain, guests: 2, invitations: 0 },
    { domain: `eu.${w.contoso.domain}`, guests: 0, invitations: 1 },
  ])
  const waiting = await json(await frank.post(at, { ...list, effect: 'invitationRefused' }))
  assert.deepEqual(idsOf(waiting), [made['invitedUser'].id])
  const before = await json(
    await frank.get('/v1.0/policies/authorizationPolicy?$select=guesthouse.domainRule'),
  )
  assert.equal(before['guesthouse.domainRule'], 'none', 'nothing is saved')
  const wrong = await frank.post(at, { ...list, 'guesthouse.domains': ['no domain'] })
  assert.equal(wrong.status, 400)
})

test('U16, R94, R102: who sees less and who may no longer invite, and nobody of another organization', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const restricted = { guestUserRoleId: '2af84b1e-32c8-42b7-82bc-daa82404023b' }
  const guests = [w.userOf(w.ada, w.fabrikam), w.userOf(w.bob, w.fabrikam)].toSorted()
  const trial = await json(await frank.post(at, restricted))
  assert.deepEqual([countsOf(trial), idsOf(trial)], [{ seesLess: 2 }, guests])
  const nobody = await json(await frank.post(at, { allowInvitesFrom: 'none' }))
  const users = await json(await frank.get('/v1.0/users'))
  const everybody = users['value'].map(({ id }: Json) => String(id)).toSorted()
  assert.deepEqual(idsOf(nobody), everybody)
  assert.deepEqual(countsOf(nobody), { invitingTaken: everybody.length })
  const later = await json(await frank.post(at, { allowInvitesFrom: 'none', after: everybody[0] }))
  assert.deepEqual(idsOf(later), everybody.slice(1))
})
