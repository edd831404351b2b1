/** Applications as the provider knows them: clients. */
import type { GroupClaims } from '../wire/graph/applications/application-parts.ts'
import type { ApplicationId, TenantId } from '../kernel/ids.ts'
import { isUuid } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import { givenToEverybody } from '../store/relations.sql.ts'
import { tokenHash } from '../store/token.ts'

/** Names of claims, for each kind of token. */
export type OptionalClaims = {
  readonly idToken: readonly string[]
  readonly accessToken: readonly string[]
}

/** Those of an application `a`. */
export const optionalClaimsOf = (kind: keyof OptionalClaims): RawBuilder<unknown> =>
  sql`jsonb_path_query_array(a.registered, ${sql.lit(`$.optionalClaims.${kind}[*].name`)})`

export type ApplicationRow = {
  readonly id: ApplicationId
  readonly appId: string
  readonly displayName: string
  /** The organization whose application it is, where that is another one. */
  readonly publisher: string | null
  readonly assignmentRequired: boolean
  /** Everybody agrees for themselves before they are signed in to it. */
  readonly eachAgrees: boolean
  /** What it was given to do for everybody. */
  readonly graphScopes: readonly string[]
  /** What it asks for, which gives nothing. */
  readonly askedScopes: readonly string[]
  /** Counted up whenever its scopes or addresses change: people are asked again. */
  readonly waysInVersion: number
  readonly redirects: readonly {
    kind: 'web' | 'spa' | 'native' | 'logout' | 'backchannel'
    uri: string
  }[]
  /** It can prove itself: by a secret, a certificate, or an issuer elsewhere. */
  readonly provesItself: boolean
  /** The secret that was shown is one of its own, and not over. */
  readonly isShown: boolean
  readonly pkceRequired: boolean
  readonly worksWhileAway: boolean
  readonly groupClaims: GroupClaims | null
  /** The names of the claims that its tokens shall have. */
  readonly optionalClaims: OptionalClaims
  /** What it was given at the directory API by itself: its app roles. */
  readonly permissions: readonly string[]
}

/** A secret that somebody shows, and when. */
export type Shown = { readonly secret: string; readonly now: Date }

const isItsSecret = (shown: Shown | undefined): RawBuilder<unknown> =>
  sql`exists (select 1 from application_secrets s where s.tenant_id = a.home_tenant_id and s.registration_id = a.registration_id
    and s.secret_hash = ${tokenHash(shown?.secret) ?? null}::bytea and s.expires_at > ${shown?.now ?? null}::timestamptz)`

/**
 * The live application of this app id that works here: enabled, in an active organization, and not
 * ended at its home. One statement.
 */
export const readApplication = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
  shown?: Shown,
): Promise<ApplicationRow | undefined> =>
  isUuid(appId)
    ? firstRow(
        db,
        select<ApplicationRow>({
          id: 'a.id',
          appId: 'a.app_id',
          displayName: 'a.display_name',
          publisher: sql`(select h.display_name from tenants h where h.id = a.home_tenant_id and h.id <> a.tenant_id)`,
          assignmentRequired: 'a.assignment_required',
          eachAgrees: sql`(select p.each_agrees from service_principals p where p.tenant_id = a.tenant_id and p.id = a.id)`,
          graphScopes: givenToEverybody(),
          askedScopes: 'a.asked_scopes',
          pkceRequired: 'a.pkce_required',
          worksWhileAway: 'a.works_while_away',
          waysInVersion: 'a.ways_in_version',
          groupClaims: 'a.group_claims',
          optionalClaims: sql`jsonb_build_object('idToken', ${optionalClaimsOf('idToken')}, 'accessToken', ${optionalClaimsOf('accessToken')})`,
          permissions: sql`array(select g.permission from application_permissions g
            where g.tenant_id = a.tenant_id and g.application_id = a.id order by g.permission)`,
          redirects: sql`coalesce((select json_agg(json_build_object('kind', r.kind, 'uri', r.uri) order by r.kind, r.uri)
              from application_redirects r where r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id), '[]')`,
          provesItself: sql`(exists (select 1 from application_secrets s where s.tenant_id = a.home_tenant_id and s.registration_id = a.registration_id)
            or exists (select 1 from application_keys k where k.tenant_id = a.home_tenant_id and k.registration_id = a.registration_id)
            or exists (select 1 from federated_credentials f where f.tenant_id = a.home_tenant_id and f.registration_id = a.registration_id))`,
          isShown: isItsSecret(shown),
        })`from live_applications a join tenants t on t.id = a.tenant_id and t.state in ('active', 'issuer')
          where a.tenant_id = ${tenantId} and a.app_id = ${appId}::uuid and a.works`,
      )
    : undefined

/** Whether a secret is one of the application's, and not over. One statement. */
export const isSecretOf = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
  shown: Shown,
): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from live_applications a where a.tenant_id = ${tenantId} and a.app_id = ${appId}::uuid and ${isItsSecret(shown)}`,
  )) !== undefined
