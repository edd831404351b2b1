/** The invitation behind a link. */
import { lockLiveUser } from '../directory/lock-user.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import { tokenHash } from '../store/token.ts'
import type { DomainRule } from './invite.rule.ts'

export type OpenInvitation = {
  readonly tenantId: TenantId
  readonly id: string
  readonly userId: UserId
  /** As the inviter wrote it; what it is compared by is the key. */
  readonly address: string
  readonly addressKey: AddressKey
  readonly redirectUrl: string
  readonly message: string | null
  readonly inviterName: string | null
  readonly organizationName: string
  readonly privacyStatementUrl: string | null
  readonly privacyContact: string | null
  /** For whom it is, where their account at home is known; null for whoever proves the address. */
  readonly personId: PersonId | null
  /** Whose the guest is now: that person, or who had accepted before the redemption was reset; null for nobody yet. */
  readonly guestPersonId: PersonId | null
  /** Somebody was here as this guest, so it ends as everybody does (R122). */
  readonly everAccepted: boolean
  /** Their home organization, and whether both have agreed to redeem without asking (R98). */
  readonly homeName: string | null
  readonly automatic: boolean
  readonly domainRule: DomainRule
  readonly domains: readonly string[]
}

const select = sql`
  select i.tenant_id as "tenantId", i.id, i.user_id as "userId", i.address, i.address_key as "addressKey", i.redirect_url as "redirectUrl", i.message, t.display_name as "organizationName",
    t.privacy_statement_url as "privacyStatementUrl", t.privacy_contact as "privacyContact", i.for_person_id as "personId", u.person_id as "guestPersonId",
    u.ever_accepted as "everAccepted", h.display_name as "homeName",
    t.invitation_domain_rule as "domainRule", t.invitation_domains as domains,
    (select b.display_name from live_users b where b.tenant_id = i.tenant_id and b.id = i.invited_by) as "inviterName",
    coalesce(exists (select 1 from automatic_redemptions a where a.tenant_id = t.id and a.partner_tenant_id = p.home_tenant_id)
      and exists (select 1 from automatic_redemptions a where a.tenant_id = p.home_tenant_id and a.partner_tenant_id = t.id), false) as automatic
  from invitations i
  join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id and u.external_user_state = 'PendingAcceptance'
  join tenants t on t.id = i.tenant_id and t.state = 'active'
  left join persons p on p.id = i.for_person_id
  left join tenants h on h.id = p.home_tenant_id`

const isOpen = (now: Date): RawBuilder<boolean> => sql`i.expires_at > ${now} and i.revoked_at is null and i.accepted_at is null`

/** The invitation of this link; undefined when it is unknown, used, revoked, over, replaced, or its organization is closed. */
export const findInvitation = async (db: Database, token: string, now: Date): Promise<OpenInvitation | undefined> => {
  const hash = tokenHash(token)
  return hash === undefined ? undefined : firstRow(db, sql<OpenInvitation>`${select} where i.token_hash = ${hash} and ${isOpen(now)}`)
}

/** The open invitation to an organization of a person who is known to be the invited one, without its link. */
export const findMyInvitation = (db: Database, personId: PersonId, tenantId: TenantId, now: Date): Promise<OpenInvitation | undefined> =>
  firstRow(db, sql<OpenInvitation>`${select} where i.for_person_id = ${personId} and i.tenant_id = ${tenantId} and ${isOpen(now)}`)

/** The same invitation, held with its guest until the transaction ends; undefined when it was accepted, declined, revoked or replaced, or its guest deleted, meanwhile. */
export const lockInvitation = async (
  tx: Database,
  { tenantId, id, userId }: OpenInvitation,
  now: Date,
): Promise<OpenInvitation | undefined> => {
  return lockLiveUser(
    tx,
    { tenantId, userId },
    sql<OpenInvitation>`${select} where i.tenant_id = ${tenantId} and i.id = ${id} and i.user_id = ${userId} and ${isOpen(now)}`,
  )
}

/** The live guest of an invitation, whatever its state; an invitation stays its guest's. */
export const guestOfInvitation = async (db: Database, tenantId: TenantId, id: string): Promise<UserId | undefined> =>
  (await firstRow(db, sql<{ userId: UserId }>`select user_id as "userId" from invitations where tenant_id = ${tenantId} and id = ${id}`))
    ?.userId
