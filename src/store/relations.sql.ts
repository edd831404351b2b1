/**
 * What many statements ask of the schema in the same words: who is somebody at home, and which
 * domains are an organization's own.
 */
import { emailIssuer } from '../kernel/address.ts'
import { select } from './columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from './database.ts'

/**
 * `live_users` as who a person is at home, to be joined: `left join ${homeUser()}`. `person` and
 * `home` are aliases, of the person that there is and of the user that is joined.
 */
export const homeUser = (person = 'p', home = 'h'): RawBuilder<unknown> =>
  sql`live_users ${sql.id(home)} on ${sql.ref(`${home}.tenant_id`)} = ${sql.ref(`${person}.home_tenant_id`)} and ${sql.ref(`${home}.person_id`)} = ${sql.ref(`${person}.id`)}`

/**
 * The same for who is deleted there too, the one that is live or was the last: `join
 * ${homeUserEver()}`.
 */
export const homeUserEver = (person = 'p', home = 'h'): RawBuilder<unknown> =>
  sql`lateral (
    select ever.tenant_id, ever.id, ever.account_enabled, ever.disabled_at, ever.deleted_at from users ever
    where ever.tenant_id = ${sql.ref(`${person}.home_tenant_id`)} and ever.person_id = ${sql.ref(`${person}.id`)}
    order by ever.deleted_at desc nulls first limit 1) ${sql.id(home)} on true`

/** `persons` as whom a user is at home, to be joined; nobody for a guest. */
export const personAtHome = (user = 'u', person = 'p'): RawBuilder<unknown> =>
  sql`persons ${sql.id(person)} on ${sql.ref(`${person}.id`)} = ${sql.ref(`${user}.person_id`)} and ${sql.ref(`${person}.home_tenant_id`)} = ${sql.ref(`${user}.tenant_id`)}`

/**
 * Whether a person `p` is let in by their home `h`, joined by `homeUser`: who has none is always,
 * and who is deleted there never.
 */
export const enabledAtHome: RawBuilder<unknown> = sql`(p.home_tenant_id is null or coalesce(h.account_enabled, false))`

/**
 * Where a person is reached: the mailbox that their home `h` gives, joined by `homeUser`, or for
 * people whose home is a mailbox, that one.
 */
export const mailboxAtHome = (person: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce(h.mail, (select i.subject from identities i where i.person_id = ${person} and i.issuer = ${emailIssuer} order by i.subject limit 1))`

/** The names of the verified domains of a tenant, as an array. */
export const verifiedDomainsOf = (tenantId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array(select d.name from verified_domains d where d.tenant_id = ${tenantId})`

/**
 * The name of the default domain of a tenant: what new users get, and by what mail names the
 * organization. Null where it has none.
 */
export const defaultDomainOf = (tenantId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select d.name from tenant_domains d where d.tenant_id = ${tenantId} and d.is_default)`

/** Whether a user is invited and has not accepted, for whoever never was invited too. */
export const isPending = (user = 'u'): RawBuilder<unknown> =>
  sql`coalesce(${isInvited(user)}, false)`

/** When a user was last active, or where nothing of that is recorded, came. */
export const lastUsed: RawBuilder<unknown> = sql`coalesce(u.last_sign_in_at, u.created_at)`

/** The keys of every address of a user `u`, as an array. */
export const addressKeys: RawBuilder<unknown> = sql`array_remove(u.other_mail_keys || u.mail_key, null)`

/** Of a permission grant, what was given by it, and what the person agreed to beside; sorted. */
export const allScopesOf = (grant: string): RawBuilder<unknown> =>
  sql`array(select distinct s from unnest(${sql.ref(`${grant}.scopes`)} || ${sql.ref(`${grant}.agreed_scopes`)}) as s order by s)`

/**
 * Whether a user has agreed that they are signed in to a service principal `p`, as its ways in are
 * now.
 */
export const agreesTo = (userId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from permission_grants g where g.tenant_id = p.tenant_id and g.application_id = p.id and g.user_id = ${userId}
    and g.resource_id is null and g.agreed_version = p.ways_in_version and 'openid' = any(g.agreed_scopes))`

/** Of an application, what it was given to do for everybody at the directory API. */
export const givenToEverybody = (application = 'a'): RawBuilder<unknown> =>
  sql`coalesce((select g.scopes from permission_grants g
    where g.tenant_id = ${sql.ref(`${application}.tenant_id`)} and g.application_id = ${sql.ref(`${application}.id`)} and g.user_id is null and g.resource_id is null), '{}')`

/** The ids of the directory roles of a user, as an array. */
export const roleIdsOf = (user = 'u'): RawBuilder<unknown> =>
  sql`array(select r.role_id::text from role_assignments r
    where r.tenant_id = ${sql.ref(`${user}.tenant_id`)} and r.user_id = ${sql.ref(`${user}.id`)})`

/** Whether there is any organization. */
export const isAnyOrganization = async (db: Database): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from tenants where state <> 'issuer' limit 1`)) !== undefined

/** The verified domains of a tenant, asked by themselves. */
export const listVerifiedDomains = async (db: Database, tenantId: string): Promise<string[]> => {
  const domains = select<{ name: string }>({
    name: 'name',
  })`from verified_domains where tenant_id = ${tenantId}`
  return (await rows(db, domains)).map(({ name }) => name)
}

/** Whether a user is invited and has not accepted; unknown for who never was invited. */
export const isInvited = (user = 'u'): RawBuilder<unknown> =>
  sql`${sql.ref(`${user}.external_user_state`)} = 'PendingAcceptance'`

/** Whether a user has accepted, or did not have to. */
export const hasAccepted = (user = 'u'): RawBuilder<unknown> =>
  sql`${sql.ref(`${user}.external_user_state`)} is distinct from 'PendingAcceptance'`
