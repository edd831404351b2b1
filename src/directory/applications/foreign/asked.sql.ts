/** What an application asks for, as its registration says: at the directory and at others. */
import type { GraphRole, GraphScope } from '../../../access/graph-scopes.ts'
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import type { RegisteredAt } from '../program.sql.ts'

/** Something that it asks for at another application. */
export type AskedAt = {
  readonly resourceId: ApplicationId
  readonly resourceName: string
  readonly kind: 'scope' | 'role'
  /** The id of the scope or the app role. */
  readonly id: string
  readonly value: string
  readonly words: string
}

export type Asking = RegisteredAt & {
  readonly appId: string
  readonly displayName: string
  /** The organization that has registered it. */
  readonly publisher: string
  readonly redirectUris: readonly string[]
  readonly scopes: readonly GraphScope[]
  readonly roles: readonly GraphRole[]
  /** What of it there is at applications that the organization uses. */
  readonly others: readonly AskedAt[]
}

// Whoever registers it may write the same twice.
const wantedOf = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select distinct q->>'resourceAppId' as app_id, w->>'type' as type, w->>'id' as id
  from live_registrations r cross join lateral jsonb_array_elements(r.kept->'requiredResourceAccess') q
    cross join lateral jsonb_array_elements(q->'resourceAccess') w where ${which}) w`

const onceEach = (column: string): RawBuilder<unknown> =>
  sql`array(select s from unnest(${sql.ref(column)}) with ordinality as x(s, n) group by s order by min(n))`

/** All of it, for an organization that may use the application. Two statements. */
export const readAsking = async (
  db: Database,
  tenantId: TenantId,
  { homeTenantId, registrationId }: RegisteredAt,
): Promise<Asking | undefined> => {
  const which = sql`r.tenant_id = ${homeTenantId} and r.id = ${registrationId}`
  const found = await firstRow(
    db,
    select<Omit<Asking, 'others'>>({
      homeTenantId: 'r.tenant_id',
      registrationId: 'r.id',
      appId: 'r.app_id',
      displayName: 'r.display_name',
      publisher: 't.display_name',
      redirectUris: sql`array(select w.uri from application_redirects w
        where w.tenant_id = r.tenant_id and w.registration_id = r.id and w.kind in ('web', 'spa', 'native'))`,
      scopes: onceEach('r.asked_scopes'),
      roles: onceEach('r.asked_roles'),
    })`from live_registrations r join tenants t on t.id = r.tenant_id where ${which}`,
  )
  if (found === undefined) return undefined
  const others = await rows(
    db,
    select<AskedAt>({
      resourceId: 'a.id',
      resourceName: 'a.display_name',
      kind: 'x.kind',
      id: 'x.id',
      value: 'x.value',
      words: 'x.words',
    })`from ${wantedOf(which)} join live_applications a on a.tenant_id = ${tenantId} and a.app_id::text = w.app_id and a.works
      cross join lateral (
        select 'scope' as kind, s->>'id' as id, s->>'value' as value, coalesce(s->>'adminConsentDisplayName', s->>'value') as words
          from jsonb_array_elements(a.registered->'api'->'oauth2PermissionScopes') s
          where w.type = 'Scope' and s->>'id' = w.id and s->>'isEnabled' = 'true' and s->>'value' <> ''
        union all select 'role', p.id::text, coalesce(p.value, ''), p.display_name from app_roles p
          where w.type = 'Role' and p.tenant_id = a.home_tenant_id and p.registration_id = a.registration_id and p.id::text = w.id
            and p.deleted_at is null and p.is_enabled and p.for_applications) x
      order by a.sort_name, a.id, x.kind, x.value, x.id`,
  )
  return { ...found, others }
}
