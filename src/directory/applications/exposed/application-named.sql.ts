/** Applications by their client ids. */
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { firstRow, type Database } from '../../../store/database.ts'

/** The id of the live service principal that signs people in as `appId`. */
export const applicationNamed = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
): Promise<ApplicationId | undefined> =>
  (
    await firstRow(
      db,
      select<{ id: ApplicationId }>({
        id: 'a.id',
      })`from live_applications a where a.tenant_id = ${tenantId} and a.app_id = ${appId}`,
    )
  )?.id
