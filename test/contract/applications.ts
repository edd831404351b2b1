/** Applications, service principals, and consents. */
import assert from 'node:assert/strict'
import { roleIds } from '../../src/access/graph-scopes.ts'
import { listed, answers, holding, ok, reads, type Area, type Row } from './row.ts'

const principal = '/servicePrincipals/{application}'
const application = '/applications/{registration}'
const credential = {
  name: 'ci',
  issuer: 'https://token.actions.example',
  subject: 'repo:x',
  audiences: ['api://AzureADTokenExchange'],
}
const role = {
  allowedMemberTypes: ['User'],
  description: 'Reads',
  displayName: 'Reader',
  id: '8d3b2c1a-0f0e-4d8f-9a55-d1b0e3f7a011',
  isEnabled: true,
  value: 'Reader',
}

const reading: Row[] = [
  ok('application and service principal are two objects', async (s) => {
    const made = await s.call(`GET ${application}`, 200)
    const of = await s.call(`GET /servicePrincipals(appId='{appId}')`, 200)
    assert.equal(of['appId'], made['appId'])
    assert.notEqual(of['id'], made['id'])
    assert.notEqual(made['appId'], made['id'])
  }),
  ok(...listed('/applications', 'registration')),
  ok('GET /servicePrincipals', reads("/servicePrincipals?$filter=appId eq '{appId}'")),
  ok(...listed('/applications/{registration}/owners', 'frank')),
  ok(...listed('/servicePrincipals/{application}/owners')),
  ok(
    'GET /servicePrincipals/{application}/appRoleAssignedTo',
    reads('/servicePrincipals/{application}/appRoleAssignedTo', holding('assigned')),
  ),
  ok(...listed('/servicePrincipals/{application}/appRoleAssignments')),
  ok(...listed('/servicePrincipals/{application}/memberOf')),
  ok(...listed('/servicePrincipals/{application}/transitiveMemberOf')),
  ok(...listed('/servicePrincipals/{application}/ownedObjects')),
  ok(...listed('/servicePrincipals/{application}/oauth2PermissionGrants')),
  ok(...listed('/applications/{registration}/federatedIdentityCredentials')),
]

const changing: Row[] = [
  ok('addPassword tells the text once; removePassword: 204', async (s) => {
    const body = { passwordCredential: { displayName: 'S' } }
    const { secretText, keyId } = await s.call(`POST ${application}/addPassword`, 200, { body })
    assert.ok(secretText)
    const read = await s.call(`GET ${application}`, 200)
    assert.ok(!JSON.stringify(read).includes(String(secretText)))
    await s.call(`POST ${application}/removePassword`, 204, { body: { keyId } })
  }),
  ok(
    'POST federatedIdentityCredentials',
    answers(`POST ${application}/federatedIdentityCredentials`, 201, credential),
  ),
  ok('what az and Terraform send of an application', async (s) => {
    const refused: string[] = []
    for (const body of [
      { identifierUris: ['api://{appId}'] },
      { api: { requestedAccessTokenVersion: 2 } },
      { optionalClaims: { idToken: [], accessToken: [], saml2Token: [] } },
      { tags: ['x'] },
      { notes: 'x' },
      { signInAudience: 'AzureADMyOrg' },
      { keyCredentials: [] },
      { web: { redirectUris: ['https://app.example/callback'] } },
      { groupMembershipClaims: 'SecurityGroup' },
    ])
      if ((await s.raw(`PATCH ${application}`, { body })).status !== 204)
        refused.push(...Object.keys(body))
    assert.deepEqual(refused, [])
  }),
  ok('what clients send of a service principal', async (s) => {
    const refused: string[] = []
    for (const body of [
      { accountEnabled: true },
      { tags: ['x'] },
      { notes: 'x' },
      { appRoleAssignmentRequired: false },
      { preferredSingleSignOnMode: null },
    ])
      if ((await s.raw(`PATCH ${principal}`, { body })).status !== 204)
        refused.push(...Object.keys(body))
    assert.deepEqual(refused, [])
  }),
  ok('several kinds of redirects in one application', async (s) => {
    const id = await s.makes.registration()
    await s.call(`PATCH /applications/${id}`, 204, {
      body: {
        web: { redirectUris: ['https://app.example/callback'] },
        spa: { redirectUris: ['https://spa.example/callback'] },
      },
    })
  }),
  ok('a role has to be disabled before it is removed', async (s) => {
    const id = await s.makes.registration()
    await s.call(`PATCH /applications/${id}`, 204, { body: { appRoles: [role] } })
    await s.call(`PATCH /applications/${id}`, 400, { body: { appRoles: [] } })
    const disabled = { ...role, isEnabled: false }
    await s.call(`PATCH /applications/${id}`, 204, { body: { appRoles: [disabled] } })
    await s.call(`PATCH /applications/${id}`, 204, { body: { appRoles: [] } })
  }),
  ok(
    'POST servicePrincipals/{id}/appRoleAssignments: a permission is given',
    answers(`POST ${principal}/appRoleAssignments`, 201, {
      principalId: '{application}',
      resourceId: '{graphPrincipal}',
      appRoleId: roleIds['User.Read.All'],
    }),
  ),
]

const applications: Area = {
  number: '7.9',
  about: 'applications and service principals',
  rows: [...reading, ...changing],
}

const grants: Area = {
  number: '7.9b',
  about: 'consents',
  rows: [
    ok(...listed('/oauth2PermissionGrants')),
    ok(
      'POST /oauth2PermissionGrants',
      answers('POST /oauth2PermissionGrants', 201, {
        clientId: '{application}',
        consentType: 'AllPrincipals',
        resourceId: '{graphPrincipal}',
        scope: 'User.Read',
      }),
    ),
  ],
}

export const applicationAreas = [applications, grants]
