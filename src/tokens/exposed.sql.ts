/** What applications expose to others, as those ask for it: by the name of the resource. */
import type { ApplicationId, TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { optionalClaimsOf } from './application.sql.ts'

export type ExposedScope = {
  readonly value: string
  /** What it allows, as who exposes it says it to people. */
  readonly words: string | null
  /** People may agree to it; to the others administrators alone. */
  readonly isForPeople: boolean
  /** The asking application is authorized for it in advance; for its own it always is. */
  readonly isAuthorized: boolean
  /** The asking application says that it asks for it. */
  readonly isAskedFor: boolean
}

export type Exposed = {
  readonly applicationId: ApplicationId
  readonly appId: string
  readonly displayName: string
  /** Only who is assigned signs in to it. */
  readonly assignmentRequired: boolean
  /** Its scopes that are enabled, by name. */
  readonly scopes: readonly ExposedScope[]
  /** Of them what was given to the asking application for everybody. */
  readonly given: readonly string[]
  /** What was given for the person, and what they agreed to as the ways in are now. */
  readonly personal: readonly string[]
  /** What was given for anybody. */
  readonly anybody: readonly string[]
  /** The names of the claims that tokens for it shall have. */
  readonly claims: readonly string[]
  /** The values of its app roles that were given to the asking application by itself. */
  readonly roles: readonly string[]
}

type Asked = {
  readonly tenantId: TenantId
  readonly resource: string
  readonly clientId: string
  readonly userId: string | undefined
}

const grants = sql`from permission_grants g
  where g.tenant_id = a.tenant_id and g.application_id = c.id and g.resource_id = a.id`

const asksFor = sql`exists (select 1 from jsonb_array_elements(c.registered->'requiredResourceAccess') q,
    jsonb_array_elements(q->'resourceAccess') w
  where q->>'resourceAppId' = a.app_id::text and w->>'id' = s->>'id' and w->>'type' = 'Scope')`

const authorizes = sql`(c.app_id = a.app_id or exists (select 1 from jsonb_array_elements(a.registered->'api'->'preAuthorizedApplications') p
  where p->>'appId' = c.app_id::text and jsonb_exists(p->'delegatedPermissionIds', s->>'id')))`

const scopes = sql`(select coalesce(json_agg(json_build_object('value', s->>'value', 'isForPeople', s->>'type' = 'User',
    'words', coalesce(s->>'userConsentDisplayName', s->>'adminConsentDisplayName'), 'isAuthorized', ${authorizes}, 'isAskedFor', ${asksFor}) order by s->>'value'), '[]')
  from jsonb_array_elements(a.registered->'api'->'oauth2PermissionScopes') s where s->>'isEnabled' = 'true' and s->>'value' <> '')`

// An application of the organization goes before another one's that is called the same; two others
// that are called the same are told apart by their client ids alone.
const isCalled = (resource: string): RawBuilder<unknown> => sql`('api://' || a.app_id = ${resource}
  or exists (select 1 from identifier_uris i where i.tenant_id = a.home_tenant_id and i.registration_id = a.registration_id and i.uri = ${resource}))`

/**
 * The application that works here and is called so as a resource, and what of it another may have;
 * undefined when there is none. One statement.
 */
export const readExposed = async (
  db: Database,
  { tenantId, resource, clientId, userId }: Asked,
): Promise<Exposed | undefined> => {
  const ofUser = sql`g.user_id = ${userId ?? null}::uuid`
  const found = await rows(
    db,
    select<Exposed & { readonly isOwn: boolean }>({
      applicationId: 'a.id',
      appId: 'a.app_id',
      displayName: 'a.display_name',
      isOwn: sql`a.home_tenant_id = a.tenant_id`,
      assignmentRequired: 'a.assignment_required',
      scopes,
      given: sql`array(select distinct unnest(g.scopes) ${grants} and g.user_id is null)`,
      personal: sql`array(select distinct unnest(g.scopes || case when g.agreed_version = c.ways_in_version then g.agreed_scopes else '{}' end) ${grants} and ${ofUser})`,
      anybody: sql`array(select distinct unnest(g.scopes) ${grants})`,
      claims: optionalClaimsOf('accessToken'),
      roles: sql`array(select distinct r.value from app_role_assignments s join app_roles r
        on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = s.app_role_id and r.deleted_at is null
        where s.tenant_id = a.tenant_id and s.client_id = c.id and s.application_id = a.id and r.value is not null order by 1)`,
    })`from live_applications a join live_applications c on c.tenant_id = a.tenant_id and c.app_id::text = ${clientId}
      where a.tenant_id = ${tenantId} and a.works and ${isCalled(resource)}
      order by a.home_tenant_id = a.tenant_id desc limit 2`,
  )
  const [first] = found
  return found.length === 1 || first?.isOwn === true ? first : undefined
}

/** What of it the asking application has for the person: nobody has to be asked. */
export const covered = ({ scopes: all, given, personal }: Exposed): string[] => {
  const had = new Set([...given, ...personal])
  return all.flatMap(({ value, isAuthorized }) => (isAuthorized || had.has(value) ? [value] : []))
}

/** What of it the asking application may ask for: what it has, and what it says that it wants. */
export const askable = (exposed: Exposed): string[] => {
  const had = new Set([...covered(exposed), ...exposed.anybody])
  return exposed.scopes.flatMap(({ value, isAskedFor }) =>
    isAskedFor || had.has(value) ? [value] : [],
  )
}
