/** The guest and the link that an invitation makes. */
import type { Context, Event } from '../events/event.ts'
import { authorityOfRoles, operatorAuthority, type Authority } from '../directory/authority.ts'
import type { Which } from '../directory/lock-user.sql.ts'
import { freeGuestName } from '../directory/guests/free-name.sql.ts'
import { createGuest } from '../directory/users/create.ts'
import { guestPrincipalName } from '../directory/users/user.ts'
import { noteWayIn } from '../directory/users/ways-in.sql.ts'
import { setEndDate } from '../directory/lifecycle/set-end-date.ts'
import { addFirstSponsors } from '../directory/links/sponsors.ts'
import type { Address } from '../kernel/address.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { sql, type Database } from '../store/database.ts'
import type { Overtaken } from '../store/overtaken.ts'
import { decidesInvitation, type Inviter, type InviteRefusal } from './invite.rule.ts'
import type { InviteRow } from './invite.sql.ts'
import type { TooMany } from './quota.ts'
import type { BadWish, ParsedWish } from './wish.rule.ts'
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
        | 'endDateNeedsAdministrator'
        | 'addressNeedsAdministrator'
        | 'sponsorNotFound'
        | 'organizationClosed'
    }

/**
 * By whom: a user with what they hold, or an application with what it was given; or an operator,
 * who is above the settings.
 */
export type By =
  | { readonly kind: 'user'; readonly id: UserId; readonly inviter: Inviter }
  | {
      readonly kind: 'application'
      readonly id: string
      /** Whose job it does, as far as inviting goes. */
      readonly inviter: Inviter
      /** With what right it touches users who are there. */
      readonly authority: Authority
    }
  | { readonly kind: 'operator' }

/** The user who invites; null for an operator, who is none. */
export const inviterIdOf = (by: By): UserId | null => (by.kind === 'user' ? by.id : null)

/** What is wished, by whom, and what is known of it. */
export type Asked = { readonly wish: ParsedWish; readonly by: By; readonly facts: InviteRow }

export type Surroundings = Context & { readonly digest: Buffer; readonly quotas: Buffer }

/** The authority of whoever invites. */
export const authorityOf = (by: By): Authority => {
  if (by.kind === 'operator') return operatorAuthority
  return by.kind === 'application' ? by.authority : authorityOfRoles(by.inviter.roles, by.id)
}

/** Who decides what an invitation says; undefined for an operator, who always may. */
export const deciderOf = (by: By) =>
  by.kind === 'operator' ? undefined : { ...by.inviter, id: by.id }

/**
 * The link that the inviter gets. Whoever made the invitation decides what it says, and
 * administrators do; for everybody else it stays as it is, and so does the link that was handed out
 * before (R77).
 */
export const linkFor = async (
  tx: Database,
  { tenantId, userId }: Which,
  asked: Asked,
  around: Surroundings,
): Promise<Invited> => {
  const { wish, by, facts } = asked
  const { lifetimeDays } = facts
  const sendMail = wish.sendMail === true
  // What has just been made has no invitation, and its address stands on it.
  const isNew = facts.existing === null
  const which = { tenantId, userId, lifetimeDays, sendMail, isNew }
  const written = isNew ? undefined : await readWritten(tx, which, around.now)
  if (written === undefined || decidesInvitation(deciderOf(by), written))
    return ownLink(tx, which, asked, around)
  const link = await prolongInvitation(tx, which, written, around)
  // Somebody else's link works beside the one before, so both are ways in.
  const way = { kind: 'invitation', beside: true } as const
  await noteWayIn(tx, which, way, authorityOf(by), around.now)
  if (!sendMail) return link
  const names = { ...facts, inviter: written.inviter }
  const { address, language } = written
  const sent = { tenantId, address, copyTo: wish.copyTo, link, facts: names, language }
  await sendInvitation(tx, sent, around.now)
  return link
}

type Linked = Which & {
  readonly lifetimeDays: number
  readonly sendMail: boolean
  readonly isNew: boolean
}

const ownLink = async (
  tx: Database,
  which: Linked,
  { wish, by, facts }: Asked,
  around: Surroundings,
): Promise<Invited> => {
  const { tenantId } = which
  const { address, redirectUrl, message = null, language = null, copyTo } = wish
  const content = { redirectUrl, message, language, inviterId: inviterIdOf(by) }
  const writing = { ...which, address, content, forPersonId: facts.personId }
  const link = await writeInvitation(tx, writing, around)
  await noteWayIn(tx, which, { kind: 'invitation' }, authorityOf(by), around.now)
  if (!which.isNew) await keepAddress(tx, which, address)
  if (wish.endsAt !== undefined) await setEndDate(tx, which, wish.endsAt, around)
  if (which.sendMail)
    await sendInvitation(tx, { tenantId, address, copyTo, link, facts, language }, around.now)
  return link
}

// An invitation is for a guest as long as its address stands on them. One found by their person may
// not have it yet; of one found by an earlier invitation alone, an administrator has asked for it.
const keepAddress = async (
  tx: Database,
  { tenantId, userId }: Which,
  { display, key }: Pick<Address, 'display' | 'key'>,
): Promise<void> => {
  await sql`update users set other_mails = other_mails || ${display}::text, other_mail_keys = other_mail_keys || ${key}::text
    where tenant_id = ${tenantId} and id = ${userId} and mail_key is distinct from ${key} and not other_mail_keys @> array[${key}::text]`.execute(
    tx,
  )
}

/**
 * The new guest, and what is still to be recorded of it. `overtaken`: somebody invited the same
 * address at the same moment; then, and when a sponsor is not there, what was done is to be taken
 * back.
 */
export const makeGuest = async (
  tx: Database,
  tenantId: TenantId,
  { wish, by, facts }: Asked,
  context: Context,
): Promise<
  | { outcome: 'made'; userId: UserId; events: readonly Event[] }
  | { outcome: 'sponsorNotFound' }
  | Overtaken
> => {
  const { address } = wish
  const make = (userPrincipalName: string) =>
    createGuest(
      tx,
      tenantId,
      {
        personId: facts.personId,
        userType: wish.userType ?? 'Guest',
        externalUserState: 'PendingAcceptance',
        displayName: wish.displayName ?? address.display,
        userPrincipalName,
        mail: address,
        otherMails: [address],
      },
      context,
    )
  const first = await make(guestPrincipalName(address, facts.domain))
  const created =
    first.outcome === 'nameTaken'
      ? await make(await freeGuestName(tx, tenantId, address, facts.domain))
      : first
  if (created.outcome !== 'created') return 'overtaken'
  const { userId } = created
  const sponsors = wish.sponsorIds ?? (by.kind === 'user' ? [by.id] : [])
  const events = await addFirstSponsors(tx, { tenantId, userId }, sponsors, context)
  return events === undefined ? { outcome: 'sponsorNotFound' } : { outcome: 'made', userId, events }
}
