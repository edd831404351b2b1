/** The published operations of domains, and small acts on groups. */
import { both } from './published-parts.ts'

export const publishedWrites = {
  'POST /directoryObjects/validateProperties': {
    people: 'Directory.Read.All Directory.ReadWrite.All Group.Read.All',
    applications: 'Directory.Read.All Directory.ReadWrite.All Group.Read.All Group.ReadWrite.All',
  },
  'POST /groups/{id}/validateProperties': both('Group.Read.All Group.ReadWrite.All'),
  'POST /groups/{id}/renew': both('Directory.ReadWrite.All Group.ReadWrite.All'),
  'POST /domains': both('Domain.ReadWrite.All'),
  'PATCH /domains/{id}': both('Domain.ReadWrite.All'),
  'DELETE /domains/{id}': both('Domain.ReadWrite.All'),
  'GET /domains/{id}/verificationDnsRecords': both('Domain.Read.All Domain.ReadWrite.All'),
  'POST /domains/{id}/verify': both('Domain.ReadWrite.All'),
  'GET /domains/{id}/domainNameReferences': both('Domain.Read.All Domain.ReadWrite.All'),
} as const
