/** What scripts ask beside the directory, who may, leaving, and where clients are pointed. */
import assert from 'node:assert/strict'
import { listed, ok, type Area } from './row.ts'

const beyond: Area = {
  number: '7.13',
  about: 'what scripts ask beside',
  rows: [
    ok(...listed('/directory/administrativeUnits')),
    ok(...listed('/groupSettings')),
    ok(...listed('/groupSettingTemplates')),
    ok(...listed('/devices')),
    ok(...listed('/contacts')),
    ok(...listed('/contracts')),
    ok(...listed('/reports/authenticationMethods/userRegistrationDetails')),
    ok(...listed('/identityGovernance/entitlementManagement/accessPackages')),
    ok(...listed('/identityGovernance/accessReviews/definitions')),
    ok(...listed('/auditLogs/provisioning')),
    ok(...listed('/schemaExtensions')),
    ok(...listed('/identity/identityProviders')),
    ok(...listed('/groupLifecyclePolicies')),
  ],
}

const permissions: Area = {
  number: '8',
  about: 'permissions',
  rows: [
    ok('a restricted guest reads themselves and no others (R102)', async (s) => {
      const guestUserRoleId = '2af84b1e-32c8-42b7-82bc-daa82404023b'
      await s.call('PATCH /policies/authorizationPolicy', 204, { body: { guestUserRoleId } })
      const ada = s.w.as(s.w.ada, s.w.fabrikam)
      assert.equal((await ada.get(s.fill('/v1.0/users/{ada}'))).status, 200)
      assert.equal((await ada.get(s.fill('/v1.0/users/{fiona}'))).status, 403)
    }),
    ok('a published scope is among those that can be asked for', async (s) => {
      const path = '/{tenant}/v2.0/.well-known/openid-configuration'
      const answer = await s.w.app.request(`${s.w.publicUrl}${s.fill(path)}`)
      const { scopes_supported: scopes } = (await answer.json()) as { scopes_supported: string[] }
      assert.ok(
        scopes.some((one) => one.includes('User.Read.All')),
        scopes.join(' '),
      )
    }),
  ],
}

const leaving: Area = {
  number: '11',
  about: 'leaving',
  rows: [
    ok('POST /me/guesthouse.leaveOrganization', async (s) => {
      const bob = s.w.as(s.w.bob, s.w.fabrikam)
      assert.equal((await bob.post('/v1.0/me/guesthouse.leaveOrganization')).status, 204)
      await s.call('GET /users/{bob}', 404)
    }),
    ok('GET /me/guesthouse.organizations', async (s) => {
      const ada = s.w.as(s.w.ada, s.w.contoso)
      const answer = await ada.get('/v1.0/me/guesthouse.organizations')
      assert.equal(answer.status, 200)
      assert.ok((await answer.text()).includes(s.w.fabrikam.id))
    }),
  ],
}

const pointing: Area = {
  number: '12',
  about: 'pointing clients here',
  rows: [
    ok('GET /metadata/endpoints, for Terraform and Az', async (s) => {
      const { status, body } = await s.plainly('GET /metadata/endpoints?api-version=2022-09-01')
      assert.equal(status, 200)
      assert.ok(body['name'])
      assert.equal(body['microsoftGraphResourceId'], `${s.w.publicUrl}/`)
    }),
    ok('the resource manager has no subscriptions: /tenants', async (s) => {
      const { status } = await s.plainly('GET /tenants?api-version=2022-12-01')
      assert.equal(status, 200)
    }),
    ok('/common/discovery/instance', async (s) => {
      const { status } = await s.plainly(
        'GET /common/discovery/instance?api-version=1.1&authorization_endpoint=x',
      )
      assert.equal(status, 200)
    }),
    ok('userrealm', async (s) => {
      const { status } = await s.plainly('GET /common/userrealm/{fionaName}?api-version=1.0')
      assert.equal(status, 200)
    }),
  ],
}

export const scriptAreas = [beyond, permissions, leaving, pointing]
