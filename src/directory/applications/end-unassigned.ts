/**
 * When an assignment is taken, in whatever way, or somebody's agreement: what the application holds
 * of them ends, and it is told.
 */
import type { ApplicationId, GroupId, TenantId, UserId } from '../../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../../store/database.ts'
import { signOnsEnd } from '../users/end-access.ts'

/** Whose assignments may have changed: those of an application, of a user, or of a group. */
export type Unassigned =
  | { readonly applicationId: ApplicationId }
  | { readonly userId: UserId }
  | { readonly groupId: GroupId }

const concerned = (tenantId: TenantId, whose: Unassigned): RawBuilder<unknown> => {
  if ('applicationId' in whose) return sql`c.application_id = ${whose.applicationId}`
  if ('userId' in whose) return sql`c.user_id = ${whose.userId}`
  return sql`c.application_id in (select application_id from app_role_assignments where tenant_id = ${tenantId} and group_id = ${whose.groupId})`
}

/**
 * Whether the user `c.user_id` holds an app role of `c.application_id`, which is `a`, by themselves
 * or by a group.
 */
const isAssigned = (tenantId: TenantId): RawBuilder<unknown> => sql`exists (
  select 1 from app_role_assignments s
  join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = s.app_role_id and r.deleted_at is null
  where s.tenant_id = ${tenantId} and s.application_id = c.application_id and (s.user_id = c.user_id or exists (
    select 1 from memberships m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.tenant_id = s.tenant_id and m.group_id = s.group_id and m.user_id = c.user_id)))`

/**
 * Ends the grants and sign-ons of everybody who has lost the assignment that an application
 * requires. What was given before counts no more when it is given back (R126). In the transaction
 * of the change, after it. One statement.
 */
export const endUnassigned = async (
  tx: Database,
  tenantId: TenantId,
  whose: Unassigned,
): Promise<void> => {
  await endHeld(
    tx,
    sql`select a.tenant_id, c.user_id, c.application_id from (
        select user_id, application_id from oidc_records where tenant_id = ${tenantId} and kind = 'Grant' and user_id is not null
        union select user_id, application_id from oidc_sign_ons where tenant_id = ${tenantId} and session_id is not null) c
      join service_principals a on a.tenant_id = ${tenantId} and a.id = c.application_id and a.assignment_required
      where ${concerned(tenantId, whose)} and not ${isAssigned(tenantId)}`,
    tenantId,
  )
}

/**
 * Ends what an application holds of somebody who agrees no more that they are signed in to it. In
 * the transaction that takes their agreement away.
 */
export const endDisagreed = (
  tx: Database,
  {
    tenantId,
    applicationId,
  }: { readonly tenantId: TenantId; readonly applicationId: ApplicationId },
  userId: string,
): Promise<void> =>
  endHeld(
    tx,
    sql`select ${tenantId}::uuid as tenant_id, ${userId}::uuid as user_id, ${applicationId}::uuid as application_id`,
    tenantId,
  )

// `which`: a relation of who loses what they have at which application.
const endHeld = async (
  tx: Database,
  which: RawBuilder<unknown>,
  tenantId: TenantId,
): Promise<void> => {
  await sql`
    with lost as (${which}), told as (
      ${signOnsEnd('lost', 'user')}
    )
    delete from oidc_records r using lost join oidc_records g on g.tenant_id = ${tenantId} and g.kind = 'Grant'
      and g.user_id = lost.user_id and g.application_id = lost.application_id
    where r.tenant_id = ${tenantId} and r.grant_hash = g.grant_hash`.execute(tx)
}
