/**
 * App role assignments, as every reader gets them: to live principals, of live applications, with
 * app roles that still exist.
 */
import type { ApplicationId, AppRoleId, AssignmentId, TenantId } from '../../kernel/ids.ts'
import type { Condition } from '../../kernel/condition.ts'
import { idField, meets, type Fields } from '../../store/condition.sql.ts'
import { foldedField } from '../fields.sql.ts'
import { answering, counted, select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { mostExpanded } from '../../wire/at-once.ts'
import { beyond, byId, byText, ordered, type OrderKey, type Page } from '../../store/keyset.ts'

export type AssignmentRow = {
  readonly id: AssignmentId
  readonly createdAt: Date
  readonly applicationId: ApplicationId
  readonly applicationName: string
  readonly appRoleId: AppRoleId
  readonly appRoleName: string
  readonly appRoleValue: string | null
  readonly principalKind: 'user' | 'group' | 'application'
  readonly principalId: string
  readonly principalName: string
  readonly sortValue: string
}

export type AssignmentsOf =
  /** `application`: to whom it is assigned; `client`: what was given to it at others. */
  | { readonly kind: 'user' | 'group' | 'application' | 'client'; readonly id: string }
  | { readonly kind: 'assignment'; readonly id: AssignmentId }

const columns: Readonly<Record<AssignmentsOf['kind'], RawBuilder<unknown>>> = {
  user: sql`s.user_id`,
  group: sql`s.group_id`,
  application: sql`s.application_id`,
  client: sql`s.client_id`,
  assignment: sql`s.id`,
}

// An application may be assigned to everybody: its assignments are read in the order of their ids,
// which is that of their making.
const keyOf = (kind: AssignmentsOf['kind']) =>
  kind === 'application' || kind === 'client' ? byId(sql`s.id`) : byText(sql`a.sort_name`)

const assignmentColumns = (key: OrderKey): Columns<AssignmentRow> => ({
  id: 's.id',
  createdAt: 's.created_at',
  applicationId: 'a.id',
  applicationName: 'a.display_name',
  appRoleId: 'r.id',
  appRoleName: 'r.display_name',
  appRoleValue: 'r.value',
  principalKind: sql`case when u.id is not null then 'user' when g.id is not null then 'group' else 'application' end`,
  principalId: sql`coalesce(u.id, g.id, c.id)`,
  principalName: sql`coalesce(u.display_name, g.display_name, c.display_name)`,
  sortValue: key.text,
})

const assigned = (tenantId: TenantId, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  from app_role_assignments s
  join live_applications a on a.tenant_id = s.tenant_id and a.id = s.application_id
  join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = s.app_role_id and r.deleted_at is null
  left join live_users u on u.tenant_id = s.tenant_id and u.id = s.user_id
  left join live_groups g on g.tenant_id = s.tenant_id and g.id = s.group_id
  left join live_applications c on c.tenant_id = s.tenant_id and c.id = s.client_id
  where s.tenant_id = ${tenantId} and ${which} and coalesce(u.id, g.id, c.id) is not null`

type OfEach = AssignmentRow & { readonly holderId: string }
const columnsOfEach = (key: OrderKey): Columns<OfEach> => ({
  ...assignmentColumns(key),
  holderId: 'h.id',
})

/** The assignments of each of many, at most so many of each, in one statement. */
export const assignmentsOfEach = (
  db: Database,
  tenantId: TenantId,
  kind: Exclude<AssignmentsOf['kind'], 'assignment'>,
  ids: readonly string[],
): Promise<OfEach[]> => {
  const key = keyOf(kind)
  const page = { descending: false, after: undefined, limit: mostExpanded }
  return rows(
    db,
    answering(
      columnsOfEach(key),
      (list) => sql`select x.* from unnest(${[...ids]}::uuid[]) h(id) cross join lateral (
        select ${list} ${assigned(tenantId, sql`${columns[kind]} = h.id`)} ${ordered(key, sql`s.id`, page)}) x`,
    ),
  )
}

/** What lists of assignments are filtered by, by the expressions that a statement has for them. */
export const assignmentFields = ({
  principalId,
  principalName,
  resourceId,
}: {
  readonly principalId: RawBuilder<unknown>
  readonly principalName: RawBuilder<unknown>
  readonly resourceId: RawBuilder<unknown>
}): Fields => ({
  principalId: idField(principalId),
  principalDisplayName: foldedField(principalName),
  resourceId: idField(resourceId),
})

const fields = assignmentFields({
  principalId: sql`coalesce(u.id, g.id, c.id)`,
  principalName: sql`coalesce(u.display_name, g.display_name, c.display_name)`,
  resourceId: sql`a.id`,
})

/** How many there are. */
export const countAssignments = async (
  db: Database,
  tenantId: TenantId,
  of: AssignmentsOf,
  filter: Condition | undefined,
): Promise<number> => {
  const which = sql`${columns[of.kind]} = ${of.id} and ${meets(filter, fields)}`
  return (await firstRow(db, select(counted)`${assigned(tenantId, which)}`))?.count ?? 0
}

/** A page of assignments by name, in one statement. */
export const listAssignments = (
  db: Database,
  tenantId: TenantId,
  of: AssignmentsOf,
  page: Page & { readonly filter?: Condition | undefined },
): Promise<AssignmentRow[]> => {
  const key = keyOf(of.kind)
  return rows(
    db,
    answering(
      assignmentColumns(key),
      (list) => sql`select ${list} ${assigned(tenantId, sql`${columns[of.kind]} = ${of.id}`)}
        and ${meets(page.filter, fields)} and ${beyond(key, sql`s.id`, page)} ${ordered(key, sql`s.id`, page)}`,
    ),
  )
}
