/**
 * Consents: which applications hold a grant of a person, and which of them have lost it because
 * that person wished so.
 */
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { sortName } from '../kernel/search-words.ts'
import { openIdScopes, peopleIssuerId } from '../wire/sign-on.ts'
import { plus, systemClock } from '../kernel/time.ts'
import { sessionIdleMs } from '../people/sessions.ts'
import { select } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { homeUser } from '../store/relations.sql.ts'
import { wholeStanding } from './standing.sql.ts'

/** The most applications that are listed. */
const maxListed = 200

export type ConsentRow = {
  /** The application's client id; the same in every organization that uses the application. */
  readonly appId: string
  readonly displayName: string
  readonly tenantId: TenantId
  readonly organizationName: string
  readonly isHome: boolean
  /** Everything that its grants allow, as tokens write it, separated by spaces. */
  readonly scope: string
  readonly since: Date
  /** When it last got tokens. */
  readonly lastUsedAt: Date | null
  /** It goes on when the person signs out. */
  readonly lasting: boolean
}

// Our own web apps are no applications that anybody registered. The times of records are the
// machine's.
const isConsent = (): RawBuilder<unknown> =>
  sql`g.kind = 'Grant' and g.application_id is not null and g.expires_at > ${systemClock()}`

// What has ended with somebody's access (R126) is shown while they are disabled or an organization
// is closed, so that it can be put out, and no longer.
const cannotBeUsedNow = sql`not u.account_enabled or not coalesce(h.account_enabled, true) or t.state <> 'active' or ht.state <> 'active'`

// Whatever somebody has agreed to, it is with who they are.
const openId = 'openid '

/**
 * What applications hold of a person, and what lets them in again without asking: of users also
 * where they are disabled or the organization is closed, and what they agreed to once; at the
 * issuer of people as long as the session is there.
 */
export const heldBy = (personId: PersonId, now: Date): RawBuilder<unknown> => sql`
  select g.tenant_id, g.application_id, g.user_id, g.grant_hash, g.scope, g.created_at, g.session_id is null as lasting
  from live_users u join oidc_records g on g.tenant_id = u.tenant_id and g.user_id = u.id
  join tenants t on t.id = u.tenant_id join persons p on p.id = u.person_id left join tenants ht on ht.id = p.home_tenant_id
  left join ${homeUser()}
  where u.person_id = ${personId} and (g.standing = ${wholeStanding} or ${cannotBeUsedNow}) and ${isConsent()}
  union all
  select g.tenant_id, g.application_id, null, g.grant_hash, g.scope, g.created_at, false
  from sessions s join oidc_records g on g.person_session_id = s.id
  where s.person_id = ${personId} and s.expires_at > ${now} and s.last_seen_at > ${plus(now, -sessionIdleMs)} and ${isConsent()}
  union all
  select g.tenant_id, g.application_id, g.user_id, null, ${sql.lit(openId)} || array_to_string(g.agreed_scopes, ' '), g.agreed_at, false
  from live_users u join permission_grants g on g.tenant_id = u.tenant_id and g.user_id = u.id
  join service_principals a on a.tenant_id = g.tenant_id and a.id = g.application_id
  where u.person_id = ${personId} and g.agreed_scopes <> '{}' and g.agreed_version = a.ways_in_version`

// What the statement has put first stays first; names are ordered as in every list, in code.
const byOrganization = (a: ConsentRow, b: ConsentRow): number => {
  const rankOf = ({ tenantId, isHome }: ConsentRow): string =>
    tenantId === peopleIssuerId ? '0' : isHome ? '1' : '2'
  const [first, second] = [a, b].map(
    (row) => `${rankOf(row)}${sortName(row.organizationName)}`,
  ) as [string, string]
  return first < second ? -1 : first > second ? 1 : 0
}

/**
 * The applications that can act for a person at `now`, or do so without asking as soon as they are
 * opened: those they allowed everything first, then home's, then the others by organization. One
 * statement.
 */
export const listConsents = async (
  db: Database,
  personId: PersonId,
  now: Date,
): Promise<ConsentRow[]> => {
  const found = await rows(
    db,
    select<ConsentRow>({
      appId: 'a.app_id',
      displayName: 'a.display_name',
      tenantId: 't.id',
      organizationName: 't.display_name',
      isHome: sql`t.id is not distinct from p.home_tenant_id`,
      scope: sql`string_agg(h.scope, ' ')`,
      since: sql`min(h.created_at)`,
      lastUsedAt: sql`max(r.used_at)`,
      lasting: sql`bool_or(h.lasting)`,
    })`from (${heldBy(personId, now)}) h
      join live_applications a on a.tenant_id = h.tenant_id and a.id = h.application_id
      join tenants t on t.id = h.tenant_id
      join persons p on p.id = ${personId}
      left join lateral (select max(created_at) as used_at from oidc_records
        where tenant_id = h.tenant_id and grant_hash = h.grant_hash and kind = 'RefreshToken') r on true
      group by a.app_id, a.display_name, a.sort_name, t.id, t.display_name, t.state, p.home_tenant_id
      order by t.state = 'issuer' desc, t.id is not distinct from p.home_tenant_id desc, t.id, a.sort_name, a.app_id
      limit ${maxListed}`,
  )
  return found.toSorted(byOrganization)
}

type Which = Readonly<Record<'tenantId' | 'userId' | 'applicationId', RawBuilder<unknown>>>

/** Whether a user has ended an application's access and not agreed to it since. A condition. */
export const isPutOut = ({ tenantId, userId, applicationId }: Which): RawBuilder<unknown> =>
  sql`exists (select 1 from ended_consents e
    where e.tenant_id = ${tenantId} and e.user_id = ${userId} and e.application_id = ${applicationId})`

/** A grant, as far as it says what it allows. */
export type Granted = {
  readonly openid?: { readonly scope?: string }
  readonly resources?: Readonly<Record<string, string>>
}

/** The id of the live application of a client id; null when it is one of our own web apps. */
export const applicationOf = (
  tenantId: TenantId,
  clientId: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`(select a.id from live_applications a where a.tenant_id = ${tenantId} and a.app_id = ${clientId}::uuid)`

// Who the person is, is said by what belongs to OpenID; the names of the same scopes at an
// interface add nothing to it.
const ofOpenId = new Set<string>(openIdScopes)

/** What a grant allows, in one text. */
export const grantedScope = ({ openid, resources }: Granted): string => {
  const others = Object.values(resources ?? {}).flatMap((scope) =>
    scope.split(' ').filter((one) => !ofOpenId.has(one)),
  )
  return [...new Set([...(openid?.scope ?? '').split(' '), ...others])]
    .filter((one) => one !== '')
    .join(' ')
}

/**
 * Forgets that a user has put an application out, in a `with`: they have agreed to it again, and a
 * grant is given.
 */
export const endingForgotten = (
  tenantId: TenantId,
  userId: string,
  clientId: string | undefined,
): RawBuilder<unknown> =>
  sql`delete from ended_consents
    where tenant_id = ${tenantId} and user_id = ${userId}::uuid and application_id = ${applicationOf(tenantId, sql`${clientId ?? null}`)}`
