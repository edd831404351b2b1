/**
 * An accepted guest is to accept again, with another sign-in if they like: object, groups and
 * assignments stay (R100, R123).
 */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import {
  lastAdministrator,
  lockTenant,
  type LastAdministrator,
} from '../directory/administrators.sql.ts'
import { wayInRefusal, type Authority } from '../directory/authority.ts'
import { lockLiveUser } from '../directory/lock-user.sql.ts'
import { unredeemGuest } from '../directory/guests/redeem.ts'
import { targetColumns, targetOf, type TargetRow } from '../directory/target.sql.ts'
import { noteWayIn } from '../directory/users/ways-in.sql.ts'
import { tellPerson } from '../directory/users/tell.ts'
import type { Address, AddressKey } from '../kernel/address.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { addressKeys } from '../store/relations.sql.ts'
import { refusalOf } from './invite.ts'
import type { InviteRefusal } from './invite.rule.ts'
import { readInviteFacts } from './invite.sql.ts'
import { countAgain, quotaSecret, type TooMany } from './quota.ts'
import { addressDigest } from './refusals.ts'
import { parseWish, type BadWish } from './wish.rule.ts'
import { sendInvitation, writeInvitation, type Invited } from './write.ts'
import { liveUser } from '../directory/lock-user.sql.ts'

export type ResetResult =
  | ({ outcome: 'reset' } & Invited)
  | InviteRefusal
  | TooMany
  | { outcome: 'notFound' }
  | { outcome: 'targetTooHigh' }
  | { outcome: 'yourself' }
  | { outcome: 'notAGuest' }
  | BadWish
  | { outcome: 'organizationClosed' }
  /**
   * Only an address that stands in the guest's mail or other addresses: else the guest would be
   * somebody else's.
   */
  | { outcome: 'notTheirAddress' }
  | LastAdministrator

export type ResetWish = {
  readonly address: string
  readonly redirectUrl: string
  /** Of the mail and the page behind its link; that of the organization where none is given. */
  readonly language?: string | undefined
  /** What the administrator writes with it. */
  readonly message?: string | undefined
  readonly sendMail: boolean
}

type Guest = TargetRow & { readonly isGuest: boolean; readonly addresses: readonly AddressKey[] }

const lockGuest = (tx: Database, tenantId: TenantId, userId: UserId) =>
  lockLiveUser(
    tx,
    { tenantId, userId },
    select<Guest>({
      ...targetColumns,
      isGuest: sql`u.creation_type is not distinct from 'Invitation'`,
      addresses: addressKeys,
    })`from ${liveUser({ tenantId, userId })}`,
  )

/**
 * Resets the redemption of a guest: their sessions here end, they are told by mail, and the guest
 * is in their list, to be left, until somebody redeems it anew. Judged like an invitation. The old
 * link stops working.
 */
export const resetRedemption = async (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  wish: ResetWish,
  authority: Authority,
  context: Context,
): Promise<ResetResult> => {
  const parsed = parseWish(wish, context.now)
  if ('outcome' in parsed) return parsed
  const { address } = parsed
  const digest = await addressDigest(db, address.key)
  const quotas = await quotaSecret(db)
  return transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const guest = await lockGuest(tx, tenantId, userId)
    if (guest === undefined) return { outcome: 'notFound' }
    const refused = wayInRefusal(authority, userId, targetOf(guest), 'redeemAgain')
    if (refused !== undefined) return { outcome: refused }
    if (!guest.isGuest) return { outcome: 'notAGuest' }
    if (!guest.addresses.includes(address.key)) return { outcome: 'notTheirAddress' }
    const last = await lastAdministrator(tx, { tenantId, userId }, 'here')
    if (last !== undefined) return last
    const mailbox = { tenantId, authority, mailbox: address.key }
    const tooMany = wish.sendMail ? await countAgain(tx, quotas, mailbox, context.now) : undefined
    if (tooMany !== undefined) return tooMany
    const result = await judgedReset(
      tx,
      { tenantId, userId, digest },
      { ...parsed, sendMail: wish.sendMail },
      context,
    )
    if (result.outcome === 'reset')
      await noteWayIn(tx, { tenantId, userId }, { kind: 'reset' }, authority, context.now)
    return result
  })
}

const judgedReset = async (
  tx: Database,
  { tenantId, userId, digest }: { tenantId: TenantId; userId: UserId; digest: Buffer },
  wish: Omit<ResetWish, 'address'> & { readonly address: Address },
  context: Context,
): Promise<ResetResult> => {
  const { address, language = null, message = null } = wish
  const { now } = context
  const inviterId = context.actor.kind === 'user' ? context.actor.id : null
  const question = {
    tenantId,
    key: address.key,
    addressDigest: digest,
    inviterId,
    guestId: userId,
    now,
  }
  const facts = await readInviteFacts(tx, question)
  if (facts === undefined) return { outcome: 'organizationClosed' }
  const refusal = refusalOf(address.key, facts, false)
  if (refusal !== undefined) return refusal
  await tellPerson(
    tx,
    { tenantId, userId },
    { kind: 'redemptionReset', address: address.display },
    now,
  )
  if (!(await unredeemGuest(tx, { tenantId, userId }, now)))
    throw new Error('A guest that is held is gone.')
  const { lifetimeDays, personId: forPersonId } = facts
  const content = { redirectUrl: wish.redirectUrl, message, language, inviterId }
  const about = {
    tenantId,
    userId,
    address,
    content,
    lifetimeDays,
    sendMail: wish.sendMail,
    forPersonId,
  }
  const link = await writeInvitation(tx, about, context)
  if (wish.sendMail) await sendInvitation(tx, { tenantId, address, facts, language, link }, now)
  const target = { kind: 'user', id: userId } as const
  await record(tx, eventOf(context, { tenantId, activity: 'invitation.reset', target }))
  return { outcome: 'reset', ...link }
}
