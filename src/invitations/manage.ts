/** What happens to an invitation afterwards: sent again, or revoked. */
import { reachesLive } from '../directory/target.sql.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { Authority } from '../directory/authority.ts'
import { lockLiveUser, type Locked } from '../directory/lock-user.sql.ts'
import { noteWayIn } from '../directory/users/ways-in.sql.ts'
import type { Address, AddressKey } from '../kernel/address.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { guestOfInvitation } from './find.sql.ts'
import { refusalOf } from './invite.ts'
import type { InviteRefusal } from './invite.rule.ts'
import { readInviteFacts } from './invite.sql.ts'
import { countAgain, quotaSecret, type TooMany } from './quota.ts'
import { addressDigest } from './refusals.ts'
import {
  readWritten,
  sendInvitation,
  writeInvitation,
  type Invited,
  type Written,
} from './write.ts'
import { addressKeys, hasAccepted } from '../store/relations.sql.ts'

type Which = { readonly tenantId: TenantId; readonly invitationId: string }

type Guest = {
  readonly userId: UserId
  readonly pending: boolean
  readonly everAccepted: boolean
  readonly mail: string | null
  readonly mailKey: AddressKey | null
  readonly keys: readonly AddressKey[]
}

// Every change of an invitation holds its guest, as accepting, declining and deleting do.
const lockGuest = async (
  tx: Database,
  { tenantId, invitationId }: Which,
): Promise<Locked<Guest> | undefined> => {
  const userId = await guestOfInvitation(tx, tenantId, invitationId)
  if (userId === undefined) return undefined
  return lockLiveUser(
    tx,
    { tenantId, userId },
    select<Guest>({
      userId: 'i.user_id',
      pending: sql`not (${hasAccepted()})`,
      everAccepted: 'u.ever_accepted',
      mail: 'u.mail',
      mailKey: 'u.mail_key',
      keys: addressKeys,
    })`from invitations i join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id
      where i.tenant_id = ${tenantId} and i.id = ${invitationId}`,
  )
}

/** The guest and the invitation, held first and read next. */
const readHeld = async (
  tx: Database,
  which: Which,
  now: Date,
): Promise<{ guest: Locked<Guest>; written: Written } | undefined> => {
  const guest = await lockGuest(tx, which)
  const written =
    guest === undefined
      ? undefined
      : await readWritten(tx, { tenantId: which.tenantId, userId: guest.userId }, now)
  return guest === undefined || written === undefined ? undefined : { guest, written }
}

// The address as the organization has it now: corrected for who never came, and the one of the
// reset for who is to accept again.
const addressNow = (
  { everAccepted, mail, mailKey, keys }: Guest,
  { address }: Written,
): Pick<Address, 'display' | 'key'> =>
  mail === null || mailKey === null || (everAccepted && keys.includes(address.key))
    ? address
    : { display: mail, key: mailKey }

export type ResendResult =
  | ({ outcome: 'sent' } & Invited)
  | InviteRefusal
  | TooMany
  | { outcome: 'notFound' }
  | { outcome: 'accepted' }
  | { outcome: 'targetTooHigh' }

/**
 * A new link for a pending guest, also after the old one ended or was revoked; the links before
 * stop working. Judged like an invitation, for the address that the guest has now. Nothing of the
 * invitation changes but its dates.
 */
export const resendInvitation = async (
  db: Database,
  which: Which,
  sendMail: boolean,
  authority: Authority,
  context: Context,
): Promise<ResendResult> => {
  const quotas = await quotaSecret(db)
  return transaction(db, (tx) => resendIn(tx, which, { sendMail, quotas, authority }, context))
}

type Resending = {
  readonly sendMail: boolean
  readonly quotas: Awaited<ReturnType<typeof quotaSecret>>
  readonly authority: Authority
}

const resendIn = async (
  tx: Database,
  which: Which,
  { sendMail, quotas, authority }: Resending,
  context: Context,
): Promise<ResendResult> => {
  const { tenantId } = which
  const { now } = context
  const held = await readHeld(tx, which, now)
  if (held === undefined) return { outcome: 'notFound' }
  const { guest, written } = held
  if (!guest.pending) return { outcome: 'accepted' }
  if (!(await reachesLive(tx, { tenantId, userId: guest.userId }, authority)))
    return { outcome: 'targetTooHigh' }
  const { userId } = guest
  const address = addressNow(guest, written)
  const { key } = address
  const about = { tenantId, key, addressDigest: await addressDigest(tx, key) }
  const asked = { ...about, inviterId: written.inviterId, guestId: userId, now }
  const facts = await readInviteFacts(tx, asked)
  if (facts === undefined) return { outcome: 'notFound' }
  const refusal = refusalOf(key, facts, false)
  if (refusal !== undefined) return refusal
  const tooMany = sendMail
    ? await countAgain(tx, quotas, { tenantId, authority, mailbox: key }, now)
    : undefined
  if (tooMany !== undefined) return tooMany
  const writing = {
    tenantId,
    userId,
    address,
    content: written,
    lifetimeDays: facts.lifetimeDays,
    sendMail,
    forPersonId: facts.personId,
  }
  const link = await writeInvitation(tx, writing, context)
  await noteWayIn(tx, { tenantId, userId }, { kind: 'invitation' }, authority, now)
  if (sendMail)
    await sendInvitation(tx, { tenantId, address, facts, language: written.language, link }, now)
  const target = { kind: 'user', id: userId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'invitation.resent', target }))
  return { outcome: 'sent', ...link }
}

/**
 * Ends the links of an invitation; the guest stays pending until they are invited again or deleted.
 */
export const revokeInvitation = (
  db: Database,
  which: Which,
  context: Context,
): Promise<{ outcome: 'revoked' | 'notFound' | 'accepted' }> =>
  transaction(db, async (tx) => {
    const held = await readHeld(tx, which, context.now)
    if (held === undefined) return { outcome: 'notFound' }
    if (!held.guest.pending) return { outcome: 'accepted' }
    const { tenantId, invitationId } = which
    await sql`update invitations set revoked_at = ${context.now} where tenant_id = ${tenantId} and id = ${invitationId}`.execute(
      tx,
    )
    const target = { kind: 'user', id: held.guest.userId } as const
    await record(tx, eventOf(context, { tenantId, activity: 'invitation.revoked', target }))
    return { outcome: 'revoked' }
  })
