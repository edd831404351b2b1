/**
 * Policies that say what is so for every organization here, and cannot be set: scripts read them
 * before they act. Whom an organization lets redeem without asking is set, and shown as a partner.
 */
import { resource, type Complex } from './definition/definition.ts'

const id = { is: 'text', byDefault: true, means: 'Its published id.' } as const
const displayName = { is: 'name', byDefault: true, means: 'Its name.' } as const
const description = { is: 'text', byDefault: true, means: 'What it says.' } as const

export const securityDefaults = resource({
  type: 'identitySecurityDefaultsEnforcementPolicy',
  called: 'SecurityDefaults',
  set: 'policies/identitySecurityDefaultsEnforcementPolicy',
  key: 'id',
  means: 'Security defaults of Microsoft Entra, which there are none of here.',
  properties: {
    id,
    displayName,
    description,
    isEnabled: { is: 'boolean', only: false, byDefault: true, means: 'False.' },
  },
})

export const adminConsentRequestPolicy = resource({
  type: 'adminConsentRequestPolicy',
  called: 'AdminConsentRequestPolicy',
  set: 'policies/adminConsentRequestPolicy',
  key: 'id',
  means: 'Whether people ask administrators to agree to an application, which they do not here.',
  properties: {
    id: { ...id, means: 'adminConsentRequestPolicy.' },
    isEnabled: { is: 'boolean', only: false, byDefault: true, means: 'False.' },
    notifyReviewers: { is: 'boolean', only: false, byDefault: true, means: 'False.' },
    remindersEnabled: { is: 'boolean', only: false, byDefault: true, means: 'False.' },
    requestDurationInDays: { is: 'integer', byDefault: true, means: '0.' },
    version: { is: 'integer', byDefault: true, means: '0.' },
    reviewers: { is: 'text', many: true, mostItems: 0, byDefault: true, means: 'Empty.' },
  },
})

export const crossTenantAccessPolicy = resource({
  type: 'crossTenantAccessPolicy',
  called: 'CrossTenantAccessPolicy',
  set: 'policies/crossTenantAccessPolicy',
  key: 'id',
  means: 'What organizations let each other do: the default, and partners beside it.',
  properties: {
    id: { ...id, means: 'crossTenantAccessPolicy.' },
    displayName,
    description,
    allowedCloudEndpoints: {
      is: 'text',
      many: true,
      mostItems: 0,
      byDefault: true,
      means: 'Empty: an installation stands for itself.',
    },
  },
})

const consent = {
  is: 'object',
  type: 'inboundOutboundPolicyConfiguration',
  byDefault: true,
  means:
    'Whether an invitation is redeemed without asking, where the other side says so too (R98).',
  properties: {
    inboundAllowed: { is: 'boolean', means: 'Of people of the other organization.' },
    outboundAllowed: { is: 'boolean', means: 'Of people of this one.' },
  },
} as const satisfies Complex

const trust = {
  is: 'object',
  type: 'crossTenantAccessPolicyInboundTrust',
  byDefault: true,
  means: 'What is believed of how somebody signed in at home: nothing by itself.',
  properties: {
    isMfaAccepted: { is: 'boolean', means: 'False.' },
    isCompliantDeviceAccepted: { is: 'boolean', means: 'False.' },
    isHybridAzureADJoinedDeviceAccepted: { is: 'boolean', means: 'False.' },
  },
} as const satisfies Complex

const target = (means: string) =>
  ({
    is: 'object',
    type: 'crossTenantAccessPolicyTargetConfiguration',
    means,
    properties: {
      accessType: { is: 'text', words: ['allowed', 'blocked'], means: 'Whether they may.' },
      targets: {
        is: 'object',
        type: 'crossTenantAccessPolicyTarget',
        many: true,
        means: 'All of them.',
        properties: {
          target: { is: 'text', means: 'AllUsers or AllApplications.' },
          targetType: { is: 'text', words: ['user', 'application'], means: 'Of which kind.' },
        },
      },
    },
  }) as const satisfies Complex

const access = (means: string) =>
  ({
    is: 'object',
    type: 'crossTenantAccessPolicyB2BSetting',
    byDefault: true,
    means,
    properties: { usersAndGroups: target('Who.'), applications: target('With what.') },
  }) as const satisfies Complex

export const crossTenantDefault = resource({
  type: 'crossTenantAccessPolicyConfigurationDefault',
  called: 'CrossTenantAccessPolicyConfigurationDefault',
  set: 'policies/crossTenantAccessPolicy/default',
  key: 'id',
  means: 'What goes for organizations that are no partners: guests, and nothing besides.',
  properties: {
    id: { ...id, means: 'default.' },
    isServiceDefault: { is: 'boolean', only: true, byDefault: true, means: 'True.' },
    inboundTrust: trust,
    automaticUserConsentSettings: consent,
    b2bCollaborationInbound: access(
      'Guests of others here: whom the policy of invitations lets in, with all applications.',
    ),
    b2bCollaborationOutbound: access('Our people as guests of others: all of them.'),
    b2bDirectConnectInbound: access('Access without a guest account: none.'),
    b2bDirectConnectOutbound: access('The same in other organizations: none.'),
  },
})

const nothingElse = 'Null: as the default says.'
// A body may say so.
const inherited = { nullable: true, write: 'always' } as const

export const crossTenantPartner = resource({
  type: 'crossTenantAccessPolicyConfigurationPartner',
  called: 'CrossTenantAccessPolicyConfigurationPartner',
  set: 'policies/crossTenantAccessPolicy/partners',
  key: 'tenantId',
  means:
    'An organization with which something else goes than with all: that invitations are redeemed without asking.',
  properties: {
    tenantId: {
      is: 'id',
      byDefault: true,
      write: 'create',
      required: true,
      means: 'The id of the other organization.',
    },
    automaticUserConsentSettings: { ...consent, ...inherited },
    inboundTrust: { ...trust, ...inherited, means: nothingElse },
    b2bCollaborationInbound: { ...access(nothingElse), ...inherited },
    b2bCollaborationOutbound: { ...access(nothingElse), ...inherited },
    b2bDirectConnectInbound: { ...access(nothingElse), ...inherited },
    b2bDirectConnectOutbound: { ...access(nothingElse), ...inherited },
  },
})
