/**
 * Who a token may be about: a live, enabled user of an active organization, whose home lets them in
 * too. Everything else gets none.
 */
import type { GuestLevel } from '../access/guest-levels.ts'
import { roleNamed } from '../access/roles.ts'
import { levelFor, type Viewer } from '../access/sight.ts'
import { groupsAround, groupsAbove } from '../directory/links/closure.sql.ts'
import { emailIssuer } from '../kernel/address.ts'
import type { ApplicationId, PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { isAnothers } from '../directory/users/own-address.sql.ts'
import { answering, select, type Columns } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import { hasAccepted, homeUser, roleIdsOf } from '../store/relations.sql.ts'
import { isPutOut } from './consents.sql.ts'
import { scopesThatCount } from './permission-grants.sql.ts'
import { wholeStanding } from './standing.sql.ts'

export type Account = {
  readonly userId: UserId
  readonly userType: 'Member' | 'Guest'
  readonly displayName: string
  readonly givenName: string | null
  readonly surname: string | null
  readonly userPrincipalName: string
  readonly mail: string | null
  /**
   * Whether somebody other than an administrator there has vouched for the address: its reader, or
   * the home whose domain it is at.
   */
  readonly mailProved: boolean
  /**
   * The name that the person signs in with at home; null where their home is elsewhere and no
   * mailbox.
   */
  readonly homeName: string | null
  readonly preferredLanguage: string | null
  /** Where the person is at home, when that is here; null for people with an identity elsewhere. */
  readonly homeTenantId: TenantId | null
  /** The issuer of the identity of somebody without a home here. */
  readonly identityIssuer: string | null
  readonly lastActiveAt: Date | null
}

// The conditions under which somebody may act in an organization at all: R17, R46, R47.
const admitted = (tenantId: TenantId, userId: string): RawBuilder<unknown> => sql`
  from live_users u
  join tenants t on t.id = u.tenant_id and t.state = 'active'
  left join persons p on p.id = u.person_id
  left join ${homeUser()}
  left join tenants ht on ht.id = p.home_tenant_id
  where u.tenant_id = ${tenantId} and u.id = ${userId}::uuid and u.account_enabled and u.person_id is not null
    and ${hasAccepted()}
    and (p.home_tenant_id is null or (coalesce(h.account_enabled, false) and ht.state = 'active'))`

// An administrator can write any address down. It is proved by a code that was sent to it, or by an
// invitation to it at which they came, while it is nobody else's, or where the person's home says
// the same of them and the domain is verified as the home's.
const mailProved = sql`u.mail_key is not null and (
  (not ${isAnothers(sql`u.mail_key`, sql`u.person_id`)} and (
    exists (select 1 from identities i where i.person_id = p.id and i.issuer = ${emailIssuer} and i.subject = u.mail_key)
    or exists (select 1 from invitations v where v.tenant_id = u.tenant_id and v.user_id = u.id and v.accepted_at is not null and v.address_key = u.mail_key and u.first_mail_key = u.mail_key)))
  or (h.mail_key = u.mail_key and exists (select 1 from verified_domains d where d.tenant_id = h.tenant_id
    and d.name = substring(h.mail_key from '[^@]+$'))))`

const homeName = sql`coalesce(h.user_principal_name,
  (select min(i.subject) from identities i where i.person_id = p.id and i.issuer = ${emailIssuer}))`

const accountColumns: Columns<Account> = {
  userId: 'u.id',
  userType: 'u.user_type',
  displayName: 'u.display_name',
  givenName: 'u.given_name',
  surname: 'u.surname',
  userPrincipalName: 'u.user_principal_name',
  mail: 'u.mail',
  preferredLanguage: 'u.preferred_language',
  mailProved,
  homeName,
  homeTenantId: 'p.home_tenant_id',
  lastActiveAt: 'u.last_sign_in_at',
  identityIssuer: sql`(select i.issuer from identities i where i.person_id = p.id
        order by i.created_at, i.issuer limit 1)`,
}

/** The account, or undefined when nobody may act as it now. One statement. */
export const readAccount = (
  db: Database,
  tenantId: TenantId,
  userId: string,
): Promise<Account | undefined> =>
  firstRow(db, select(accountColumns)`${admitted(tenantId, userId)}`)

/** The most groups that a token names; with more, it says where to ask. */
export const maxGroupsInToken = 200

export type ApplicationAccess = {
  readonly assigned: boolean
  readonly roles: readonly string[]
  readonly groups: readonly string[]
  readonly scopes: readonly string[]
}

type Between = {
  readonly tenantId: TenantId
  readonly userId: string
  readonly applicationId: ApplicationId
}

const idsOf = ({ tenantId, userId, applicationId }: Between) => ({
  tenantId: sql`${tenantId}::uuid`,
  applicationId: sql`${applicationId}::uuid`,
  userId: sql`${userId}::uuid`,
})

/** Of `held` and `around`, which stand in the `with` of the statement (`accessBeside`). */
const accessColumns = (which: Between, assignedOnly: boolean): Columns<ApplicationAccess> => ({
  assigned: sql`exists (select 1 from held)`,
  roles: sql`array(select distinct value from held where value is not null order by value)`,
  groups: sql`array(select group_id::text from around
          where not ${assignedOnly}::boolean or group_id in (select group_id from held)
          order by group_id limit ${maxGroupsInToken + 1})`,
  scopes: scopesThatCount(idsOf(which)),
})

const accessBeside = (which: Between): RawBuilder<unknown> => {
  const { tenantId, userId, applicationId } = idsOf(which)
  return sql`mine as (
          ${groupsAround('user', tenantId, userId)}
        ), around as (${groupsAbove('user', tenantId, userId)}
        ), held as (
          select r.value, s.group_id from app_role_assignments s
          join service_principals a on a.tenant_id = s.tenant_id and a.id = s.application_id
          join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = s.app_role_id and r.deleted_at is null
          where s.tenant_id = ${tenantId} and s.application_id = ${applicationId}
            and (s.user_id = ${userId} or s.group_id in (select group_id from mine)))`
}

/**
 * What a user is to an application: whether assigned, the values of its roles they hold, directly
 * or by a group that they are in themselves, and their groups, through others too (at most one more
 * than fit), or with `assignedOnly` those that are assigned to it.
 */
export const readApplicationAccess = async (
  db: Database,
  which: Between,
  assignedOnly: boolean,
): Promise<ApplicationAccess> => {
  const found = await firstRow(
    db,
    answering(
      accessColumns(which, assignedOnly),
      (list) => sql`with ${accessBeside(which)} select ${list}`,
    ),
  )
  return found ?? { assigned: false, roles: [], groups: [], scopes: [] }
}

export type AccountAt = Account &
  ApplicationAccess & {
    /** They have put the application out, and not agreed to it since. */
    readonly hasPutOut: boolean
  }

/** Both: the account, and what it is to an application. One statement. */
export const readAccountAt = (
  db: Database,
  which: Between,
  assignedOnly: boolean,
): Promise<AccountAt | undefined> =>
  firstRow(
    db,
    answering<AccountAt>(
      {
        ...accountColumns,
        ...accessColumns(which, assignedOnly),
        hasPutOut: isPutOut(idsOf(which)),
      },
      (list) =>
        sql`with ${accessBeside(which)} select ${list} ${admitted(which.tenantId, which.userId)}`,
    ),
  )

export type Bearer = Viewer & {
  readonly userId: UserId
  readonly personId: PersonId
  /** Where the person is at home, when that is here. */
  readonly homeTenantId: TenantId | null
  readonly userType: 'Member' | 'Guest'
  /** What the application may do in the directory for them. */
  readonly scopes: readonly string[]
}

export type Acting = {
  readonly tenantId: TenantId
  readonly userId: string
  readonly appId: string
  readonly isOwn: boolean
}

/**
 * Whom the application `appId` acts for while `proof` holds of the user `u`, with the roles they
 * hold now; undefined when one of the three is over. Our `own` web apps are never over.
 */
export const readActing = async (
  db: Database,
  { tenantId, userId, appId, isOwn }: Acting,
  proof: RawBuilder<unknown>,
): Promise<Bearer | undefined> => {
  type Found = Omit<Bearer, 'roles' | 'level'> & {
    readonly roleIds: string[]
    readonly guestLevel: GuestLevel
  }
  const found = await firstRow(
    db,
    select<Found>({
      userId: 'u.id',
      personId: 'u.person_id',
      homeTenantId: 'p.home_tenant_id',
      userType: 'u.user_type',
      guestLevel: 't.guest_level',
      readsOthers: 't.members_read_others',
      scopes: scopesThatCount({
        tenantId: sql`u.tenant_id`,
        applicationId: sql`(select a.id from live_applications a where a.tenant_id = u.tenant_id and a.app_id = ${appId}::uuid)`,
        userId: sql`u.id`,
      }),
      roleIds: roleIdsOf(),
    })`${admitted(tenantId, userId)}
        and (${isOwn} or exists (select 1 from live_applications a where a.tenant_id = u.tenant_id and a.app_id = ${appId}::uuid and a.works))
        and ${proof}`,
  )
  if (found === undefined) return undefined
  const { roleIds, guestLevel, ...bearer } = found
  const level = levelFor(bearer.userType, guestLevel)
  return { ...bearer, level, roles: roleIds.flatMap((id) => roleNamed(id) ?? []) }
}

/** Who calls with a token of an application and a grant; undefined when that is over too. */
export const readBearer = (
  db: Database,
  { grantHash, ...acting }: Acting & { readonly grantHash: Buffer },
  now: Date,
): Promise<Bearer | undefined> =>
  readActing(
    db,
    acting,
    sql`exists (select 1 from oidc_records g where g.tenant_id = u.tenant_id and g.kind = 'Grant' and g.id_hash = ${grantHash}
      and g.user_id = u.id and g.standing = ${wholeStanding} and g.expires_at > ${now})`,
  )
