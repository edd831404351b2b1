/** Who holds which directory role. */
import type { RoleId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'

export type RoleAssignmentRow = {
  readonly roleId: RoleId
  readonly userId: UserId
  readonly displayName: string
  readonly userPrincipalName: string
  readonly userType: 'Member' | 'Guest'
  readonly accountEnabled: boolean
  readonly assignedAt: Date
  readonly sortValue: string
}

export type RoleFilter = {
  readonly roleId?: string | undefined
  readonly userId?: string | undefined
}

const key = byText(sql`(u.sort_name || '/' || r.role_id::text) collate "C"`)

/** A page of role assignments of live users, by name. One statement. */
export const listRoleAssignments = (
  db: Database,
  tenantId: TenantId,
  filter: RoleFilter,
  page: Page,
): Promise<RoleAssignmentRow[]> =>
  rows(
    db,
    select<RoleAssignmentRow>({
      roleId: 'r.role_id',
      userId: 'u.id',
      displayName: 'u.display_name',
      userPrincipalName: 'u.user_principal_name',
      userType: 'u.user_type',
      accountEnabled: 'u.account_enabled',
      assignedAt: 'r.assigned_at',
      sortValue: key.text,
    })`from role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id
      where r.tenant_id = ${tenantId}
        and ${filter.roleId === undefined ? sql`true` : sql`r.role_id = ${filter.roleId}::uuid`}
        and ${filter.userId === undefined ? sql`true` : sql`r.user_id = ${filter.userId}::uuid`}
        and ${beyond(key, sql`u.id`, page)} ${ordered(key, sql`u.id`, page)}`,
  )

/** How many live users hold each role; roles that nobody holds are absent. */
export const countRoleHolders = async (
  db: Database,
  tenantId: TenantId,
): Promise<Map<string, number>> => {
  const found = await rows(
    db,
    select<{ roleId: string; count: number }>({
      roleId: 'r.role_id',
      count: sql`count(*)::int`,
    })`from role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id
      where r.tenant_id = ${tenantId} group by r.role_id`,
  )
  return new Map(found.map(({ roleId, count }) => [roleId, count]))
}
