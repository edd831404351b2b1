/** /tenantRelationships: an organization of this installation, for who knows its id or a domain. */
import { asks } from '../../access/permission.ts'
import { findNamedOrganization } from '../../directory/organizations/named.sql.ts'
import { longestDomain } from '../../kernel/domain.ts'
import { tenantInformation } from '../../wire/graph/tenant-information.ts'
import type { GraphRoute } from '../exchange.ts'
import { told } from '../query/answers.ts'
import { notFound } from '../refusals.ts'

const finding = (
  name: 'tenantId' | 'domainName',
  functionName: string,
  operation: 'find tenants by id' | 'find tenants by domain',
): GraphRoute => ({
  method: 'GET',
  path: `/tenantRelationships/${functionName}/:${name}`,
  permission: asks('policies.read', operation),
  operation: tenantInformation,
  handler: async (x) => {
    const wanted = x.param(name)
    const found = await findNamedOrganization(x.db, wanted)
    if (found === undefined) throw notFound(wanted.slice(0, longestDomain))
    return told(x, tenantInformation, { ...found, federationBrandName: null })
  },
})

export const tenantRoutes: readonly GraphRoute[] = [
  finding('tenantId', 'findTenantInformationByTenantId', 'find tenants by id'),
  finding('domainName', 'findTenantInformationByDomainName', 'find tenants by domain'),
]
