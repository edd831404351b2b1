/** The applications of all organizations, as the operator looks for them. */
import type { ApplicationId, RegistrationId, TenantId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'

export type Registered = {
  readonly tenantId: TenantId
  readonly organization: string
  readonly id: ApplicationId
  readonly registrationId: RegistrationId
  readonly appId: string
  readonly displayName: string
  readonly createdAt: Date
}

const columns: Columns<Registered> = {
  tenantId: 'a.tenant_id',
  organization: 't.display_name',
  id: 'a.id',
  registrationId: 'a.registration_id',
  appId: 'a.app_id',
  displayName: 'a.display_name',
  createdAt: 'a.created_at',
}

const all = sql`live_applications a join tenants t on t.id = a.tenant_id`
const atHome = sql`a.home_tenant_id = a.tenant_id`

const actsByItself = sql`(cardinality(a.asked_roles) > 0
  or exists (select 1 from application_permissions p where p.tenant_id = a.tenant_id and p.application_id = a.id)
  or exists (select 1 from application_roles r where r.tenant_id = a.tenant_id and r.application_id = a.id))`

/**
 * Up to `limit` of them by organization and name: all of `tenantId`, or of every organization those
 * that act by themselves, or ask to.
 */
export const listRegistered = (
  db: Database,
  tenantId: TenantId | undefined,
  limit: number,
): Promise<Registered[]> =>
  rows(
    db,
    select(
      columns,
    )`from ${all} where ${tenantId === undefined ? actsByItself : sql`a.tenant_id = ${tenantId}`}
      order by t.display_name, a.sort_name, a.id limit ${limit}`,
  )

/** The live application with this client id, in whichever organization it is registered. */
export const findRegistered = (db: Database, appId: string): Promise<Registered | undefined> =>
  firstRow(db, select(columns)`from ${all} where a.app_id = ${appId}::uuid and ${atHome}`)
