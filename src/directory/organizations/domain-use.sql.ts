/** Who and what has a domain of an organization in its name. */
import type { TenantId } from '../../kernel/ids.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'

/**
 * Whether users of the organization have it in their principal name, deleted ones too, who could
 * come back with it, or a provider signs its people in.
 */
export const isUsedDomain = async (
  tx: Database,
  { tenantId, name }: { readonly tenantId: TenantId; readonly name: string },
): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 where exists (select 1 from live_users u where u.tenant_id = ${tenantId} and substring(u.name_key from '[^@]+$') = ${name})
      or exists (select 1 from deleted_users u where u.tenant_id = ${tenantId} and substring(u.name_key from '[^@]+$') = ${name})
      or exists (select 1 from identity_providers p where p.tenant_id = ${tenantId} and ${name} = any(p.domains))`,
  )) !== undefined
