/** Names of properties in bodies: in any case, once, and judged by what they name. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'

test('properties are taken under their names in any case, at every depth, and annotations too', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const upn = `case@${w.fabrikam.domain}`
  const made = await json(
    await frank.post('/v1.0/users', {
      '@OData.Type': '#microsoft.graph.user',
      DISPLAYNAME: 'Case',
      userprincipalname: upn,
      mailNickName: 'case',
      AccountEnabled: true,
      passwordprofile: {
        PASSWORD: 'seven quiet lanterns cross',
        ForceChangePasswordNextSignIn: true,
      },
    }),
    201,
  )
  const at = `/v1.0/users/${made['id']}`
  const told = await json(await frank.get(`${at}?$select=displayName,mailNickname,accountEnabled`))
  assert.deepEqual(
    [told['displayName'], told['mailNickname'], told['accountEnabled']],
    ['Case', 'case', true],
  )
  assert.equal((await frank.patch(at, { JobTitle: 'Keeper' })).status, 204)
  assert.equal((await json(await frank.get(at)))['jobTitle'], 'Keeper')
  const group = {
    displayName: 'Bound',
    'Members@Odata.Bind': [`https://x.test/users/${made['id']}`],
  }
  const { id } = await json(await frank.post('/v1.0/groups', group), 201)
  const members = await json(await frank.get(`/v1.0/groups/${id}/members`))
  assert.equal(members['value'][0].id, made['id'])
})

test('what stands twice in a body is refused, whichever way it is written', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const at = `/v1.0/users/${w.fiona.userId}`
  const twice = { displayName: 'One', DisplayName: 'Two' }
  const { message } = await refusal(await frank.patch(at, twice), 400)
  assert.equal(message, "The property 'displayName' is there twice. Say it once.")
  assert.equal((await json(await frank.get(at)))['displayName'], 'Fiona Byrne')
})

test('R49: a property that asks for more asks for it in any case of its letters', async () => {
  const w = await world()
  const fiona = w.as(w.fiona, w.fabrikam)
  assert.equal((await fiona.patch('/v1.0/me', { MobilePhone: '+353 1 555' })).status, 204)
  for (const body of [{ jobTitle: 'Boss' }, { JobTitle: 'Boss' }, { ACCOUNTENABLED: false }]) {
    const { code } = await refusal(await fiona.patch('/v1.0/me', body), 403)
    assert.equal(code, 'Authorization_RequestDenied')
  }
  const told = await json(await fiona.get('/v1.0/me'))
  assert.deepEqual([told['mobilePhone'], told['jobTitle']], ['+353 1 555', null])
})
