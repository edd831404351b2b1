/** The organization, its domains, policies and roles. */
import assert from 'node:assert/strict'
import {
  listed,
  answers,
  decided,
  having,
  holding,
  idsOf,
  ok,
  reads,
  refuses,
  type Area,
} from './row.ts'

const organization: Area = {
  number: '7.7',
  about: 'organization and domains',
  rows: [
    ok(
      'GET /organization: one, whose id is the organization’s, with its domains',
      reads('/organization', (body, s) => {
        assert.deepEqual(idsOf(body), [s.ids['tenant']])
        const [domain] = body['value'][0]['verifiedDomains']
        assert.equal(domain.name, s.ids['domain'])
        assert.deepEqual([domain.isDefault, domain.isInitial], [true, true])
      }),
    ),
    ok('GET /organization/{id}', reads('/organization/{tenant}', having('verifiedDomains'))),
    ok(
      'PATCH /organization/{id}',
      answers('PATCH /organization/{tenant}', 204, {
        technicalNotificationMails: ['it@outside.example'],
      }),
    ),
    ok(
      'GET /domains',
      reads('/domains', (body, s) => assert.deepEqual(idsOf(body), [s.ids['domain']])),
    ),
    ok('GET /domains/{name}', reads('/domains/{domain}', having('isVerified', 'isDefault'))),
    ok('a domain is added, told what to write where, verified, removed', async (s) => {
      const name = `added-${s.w.fabrikam.domain}`
      await s.call('POST /domains', 201, { body: { id: name } })
      await reads(`/domains/${name}/verificationDnsRecords`, (body) =>
        assert.ok(
          (body['value'] as { recordType: string }[]).some((one) => one.recordType === 'Txt'),
        ),
      )(s)
      await s.call(`POST /domains/${name}/verify`, 400)
      await s.call(`DELETE /domains/${name}`, 204)
    }),
    ok(
      'GET /domains/{name}/domainNameReferences',
      reads('/domains/{domain}/domainNameReferences', holding('fiona')),
    ),
  ],
}

const partner = { tenantId: '{elsewhere}' }

const policies: Area = {
  number: '7.8',
  about: 'policies',
  rows: [
    ok('authorizationPolicy: read with all that is published, and changed', async (s) => {
      const path = '/policies/authorizationPolicy'
      await s.call(`PATCH ${path}`, 204, { body: { allowInvitesFrom: 'everyone' } })
      await reads(
        path,
        having(
          'id',
          'allowInvitesFrom',
          'guestUserRoleId',
          'allowEmailVerifiedUsersToJoinOrganization',
          'allowedToSignUpEmailBasedSubscriptions',
          'allowedToUseSSPR',
          'blockMsolPowerShell',
          'defaultUserRolePermissions',
          'displayName',
          'description',
        ),
      )(s)
    }),
    ok(
      '/beta/policies/authorizationPolicy is a collection',
      reads('/beta/policies/authorizationPolicy/authorizationPolicy', having('allowInvitesFrom')),
    ),
    ok(
      'externalIdentitiesPolicy, in /beta and /v1.0: allowExternalIdentitiesToLeave',
      async (s) => {
        for (const version of ['/beta', '/v1.0']) {
          const path = `${version}/policies/externalIdentitiesPolicy`
          await s.call(`PATCH ${path}`, 204, { body: { allowExternalIdentitiesToLeave: true } })
          await reads(path, having('allowExternalIdentitiesToLeave'))(s)
        }
      },
    ),
    ok(
      'GET /policies/crossTenantAccessPolicy',
      reads('/policies/crossTenantAccessPolicy', having('displayName')),
    ),
    ok(
      'GET /policies/crossTenantAccessPolicy/default',
      reads('/policies/crossTenantAccessPolicy/default', having('isServiceDefault')),
    ),
    ok(...listed('/policies/crossTenantAccessPolicy/partners')),
    ok(
      'GET /policies/identitySecurityDefaultsEnforcementPolicy',
      reads('/policies/identitySecurityDefaultsEnforcementPolicy', having('isEnabled')),
    ),
    ok(...listed('/policies/conditionalAccessPolicies')),
    ok(...listed('/identity/conditionalAccess/policies')),
    ok(
      'GET /policies/adminConsentRequestPolicy',
      reads('/policies/adminConsentRequestPolicy', having('isEnabled')),
    ),
    ok(...listed('/policies/permissionGrantPolicies')),
    ok('partners of crossTenantAccessPolicy: POST, PATCH, DELETE', async (s) => {
      const path = '/policies/crossTenantAccessPolicy/partners'
      await s.call(`POST ${path}`, 201, { body: partner })
      const body = { inboundTrust: null }
      await s.call(`PATCH ${path}/{elsewhere}`, 204, { body })
      await s.call(`DELETE ${path}/{elsewhere}`, 204)
    }),
  ],
}

const inviter = '95e79109-95c0-4d8e-aee3-d01accf2d47b'
const rolePath = '/roleManagement/directory'

const roles: Area = {
  number: '7.10',
  about: 'directory roles',
  rows: [
    ok(...listed('/directoryRoles')),
    ok(
      'GET /directoryRoleTemplates',
      reads('/directoryRoleTemplates', (body) => assert.ok(idsOf(body).includes(inviter))),
    ),
    ok(
      'GET /directoryRoles/{id}/members',
      reads(
        "/directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')/members",
        holding('frank'),
      ),
    ),
    ok(
      'POST /directoryRoles {roleTemplateId}: every role is active, which is a conflict',
      refuses(
        'POST /directoryRoles',
        409,
        'Request_MultipleObjectsWithSameKeyValue',
        /^A conflicting object with one or more of the specified property values is present/,
        { body: { roleTemplateId: inviter } },
      ),
    ),
    ok(
      'GET roleDefinitions/{id}',
      reads(`${rolePath}/roleDefinitions/${inviter}`, (body) =>
        assert.equal(body['displayName'], 'Guest Inviter'),
      ),
    ),
    ok(
      'a role by its name',
      reads(`${rolePath}/roleDefinitions?$filter=displayName eq 'Guest Inviter'`, (body) =>
        assert.deepEqual(idsOf(body), [inviter]),
      ),
    ),
    ok('roleAssignments: POST, GET by id, DELETE', async (s) => {
      const body = { principalId: '{fiona}', roleDefinitionId: inviter, directoryScopeId: '/' }
      const { id } = await s.call(`POST ${rolePath}/roleAssignments`, 201, { body })
      const path = `${rolePath}/roleAssignments/${String(id)}`
      assert.equal((await s.call(`GET ${path}`, 200))['directoryScopeId'], '/')
      await s.call(`DELETE ${path}`, 204)
    }),
    ok('a role of a service principal', async (s) => {
      const principalId = '{application}'
      const body = { principalId, roleDefinitionId: inviter, directoryScopeId: '/' }
      await s.call(`POST ${rolePath}/roleAssignments`, 201, { body })
    }),
    decided(
      43,
      'a role of one’s own, POST roleDefinitions: 405',
      refuses(`POST ${rolePath}/roleDefinitions`, 405, 'Request_BadRequest', /not allowed/, {
        body: { displayName: 'Ours', isEnabled: true, rolePermissions: [] },
      }),
    ),
    ok(...listed('/roleManagement/directory/roleAssignmentSchedules')),
    ok(...listed('/roleManagement/directory/roleEligibilitySchedules')),
    ok(...listed('/roleManagement/directory/roleAssignmentScheduleInstances')),
  ],
}

const tenants: Area = {
  number: '7.11',
  about: 'other organizations',
  rows: [
    ok('findTenantInformationByTenantId and …ByDomainName', async (s) => {
      for (const call of [
        "findTenantInformationByTenantId(tenantId='{elsewhere}')",
        "findTenantInformationByDomainName(domainName='{elsewhereDomain}')",
      ]) {
        const body = await s.call(`GET /tenantRelationships/${call}`, 200)
        assert.deepEqual(
          [body['tenantId'], body['displayName'], body['defaultDomainName']],
          [s.ids['elsewhere'], 'Northwind', s.ids['elsewhereDomain']],
        )
      }
    }),
  ],
}

const metadata: Area = {
  number: '7.12',
  about: 'metadata',
  rows: [
    ok('GET /v1.0/$metadata: XML, for anybody', async (s) => {
      const { status, headers, text } = await s.plainly('GET /$metadata')
      assert.equal(status, 200)
      assert.match(headers.get('content-type') ?? '', /^application\/xml/)
      assert.match(text, /EntityType Name="user"/)
    }),
    ok('GET /v1.0/: the service document', async (s) => {
      const { status, body } = await s.plainly('GET /v1.0/')
      assert.equal(status, 200)
      const names = new Set((body['value'] as { name: string }[]).map((one) => one.name))
      for (const name of ['users', 'groups', 'applications']) assert.ok(names.has(name), name)
    }),
  ],
}

export const organizationAreas = [organization, policies, roles, tenants, metadata]
