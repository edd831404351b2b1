/**
 * Who remains. Questions about the last administrator are decided one at a time: `lockTenant` in one statement, the reading in the
 * next. In one statement a reader that waited for the lock would still see the rows from before it waited.
 */
import { roles } from '../access/roles.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../store/database.ts'

/** Holds the tenant until the transaction ends. Does not hinder those who only refer to the tenant. */
export const lockTenant = async (tx: Database, tenantId: TenantId): Promise<void> => {
  await sql`select 1 from tenants where id = ${tenantId} for no key update`.execute(tx)
}

/** Whether the user with these ids holds the top administrator role. Arguments are SQL: columns or parameters. */
export const holdsTopRole = (tenantId: RawBuilder<unknown>, userId: RawBuilder<unknown>): RawBuilder<boolean> => sql`exists (
  select 1 from role_assignments r where r.tenant_id = ${tenantId} and r.user_id = ${userId} and r.role_id = ${roles.globalAdministrator.id}::uuid)`

/** Whether somebody other than this user is a live, enabled holder of the top administrator role. */
export const anotherTopAdministrator = (tenantId: RawBuilder<unknown>, userId: RawBuilder<unknown>): RawBuilder<boolean> => sql`exists (
  select 1 from role_assignments r join live_users a on a.tenant_id = r.tenant_id and a.id = r.user_id and a.account_enabled
    and a.person_id is not null and a.external_user_state is distinct from 'PendingAcceptance'
  where r.tenant_id = ${tenantId} and r.role_id = ${roles.globalAdministrator.id}::uuid and r.user_id <> ${userId})`

/** Whether somebody other than `userId` is a live, enabled Global Administrator. To be read after `lockTenant`. */
export const readAnotherAdministrator = async (tx: Database, tenantId: TenantId, userId: UserId): Promise<boolean> => {
  const found = await sql<{
    another: boolean
  }>`select ${anotherTopAdministrator(sql`${tenantId}::uuid`, sql`${userId}::uuid`)} as another`.execute(tx)
  return found.rows[0]?.another ?? false
}
