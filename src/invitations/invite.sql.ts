/** The facts of inviting, read in one statement. */
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import type { GuestLevel } from '../access/guest-levels.ts'
import { guestPrincipalName } from '../directory/user.ts'
import { domainOf } from './address.rule.ts'
import type { AllowInvitesFrom, DomainRule } from './invite.rule.ts'

export type InvitePolicy = {
  readonly organizationName: string
  readonly domain: string
  readonly allowInvitesFrom: AllowInvitesFrom
  readonly domainRule: DomainRule
  readonly domains: readonly string[]
  readonly lifetimeDays: number
  readonly guestLevel: GuestLevel
}

export type InviteRow = InvitePolicy & {
  readonly ownDomain: boolean
  readonly refuses: boolean
  readonly existing: { readonly id: UserId; readonly accountEnabled: boolean; readonly pending: boolean } | null
  readonly deletedId: UserId | null
  /** The person whose account at home here on this installation has the address as its user principal name. */
  readonly personId: PersonId | null
  readonly inviterName: string | null
}

/** The columns of `InvitePolicy`, of a tenant `t`. */
export const policyColumns = sql`t.display_name as "organizationName", coalesce(d.name, '') as domain, t.allow_invites_from as "allowInvitesFrom",
  t.invitation_domain_rule as "domainRule", t.invitation_domains as domains, t.invitation_lifetime_days as "lifetimeDays", t.guest_level as "guestLevel"`

export const readInvitePolicy = (db: Database, tenantId: TenantId): Promise<InvitePolicy | undefined> =>
  firstRow(
    db,
    sql<InvitePolicy>`select ${policyColumns} from tenants t left join tenant_domains d on d.tenant_id = t.id and d.is_default where t.id = ${tenantId}`,
  )

export type InviteQuestion = {
  readonly tenantId: TenantId
  readonly address: string
  readonly addressDigest: Buffer
  readonly inviterId: string | null
  readonly now: Date
  readonly domain: string
}

/**
 * The address finds somebody's home by user principal name in a domain that their organization has verified; never by a mail property.
 * The guest it may have here already is found by the name that an invitation gives (R90), by mail, or by that person.
 */
export const readInviteFacts = (db: Database, question: InviteQuestion): Promise<InviteRow | undefined> => {
  const { tenantId, address, addressDigest, inviterId, now, domain } = question
  const name = guestPrincipalName(address, domain)
  return firstRow(
    db,
    sql<InviteRow>`
      with home as (
        select p.id as person_id, p.home_tenant_id from tenant_domains d
        join live_users h on h.tenant_id = d.tenant_id and lower(h.user_principal_name) = ${address}
        join persons p on p.id = h.person_id and p.home_tenant_id = d.tenant_id
        where d.name = ${domainOf(address)} and d.verified_at is not null limit 1)
      select ${policyColumns}, home.person_id as "personId",
        exists (select 1 from tenant_domains o where o.tenant_id = t.id and o.name = ${domainOf(address)} and o.verified_at is not null) as "ownDomain",
        exists (select 1 from invitation_refusals r where r.tenant_id = t.id and r.address_digest = ${addressDigest}) as refuses,
        (select json_build_object('id', u.id, 'accountEnabled', u.account_enabled, 'pending', u.external_user_state is not distinct from 'PendingAcceptance')
          from live_users u where u.tenant_id = t.id and (lower(u.user_principal_name) = ${name.toLowerCase()} or lower(u.mail) = ${address} or u.person_id = home.person_id)
          order by (u.person_id = home.person_id) desc nulls last, (lower(u.user_principal_name) = ${name.toLowerCase()}) desc limit 1) as existing,
        (select x.id from deleted_users x where x.tenant_id = t.id and x.restorable_until > ${now}
          and (lower(x.original_user_principal_name) = ${name.toLowerCase()} or lower(x.mail) = ${address} or x.person_id = home.person_id)
          order by x.deleted_at desc limit 1) as "deletedId",
        (select i.display_name from live_users i where i.tenant_id = t.id and i.id = ${inviterId}::uuid) as "inviterName"
      from tenants t left join tenant_domains d on d.tenant_id = t.id and d.is_default left join home on true
      where t.id = ${tenantId} and t.state = 'active'`,
  )
}
