/** When the window ends in which what is deleted can be restored, as the organization has it. */
import type { TenantId } from '../kernel/ids.ts'
import { sql, type RawBuilder } from '../store/database.ts'

/** The end of the window of what is deleted at `now` (R52, R55). */
export const windowEnd = (tenantId: TenantId, now: Date): RawBuilder<unknown> =>
  sql`(select ${now}::timestamptz + t.deleted_retention_days * interval '24 hours' from tenants t where t.id = ${tenantId})`
