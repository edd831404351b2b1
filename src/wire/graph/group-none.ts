/**
 * What Graph has of groups and is the same for every group here: mail and sites of Microsoft 365,
 * rules of membership, directories of Windows. Clients read it, filter by it and send it along.
 */
import { none, noneOfMany, type Properties } from './definition/definition.ts'
import { byEquality, byRareMoment, byText } from './definition/filters.ts'

const [unmailed, ruleless, cloudOnly, endless] = [
  'Null: groups have no mailbox here.',
  'Null: who is in a group has been put there.',
  'Null: no group comes from a directory of Windows.',
  'Null: groups do not run out.',
]
const usual = { ...none, byDefault: true } as const
const usualMany = { ...noneOfMany, byDefault: true } as const
const errors = (type: string, means: string) =>
  ({ is: 'object', type, many: true, only: [], byDefault: true, means, properties: {} }) as const

export const groupNone = {
  mail: { ...usual, filter: byText, means: unmailed },
  mailEnabled: {
    is: 'boolean',
    only: false,
    byDefault: true,
    write: 'always',
    filter: byEquality,
    means: 'False: groups have no mailbox here.',
  },
  securityEnabled: {
    is: 'boolean',
    only: true,
    byDefault: true,
    write: 'always',
    filter: byEquality,
    means: 'True: a group gives access.',
  },
  groupTypes: {
    ...usualMany,
    write: 'always',
    filter: { any: 'plain', count: 'advanced', eq: 'plain', ne: 'advanced' },
    means: 'Empty: a plain security group.',
  },
  proxyAddresses: {
    ...usualMany,
    filter: {
      any: 'plain',
      count: 'advanced',
      eq: 'plain',
      ge: 'plain',
      le: 'plain',
      startsWith: 'plain',
    },
    means: 'Empty: groups have no mailbox here.',
  },
  classification: { ...usual, filter: byText, means: 'Null: groups are not classified.' },
  expirationDateTime: { ...usual, is: 'instant', filter: byRareMoment, means: endless },
  membershipRule: { ...usual, filter: byText, means: ruleless },
  membershipRuleProcessingState: { ...usual, filter: byEquality, means: ruleless },
  onPremisesDomainName: { ...usual, means: cloudOnly },
  onPremisesLastSyncDateTime: { ...usual, is: 'instant', means: cloudOnly },
  onPremisesNetBiosName: { ...usual, means: cloudOnly },
  onPremisesProvisioningErrors: errors(
    'onPremisesProvisioningError',
    'Empty: no group comes from a directory of Windows.',
  ),
  onPremisesSamAccountName: { ...usual, filter: byText, means: cloudOnly },
  onPremisesSecurityIdentifier: { ...usual, means: cloudOnly },
  onPremisesSyncEnabled: { ...usual, is: 'boolean', filter: byEquality, means: cloudOnly },
  preferredDataLocation: { ...usual, means: 'Null: everything is kept in one place.' },
  preferredLanguage: { ...usual, filter: byText, means: 'Null: a group speaks no language.' },
  renewedDateTime: { ...usual, is: 'instant', filter: byRareMoment, means: endless },
  resourceBehaviorOptions: { ...usualMany, means: 'Empty: nothing of Microsoft 365 hangs on it.' },
  resourceProvisioningOptions: {
    ...usualMany,
    means: 'Empty: nothing of Microsoft 365 hangs on it.',
  },
  serviceProvisioningErrors: errors(
    'serviceProvisioningError',
    'Empty: nothing provisions groups here.',
  ),
  theme: { ...usual, means: 'Null: there are no pages of a group to colour.' },
  uniqueName: { ...usual, means: 'Null: groups are found by their id.' },
} as const satisfies Properties
