/** /policies that hold for every organization here. */
import { asks } from '../../access/permission.ts'
import {
  adminConsentRequestPolicy,
  crossTenantAccessPolicy,
  crossTenantDefault,
  securityDefaults,
} from '../../wire/graph/policies.ts'
import type { GraphRoute } from '../exchange.ts'
import { entity, type Shape } from '../query/answers.ts'
import { shaped } from '../shape.ts'

const securityShape = shaped<typeof securityDefaults, object>(securityDefaults, {
  id: () => '00000000-0000-0000-0000-000000000005',
  displayName: () => 'Security Defaults',
  description: () => 'There are none here: how sure a sign-in has to be, each application says.',
  isEnabled: () => false,
})

const consentShape = shaped<typeof adminConsentRequestPolicy, object>(adminConsentRequestPolicy, {
  id: () => 'adminConsentRequestPolicy',
  isEnabled: () => false,
  notifyReviewers: () => false,
  remindersEnabled: () => false,
  requestDurationInDays: () => 0,
  version: () => 0,
  reviewers: () => [],
})

const accessShape = shaped<typeof crossTenantAccessPolicy, object>(crossTenantAccessPolicy, {
  id: () => 'crossTenantAccessPolicy',
  displayName: () => 'Cross-Tenant Access Policy',
  description: () => 'What organizations let each other do.',
  allowedCloudEndpoints: () => [],
})

const everybody = (accessType: 'allowed' | 'blocked') => ({
  usersAndGroups: {
    accessType,
    targets: [{ target: 'AllUsers', targetType: 'user' as const }],
  },
  applications: {
    accessType,
    targets: [{ target: 'AllApplications', targetType: 'application' as const }],
  },
})

const defaultShape = shaped<typeof crossTenantDefault, object>(crossTenantDefault, {
  id: () => 'default',
  isServiceDefault: () => true,
  inboundTrust: () => ({
    isMfaAccepted: false,
    isCompliantDeviceAccepted: false,
    isHybridAzureADJoinedDeviceAccepted: false,
  }),
  automaticUserConsentSettings: () => ({ inboundAllowed: false, outboundAllowed: false }),
  b2bCollaborationInbound: () => everybody('allowed'),
  b2bCollaborationOutbound: () => everybody('allowed'),
  b2bDirectConnectInbound: () => everybody('blocked'),
  b2bDirectConnectOutbound: () => everybody('blocked'),
})

const shown = (path: string, shape: Shape<object>): GraphRoute => ({
  method: 'GET',
  path: `/${path}`,
  permission: asks('policies.read', 'read policies'),
  takes: { select: shape },
  handler: (x) => Promise.resolve(entity(x, path, shape, {})),
})

export const policyRoutes: readonly GraphRoute[] = [
  shown(securityDefaults.set, securityShape),
  shown(adminConsentRequestPolicy.set, consentShape),
  shown(crossTenantAccessPolicy.set, accessShape),
  shown(crossTenantDefault.set, defaultShape),
]
