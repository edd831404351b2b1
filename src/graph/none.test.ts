/** What hangs behind a list is what it says, whichever way it is asked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'

const eventual = { consistencylevel: 'eventual' }

test('what there is none of is counted as none, and told to nobody who names another organization', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  for (const path of ['/devices', '/me/licenseDetails', `/${w.fabrikam.id}/devices`]) {
    assert.deepEqual((await json(await frank.get(`/v1.0${path}`)))['value'], [], path)
    assert.equal(await (await frank.get(`/v1.0${path}/$count`, eventual)).text(), '0', path)
  }
  for (const path of ['devices', `users/${w.frank.userId}/photo`]) {
    const elsewhere = await frank.get(`/v1.0/${w.northwind.id}/${path}`)
    assert.match((await refusal(elsewhere, 403)).message, /not one of the organization/)
  }
})

test('a number is a number on the way through a list, and my roles are mine behind /me/memberOf', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const { id } = await json(await frank.post('/v1.0/groups', { displayName: 'Welders' }), 201)
  const members = `/v1.0/groups/${id}/members`
  for (const userId of [w.frank.userId, w.fiona.userId])
    await frank.post(`${members}/$ref`, { '@odata.id': `https://x.example/users/${userId}` })
  const first = await json(await frank.get(`${members}?$top=1`))
  const { search } = new URL(String(first['@odata.nextLink']))
  assert.equal(await (await frank.get(`${members}/$count${search}`, eventual)).text(), '2')
  const mine = await json(await frank.get('/v1.0/me/memberOf/microsoft.graph.directoryRole'))
  assert.deepEqual(
    mine['value'].map((one: Json) => one['displayName']),
    ['Global Administrator'],
  )
  const none = await w.as(w.fiona, w.fabrikam).get('/v1.0/me/memberOf/graph.directoryRole')
  assert.deepEqual((await json(none))['value'], [])
})
