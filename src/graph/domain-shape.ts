/** The domains of the organization, and how each is answered. */
import { readOrganization, type OrganizationRow } from '../directory/organization.sql.ts'
import { listProviders } from '../credentials/provider/provider.sql.ts'
import { domain } from '../wire/graph/domain.ts'
import type { Exchange } from './exchange.ts'
import { shaped } from './shape.ts'

type DomainRow = OrganizationRow['domains'][number] & { readonly isFederated: boolean }
export type WithDomains = Omit<OrganizationRow, 'domains'> & {
  readonly domains: readonly DomainRow[]
}

/** Whether its people sign in here, or at a provider. */
export const kindOf = ({ isFederated }: DomainRow) => (isFederated ? 'Federated' : 'Managed')

/** With its domains; one is federated while its people sign in at an external provider. */
export const readWithDomains = async (x: Exchange): Promise<WithDomains> => {
  const [found, providers] = await Promise.all([
    readOrganization(x.db, x.tenantId),
    listProviders(x.db, x.tenantId),
  ])
  const federated = new Set(
    providers.flatMap((one) => (one.disabledAt === null ? (one.domains ?? []) : [])),
  )
  return {
    ...found,
    domains: found.domains.map((one) => ({ ...one, isFederated: federated.has(one.name) })),
  }
}

export const domainShape = shaped<typeof domain, DomainRow>(domain, {
  id: ({ name }) => name,
  authenticationType: kindOf,
  isAdminManaged: () => true,
  supportedServices: () => [],
})
