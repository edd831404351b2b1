/** Which organization a code or a refresh token is of, where a request names none. */
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, type Database } from '../store/database.ts'
import { recordHash } from './access-token.ts'

/**
 * The organization that gave out this code or refresh token, used or over as it may be: that is for
 * the organization to judge. Undefined when none did. What the issuer of people gave is of none.
 */
export const organizationOfToken = async (
  db: Database,
  token: string,
): Promise<TenantId | undefined> => {
  const found = await firstRow(
    db,
    select<{ tenantId: TenantId }>({
      tenantId: 'r.tenant_id',
    })`from oidc_records r join tenants t on t.id = r.tenant_id and t.state <> 'issuer'
      where r.kind in ('AuthorizationCode', 'RefreshToken') and r.id_hash = ${recordHash(token)}`,
  )
  return found?.tenantId
}
