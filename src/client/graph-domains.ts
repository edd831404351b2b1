/** What the client asks about the domains of an organization. */
import type { Domain, domain, domainRecord } from '../wire/graph/domain.ts'
import { path, type Calls } from './graph-calls.ts'
import { usual } from './selections.ts'

export const domainRoutes = ({ call, list }: Calls) => ({
  /** All of them, a hundred at most. */
  list: () => list(usual<typeof domain>(), '/domains'),
  create: (id: string) => call<Domain>('POST', '/domains', { id }),
  makeDefault: (id: string) => call('PATCH', path('domains', id), { isDefault: true }),
  remove: (id: string) => call('DELETE', path('domains', id)),
  /** What is to be written into its DNS. */
  records: (id: string) =>
    list(usual<typeof domainRecord>(), path('domains', id, 'verificationDnsRecords')),
  verify: (id: string) => call<Domain>('POST', path('domains', id, 'verify')),
})
