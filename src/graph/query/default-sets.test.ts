/** What an answer holds where nothing is chosen. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

// Graph's own list, written down here and nowhere else.
const eleven = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
]
const namesIn = (one: Json): string[] =>
  Object.keys(one)
    .filter((name) => !name.startsWith('@'))
    .toSorted()

test('K14, contract §3.2: a user has Graph’s default set wherever one is answered; what else there is, and what is ours, comes to who chooses it', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const fiona = w.fiona.userId
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: 'Crew' }), 201)
  await frank.post(`/v1.0/groups/${id}/members/$ref`, {
    '@odata.id': `https://graph.example/users/${fiona}`,
  })
  const made = { displayName: 'New', userPrincipalName: `new@${w.fabrikam.domain}` }
  const answers = [
    await json(await frank.post('/v1.0/users', made), 201),
    await json(await frank.get(`/v1.0/users/${fiona}`)),
    await json(await frank.get('/v1.0/me')),
  ]
  await w.as(w.ada).leave(w.fabrikam)
  for (const list of [
    'users',
    `groups/${id}/members`,
    'directory/deletedItems/microsoft.graph.user',
  ])
    answers.push((await json(await frank.get(`/v1.0/${list}`)))['value'][0])
  for (const answer of answers) assert.deepEqual(namesIn(answer), eleven)

  const ada = w.userOf(w.ada, w.fabrikam)
  const deleted = await json(await frank.get(`/v1.0/directory/deletedItems/${ada}`))
  assert.deepEqual(namesIn(deleted), [...eleven, 'deletedDateTime'].toSorted())
  const chosen = await json(
    await frank.get(`/v1.0/users/${fiona}?$select=userType,guesthouse.homeDeletedDateTime`),
  )
  assert.deepEqual(namesIn(chosen), ['guesthouse.homeDeletedDateTime', 'userType'])
  const whole = await json(await frank.get(`/v1.0/users/${fiona}?$select=*`))
  assert.ok(namesIn(whole).length > 30)
  assert.match(whole['@odata.context'], /#users\(\*\)\/\$entity$/)
})

test('K14, contract §3.2: other objects have all that Graph has of them, and what is ours only where it is chosen', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const [usual] = (await json(await frank.get('/v1.0/organization')))['value']
  const [whole] = (await json(await frank.get('/v1.0/organization?$select=*')))['value']
  const ours = namesIn(whole).filter((name) => name.startsWith('guesthouse.'))
  assert.ok(ours.length > 0)
  assert.deepEqual([...namesIn(usual), ...ours].toSorted(), namesIn(whole))
  const policy = '/v1.0/policies/authorizationPolicy'
  assert.ok(namesIn(await json(await frank.get(policy))).every((one) => !one.includes('.')))
  assert.ok('guesthouse.domains' in (await json(await frank.get(`${policy}?$select=*`))))
})

test('K14: a property that is chosen again and again is chosen once', async () => {
  const w = await world()
  const again = 'id,ID,'.repeat(1_000)
  const path = `/v1.0/users?$select=${again}displayName&$filter=id eq '${w.fiona.userId}'`
  const { value, '@odata.context': context } = await json(await w.as(w.frank, w.fabrikam).get(path))
  assert.deepEqual(value, [{ id: w.fiona.userId, displayName: w.fiona.name }])
  assert.match(String(context), /#users\(id,displayName\)$/)
})
