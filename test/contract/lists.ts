/** Pages of lists, and what objects hold. */
import assert from 'node:assert/strict'
import { eventual, having, idsOf, ok, reads, refuses, type Area, type Check } from './row.ts'
import type { Stage } from './stage.ts'

const pathOf = (link: unknown): string => String(link).replace(/^https?:\/\/[^/]+/, '')
const linkOf = async (s: Stage, path: string, headers = {}): Promise<string> =>
  pathOf((await s.call(`GET ${path}`, 200, { headers }))['@odata.nextLink'])

/** The link as a client writes it anew: sorted, and each name encoded. */
const rewritten = (link: string): string => {
  const [path, query = ''] = link.split('?')
  const options = query.split('&').map((one) => one.replace(/^\$/, '%24'))
  return `${path}?${options.toSorted().toReversed().join('&')}`
}

const walk = async (s: Stage, first: string): Promise<string[]> => {
  const found: string[] = []
  for (let path = first; path !== 'undefined';) {
    const body = await s.call(`GET ${path}`, 200)
    found.push(...idsOf(body))
    path = pathOf(body['@odata.nextLink'])
  }
  return found
}

const paging: Area = {
  number: '3.1',
  about: 'paging',
  rows: [
    ok('pages of 100 by default, $top from 1 to 999', async (s) => {
      await s.call('GET /users?$top=999', 200)
      await s.call('GET /users?$top=1', 200)
      await s.call('GET /users?$top=0', 400)
    }),
    ok('a next link is absolute, keeps the other options, and has $skiptoken', async (s) => {
      const link = String((await s.call('GET /users?$top=1&$select=id', 200))['@odata.nextLink'])
      assert.ok(link.startsWith(`${s.w.publicUrl}/v1.0/users?`))
      const { searchParams } = new URL(link)
      assert.deepEqual([searchParams.get('$top'), searchParams.get('$select')], ['1', 'id'])
      assert.ok(searchParams.get('$skiptoken'))
    }),
    ok('a next link that was encoded and sorted anew still leads on', async (s) => {
      const body = await s.call(`GET ${rewritten(await linkOf(s, '/users?$top=1'))}`, 200)
      assert.equal(idsOf(body).length, 1)
    }),
    ok('a walk repeats nothing and misses nothing', async (s) => {
      const found = await walk(s, '/users?$top=2&$select=id')
      assert.deepEqual(found, idsOf(await s.call('GET /users', 200)))
      assert.equal(new Set(found).size, found.length)
    }),
    ok(
      '$skip is refused',
      refuses('/users?$skip=1', 400, 'BadRequest', /^'\$skip' is not supported by the service\./),
    ),
    ok('the count stands on the first page alone', async (s) => {
      const path = '/users?$top=1&$count=true'
      const first = await s.call(`GET ${path}`, 200, { headers: eventual })
      assert.ok(first['@odata.count'] > 1)
      const second = await s.call(`GET ${pathOf(first['@odata.nextLink'])}`, 200)
      assert.ok(!('@odata.count' in second))
    }),
    ok(
      'a page token that is none: Directory_ExpiredPageToken',
      refuses(
        '/users?$skiptoken=AAAA',
        400,
        'Directory_ExpiredPageToken',
        'The specified page token value has expired and can no longer be included in your request.',
      ),
    ),
  ],
}

const eleven =
  'businessPhones,displayName,givenName,id,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName'
const namesOf = (one: object): string =>
  Object.keys(one)
    .filter((name) => !name.startsWith('@'))
    .toSorted()
    .join(',')

const userProperties =
  'accountEnabled,userType,createdDateTime,deletedDateTime,externalUserState,externalUserStateChangeDateTime,creationType,identities,mailNickname,otherMails,proxyAddresses,companyName,department,employeeId,signInSessionsValidFromDateTime,usageLocation,signInActivity,onPremisesSyncEnabled,ageGroup,assignedLicenses,assignedPlans,city,country,postalCode,state,streetAddress,faxNumber,employeeType,employeeHireDate,lastPasswordChangeDateTime,passwordPolicies,preferredDataLocation,showInAddressList,securityIdentifier,imAddresses,isResourceAccount,legalAgeGroupClassification,consentProvidedForMinor,jobTitle'
const groupProperties =
  'id,deletedDateTime,classification,createdDateTime,description,displayName,expirationDateTime,groupTypes,isAssignableToRole,mail,mailEnabled,mailNickname,membershipRule,membershipRuleProcessingState,onPremisesDomainName,onPremisesLastSyncDateTime,onPremisesNetBiosName,onPremisesSamAccountName,onPremisesSecurityIdentifier,onPremisesSyncEnabled,preferredDataLocation,preferredLanguage,proxyAddresses,renewedDateTime,securityEnabled,securityIdentifier,theme,visibility,onPremisesProvisioningErrors,serviceProvisioningErrors,uniqueName'
const applicationProperties =
  'id,appId,displayName,description,createdDateTime,deletedDateTime,identifierUris,publisherDomain,signInAudience,tags,api,appRoles,info,keyCredentials,passwordCredentials,optionalClaims,parentalControlSettings,publicClient,requiredResourceAccess,spa,web,groupMembershipClaims,isFallbackPublicClient,notes,samlMetadataUrl,defaultRedirectUri,disabledByMicrosoftStatus,verifiedPublisher,isDeviceOnlyAuthSupported,serviceManagementReference'
const principalProperties =
  'id,appId,displayName,description,accountEnabled,alternativeNames,appDisplayName,appDescription,appOwnerOrganizationId,appRoleAssignmentRequired,appRoles,deletedDateTime,homepage,info,keyCredentials,loginUrl,logoutUrl,notes,notificationEmailAddresses,oauth2PermissionScopes,passwordCredentials,preferredSingleSignOnMode,replyUrls,servicePrincipalNames,servicePrincipalType,signInAudience,tags,tokenEncryptionKeyId,verifiedPublisher'
// All of the published schema.
const organizationProperties =
  'id,displayName,createdDateTime,verifiedDomains,technicalNotificationMails,privacyProfile,deletedDateTime,assignedPlans,businessPhones,city,country,countryLetterCode,defaultUsageLocation,marketingNotificationEmails,mobileDeviceManagementAuthority,onPremisesLastSyncDateTime,onPremisesSyncEnabled,partnerTenantType,postalCode,preferredLanguage,provisionedPlans,securityComplianceNotificationMails,securityComplianceNotificationPhones,state,street,tenantType'
const hasAll = (path: string, names: string): Check => reads(path, having(...names.split(',')))

const select: Area = {
  number: '3.2',
  about: '$select',
  rows: [
    ok('a user’s default set is Graph’s, of one, of lists, of members, of me', async (s) => {
      for (const path of ['/users/{fiona}', '/me'])
        assert.equal(namesOf(await s.call(`GET ${path}`, 200)), eleven, path)
      for (const path of ['/users', '/groups/{group}/members'])
        assert.equal(namesOf((await s.call(`GET ${path}`, 200))['value'][0]), eleven, path)
    }),
    ok('$select gives just what it names', async (s) => {
      for (const list of ['/users', '/groups', '/applications']) {
        const body = await s.call(`GET ${list}?$select=id,displayName&$top=1`, 200)
        assert.equal(namesOf(body['value'][0]), 'displayName,id')
      }
    }),
    ok('$select=*', reads('/users?$select=*&$top=1', having('userType', 'accountEnabled'))),
    ok(
      'the 39 properties of a user',
      hasAll(`/users/{fiona}?$select=${userProperties}`, userProperties),
    ),
    ok('the default set of a group, 31', hasAll('/groups/{group}', groupProperties)),
    ok(
      'the properties of an application, 30',
      hasAll('/applications/{registration}', applicationProperties),
    ),
    ok(
      'the properties of a service principal, 29',
      hasAll('/servicePrincipals/{application}', principalProperties),
    ),
    ok('the properties of an organization, 26', hasAll('/organization', organizationProperties)),
  ],
}

export const listAreas = [paging, select]
