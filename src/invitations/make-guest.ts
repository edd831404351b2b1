/** The guest and the link that an invitation makes. */
import type { Context } from '../events/event.ts'
import { authorityOfRoles, operatorAuthority, type Authority } from '../directory/authority.ts'
import { createGuest, freeGuestName } from '../directory/users/create.ts'
import { noteWayIn } from '../directory/users/ways-in.sql.ts'
import { setEndDate } from '../directory/lifecycle/set-end-date.ts'
import { addSponsor } from '../directory/links/sponsors.ts'
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
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  { wish, by, facts }: Asked,
  around: Surroundings,
): Promise<Invited> => {
  const { lifetimeDays, personId: forPersonId } = facts
  const sendMail = wish.sendMail === true
  const which = { tenantId, userId, lifetimeDays, sendMail }
  const written = await readWritten(tx, which, around.now)
  const decides = written === undefined || decidesInvitation(deciderOf(by), written)
  const address = decides ? wish.address : written.address
  const inviterId = inviterIdOf(by)
  const { redirectUrl, message = null, language = null } = wish
  const link = decides
    ? await writeInvitation(
        tx,
        { ...which, address, content: { redirectUrl, message, language, inviterId }, forPersonId },
        around,
      )
    : await prolongInvitation(tx, which, written, around)
  // Somebody else's link works beside the one before, so both are ways in.
  const way = { kind: 'invitation', beside: !decides } as const
  await noteWayIn(tx, which, way, authorityOf(by), around.now)
  if (decides) await keepOnGuest(tx, { tenantId, userId, address, endsAt: wish.endsAt }, around)
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
  readonly endsAt: Date | undefined
}

// An invitation is for a guest as long as its address stands on them. One found by their person may
// not have it yet; of one found by an earlier invitation alone, an administrator has asked for it.
const keepOnGuest = async (
  tx: Database,
  { tenantId, userId, address: { display, key }, endsAt }: Kept,
  context: Context,
): Promise<void> => {
  await sql`update users set other_mails = other_mails || ${display}::text, other_mail_keys = other_mail_keys || ${key}::text
    where tenant_id = ${tenantId} and id = ${userId} and mail_key is distinct from ${key} and not other_mail_keys @> array[${key}::text]`.execute(
    tx,
  )
  if (endsAt !== undefined) await setEndDate(tx, { tenantId, userId }, endsAt, context)
}

/**
 * The new guest. `overtaken`: somebody invited the same address at the same moment; then, and when
 * a sponsor is not there, what was done is to be taken back.
 */
export const makeGuest = async (
  tx: Database,
  tenantId: TenantId,
  { wish, by, facts }: Asked,
  context: Context,
): Promise<{ outcome: 'made'; userId: UserId } | { outcome: 'sponsorNotFound' } | Overtaken> => {
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
  if (created.outcome !== 'created') return 'overtaken'
  const { userId } = created
  const sponsors = wish.sponsorIds ?? (by.kind === 'user' ? [by.id] : [])
  for (const sponsorId of sponsors) {
    const { outcome } = await addSponsor(tx, { tenantId, userId }, sponsorId, context)
    if (outcome !== 'linked') return { outcome: 'sponsorNotFound' }
  }
  return { outcome: 'made', userId }
}
