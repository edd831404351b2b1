/** An issuer that an application trusts at its home, where others use the application. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeJwt } from 'jose'
import { json, type Json } from '../../test/json.ts'
import { shared } from '../../test/many-organizations.ts'
import { issuerOf, signed } from '../../test/peers/issuer-elsewhere.ts'
import { world, type Organization } from '../../test/world.ts'

const audience = 'api://AzureADTokenExchange'

test('which issuer an application trusts its home says, with whom and for what, and that holds in every organization at once', async () => {
  const w = await world(undefined, { allowPrivateProviders: true })
  const { home, there } = await shared(w)
  const [first, second] = [await issuerOf(), await issuerOf()]
  try {
    const frank = w.as(w.frank, w.fabrikam)
    const trusted = `/v1.0/applications(appId='${home.appId}')/federatedIdentityCredentials`
    const trust = { name: 'build', subject: 'repo:fabrikam/site', audiences: [audience] }
    const ask = async (at: Organization, by: typeof first, sub = trust.subject) => {
      const claims = { iss: by.issuer, sub, aud: audience }
      const form = {
        grant_type: 'client_credentials',
        scope: `${w.publicUrl}/.default`,
        client_id: home.appId,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await signed({ claims, key: by.privateKey, header: { kid: 'one' } }),
      }
      const response = await w.app.request(`${w.publicUrl}/${at.id}/oauth2/v2.0/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form),
      })
      const body = (await response.json()) as Json
      return response.status === 200
        ? decodeJwt(String(body['access_token']))['oid']
        : body['error']
    }
    const everywhere = async (by: typeof first, sub?: string) => [
      await ask(w.fabrikam, by, sub),
      await ask(w.northwind, by, sub),
    ]
    const [both, none] = [
      [home.id, there.id],
      ['invalid_client', 'invalid_client'],
    ]
    assert.deepEqual(await everywhere(first), none)
    await json(await frank.post(trusted, { ...trust, issuer: first.issuer }), 201)
    assert.deepEqual(await everywhere(first), both)
    assert.equal(await ask(w.contoso, first), 'invalid_client', 'which does not use it')

    const nora = w.as(w.nora, w.northwind)
    const hers = `/v1.0/servicePrincipals/${there.id}/federatedIdentityCredentials`
    assert.ok((await nora.post(hers, { ...trust, issuer: second.issuer })).status >= 400)
    const foreign = await nora.post(trusted, { ...trust, issuer: second.issuer, name: 'hers' })
    assert.equal(foreign.status, 404)
    assert.deepEqual(await everywhere(second), none)

    await json(await frank.patch(`${trusted}/build`, { issuer: second.issuer }), 204)
    assert.deepEqual([await everywhere(first), await everywhere(second)], [none, both])
    await json(await frank.patch(`${trusted}/build`, { subject: 'repo:fabrikam/more' }), 204)
    assert.deepEqual(
      [await everywhere(second), await everywhere(second, 'repo:fabrikam/more')],
      [none, both],
    )
    await json(await frank.delete(`${trusted}/build`), 204)
    assert.deepEqual(await everywhere(second, 'repo:fabrikam/more'), none)
  } finally {
    first.server.close()
    second.server.close()
  }
})
