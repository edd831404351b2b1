/** What Graph has of an organization and is the same for every one here. */
import { none, noneOfMany, type Properties } from './definition/definition.ts'

const usual = { ...none, byDefault: true, means: 'Null: it is not kept.' } as const
const usualMany = { ...noneOfMany, byDefault: true, means: 'Empty: it is not kept.' } as const
const plans = (type: string) =>
  ({
    is: 'object',
    type,
    many: true,
    only: [],
    byDefault: true,
    means: 'Empty: there are no licenses here.',
    properties: {},
  }) as const
const cloudOnly = 'Null: no directory of Windows is synchronized.'

export const organizationNone = {
  deletedDateTime: { ...usual, is: 'instant', means: 'Null: a closed one is not told of.' },
  assignedPlans: plans('assignedPlan'),
  provisionedPlans: plans('provisionedPlan'),
  businessPhones: usualMany,
  street: usual,
  postalCode: usual,
  city: usual,
  state: usual,
  country: usual,
  countryLetterCode: usual,
  defaultUsageLocation: usual,
  marketingNotificationEmails: usualMany,
  securityComplianceNotificationMails: usualMany,
  securityComplianceNotificationPhones: usualMany,
  mobileDeviceManagementAuthority: {
    is: 'text',
    only: 'unknown',
    byDefault: true,
    means: 'Unknown: devices are not managed here.',
  },
  onPremisesLastSyncDateTime: { ...usual, is: 'instant', means: cloudOnly },
  onPremisesSyncEnabled: { ...usual, is: 'boolean', means: cloudOnly },
  partnerTenantType: { ...usual, means: 'Null: it is nobody’s partner.' },
  tenantType: {
    is: 'text',
    only: 'AAD',
    byDefault: true,
    means: 'AAD: of people at work, not of customers.',
  },
} as const satisfies Properties
