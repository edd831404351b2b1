/**
 * Everything that applications hold of people ends: grants with their tokens, sign-ons, and what
 * they agreed to. They are registered as they were; people come in anew.
 */
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'

/**
 * Ends it in the transaction of a deletion, and again of a restore, so that nothing counts that
 * came about in between (R126). One statement, however many they are.
 */
export const endApplications = async (
  tx: Database,
  tenantId: TenantId,
  applicationIds: readonly ApplicationId[],
): Promise<void> => {
  const these = sql`any(${[...applicationIds]}::uuid[])`
  await sql`
    with told as (
      update oidc_sign_ons set session_id = null where tenant_id = ${tenantId} and application_id = ${these} and session_id is not null
    ), agreed as (
      update permission_grants set agreed_scopes = '{}', agreed_version = null
      where tenant_id = ${tenantId} and application_id = ${these} and user_id is not null
    ), newer as (
      update service_principals set ways_in_version = ways_in_version + 1 where tenant_id = ${tenantId} and id = ${these}
    )
    delete from oidc_records r where r.tenant_id = ${tenantId} and (r.application_id = ${these}
      or r.grant_hash in (select g.grant_hash from oidc_records g where g.tenant_id = ${tenantId} and g.kind = 'Grant' and g.application_id = ${these}))`.execute(
    tx,
  )
}
