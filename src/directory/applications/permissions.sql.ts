/** What applications were given at the directory API by themselves. */
import type { GraphRole } from '../../access/graph-scopes.ts'
import type { Condition } from '../../kernel/condition.ts'
import { meets, type Fields } from '../../store/condition.sql.ts'
import { assignmentFields } from './assignments.sql.ts'
import { zeroId, type ApplicationId, type AssignmentId, type TenantId } from '../../kernel/ids.ts'
import { mostExpanded } from '../../wire/at-once.ts'
import { answering, counted, select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byId, ordered, type Page } from '../../store/keyset.ts'

export type PermissionRow = {
  readonly id: AssignmentId
  readonly createdAt: Date
  readonly permission: GraphRole
  readonly applicationId: ApplicationId
  readonly applicationName: string
  readonly sortValue: string
}

// In the order in which they were given.
const key = byId(sql`g.id`)

const columns: Columns<PermissionRow> = {
  id: 'g.id',
  createdAt: 'g.created_at',
  permission: 'g.permission',
  applicationId: 'a.id',
  applicationName: 'a.display_name',
  sortValue: key.text,
}

const from = (tenantId: TenantId) => sql`from application_permissions g
  join live_applications a on a.tenant_id = g.tenant_id and a.id = g.application_id
  where g.tenant_id = ${tenantId}`

const fieldsWithin = (resourceId: string): Fields =>
  assignmentFields({
    principalId: sql`a.id`,
    principalName: sql`a.display_name`,
    resourceId: sql`${resourceId}::uuid`,
  })

/** `resourceId` is what the directory API is called in a filter. */
type Asked = { readonly filter: Condition | undefined; readonly resourceId: string }

const asked = (
  of: ApplicationId | undefined,
  filter: Condition | undefined,
  resourceId: string,
): RawBuilder<unknown> =>
  sql`(${of ?? null}::uuid is null or a.id = ${of ?? null}::uuid) and ${meets(filter, fieldsWithin(resourceId))}`

const unasked = { filter: undefined, resourceId: zeroId }

/** A page of what one application was given; undefined: of what all were. One statement. */
export const listPermissions = (
  db: Database,
  tenantId: TenantId,
  of: ApplicationId | undefined,
  page: Page,
  { filter, resourceId }: Asked = unasked,
): Promise<PermissionRow[]> =>
  rows(
    db,
    select(columns)`${from(tenantId)} and ${asked(of, filter, resourceId)}
      and ${beyond(key, sql`g.id`, page)} ${ordered(key, sql`g.id`, page)}`,
  )

/** How many there are. */
export const countPermissions = async (
  db: Database,
  tenantId: TenantId,
  of: ApplicationId | undefined,
  { filter, resourceId }: Asked,
): Promise<number> =>
  (await firstRow(db, select(counted)`${from(tenantId)} and ${asked(of, filter, resourceId)}`))
    ?.count ?? 0

type OfEach = PermissionRow & { readonly holderId: ApplicationId }
const columnsOfEach: Columns<OfEach> = { ...columns, holderId: 'a.id' }

/** What each of many applications was given, at most so much of each, in one statement. */
export const permissionsOfEach = (
  db: Database,
  tenantId: TenantId,
  ids: readonly string[],
): Promise<OfEach[]> => {
  const page = { descending: false, after: undefined, limit: mostExpanded }
  return rows(
    db,
    answering(
      columnsOfEach,
      (list) => sql`select x.* from unnest(${[...ids]}::uuid[]) h(id) cross join lateral (
        select ${list} ${from(tenantId)} and a.id = h.id ${ordered(key, sql`g.id`, page)}) x`,
    ),
  )
}

/** One of them; undefined where there is none of this id. */
export const findPermission = (
  db: Database,
  tenantId: TenantId,
  id: AssignmentId,
): Promise<PermissionRow | undefined> =>
  firstRow(db, select(columns)`${from(tenantId)} and g.id = ${id}`)
