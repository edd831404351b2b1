/**
 * What applications may do in the directory for people, as every reader of the directory gets it.
 */
import type { Condition } from '../../../kernel/condition.ts'
import type { ApplicationId, GrantId, TenantId, UserId } from '../../../kernel/ids.ts'
import { counted, select, type Columns } from '../../../store/columns.ts'
import { idField, meets, type Fields } from '../../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import { beyond, byId, ordered, type Page } from '../../../store/keyset.ts'
import { allScopesOf } from '../../../store/relations.sql.ts'
import { permissionGrant } from '../../../wire/graph/applications/permission-grant.ts'
import { fieldsOf } from '../../fields.sql.ts'

export type GrantRow = {
  readonly id: GrantId
  readonly applicationId: ApplicationId
  /** The service principal at which it is given; of the directory API its own id. */
  readonly resourceId: string
  /** Null: for everybody. */
  readonly userId: UserId | null
  readonly consentType: 'AllPrincipals' | 'Principal'
  /** What was given, and of one person what they agreed to beside. */
  readonly scopes: readonly string[]
  /** What was given by it alone. */
  readonly given: readonly string[]
  readonly sortValue: string
}

// In the order in which they were made.
const key = byId(sql`h.id`)
const fields: Fields = {
  ...fieldsOf('h', permissionGrant.properties),
  resourceId: idField(sql`h.at_id`),
  id: idField(sql`h.id`),
}

const columns: Columns<GrantRow> = {
  id: 'h.id',
  applicationId: 'h.application_id',
  resourceId: 'h.at_id',
  userId: 'h.user_id',
  consentType: 'h.consent_type',
  scopes: 'h.all_scopes',
  given: 'h.scopes',
  sortValue: key.text,
}

// A service principal, found by its key alone: with old statistics the index of live ones looks as
// good, and holds all of an organization.
const isLive = (id: string): RawBuilder<unknown> =>
  sql`(select p.deleted_at is null from service_principals p where p.tenant_id = g.tenant_id and p.id = ${sql.ref(id)})`

/**
 * Those of live applications at live ones, for everybody or live users; `resourceId` is the id of
 * the directory API. Each of these is looked up for the row that it stands in, as a value: joined,
 * all of them would be read for a page.
 */
const held = (tenantId: TenantId, resourceId: string): RawBuilder<unknown> => sql`(
  select g.*, coalesce(g.resource_id, ${resourceId}::uuid) as at_id,
    case when g.user_id is null then 'AllPrincipals' else 'Principal' end as consent_type,
    ${allScopesOf('g')} as all_scopes
  from permission_grants g
  where g.tenant_id = ${tenantId}
    and ${isLive('g.application_id')} and (g.resource_id is null or ${isLive('g.resource_id')})
    and (g.user_id is null or (select true from live_users u where u.tenant_id = g.tenant_id and u.id = g.user_id))) h`

type At = { readonly tenantId: TenantId; readonly resourceId: string }

/** A page of them. One statement. */
export const listGrants = (
  db: Database,
  { tenantId, resourceId }: At,
  filter: Condition | undefined,
  page: Page,
): Promise<GrantRow[]> =>
  rows(
    db,
    select(columns)`from ${held(tenantId, resourceId)} where ${meets(filter, fields)}
      and ${beyond(key, sql`h.id`, page)} ${ordered(key, sql`h.id`, page)}`,
  )

/** How many of them the filter finds. */
export const countGrants = async (
  db: Database,
  { tenantId, resourceId }: At,
  filter: Condition | undefined,
): Promise<number> =>
  (
    await firstRow(
      db,
      select(counted)`from ${held(tenantId, resourceId)} where ${meets(filter, fields)}`,
    )
  )?.count ?? 0

/** One of them; undefined where there is none of this id. */
export const findGrant = (
  db: Database,
  { tenantId, resourceId }: At,
  id: string,
): Promise<GrantRow | undefined> =>
  firstRow(db, select(columns)`from ${held(tenantId, resourceId)} where h.id = ${id}::uuid`)
