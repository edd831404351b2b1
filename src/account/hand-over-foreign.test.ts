/** Handing over what somebody owns of an application of another organization. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, type Json } from '../../test/json.ts'
import { shared } from '../../test/many-organizations.ts'
import { world } from '../../test/world.ts'

test('R125: the service principal of an application of another organization goes over with the leave, and nothing of it at its home', async () => {
  const w = await world()
  const { home, there } = await shared(w)
  const nora = w.as(w.nora, w.northwind)
  await w.grant(w.ada, w.northwind, 'userAdministrator')
  const owners = `/v1.0/servicePrincipals/${there.id}/owners`
  const idsOf = async () =>
    ((await json(await nora.get(owners)))['value'] as Json[]).map((one) => one['id'])
  const adas = w.userOf(w.ada, w.northwind)
  const reference = { '@odata.id': `${w.publicUrl}/v1.0/directoryObjects/${adas}` }
  await json(await nora.post(`${owners}/$ref`, reference), 204)
  assert.deepEqual(await idsOf(), [adas])
  const noras = w.userOf(w.nora, w.northwind)
  const address = `/account/organizations/${w.northwind.id}/handOver`
  await json(await w.as(w.ada).post(address, { successorId: noras }))
  assert.deepEqual(await idsOf(), [noras])
  const frank = w.as(w.frank, w.fabrikam)
  for (const path of [
    `/v1.0/applications(appId='${home.appId}')/owners`,
    `/v1.0/servicePrincipals/${home.id}/owners`,
  ])
    assert.deepEqual((await json(await frank.get(path)))['value'], [], path)
})
