/** Somebody of an organization invites somebody from outside. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { authorityReaches, operatorAuthority, type Authority } from '../directory/authority.ts'
import { createGuest, freeGuestName } from '../directory/users/create.ts'
import { holdLiveUser, type Which } from '../directory/lock-user.sql.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import { noteWayIn } from '../directory/users/ways-in.sql.ts'
import { addSponsor } from '../directory/links/responsible.ts'
import type { Address, AddressKey } from '../kernel/address.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import {
  decidesInvitation,
  domainAllowed,
  inviteRefusal,
  mayInvite,
  mayInviteMembers,
  type Inviter,
  type InviteRefusal,
} from './invite.rule.ts'
import { readInviteFacts, readInvitePolicy, type InviteRow } from './invite.sql.ts'
import { countInvitation, quotaSecret, type TooMany } from './quota.ts'
import { addressDigest } from './refusals.ts'
import { parseWish, type BadWish, type ParsedWish, type Wish } from './wish.rule.ts'
import {
  prolongInvitation,
  readWritten,
  sendInvitation,
  writeInvitation,
  type Invited,
} from './write.ts'

export type InviteResult =
  | ({ outcome: 'invited'; again: boolean } & Invited)
  | InviteRefusal
  | TooMany
  | BadWish
  | {
      outcome:
        | 'notAllowed'
        | 'targetTooHigh'
        | 'memberNeedsAdministrator'
        | 'sponsorNotFound'
        | 'organizationClosed'
    }

/** By whom: a user with what they hold, or an operator, who is above the settings. */
export type By =
  | { readonly kind: 'user'; readonly userId: UserId; readonly inviter: Inviter }
  | { readonly kind: 'operator' }

/**
 * Somebody invited the same address at the same moment. Thrown, because the transaction is spoilt
 * by it.
 */
class Overtaken extends Error {}

class Undone extends Error {
  readonly result: InviteResult
  constructor(result: InviteResult) {
    super(result.outcome)
    this.result = result
  }
}

/**
 * Invites an address: makes the guest, not redeemed, and the link that redeems it; for a pending
 * guest a new link for the same object (R77). Everybody else who has the address already is told
 * apart (R73, R76). The link's token is returned and stored nowhere.
 */
export const invite = async (
  db: Database,
  tenantId: TenantId,
  wish: Wish,
  by: By,
  context: Context,
): Promise<InviteResult> => {
  const parsed = parseWish(wish)
  if ('outcome' in parsed) return parsed
  const digest = await addressDigest(db, parsed.address.key)
  const quotas = await quotaSecret(db)
  const once = () =>
    transaction(db, (tx) => inviteIn(tx, tenantId, parsed, by, { ...context, digest, quotas }))
  try {
    // The second look finds the guest of whoever was faster, and invites that one again.
    return await once().catch((error: unknown) =>
      error instanceof Overtaken ? once() : Promise.reject(error),
    )
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}

type Surroundings = Context & { readonly digest: Buffer; readonly quotas: Buffer }

const inviteIn = async (
  tx: Database,
  tenantId: TenantId,
  wish: ParsedWish,
  by: By,
  around: Surroundings,
): Promise<InviteResult> => {
  const { address } = wish
  const policy = await readInvitePolicy(tx, tenantId)
  if (policy === undefined) return { outcome: 'organizationClosed' }
  if (by.kind === 'user' && !mayInvite(policy.allowInvitesFrom, by.inviter))
    return { outcome: 'notAllowed' }
  if (wish.userType === 'Member' && by.kind === 'user' && !mayInviteMembers(by.inviter))
    return { outcome: 'memberNeedsAdministrator' }
  const inviterId = by.kind === 'user' ? by.userId : null
  const question = {
    tenantId,
    key: address.key,
    addressDigest: around.digest,
    inviterId,
    guestId: null,
    now: around.now,
  }
  const before = await readInviteFacts(tx, question)
  // The guest who is there may accept, decline or be deleted at this moment: held first, read next.
  if (
    before?.existing != null &&
    !(await holdLiveUser(tx, { tenantId, userId: before.existing.id }))
  )
    throw new Overtaken('gone')
  const facts = before?.existing == null ? before : await readInviteFacts(tx, question)
  if (facts === undefined) return { outcome: 'organizationClosed' }
  const refusal = refusalOf(address.key, facts, wish.forceNew ?? false)
  if (refusal !== undefined) return refusal

  if (
    facts.existing != null &&
    !(await reachesGuest(tx, { tenantId, userId: facts.existing.id }, authorityOf(by)))
  )
    return { outcome: 'targetTooHigh' }
  const tooMany = await countWish(tx, tenantId, wish, by, around)
  if (tooMany !== undefined) return tooMany
  const made =
    facts.existing === null
      ? await makeGuest(tx, tenantId, wish, by, facts, around)
      : { userId: facts.existing.id, again: true }
  const link = await linkFor(tx, { tenantId, userId: made.userId }, wish, by, facts, around)
  const activity = made.again ? 'invitation.resent' : 'invitation.created'
  await record(
    tx,
    eventOf(around, { tenantId, activity, target: { kind: 'user', id: made.userId } }),
  )
  return { outcome: 'invited', again: made.again, ...link }
}

/** The authority of whoever invites. */
const authorityOf = (by: By): Authority =>
  by.kind === 'operator'
    ? operatorAuthority
    : { kind: 'roles', roles: by.inviter.roles, userId: by.userId }

/**
 * Whether a pending guest may be invited anew with this authority: a guest who was given a role
 * only by who reaches it (K16).
 */
export const reachesGuest = async (
  tx: Database,
  which: Which,
  authority: Authority,
): Promise<boolean> => {
  const target = await lockLiveTarget(tx, which)
  return target !== undefined && authorityReaches(authority, target)
}

// An operator is above the quotas, as above the settings.
const countWish = async (
  tx: Database,
  tenantId: TenantId,
  wish: ParsedWish,
  by: By,
  around: Surroundings,
): Promise<TooMany | undefined> => {
  if (by.kind === 'operator') return undefined
  const mailboxes =
    wish.sendMail === true
      ? [wish.address.key, ...(wish.copyTo === undefined ? [] : [wish.copyTo.key])]
      : []
  return countInvitation(
    tx,
    around.quotas,
    { tenantId, inviter: { ...by.inviter, userId: by.userId }, mailboxes },
    around.now,
  )
}

/** The one judgement, of facts as they were read. */
export const refusalOf = (
  key: AddressKey,
  facts: InviteRow,
  forceNew: boolean,
): InviteRefusal | undefined =>
  inviteRefusal({
    ownDomain: facts.ownDomain,
    refuses: facts.refuses,
    domainAllowed: domainAllowed(key, facts.domainRule, facts.domains),
    guest: facts.guest ?? undefined,
    existing: facts.existing ?? undefined,
    deletedId: facts.deletedId ?? undefined,
    forceNew,
  })

/**
 * The link that the inviter gets. Whoever made the invitation decides what it says, and
 * administrators do; for everybody else it stays as it is, and so does the link that was handed out
 * before (R77).
 */
const linkFor = async (
  tx: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  wish: ParsedWish,
  by: By,
  facts: InviteRow,
  around: Surroundings,
): Promise<Invited> => {
  const { lifetimeDays, personId: forPersonId } = facts
  const sendMail = wish.sendMail === true
  const which = { tenantId, userId, lifetimeDays, sendMail }
  const written = await readWritten(tx, which, around.now)
  const decides =
    written === undefined ||
    decidesInvitation(by.kind === 'user' ? { ...by.inviter, id: by.userId } : undefined, written)
  const address = decides ? wish.address : written.address
  const inviterId = by.kind === 'user' ? by.userId : null
  const { redirectUrl, message = null, language = null } = wish
  const link = decides
    ? await writeInvitation(
        tx,
        { ...which, address, content: { redirectUrl, message, language, inviterId }, forPersonId },
        around,
      )
    : await prolongInvitation(tx, which, written, around)
  // Somebody else's link works beside the one before, so both are ways in.
  await noteWayIn(
    tx,
    which,
    'invitation',
    authorityOf(by),
    around.now,
    decides ? 'alone' : 'beside',
  )
  if (decides) await keepAddress(tx, { tenantId, userId, address })
  if (!sendMail) return link
  const names = decides ? facts : { ...facts, inviter: written.inviter }
  const words = { facts: names, language: decides ? language : written.language }
  await sendInvitation(tx, { tenantId, address, copyTo: wish.copyTo, link, ...words }, around.now)
  return link
}

type Kept = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly address: Pick<Address, 'display' | 'key'>
}

// An invitation is for a guest as long as its address stands on them; one found by their person or
// an earlier invitation may not have it yet.
const keepAddress = async (
  tx: Database,
  { tenantId, userId, address: { display, key } }: Kept,
): Promise<void> => {
  await sql`update users set other_mails = other_mails || ${display}::text, other_mail_keys = other_mail_keys || ${key}::text
    where tenant_id = ${tenantId} and id = ${userId} and mail_key is distinct from ${key} and not other_mail_keys @> array[${key}::text]`.execute(
    tx,
  )
}

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
