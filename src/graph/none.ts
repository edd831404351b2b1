/**
 * What there is none of here, whatever an organization does (decision 43): scripts ask for it on
 * their way, and an empty list is the truth. It holds nothing of anybody, so any token of an
 * organization will do, and every way of asking.
 */
import type { Refusal } from '../edge/refusal.ts'
import { notFound, programFault } from './refusals.ts'

/** Lists with nothing in them, by their path. */
export const emptyLists: readonly string[] = [
  '/subscribedSkus',
  '/users/:id/licenseDetails',
  '/users/:id/ownedDevices',
  '/users/:id/registeredDevices',
  '/devices',
  '/contacts',
  '/contracts',
  '/schemaExtensions',
  '/groupSettings',
  '/groupSettingTemplates',
  '/groupLifecyclePolicies',
  '/directory/administrativeUnits',
  '/directory/deletedItems/microsoft.graph.device',
  '/directory/deletedItems/microsoft.graph.administrativeUnit',
  '/policies/conditionalAccessPolicies',
  '/policies/permissionGrantPolicies',
  '/policies/activityBasedTimeoutPolicies',
  '/policies/appManagementPolicies',
  '/policies/claimsMappingPolicies',
  '/policies/featureRolloutPolicies',
  '/policies/homeRealmDiscoveryPolicies',
  '/policies/roleManagementPolicies',
  '/policies/roleManagementPolicyAssignments',
  '/policies/tokenIssuancePolicies',
  '/policies/tokenLifetimePolicies',
  '/identity/conditionalAccess/policies',
  '/identityGovernance/accessReviews/definitions',
  '/identityGovernance/entitlementManagement/accessPackages',
  '/roleManagement/directory/roleEligibilitySchedules',
  '/roleManagement/directory/roleEligibilityScheduleInstances',
  '/roleManagement/directory/roleAssignmentSchedules',
  '/roleManagement/directory/roleAssignmentScheduleInstances',
  '/auditLogs/provisioning',
]

/** What is refused because there is nothing of the kind, by method and path. */
export const refusedForNone: readonly (readonly [
  'GET' | 'POST' | 'PATCH',
  string,
  () => Refusal,
])[] = [
  ['GET', '/users/:id/photo', () => notFound('photo')],
  [
    'POST',
    '/users/:id/assignLicense',
    () => programFault('There are no licenses here: everybody has all that their roles allow.'),
  ],
  [
    'PATCH',
    '/policies/crossTenantAccessPolicy/default',
    () =>
      programFault(
        'What goes for every other organization is the service default here, and is not set. Who may be invited says authorizationPolicy; one organization is trusted as a partner.',
      ),
  ],
]

/** What a list with nothing in it is a list of. */
export const setOf = (path: string): string =>
  path
    .slice(1)
    .replace(/^users\/:id\//, '')
    .replace('servicePrincipals/:id/ownedObjects', 'directoryObjects')
