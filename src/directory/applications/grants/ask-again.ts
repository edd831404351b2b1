/** People are asked again before an application acts for them: its ways in have changed. */
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'
import { sql, type Database } from '../../../store/database.ts'
import type { RegisteredAt } from '../program.sql.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

/** Has everybody asked again before the application acts for them. */
export const askAgain = async (tx: Database, { tenantId, applicationId }: Which): Promise<void> => {
  await sql`update service_principals set ways_in_version = ways_in_version + 1
    where tenant_id = ${tenantId} and id = ${applicationId}`.execute(tx)
}

/** The same in every organization that uses the application. */
export const askAgainEverywhere = async (
  tx: Database,
  { homeTenantId, registrationId }: RegisteredAt,
): Promise<void> => {
  await sql`update service_principals set ways_in_version = ways_in_version + 1
    where home_tenant_id = ${homeTenantId} and registration_id = ${registrationId}`.execute(tx)
}
