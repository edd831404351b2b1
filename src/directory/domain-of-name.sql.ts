/** The domain of a name that somebody gets. */
import type { TenantId } from '../kernel/ids.ts'
import { domainOfName } from '../kernel/principal-name.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'

/**
 * A row where a sign-in name ends in a verified domain of the organization, which stays one until
 * the transaction ends.
 */
export const heldDomainOf = (tenantId: TenantId, userPrincipalName: string): RawBuilder<unknown> =>
  sql`select 1 from verified_domains where tenant_id = ${tenantId} and name = ${domainOfName(userPrincipalName)} for key share`

/**
 * Whether a sign-in name ends in a verified domain of the organization, which stays one until the
 * transaction ends.
 */
export const holdDomainOf = async (
  tx: Database,
  tenantId: TenantId,
  userPrincipalName: string,
): Promise<boolean> => (await firstRow(tx, heldDomainOf(tenantId, userPrincipalName))) !== undefined
