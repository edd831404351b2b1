/** Who holds which directory role: users and applications. */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { RoleId, TenantId } from '../../kernel/ids.ts'
import { counted, select, type Columns } from '../../store/columns.ts'
import { meets } from '../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { roleAssignment } from '../../wire/graph/roles.ts'
import { fieldsOf } from '../fields.sql.ts'
import type { MemberRef } from '../links/members.sql.ts'
import { foundBy } from '../search.sql.ts'

export type PrincipalKind = 'user' | 'application'

export type RoleAssignmentRow = {
  readonly roleId: RoleId
  readonly kind: PrincipalKind
  readonly principalId: string
  readonly displayName: string
  /** Of a user. */
  readonly userPrincipalName: string | null
  readonly userType: 'Member' | 'Guest' | null
  /** Of an application. */
  readonly appId: string | null
  readonly accountEnabled: boolean
  readonly assignedAt: Date
  readonly sortValue: string
}

const key = byText(sql`(h.sort_name || '/' || h.role_id::text) collate "C"`)

const byName = byText(sql`h.sort_name`)
const fields = fieldsOf('h', roleAssignment.properties)

const columns: Columns<RoleAssignmentRow> = {
  roleId: 'h.role_id',
  kind: 'h.kind',
  principalId: 'h.principal_id',
  displayName: 'h.display_name',
  userPrincipalName: 'h.user_principal_name',
  userType: 'h.user_type',
  appId: 'h.app_id',
  accountEnabled: 'h.account_enabled',
  assignedAt: 'h.assigned_at',
  sortValue: key.text,
}

/** Every role of every live user and application of an organization, as `h`. */
const held = (tenantId: TenantId): RawBuilder<unknown> => sql`(
  select r.role_id, 'user' as kind, u.id as principal_id, u.display_name, u.sort_name, u.search_words,
    u.user_principal_name, u.user_type, null::uuid as app_id, u.account_enabled, r.assigned_at
  from role_assignments r join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id where r.tenant_id = ${tenantId}
  union all
  select r.role_id, 'application', a.id, a.display_name, a.sort_name, a.search_words,
    null, null, a.app_id, true, r.assigned_at
  from application_roles r join live_applications a on a.tenant_id = r.tenant_id and a.id = r.application_id where r.tenant_id = ${tenantId}) h`

/** A page of role assignments, by the names of who holds them. One statement. */
export const listRoleAssignments = (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
  page: Page,
): Promise<RoleAssignmentRow[]> =>
  rows(
    db,
    select(columns)`from ${held(tenantId)} where ${meets(filter, fields)}
        and ${beyond(key, sql`h.principal_id`, page)} ${ordered(key, sql`h.principal_id`, page)}`,
  )

type OfRole = {
  readonly tenantId: TenantId
  readonly roleId: RoleId
  readonly search: Search | undefined
  readonly kinds?: readonly PrincipalKind[] | undefined
}
const holdersOf = ({ tenantId, roleId, search, kinds }: OfRole): RawBuilder<unknown> =>
  sql`${held(tenantId)} where h.role_id = ${roleId} and ${foundBy(tenantId, sql`h.search_words`, search)}
    and ${kinds === undefined ? sql`true` : sql`h.kind = any(${[...kinds]}::text[])`}`

/** A page of the live users and applications that hold a role, by name. */
export const listRoleHolders = (db: Database, of: OfRole, page: Page): Promise<MemberRef[]> =>
  rows(
    db,
    select<MemberRef>({
      kind: 'h.kind',
      id: 'h.principal_id',
      sortValue: 'h.sort_name',
    })`from ${holdersOf(of)}
      and ${beyond(byName, sql`h.principal_id`, page)} ${ordered(byName, sql`h.principal_id`, page)}`,
  )

/** How many there are. */
export const countHolders = async (db: Database, of: OfRole): Promise<number> =>
  (await firstRow(db, select(counted)`from ${holdersOf(of)}`))?.count ?? 0

/** That a live user or application holds a role; undefined where they do not. */
export const findRoleAssignment = (
  db: Database,
  {
    tenantId,
    principalId,
    roleId,
  }: { readonly tenantId: TenantId; readonly principalId: string; readonly roleId: RoleId },
): Promise<RoleAssignmentRow | undefined> =>
  firstRow(
    db,
    select(
      columns,
    )`from ${held(tenantId)} where h.principal_id = ${principalId}::uuid and h.role_id = ${roleId}`,
  )

/** How many of them the filter finds. */
export const countRoleAssignments = async (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
): Promise<number> =>
  (await firstRow(db, select(counted)`from ${held(tenantId)} where ${meets(filter, fields)}`))
    ?.count ?? 0

/** How many live users and applications hold each role; roles that nobody holds are absent. */
export const countRoleHolders = async (
  db: Database,
  tenantId: TenantId,
): Promise<Map<string, number>> => {
  const found = await rows(
    db,
    select<{ roleId: string; count: number }>({
      roleId: 'h.role_id',
      count: sql`count(*)::int`,
    })`from ${held(tenantId)} group by h.role_id`,
  )
  return new Map(found.map(({ roleId, count }) => [roleId, count]))
}
