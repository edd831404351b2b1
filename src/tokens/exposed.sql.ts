/** What applications expose to others, as those ask for it: by the name of the resource. */
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

export type Exposed = {
  readonly appId: string
  /** Only who is assigned signs in to it. */
  readonly assignmentRequired: boolean
  /**
   * Its scopes that are enabled and that the asking application was authorized for in advance;
   * where it asks for itself, all of them.
   */
  readonly scopes: readonly string[]
}

type Asked = { readonly tenantId: TenantId; readonly resource: string; readonly clientId: string }

/**
 * The live, enabled application that is called so as a resource, and what of it another is
 * authorized for; undefined when there is none. One statement.
 */
export const readExposed = (
  db: Database,
  { tenantId, resource, clientId }: Asked,
): Promise<Exposed | undefined> =>
  firstRow(
    db,
    select<Exposed>({
      appId: 'a.app_id',
      assignmentRequired: 'a.assignment_required',
      scopes: sql`array(select distinct s->>'value' from jsonb_array_elements(a.registered->'api'->'oauth2PermissionScopes') s
        where s->>'isEnabled' = 'true' and s->>'value' <> '' and (a.app_id::text = ${clientId} or exists (
          select 1 from jsonb_array_elements(a.registered->'api'->'preAuthorizedApplications') p
          where p->>'appId' = ${clientId} and jsonb_exists(p->'delegatedPermissionIds', s->>'id'))) order by 1)`,
    })`from live_applications a join identifier_uris i on i.tenant_id = a.home_tenant_id and i.registration_id = a.registration_id
      where a.tenant_id = ${tenantId} and i.uri = ${resource} and a.works`,
  )
