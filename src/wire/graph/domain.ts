/** A domain of the directory API. */
import { resource } from './definition/definition.ts'

/** How people of a domain sign in: here, or at an external provider. */
export const domainKinds = ['Managed', 'Federated'] as const

export const domain = resource({
  type: 'domain',
  called: 'Domain',
  set: 'domains',
  key: 'id',
  means: 'A domain of the organization. An operator adds domains.',
  properties: {
    id: { is: 'domain', byDefault: true, means: 'The domain, in the letters of DNS.' },
    authenticationType: {
      is: 'text',
      words: domainKinds,
      byDefault: true,
      means: 'Whether its people sign in here, or at an external provider.',
    },
    isDefault: { is: 'boolean', byDefault: true, means: 'Whether new users get it.' },
    isVerified: {
      is: 'boolean',
      byDefault: true,
      means: 'Whether it is proved to be the organization’s own.',
    },
    isAdminManaged: { is: 'boolean', only: true, byDefault: true, means: 'True.' },
    supportedServices: {
      is: 'text',
      many: true,
      mostItems: 0,
      byDefault: true,
      means: 'Empty: there is no mail here.',
    },
  },
})
