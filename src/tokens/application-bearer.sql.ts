/** An application that calls by itself, as it is at this moment. */
import type { GraphRole } from '../access/graph-scopes.ts'
import { roleNamed, type RoleName } from '../access/roles.ts'
import { isUuid, type ApplicationId, type TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

export type ApplicationBearer = {
  readonly applicationId: ApplicationId
  readonly appId: string
  /** The app roles of the directory API that it was given. */
  readonly permissions: readonly GraphRole[]
  /** Its directory roles. */
  readonly roles: readonly RoleName[]
}

type Which = {
  readonly tenantId: TenantId
  readonly applicationId: string
  readonly appId: string
}

/**
 * The application, with what it was given and is now; undefined when it is deleted or disabled,
 * here or at its home, or one of the two organizations is closed. One statement.
 */
export const readApplicationBearer = async (
  db: Database,
  { tenantId, applicationId, appId }: Which,
): Promise<ApplicationBearer | undefined> => {
  if (!isUuid(applicationId)) return undefined
  const found = await firstRow(
    db,
    select<Omit<ApplicationBearer, 'roles'> & { readonly roleIds: readonly string[] }>({
      applicationId: 'a.id',
      appId: 'a.app_id',
      permissions: sql`array(select g.permission from application_permissions g
        where g.tenant_id = a.tenant_id and g.application_id = a.id)`,
      roleIds: sql`array(select r.role_id::text from application_roles r
        where r.tenant_id = a.tenant_id and r.application_id = a.id)`,
    })`from live_applications a join tenants t on t.id = a.tenant_id and t.state = 'active'
      where a.tenant_id = ${tenantId} and a.id = ${applicationId}::uuid and a.app_id = ${appId}::uuid
        and a.works`,
  )
  if (found === undefined) return undefined
  const { roleIds, ...bearer } = found
  return { ...bearer, roles: roleIds.flatMap((id) => roleNamed(id) ?? []) }
}
