import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, refusal, type Json } from '../../../test/json.ts'
import { world } from '../../../test/world.ts'
import { setOrganizationState } from '../../directory/organizations/update.ts'

const access = '/v1.0/policies/crossTenantAccessPolicy'

test('12.12: what cannot be set here is told, and setting it is refused instead of ignored', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const path = '/v1.0/policies/authorizationPolicy'
  const before = await json(await frank.get(path))
  assert.equal(before['allowedToUseSSPR'], false)
  assert.equal(before['defaultUserRolePermissions']['allowedToCreateApps'], false)
  for (const [name, body] of [
    ['blockMsolPowerShell', { blockMsolPowerShell: true, allowInvitesFrom: 'none' }],
    [
      'defaultUserRolePermissions.allowedToCreateApps',
      { defaultUserRolePermissions: { allowedToCreateApps: true } },
    ],
  ] as const) {
    const { message } = await refusal(await frank.patch(path, body), 400)
    assert.ok(message.includes(`'${name}'`), message)
    assert.match(message, /it is false here, and cannot be set; leave it out/)
  }
  assert.deepEqual(await json(await frank.get(path)), before, 'nothing of it was set')
  // What a script has read it may send back.
  const { '@odata.context': _, id: _id, displayName: _name, description: _what, ...read } = before
  assert.equal((await frank.patch(path, read)).status, 204)
})

test('R98: partners are the organizations with which invitations are redeemed without asking', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const partners = async (query = '') =>
    json(await frank.get(`${access}/partners${query}`)) as Promise<Json>
  assert.deepEqual((await partners())['value'], [])
  const ids = [w.contoso.id, w.northwind.id].toSorted()
  for (const id of ids)
    await frank.request('PUT', `/v1.0/policies/guesthouse.automaticRedemptions/${id}`)
  const inherited = {
    inboundTrust: null,
    b2bCollaborationInbound: null,
    b2bCollaborationOutbound: null,
    b2bDirectConnectInbound: null,
    b2bDirectConnectOutbound: null,
  }
  const given = { inboundAllowed: true, outboundAllowed: true }
  const first = await partners('?$top=1')
  assert.deepEqual(first['value'], [
    { tenantId: ids[0], automaticUserConsentSettings: given, ...inherited },
  ])
  const next = new URL(String(first['@odata.nextLink']))
  const second = await json(await frank.get(`${next.pathname}${next.search}`))
  assert.deepEqual(
    second['value'].map((one: Json) => one['tenantId']),
    [ids[1]],
  )
  const usual = (await json(await frank.get(`${access}/default`)))['automaticUserConsentSettings']
  const elsewhere = await frank.patch(`${access}/default`, { inboundTrust: null })
  assert.match((await refusal(elsewhere, 400)).message, /is not set/)
  assert.deepEqual(usual, { inboundAllowed: false, outboundAllowed: false })
  const one = `${access}/partners/${ids[0]}`
  assert.match(
    (await refusal(await frank.post(`${access}/partners`, { tenantId: ids[0] }), 409)).message,
    /conflicting object/,
  )
  for (const [body, why] of [
    [{ inboundTrust: { isMfaAccepted: true } }, /'inboundTrust' of a partner is what the default/],
    [{ automaticUserConsentSettings: { inboundAllowed: true } }, /Both directions are one setting/],
  ] as const)
    assert.match((await refusal(await frank.patch(one, body), 400)).message, why)
  const consent = async () => (await json(await frank.get(one)))['automaticUserConsentSettings']
  assert.equal((await frank.patch(one, { b2bCollaborationInbound: null })).status, 204)
  assert.deepEqual(await consent(), given)
  assert.equal((await frank.patch(one, { automaticUserConsentSettings: null })).status, 204)
  assert.deepEqual(await consent(), usual)
  assert.equal((await w.as(w.carol, w.contoso).delete(one)).status, 404)
  assert.equal((await frank.delete(one)).status, 204)
  assert.equal((await frank.patch(one, {})).status, 404)
  await refusal(await frank.post(`${access}/partners`, { tenantId: w.fabrikam.id }), 404)
  assert.deepEqual(
    (await json(await w.as(w.carol, w.contoso).get(`${access}/partners`)))['value'],
    [],
  )
})

test('12.12: an organization is found by its id or a domain while it is active, and no other', async () => {
  const w = await world()
  const frank = w.as(w.frank, w.fabrikam)
  const found = (call: string) =>
    frank.get(`/v1.0/tenantRelationships/findTenantInformationBy${call}`)
  const { id, domain } = w.northwind
  const byDomain = `DomainName(domainName='${domain.toUpperCase()}')`
  for (const call of [`TenantId(tenantId='${id}')`, byDomain])
    assert.deepEqual(await json(await found(call)), {
      tenantId: id,
      displayName: 'Northwind',
      defaultDomainName: domain,
      federationBrandName: null,
    })
  await refusal(await found(`DomainName(domainName='nobody.example')`), 404)
  const suspended = { state: 'suspended', anyway: true } as const
  await setOrganizationState(w.db, id, suspended, w.operator())
  await refusal(await found(byDomain), 404)
  assert.equal(
    (
      await w
        .as(w.fiona, w.fabrikam)
        .get(`/v1.0/tenantRelationships/findTenantInformationBy${byDomain}`)
    ).status,
    403,
  )
  assert.equal((await frank.get(`/v1.0/organization/${id}`)).status, 404)
})
