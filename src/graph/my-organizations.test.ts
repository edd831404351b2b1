/** Where I belong, and leaving it, with a token of the directory API. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json } from '../../test/json.ts'
import { world } from '../../test/world.ts'

const organizations = '/v1.0/me/guesthouse.organizations'
const leaving = '/v1.0/me/guesthouse.leaveOrganization'
const policy = '/v1.0/policies/externalIdentitiesPolicy'

const kept = async (answer: Response, status: number) => {
  const { error } = await json(answer, status)
  const details = error['details'] as { code: string }[]
  return { message: String(error['message']), codes: details.map(({ code }) => code) }
}

type Told = { tenantId: string; canLeave: boolean; reasons: string[]; state: string }
const listed = async (answer: Response): Promise<Told[]> =>
  (await json(await answer))['value'] as Told[]

test('R1, R25: home tells me where I am and what keeps me; another organization tells of itself alone', async () => {
  const w = await world()
  const home = await listed(await w.as(w.ada, w.contoso).get(organizations))
  assert.deepEqual(
    home.map(({ tenantId, canLeave, reasons, state }) => [tenantId, canLeave, reasons, state]),
    [
      [w.contoso.id, false, ['homeOrganization'], 'active'],
      [w.fabrikam.id, true, [], 'active'],
      [w.northwind.id, true, [], 'active'],
    ],
  )
  const there = await listed(await w.as(w.ada, w.fabrikam).get(organizations))
  assert.deepEqual(
    there.map(({ tenantId }) => tenantId),
    [w.fabrikam.id],
  )
})

test('R1, R20, R28: I leave by the rules of the portal, the receipt is where Location says, and the token ends', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const ada = w.as(w.ada, w.fabrikam)
  await json(await frank.patch(policy, { allowExternalIdentitiesToLeave: false }), 204)
  const forbidden = await kept(await ada.post(leaving), 403)
  assert.match(forbidden.message, /Fabrikam does not let guests leave by themselves/)
  assert.deepEqual(forbidden.codes, ['leavingNotAllowed'])
  await json(await frank.patch(policy, { allowExternalIdentitiesToLeave: true }), 204)

  const left = await ada.post(leaving)
  assert.equal(left.status, 204)
  const receipt = left.headers.get('location') ?? ''
  const page = await w.as(w.ada).get(new URL(receipt).pathname, { accept: 'text/html' })
  assert.equal(page.status, 200)
  assert.match(await page.text(), /Fabrikam/)
  assert.equal((await ada.post(leaving)).status, 401)
  assert.equal((await w.as(w.ada, w.northwind).get('/v1.0/me')).status, 200)
  const states = await listed(await w.as(w.ada, w.contoso).get(organizations))
  assert.equal(states.find(({ tenantId }) => tenantId === w.fabrikam.id)?.state, 'left')
})

test('R24, R42: nobody leaves their home, and the last administrator is told so too', async () => {
  const w = await world()
  const told = await kept(await w.as(w.frank, w.fabrikam).post(leaving), 400)
  assert.deepEqual(told.codes, ['homeOrganization', 'lastAdministrator'])
})

test('both stand in $metadata, bound to a user', async () => {
  const w = await world()
  const text = await (await w.as(undefined).get('/v1.0/$metadata')).text()
  const bound = '<Parameter Name="bindingParameter" Type="microsoft.graph.user" />'
  assert.ok(text.includes(`<Action Name="leaveOrganization" IsBound="true">\n${bound}\n</Action>`))
  assert.ok(
    text.includes(
      `<Function Name="organizations" IsBound="true">\n${bound}\n<ReturnType Type="Collection(guesthouse.myOrganization)" />`,
    ),
  )
  assert.match(text, /<ComplexType Name="myOrganization">\n<Property Name="tenantId"/)
})
