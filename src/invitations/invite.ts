/** Somebody of an organization invites somebody from outside. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { authorityReaches, operatorAuthority, type Authority } from '../directory/authority.ts'
import { createGuest, freeGuestName } from '../directory/create-user.ts'
import { holdLiveUser, type Which } from '../directory/lock-user.sql.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import { noteWayIn } from '../directory/ways-in.sql.ts'
import { addSponsor } from '../directory/user-links.ts'
import type { Address, AddressKey } from '../kernel/address.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../kernel/ids.ts'
import { dayMs, plus } from '../kernel/time.ts'
import { installationSecret, keyedDigest } from '../store/installation-secret.ts'
import { firstRow, sql, transaction, type Database } from '../store/database.ts'
import { queueMail } from '../mail/outbox.ts'
import { newToken } from '../store/token.ts'
import { copyMail, invitationMail } from './invitation-mail.ts'
import { domainAllowed, inviteRefusal, mayInvite, mayInviteMembers, type Inviter, type InviteRefusal } from './invite.rule.ts'
import { readInviteFacts, readInvitePolicy, type InviteRow } from './invite.sql.ts'
import { parseWish, type BadWish, type ParsedWish, type Wish } from './wish.rule.ts'

export type Invited = { readonly invitationId: string; readonly userId: UserId; readonly token: string; readonly expiresAt: Date }

export type InviteResult =
  | ({ outcome: 'invited'; again: boolean } & Invited)
  | InviteRefusal
  | BadWish
  | { outcome: 'notAllowed' | 'targetTooHigh' | 'memberNeedsAdministrator' | 'sponsorNotFound' | 'organizationClosed' }

/** By whom: a user with what they hold, or an operator, who is above the settings. */
export type By = { readonly kind: 'user'; readonly userId: UserId; readonly inviter: Inviter } | { readonly kind: 'operator' }

/** Somebody invited the same address at the same moment. Thrown, because the transaction is spoilt by it. */
class Overtaken extends Error {}

class Undone extends Error {
  readonly result: InviteResult
  constructor(result: InviteResult) {
    super(result.outcome)
    this.result = result
  }
}

/** The digest under which an organization's refusals are kept (R37). */
export const addressDigest = async (db: Database, key: AddressKey): Promise<Buffer> =>
  keyedDigest(await installationSecret(db, 'invitation refusals'), key)

/**
 * Invites an address: makes the guest, not redeemed, and the link that redeems it; for a pending guest a new link for the same object (R77).
 * Everybody else who has the address already is told apart (R73, R76). The link's token is returned and stored nowhere.
 */
export const invite = async (
  db: Database,
  tenantId: TenantId,
  wish: Wish,
  by: By,
  context: Context,
  publicUrl: string,
): Promise<InviteResult> => {
  const parsed = parseWish(wish)
  if ('outcome' in parsed) return parsed
  const digest = await addressDigest(db, parsed.address.key)
  const once = () => transaction(db, (tx) => inviteIn(tx, tenantId, parsed, by, { ...context, publicUrl, digest }))
  try {
    // The second look finds the guest of whoever was faster, and invites that one again.
    return await once().catch((error: unknown) => (error instanceof Overtaken ? once() : Promise.reject(error)))
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}

type Surroundings = Context & { readonly publicUrl: string; readonly digest: Buffer }

const inviteIn = async (tx: Database, tenantId: TenantId, wish: ParsedWish, by: By, around: Surroundings): Promise<InviteResult> => {
  const { address } = wish
  const policy = await readInvitePolicy(tx, tenantId)
  if (policy === undefined) return { outcome: 'organizationClosed' }
  if (by.kind === 'user' && !mayInvite(policy.allowInvitesFrom, by.inviter)) return { outcome: 'notAllowed' }
  if (wish.userType === 'Member' && by.kind === 'user' && !mayInviteMembers(by.inviter)) return { outcome: 'memberNeedsAdministrator' }
  const inviterId = by.kind === 'user' ? by.userId : null
  const question = { tenantId, key: address.key, addressDigest: around.digest, inviterId, guestId: null, now: around.now }
  const before = await readInviteFacts(tx, question)
  // The guest who is there may accept, decline or be deleted at this moment: held first, read next.
  if (before?.existing != null && !(await holdLiveUser(tx, { tenantId, userId: before.existing.id }))) throw new Overtaken('gone')
  const facts = before?.existing == null ? before : await readInviteFacts(tx, question)
  if (facts === undefined) return { outcome: 'organizationClosed' }
  const refusal = refusalOf(address.key, facts, wish.forceNew ?? false)
  if (refusal !== undefined) return refusal

  if (facts.existing != null && !(await reachesGuest(tx, { tenantId, userId: facts.existing.id }, authorityOf(by))))
    return { outcome: 'targetTooHigh' }
  const made = facts.existing === null ? await makeGuest(tx, tenantId, wish, by, facts, around) : { userId: facts.existing.id, again: true }
  const link = await writeInvitation(
    tx,
    { tenantId, userId: made.userId, address, wish, lifetimeDays: facts.lifetimeDays, inviterId, forPersonId: facts.personId },
    around,
  )
  await noteWayIn(tx, { tenantId, userId: made.userId }, 'invitation', authorityOf(by), around.now)
  if (wish.sendMail === true) await sendInvitation(tx, { tenantId, address, wish, facts, link }, around)
  const activity = made.again ? 'invitation.resent' : 'invitation.created'
  await record(tx, eventOf(around, { tenantId, activity, target: { kind: 'user', id: made.userId } }))
  return { outcome: 'invited', again: made.again, ...link }
}

/** The authority of whoever invites. */
const authorityOf = (by: By): Authority =>
  by.kind === 'operator' ? operatorAuthority : { kind: 'roles', roles: by.inviter.roles, userId: by.userId }

/** Whether a pending guest may be invited anew with this authority: a guest who was given a role only by who reaches it (K16). */
export const reachesGuest = async (tx: Database, which: Which, authority: Authority): Promise<boolean> => {
  const target = await lockLiveTarget(tx, which)
  return target !== undefined && authorityReaches(authority, target)
}

/** The one judgement, of facts as they were read. */
export const refusalOf = (key: AddressKey, facts: InviteRow, forceNew: boolean): InviteRefusal | undefined =>
  inviteRefusal({
    ownDomain: facts.ownDomain,
    refuses: facts.refuses,
    domainAllowed: domainAllowed(key, facts.domainRule, facts.domains),
    guest: facts.guest ?? undefined,
    existing: facts.existing ?? undefined,
    deletedId: facts.deletedId ?? undefined,
    forceNew,
  })

const makeGuest = async (
  tx: Database,
  tenantId: TenantId,
  wish: ParsedWish,
  by: By,
  facts: InviteRow,
  context: Context,
): Promise<{ userId: UserId; again: false }> => {
  const { address } = wish
  const guest = {
    personId: facts.personId,
    userType: wish.userType ?? 'Guest',
    externalUserState: 'PendingAcceptance',
    displayName: wish.displayName ?? address.display,
    userPrincipalName: await freeGuestName(tx, tenantId, address, facts.domain),
    mail: address,
    otherMails: [address],
  } as const
  const created = await createGuest(tx, tenantId, guest, context)
  if (created.outcome !== 'created') throw new Overtaken(created.outcome)
  const { userId } = created
  const sponsors = wish.sponsorIds ?? (by.kind === 'user' ? [by.userId] : [])
  for (const sponsorId of sponsors) {
    const { outcome } = await addSponsor(tx, { tenantId, userId }, sponsorId, context)
    if (outcome !== 'linked') throw new Undone({ outcome: 'sponsorNotFound' })
  }
  return { userId, again: false }
}

type Writing = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly address: Pick<Address, 'display' | 'key'>
  readonly wish: Pick<Wish, 'redirectUrl' | 'message' | 'language' | 'sendMail'>
  readonly lifetimeDays: number
  readonly inviterId: string | null
  /** Whose account at home has the address, where it is known: for them alone. */
  readonly forPersonId: PersonId | null
}

/** Writes, or writes anew, the invitation of a pending guest; the link before it stops working. */
export const writeInvitation = async (
  tx: Database,
  { tenantId, userId, address, wish, lifetimeDays, inviterId, forPersonId }: Writing,
  { now }: Pick<Context, 'now'>,
): Promise<Invited> => {
  const { token, hash } = newToken()
  const expiresAt = plus(now, lifetimeDays * dayMs)
  const sentAt = wish.sendMail === true ? now : null
  const written = await firstRow(
    tx,
    sql<{ id: string }>`
      insert into invitations (tenant_id, id, user_id, address, address_key, token_hash, redirect_url, message, language, invited_by, for_person_id, created_at, sent_at, expires_at)
      values (${tenantId}, ${newId()}, ${userId}, ${address.display}, ${address.key}, ${hash}, ${wish.redirectUrl}, ${wish.message ?? null}, ${wish.language ?? null}, ${inviterId}::uuid, ${forPersonId}::uuid, ${now}, ${sentAt}, ${expiresAt})
      on conflict (tenant_id, user_id) do update set token_hash = excluded.token_hash, address = excluded.address, address_key = excluded.address_key, redirect_url = excluded.redirect_url,
        message = excluded.message, language = excluded.language, invited_by = excluded.invited_by, for_person_id = excluded.for_person_id, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
        revoked_at = null, accepted_at = null
      returning id`,
  )
  if (written === undefined) throw new Error('An upsert gives one row.')
  return { invitationId: written.id, userId, token, expiresAt }
}

/** The address of the page that redeems an invitation. */
export const redeemUrl = (publicUrl: string, token: string): string => `${publicUrl}/invitation/${token}`

type Sending = {
  readonly tenantId: TenantId
  readonly address: Pick<Address, 'display' | 'key'>
  readonly wish: Partial<Pick<ParsedWish, 'message' | 'copyTo'>>
  readonly facts: { readonly organizationName: string; readonly inviterName: string | null }
  readonly link: Invited
}

/** Queues the mail with the link, and the copy without it. */
export const sendInvitation = async (
  tx: Database,
  { tenantId, address, wish, facts, link }: Sending,
  { publicUrl, now }: { publicUrl: string; now: Date },
): Promise<void> => {
  const about = { tenantId, userId: link.userId }
  const words = {
    organization: facts.organizationName,
    inviter: facts.inviterName,
    message: wish.message,
    url: redeemUrl(publicUrl, link.token),
    expiresAt: link.expiresAt,
  }
  await queueMail(tx, { recipient: address.display, about, purpose: 'invitation', ...invitationMail(words) }, now)
  if (wish.copyTo !== undefined) await queueMail(tx, { recipient: wish.copyTo.display, about, ...copyMail(words, address.display) }, now)
}
