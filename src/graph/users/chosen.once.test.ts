/** A list reads what is chosen of a user and nothing else, and says of it what it says of all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { userShape } from './shape.ts'

test('contract §3.2: each property that is chosen alone says the same as with all others, of everybody in a list', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.userOf(w.ada, w.fabrikam)
  await json(
    await frank.post('/v1.0/invitations', {
      invitedUserEmailAddress: 'new@outside.example',
      inviteRedirectUrl: 'https://app.example/',
    }),
    201,
  )
  await frank.post(`/v1.0/users/${ada}/sponsors/$ref`, {
    '@odata.id': `https://x.example/directoryObjects/${w.fiona.userId}`,
  })
  await frank.patch(`/v1.0/users/${ada}`, { department: 'Works', businessPhones: ['1'] })
  const list = async (query: string): Promise<Json[]> =>
    (await json(await frank.get(`/v1.0/users?${query}`)))['value']
  const whole = await list('$select=*')
  assert.ok(whole.length > 3)
  const { names } = userShape
  let told = 0
  for (const name of names) {
    const alone = await list(`$select=${name}`)
    assert.deepEqual(
      alone.map((one) => one[name] ?? null),
      whole.map((one) => one[name] ?? null),
      name,
    )
    if (alone.some((one) => one[name] !== null && one[name] !== undefined)) told++
  }
  assert.ok(told > 25, `${told} properties say something of somebody`)
  const wholeOf = new Map(whole.map((one) => [one['id'], one]))
  const everything = await json(await frank.get(`/v1.0/users/${ada}?$select=*`))
  for (const path of [ada, String(wholeOf.get(ada)?.['userPrincipalName']).replaceAll('#', '%23')])
    for (const name of names) {
      const one = await json(await frank.get(`/v1.0/users/${path}?$select=${name}`))
      assert.deepEqual(one[name] ?? null, everything[name] ?? null, `${path}: ${name}`)
    }
  assert.equal(everything['guesthouse.isWithinReach'], true)
  const expanded = await list('$select=id&$expand=manager,sponsors')
  assert.ok(expanded.some((one) => one['sponsors'].length > 0))
})
