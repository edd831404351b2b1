/**
 * What Graph has of users and is the same for everybody here: licenses, what comes from directories
 * of Windows, and what is not kept of people. Clients choose it, filter by it and send it along.
 */
import { none, noneOfMany, type Properties } from '../definition/definition.ts'
import { byEquality, byRareText } from '../definition/filters.ts'

const [unlicensed, cloudOnly] = [
  'Empty: there are no licenses here.',
  'Null: nobody comes from a directory of Windows.',
]
const unkept = 'Null: it is not kept.'
const ofLicenses = (type: string) =>
  ({ is: 'object', type, many: true, only: [], means: unlicensed, properties: {} }) as const

export const userNone = {
  assignedLicenses: {
    ...ofLicenses('assignedLicense'),
    filter: { any: 'plain', count: 'advanced' },
    properties: {
      skuId: { is: 'id', nullable: true, filter: byEquality, means: 'The license.' },
    },
  },
  assignedPlans: {
    ...ofLicenses('assignedPlan'),
    filter: { any: 'plain', count: 'advanced' },
    properties: {
      servicePlanId: { is: 'id', nullable: true, filter: byEquality, means: 'The plan.' },
    },
  },
  licenseAssignmentStates: ofLicenses('licenseAssignmentState'),
  provisionedPlans: ofLicenses('provisionedPlan'),
  ageGroup: { ...none, write: 'always', filter: byEquality, means: unkept },
  consentProvidedForMinor: { ...none, write: 'always', filter: byEquality, means: unkept },
  legalAgeGroupClassification: { ...none, means: unkept },
  employeeLeaveDateTime: { ...none, is: 'instant', means: unkept },
  employeeOrgData: {
    is: 'object',
    type: 'employeeOrgData',
    nullable: true,
    only: null,
    write: 'always',
    means: unkept,
    properties: {},
  },
  imAddresses: { ...noneOfMany, means: 'Empty: they are not kept.' },
  isResourceAccount: { ...none, is: 'boolean', means: 'Null: every user is a person.' },
  passwordPolicies: {
    ...none,
    write: 'always',
    means: 'Null: one policy counts for every password, and none runs out.',
  },
  preferredDataLocation: {
    ...none,
    write: 'always',
    means: 'Null: everything is kept in one place.',
  },
  showInAddressList: {
    is: 'boolean',
    only: true,
    write: 'always',
    means: 'True: no list leaves anybody out.',
  },
  onPremisesDistinguishedName: { ...none, means: cloudOnly },
  onPremisesDomainName: { ...none, means: cloudOnly },
  onPremisesImmutableId: { ...none, write: 'always', filter: byEquality, means: cloudOnly },
  onPremisesLastSyncDateTime: { ...none, is: 'instant', means: cloudOnly },
  onPremisesProvisioningErrors: {
    ...ofLicenses('onPremisesProvisioningError'),
    means: 'Empty: nobody comes from a directory of Windows.',
  },
  onPremisesSamAccountName: { ...none, filter: byRareText, means: cloudOnly },
  onPremisesSecurityIdentifier: { ...none, filter: byRareText, means: cloudOnly },
  onPremisesSyncEnabled: {
    ...none,
    is: 'boolean',
    filter: { ...byEquality, null: 'advanced' },
    means: cloudOnly,
  },
  onPremisesUserPrincipalName: { ...none, means: cloudOnly },
  serviceProvisioningErrors: {
    ...ofLicenses('serviceProvisioningError'),
    means: 'Empty: nothing provisions users here.',
  },
} as const satisfies Properties
