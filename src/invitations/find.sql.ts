/** The invitation behind a link, or of a person. */
import { lockLiveUser } from '../directory/lock-user.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import { goesToGuest } from '../directory/users/own-address.sql.ts'
import { isFor, isUnanswered, isWaiting } from '../people/waiting-invitations.sql.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { select, type Columns } from '../store/columns.ts'
import { firstRow, sql, type Database, type RawBuilder } from '../store/database.ts'
import { tokenHash } from '../store/token.ts'
import type { DomainRule } from '../directory/domain-list.rule.ts'
import { hasAccepted } from '../store/relations.sql.ts'

export type OpenInvitation = {
  /**
   * The digest of the link that it was found by; null when it was found without one, by the person
   * it is for.
   */
  readonly link: Uint8Array | null
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
  readonly externalUsersMayLeave: boolean
  /** For whom it is, where their account at home is known; null for whoever proves the address. */
  readonly personId: PersonId | null
  /**
   * Whose the guest is now: that person, or who had accepted before the redemption was reset; null
   * for nobody yet.
   */
  readonly guestPersonId: PersonId | null
  /** Somebody was here as this guest, so it ends as everybody does (R122). */
  readonly everAccepted: boolean
  readonly accountEnabled: boolean
  /**
   * The name of their home organization, and whether both have agreed to redeem without asking
   * (R98); never who was here before (R127).
   */
  readonly homeName: string | null
  readonly automatic: boolean
  readonly domainRule: DomainRule
  readonly domains: readonly string[]
  readonly expiresAt: Date
}

/**
 * What a link is good for. Only `open` accepts or declines; the others are told to who may know
 * (K7).
 */
export type LinkState = 'open' | 'accepted' | 'revoked' | 'replaced' | 'expired'
export type Link = OpenInvitation & { readonly state: LinkState }

const columns: Columns<Omit<OpenInvitation, 'link'>> = {
  tenantId: 'i.tenant_id',
  id: 'i.id',
  userId: 'i.user_id',
  address: 'i.address',
  addressKey: 'i.address_key',
  redirectUrl: 'i.redirect_url',
  message: 'i.message',
  expiresAt: 'i.expires_at',
  organizationName: 't.display_name',
  privacyStatementUrl: 't.privacy_statement_url',
  privacyContact: 't.privacy_contact',
  externalUsersMayLeave: 't.external_users_may_leave',
  personId: 'i.for_person_id',
  guestPersonId: 'u.person_id',
  everAccepted: 'u.ever_accepted',
  accountEnabled: 'u.account_enabled',
  homeName: 'h.display_name',
  domainRule: 't.invitation_domain_rule',
  domains: 't.invitation_domains',
  inviterName: sql`(select b.display_name from live_users b where b.tenant_id = i.tenant_id and b.id = i.invited_by)`,
  automatic: sql`not exists (select 1 from deleted_users d where d.tenant_id = i.tenant_id and d.person_id = i.for_person_id)
    and coalesce(exists (select 1 from automatic_redemptions a where a.tenant_id = t.id and a.partner_tenant_id = p.home_tenant_id and a.redeems)
    and exists (select 1 from automatic_redemptions a where a.tenant_id = p.home_tenant_id and a.partner_tenant_id = t.id and a.redeems), false)`,
}

const joins = sql`
  join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id
  join tenants t on t.id = i.tenant_id and t.state = 'active'
  left join persons p on p.id = i.for_person_id
  left join tenants h on h.id = p.home_tenant_id`

/** What the invitation `i` of a user `u` is good for at `now`, whichever link. */
const stateAt = (now: Date): RawBuilder<unknown> => sql`case
  when ${hasAccepted()} or i.accepted_at is not null then 'accepted'
  when i.revoked_at is not null then 'revoked'
  when not ${goesToGuest} then 'replaced'
  when i.expires_at <= ${now} then 'expired'
  else 'open' end`

/**
 * The invitation of this link, whatever has become of it; undefined when it is unknown, its guest
 * is deleted, or its organization closed.
 */
export const findLink = async (
  db: Database,
  token: string,
  now: Date,
): Promise<Link | undefined> => {
  const hash = tokenHash(token)
  if (hash === undefined) return undefined
  const statement = select<Link>({
    link: 'l.token_hash',
    ...columns,
    state: sql`case ${stateAt(now)} when 'open' then case when l.replaced_at is null then 'open' else 'replaced' end else ${stateAt(now)} end`,
  })`from invitation_links l join invitations i on i.tenant_id = l.tenant_id and i.id = l.invitation_id ${joins} where l.token_hash = ${hash}`
  return firstRow(db, statement)
}

/** The invitation of this link; undefined when it cannot be accepted or declined by it. */
export const findInvitation = async (
  db: Database,
  token: string,
  now: Date,
): Promise<OpenInvitation | undefined> => {
  const found = await findLink(db, token, now)
  return found?.state === 'open' ? found : undefined
}

/** What is done with an invitation: what waits is accepted, what has ended only declined. */
export type Answer = 'accept' | 'decline'

/**
 * The invitation to an organization of a person who has proved that it is theirs, without its link
 * (R132): one that waits before one that has ended.
 */
export const findMyInvitation = (
  db: Database,
  personId: PersonId,
  tenantId: TenantId,
  answer: Answer,
  now: Date,
): Promise<OpenInvitation | undefined> =>
  firstRow(
    db,
    select<OpenInvitation>({ link: sql`null::bytea`, ...columns })`from invitations i ${joins}
      where i.tenant_id = ${tenantId} and ${answer === 'accept' ? isWaiting(now) : isUnanswered} and ${isFor(personId)}
      order by ${isWaiting(now)} desc, i.for_person_id nulls last, i.created_at limit 1`,
  )

/**
 * The same invitation, held with its guest until the transaction ends; undefined when it was
 * accepted, declined, revoked or replaced, or its guest deleted, meanwhile. Who declines without a
 * link may do so after its end too.
 */
export const lockInvitation = async (
  tx: Database,
  { tenantId, id, userId, addressKey, link, personId }: OpenInvitation,
  answer: Answer,
  now: Date,
): Promise<OpenInvitation | undefined> => {
  // It may have been sent again meanwhile: then it waits, and not by this link.
  const byLink = sql`(${link}::bytea is null or exists (select 1 from invitation_links l
    where l.tenant_id = i.tenant_id and l.invitation_id = i.id and l.token_hash = ${link}::bytea and l.replaced_at is null))`
  const isGood = answer === 'decline' && link === null ? isUnanswered : isWaiting(now)
  return lockLiveUser(
    tx,
    { tenantId, userId },
    select<OpenInvitation>({ link: sql`${link}::bytea`, ...columns })`from invitations i ${joins}
      where i.tenant_id = ${tenantId} and i.id = ${id} and i.user_id = ${userId} and i.address_key = ${addressKey}
        and i.for_person_id is not distinct from ${personId}::uuid and ${byLink} and ${isGood}`,
  )
}

/** The live guest of an invitation, whatever its state; an invitation stays its guest's. */
export const guestOfInvitation = async (
  db: Database,
  tenantId: TenantId,
  id: string,
): Promise<UserId | undefined> =>
  (
    await firstRow(
      db,
      select<{ userId: UserId }>({
        userId: 'user_id',
      })`from invitations where tenant_id = ${tenantId} and id = ${id}`,
    )
  )?.userId
