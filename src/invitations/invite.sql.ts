/** The facts of inviting, read in one statement. */
import { emailIssuer, domainOfKey, type AddressKey } from '../kernel/address.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { answering, select, type Columns } from '../store/columns.ts'
import { defaultDomainOf, hasAccepted } from '../store/relations.sql.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import type { GuestLevel } from '../access/guest-levels.ts'
import { usersWithAddress } from '../directory/users/addresses.sql.ts'
import { proxyOf } from '../directory/users/user.ts'
import { namedOrganization } from '../directory/organization.sql.ts'
import type { NamedOrganization } from '../mail/letters.ts'
import { refusesTenant } from './refusals.ts'
import type { DomainRule } from '../directory/domain-list.rule.ts'
import type { AllowInvitesFrom, Met } from './invite.rule.ts'

/** Who invites: nobody by name, where it was an operator, or they are gone. */
export type Inviter = { readonly name: string; readonly mail: string | null } | null

/** SQL for the `Inviter` of this id. */
export const inviterOf = (
  tenantId: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`(select json_build_object('name', b.display_name, 'mail', b.mail) from live_users b where b.tenant_id = ${tenantId} and b.id = ${id})`

export type InvitePolicy = {
  readonly organization: NamedOrganization
  readonly domain: string
  readonly allowInvitesFrom: AllowInvitesFrom
  readonly domainRule: DomainRule
  readonly domains: readonly string[]
  readonly lifetimeDays: number
  /** Who left by themselves comes back by a restore only when they say yes (R127). */
  readonly restoringNeedsConsent: boolean
  readonly guestLevel: GuestLevel
  /** Whether people without a role read others. */
  readonly membersReadOthers: boolean
  /** Whether people agree by themselves that an application acts for them at another one. */
  readonly usersConsent: boolean
  /** Guests may leave by themselves. */
  readonly mayLeave: boolean
}

export type InviteRow = InvitePolicy & {
  readonly ownDomain: boolean
  readonly refuses: boolean
  readonly guest: { readonly id: UserId; readonly accountEnabled: boolean } | null
  /** `hasAddress`: the address stands on them, or is that of their own account at home. */
  readonly existing:
    | (Met & { readonly id: UserId; readonly everAccepted: boolean; readonly hasAddress: boolean })
    | null
  readonly deletedId: UserId | null
  /**
   * The person whose account at home here on this installation has the address as its user
   * principal name.
   */
  readonly personId: PersonId | null
  readonly inviter: Inviter
}

/** The columns of `InvitePolicy`, of a tenant `t`. */
export const policyColumns: Columns<InvitePolicy> = {
  organization: namedOrganization,
  domain: sql`coalesce(${defaultDomainOf(sql`t.id`)}, '')`,
  allowInvitesFrom: 't.allow_invites_from',
  domainRule: 't.invitation_domain_rule',
  domains: 't.invitation_domains',
  lifetimeDays: 't.invitation_lifetime_days',
  restoringNeedsConsent: 't.restoring_needs_consent',
  guestLevel: 't.guest_level',
  membersReadOthers: 't.members_read_others',
  usersConsent: 't.users_consent',
  mayLeave: 't.external_users_may_leave',
}

export const readInvitePolicy = (
  db: Database,
  tenantId: TenantId,
): Promise<InvitePolicy | undefined> =>
  firstRow(db, select(policyColumns)`from tenants t where t.id = ${tenantId}`)

/** The standing of a user `u` of a person `up`. */
const standing = sql`case
  when not (${hasAccepted()}) then 'pending'
  when up.home_tenant_id = u.tenant_id or u.creation_type is null then 'member'
  when u.person_id is null then 'nobody'
  when u.home_deleted_at is not null or (up.home_tenant_id is not null
    and not exists (select 1 from live_users h where h.tenant_id = up.home_tenant_id and h.person_id = up.id)) then 'homeGone'
  else 'accepted' end`

export type InviteQuestion = {
  readonly tenantId: TenantId
  readonly key: AddressKey
  readonly addressDigest: Buffer
  readonly inviterId: string | null
  /** The guest who is invited again; null for a new invitation. */
  readonly guestId: UserId | null
  /** Who accepts, where they are known. */
  readonly acceptorId?: PersonId | undefined
  readonly now: Date
}

/**
 * The address finds somebody's home by user principal name in a domain that their organization has
 * verified; never by a mail property. The guest it may have here already is found by that person,
 * or by the key of the address; never by a user principal name (R92).
 */
export const readInviteFacts = (
  db: Database,
  question: InviteQuestion,
): Promise<InviteRow | undefined> => {
  const { tenantId, key, addressDigest, inviterId, guestId, acceptorId = null, now } = question
  const domain = domainOfKey(key)
  // A refusal is the person's (R132): of the home that has the address, of the mailbox that is a
  // sign-in, of the guest, and of who accepts.
  const persons = sql`select home.person_id union select i.person_id from identities i where i.issuer = ${emailIssuer} and i.subject = ${key}
    union select g.person_id from live_users g where g.tenant_id = t.id and g.id = ${guestId}::uuid union select ${acceptorId}::uuid`
  return firstRow(
    db,
    answering<InviteRow>(
      {
        ...policyColumns,
        personId: 'home.person_id',
        ownDomain: sql`exists (select 1 from verified_domains o where o.tenant_id = t.id and o.name = ${domain})`,
        refuses: refusesTenant(addressDigest, persons),
        guest: sql`(select json_build_object('id', g.id, 'accountEnabled', g.account_enabled) from live_users g where g.tenant_id = t.id and g.id = ${guestId}::uuid)`,
        existing: sql`(select json_build_object('id', u.id, 'accountEnabled', u.account_enabled, 'everAccepted', u.ever_accepted, 'standing', ${standing},
            'hasAddress', coalesce(u.mail_key = ${key} or u.other_mail_keys @> array[${key}::text] or u.proxy_addresses @> array[${proxyOf({ key })}] or u.person_id = home.person_id, false))
          from found join live_users u on u.tenant_id = t.id and u.id = found.id left join persons up on up.id = u.person_id
          where u.id is distinct from ${guestId}::uuid order by found.place limit 1)`,
        deletedId: sql`(select x.id from found join deleted_users x on x.tenant_id = t.id and x.id = found.id where x.restorable_until > ${now}
          order by x.deleted_at desc limit 1)`,
        inviter: inviterOf(sql`t.id`, sql`${inviterId}::uuid`),
      },
      (list) => sql`
        with home as (
          select p.id as person_id, p.home_tenant_id from verified_domains d
          join live_users h on h.tenant_id = d.tenant_id and h.name_key = ${key}
          join persons p on p.id = h.person_id and p.home_tenant_id = d.tenant_id
          where d.name = ${domain} limit 1),
        found as (${usersWithAddress(tenantId, key, sql`(select person_id from home)`)})
        select ${list}
        from tenants t left join home on true
        where t.id = ${tenantId} and t.state = 'active'`,
    ),
  )
}

/**
 * When an invitation that is written at `now` ends. Who has left, and is asked whether they want to
 * come back, is asked as long as that leaving could be undone (R127).
 */
export const endsAt = (
  {
    tenantId,
    userId,
    lifetimeDays,
  }: { readonly tenantId: TenantId; readonly userId: UserId; readonly lifetimeDays: number },
  now: Date,
): RawBuilder<unknown> =>
  sql`least(${plus(now, lifetimeDays * dayMs)}::timestamptz, (select r.restorable_until from live_users u
    join receipts r on r.tenant_id = u.tenant_id and r.id = u.left_event_id where u.tenant_id = ${tenantId} and u.id = ${userId}))`
