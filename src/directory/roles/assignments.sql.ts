/** Who holds which directory role. */
import type { Condition } from '../../kernel/condition.ts'
import type { RoleId, TenantId, UserId } from '../../kernel/ids.ts'
import { counted, select, type Columns } from '../../store/columns.ts'
import { meets } from '../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { roleAssignment } from '../../wire/graph/roles.ts'
import { fieldsOf } from '../fields.sql.ts'
import { foundBy } from '../search.sql.ts'
import { userColumns } from '../users/columns.sql.ts'
import type { ListedUser } from '../users/list.sql.ts'

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

const key = byText(sql`(u.sort_name || '/' || r.role_id::text) collate "C"`)

const byName = byText(sql`u.sort_name`)
const fields = fieldsOf('r', roleAssignment.properties)

const columns: Columns<RoleAssignmentRow> = {
  roleId: 'r.role_id',
  userId: 'u.id',
  displayName: 'u.display_name',
  userPrincipalName: 'u.user_principal_name',
  userType: 'u.user_type',
  accountEnabled: 'u.account_enabled',
  assignedAt: 'r.assigned_at',
  sortValue: key.text,
}

/** A page of role assignments of live users, by name. One statement. */
export const listRoleAssignments = (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
  page: Page,
): Promise<RoleAssignmentRow[]> =>
  rows(
    db,
    select(
      columns,
    )`from role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id
      where r.tenant_id = ${tenantId} and ${meets(filter, fields)}
        and ${beyond(key, sql`u.id`, page)} ${ordered(key, sql`u.id`, page)}`,
  )

type OfRole = { readonly tenantId: TenantId; readonly roleId: RoleId }
const holdersOf = ({ tenantId, roleId }: OfRole, search: string | undefined) =>
  sql`role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id
    where r.tenant_id = ${tenantId} and r.role_id = ${roleId} and ${foundBy(tenantId, sql`u.search_words`, search)}`

/** A page of the live users who hold a role, by name. */
export const listRoleHolders = (
  db: Database,
  of: OfRole,
  list: Page & { readonly search: string | undefined },
): Promise<ListedUser[]> =>
  rows(
    db,
    select<ListedUser>({
      ...userColumns,
      sortValue: 'u.sort_name',
    })`from ${holdersOf(of, list.search)}
      and ${beyond(byName, sql`u.id`, list)} ${ordered(byName, sql`u.id`, list)}`,
  )

/** How many there are. */
export const countHolders = async (
  db: Database,
  of: OfRole,
  search: string | undefined,
): Promise<number> =>
  (await firstRow(db, select(counted)`from ${holdersOf(of, search)}`))?.count ?? 0

/** That a live user holds a role; undefined where they do not. */
export const findRoleAssignment = (
  db: Database,
  { tenantId, userId, roleId }: { tenantId: TenantId; userId: UserId; roleId: RoleId },
): Promise<RoleAssignmentRow | undefined> =>
  firstRow(
    db,
    select(
      columns,
    )`from role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id
      where r.tenant_id = ${tenantId} and r.user_id = ${userId} and r.role_id = ${roleId}`,
  )

/** How many of them the filter finds. */
export const countRoleAssignments = async (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
): Promise<number> =>
  (
    await firstRow(
      db,
      select(counted)`from role_assignments r
        join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id
        where r.tenant_id = ${tenantId} and ${meets(filter, fields)}`,
    )
  )?.count ?? 0

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
