/**
 * What a user has agreed to: that an application acts in the directory for them, as it was then.
 */
import type { TenantId } from '../kernel/ids.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

type Agreement = {
  readonly tenantId: TenantId
  readonly userId: string
  readonly applicationId: string
  /** The version of the application's ways in that was agreed to. */
  readonly waysInVersion: number
}

/** Whether a user has agreed that an application acts in the directory for them, as it is now. */
export const isAgreed = async (
  db: Database,
  { tenantId, userId, applicationId, waysInVersion }: Agreement,
): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from scope_agreements where tenant_id = ${tenantId} and user_id = ${userId}::uuid
      and application_id = ${applicationId}::uuid and ways_in_version = ${waysInVersion}`,
  )) !== undefined

/** Notes that they have. */
export const noteAgreement = async (
  db: Database,
  { tenantId, userId, applicationId, waysInVersion }: Agreement,
  now: Date,
): Promise<void> => {
  await sql`insert into scope_agreements (tenant_id, user_id, application_id, ways_in_version, agreed_at)
    values (${tenantId}, ${userId}::uuid, ${applicationId}::uuid, ${waysInVersion}, ${now})
    on conflict (tenant_id, user_id, application_id)
      do update set ways_in_version = excluded.ways_in_version, agreed_at = excluded.agreed_at`.execute(
    db,
  )
}
