/** A domain of the directory API. */
import type { DefaultAnswer } from './definition/answer.ts'
import { resource } from './definition/definition.ts'

/** How people of a domain sign in: here, or at an external provider. */
export const domainKinds = ['Managed', 'Federated'] as const

export const domain = resource({
  type: 'domain',
  called: 'Domain',
  set: 'domains',
  key: 'id',
  means: 'A domain of the organization, which its DNS shows to be its own.',
  properties: {
    id: {
      is: 'domain',
      byDefault: true,
      write: 'create',
      required: true,
      means: 'The domain, in the letters of DNS.',
    },
    authenticationType: {
      is: 'text',
      words: domainKinds,
      byDefault: true,
      means: 'Whether its people sign in here, or at an external provider.',
    },
    isDefault: {
      is: 'boolean',
      byDefault: true,
      write: 'update',
      means: 'Whether new users get it; a body can say true.',
    },
    isInitial: {
      is: 'boolean',
      byDefault: true,
      means: 'Whether the organization was made with it, and keeps it.',
    },
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

export const domainRecord = resource({
  type: 'domainDnsTxtRecord',
  called: 'DomainDnsRecord',
  set: 'domains/{id}/verificationDnsRecords',
  key: 'id',
  means: 'What is written into the DNS of a domain, to show that it is the organization’s own.',
  properties: {
    id: { is: 'text', byDefault: true, means: 'The domain.' },
    isOptional: { is: 'boolean', only: false, byDefault: true, means: 'False.' },
    label: { is: 'domain', byDefault: true, means: 'At which name.' },
    recordType: { is: 'text', only: 'Txt', byDefault: true, means: 'Txt.' },
    supportedService: { is: 'text', only: 'None', byDefault: true, means: 'None.' },
    ttl: { is: 'integer', byDefault: true, means: 'For how many seconds.' },
    text: { is: 'text', byDefault: true, means: 'What to write.' },
  },
})

export type Domain = DefaultAnswer<typeof domain>
