/**
 * Everything that applications hold of people ends: grants with their tokens, sign-ons, and what
 * they agreed to. They are registered as they were; people come in anew.
 */
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../../store/database.ts'
import { signOnsEnd } from '../users/end-access.ts'
import type { WhichRegistration } from './program.sql.ts'

// In the transaction of what ends them. `which`: a relation of service principals, `tenant_id, id`.
const endThose = async (tx: Database, which: RawBuilder<unknown>): Promise<void> => {
  await sql`
    with these as materialized (select w.tenant_id, w.id as application_id from (${which}) w), told as (
      ${signOnsEnd('these', 'everybody')}
    ), agreed as (
      update permission_grants g set agreed_scopes = '{}', agreed_version = null from these
      where g.tenant_id = these.tenant_id and g.application_id = these.application_id and g.user_id is not null
    ), newer as (
      update service_principals p set ways_in_version = ways_in_version + 1 from these
      where p.tenant_id = these.tenant_id and p.id = these.application_id
    )
    delete from oidc_records r using these where r.tenant_id = these.tenant_id and (r.application_id = these.application_id
      or r.grant_hash in (select g.grant_hash from oidc_records g where g.tenant_id = these.tenant_id and g.kind = 'Grant' and g.application_id = these.application_id))`.execute(
    tx,
  )
}

/**
 * Ends it in the transaction of a deletion, and again of a restore, so that nothing counts that
 * came about in between (R126). One statement, however many they are.
 */
export const endApplications = (
  tx: Database,
  tenantId: TenantId,
  applicationIds: readonly ApplicationId[],
): Promise<void> =>
  endThose(
    tx,
    sql`select ${tenantId}::uuid as tenant_id, id from unnest(${[...applicationIds]}::uuid[]) as k(id)`,
  )

/**
 * The same of an application in every other organization that uses it, and with `atHome` in its own
 * too. One statement.
 */
export const endEverywhere = (
  tx: Database,
  { tenantId, registrationId }: WhichRegistration,
  { atHome }: { readonly atHome: boolean },
): Promise<void> =>
  endThose(
    tx,
    sql`select p.tenant_id, p.id from service_principals p where p.home_tenant_id = ${tenantId} and p.registration_id = ${registrationId}
      and (${atHome} or p.tenant_id <> ${tenantId})`,
  )

/** The same of all that an organization offers to others. One statement. */
export const endOffered = (tx: Database, tenantId: TenantId): Promise<void> =>
  endThose(
    tx,
    sql`select p.tenant_id, p.id from service_principals p where p.home_tenant_id = ${tenantId} and p.tenant_id <> ${tenantId}`,
  )
