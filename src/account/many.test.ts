/** What is done with many organizations: leaving them at once, and hiding some. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../test/json.ts'
import { world } from '../../test/world.ts'
import { newId } from '../kernel/ids.ts'

const named = async (w: Awaited<ReturnType<typeof world>>) => {
  const { value } = await json(await w.as(w.ada).get('/account/organizations'))
  return new Map<string, Json>(value.map((one: Json) => [String(one['displayName']), one]))
}

test('R1, R25: many are left at once: each says what became of it, and one that cannot be left keeps nobody in another', async () => {
  const w = await world()
  await w
    .as(w.nora, w.northwind)
    .patch(`/v1.0/users/${w.userOf(w.ada, w.northwind)}`, { accountEnabled: false })
  const stranger = newId()
  const ada = w.as(w.ada)
  const organizationIds = [w.contoso.id, w.northwind.id, stranger, w.fabrikam.id.toUpperCase()]
  const { value } = await json(await ada.post('/account/leaves', { organizationIds }))
  assert.deepEqual(
    value.map(({ outcome, organizationId, blockers }: Json) => [
      outcome,
      organizationId,
      blockers?.map(({ code }: Json) => code),
    ]),
    [
      ['blocked', w.contoso.id, ['homeOrganization']],
      ['blocked', w.northwind.id, ['disabledInOrganization']],
      ['organizationNotFound', stranger, undefined],
      ['left', w.fabrikam.id, undefined],
    ],
  )
  const mine = await named(w)
  assert.deepEqual(
    ['Contoso', 'Fabrikam', 'Northwind'].map((name) => mine.get(name)?.['state']),
    ['active', 'left', 'disabled'],
  )
  const again = await json(await ada.post('/account/leaves', { organizationIds: [w.fabrikam.id] }))
  assert.deepEqual(again['value'][0], value[3], 'R45: asked again, the same')
  await refusal(await ada.post('/account/leaves', { organizationIds: [] }), 400)
})

test('R34: hiding an organization changes my list and nothing else; shown again, it is as before', async () => {
  const w = await world()
  const ada = w.as(w.ada)
  const before = await named(w)
  const path = `/account/organizations/${w.fabrikam.id}/hidden`
  for (const times of [1, 2]) assert.equal((await ada.request('PUT', path)).status, 204, `${times}`)
  const hidden = await named(w)
  assert.deepEqual(
    [...hidden.values()].filter((one) => one['hidden']).map((one) => one['displayName']),
    ['Fabrikam'],
  )
  assert.equal((await ada.request('DELETE', path)).status, 204)
  assert.deepEqual(await named(w), before)
  assert.equal((await w.as(w.ada, w.fabrikam).get('/v1.0/me')).status, 200, 'a guest there as ever')
  const none = `/account/organizations/${newId()}/hidden`
  assert.equal((await refusal(await ada.request('PUT', none), 404)).code, 'organizationNotFound')
})
