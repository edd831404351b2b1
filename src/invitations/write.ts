/** The invitation of a pending guest, its links, and the mail that carries one. */
import { linkPath } from '../kernel/one-time-link.ts'
import { expectAt } from '../directory/guests/redeem.ts'
import type { Context } from '../events/event.ts'
import type { Address } from '../kernel/address.ts'
import { newId, type PersonId, type TenantId, type UserId } from '../kernel/ids.ts'
import { asSecret, type NamedOrganization } from '../mail/letters.ts'
import { queueMail } from '../mail/outbox.ts'
import { answering, select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { endsAt, inviterOf, type Inviter } from './invite.sql.ts'
import { newToken } from '../store/token.ts'

export type Invited = {
  readonly invitationId: string
  readonly userId: UserId
  readonly token: string
  readonly expiresAt: Date
  /** Of the invitation as it stands, which may be an earlier one that stays as it is. */
  readonly redirectUrl: string
  readonly message: string | null
}

type Content = {
  readonly redirectUrl: string
  readonly message: string | null
  readonly language: string | null
  readonly inviterId: string | null
}

/**
 * An invitation as it stands. The caller holds its guest, as every change of an invitation does.
 */
export type Written = Content & {
  readonly id: string
  readonly address: Pick<Address, 'display' | 'key'>
  readonly inviter: Inviter
  readonly over: boolean
}

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * The invitation of a guest; undefined when there never was one. `over`: it was revoked, or has
 * ended.
 */
export const readWritten = (
  tx: Database,
  { tenantId, userId }: Which,
  now: Date,
): Promise<Written | undefined> => {
  return firstRow(
    tx,
    select<Written>({
      id: 'i.id',
      address: sql`json_build_object('display', i.address, 'key', i.address_key)`,
      redirectUrl: 'i.redirect_url',
      message: 'i.message',
      language: 'i.language',
      inviterId: 'i.invited_by',
      over: sql`(i.revoked_at is not null or i.accepted_at is not null or i.expires_at <= ${now})`,
      inviter: inviterOf(sql`i.tenant_id`, sql`i.invited_by`),
    })`from invitations i where i.tenant_id = ${tenantId} and i.user_id = ${userId}`,
  )
}

type Writing = Which & {
  readonly address: Pick<Address, 'display' | 'key'>
  readonly content: Content
  readonly lifetimeDays: number
  readonly sendMail: boolean
  /** The guest was made in this transaction, as whom the invitation is for. */
  readonly isNew?: boolean
  /** Whose account at home has the address, where it is known: for them alone. */
  readonly forPersonId: PersonId | null
}

/** Writes, or writes anew, the invitation of a pending guest; the links before stop working. */
export const writeInvitation = async (
  tx: Database,
  writing: Writing,
  context: Context,
): Promise<Invited> => {
  const [{ now }, { tenantId, userId, address, content, forPersonId }] = [context, writing]
  if (writing.isNew !== true)
    await expectAt(tx, { tenantId, userId }, { key: address.key, personId: forPersonId }, context)
  const { redirectUrl, message, language, inviterId } = content
  const wanted = endsAt(writing, now)
  const sentAt = writing.sendMail ? now : null
  const { token, hash } = newToken()
  const written = await firstRow(
    tx,
    answering<{ invitationId: string; expiresAt: Date }>(
      { invitationId: 'id', expiresAt: 'expires_at' },
      (list) => sql`
        with written as (insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, message, language, invited_by, for_person_id, created_at, sent_at, expires_at)
        values (${tenantId}, ${newId()}, ${userId}, ${address.display}, ${address.key}, ${redirectUrl}, ${message}, ${language}, ${inviterId}::uuid,
          ${forPersonId}::uuid, ${now}, ${sentAt}, ${wanted})
        on conflict (tenant_id, user_id) do update set address = excluded.address, address_key = excluded.address_key, redirect_url = excluded.redirect_url, message = excluded.message,
          language = excluded.language, invited_by = excluded.invited_by, for_person_id = excluded.for_person_id,
          sent_at = coalesce(excluded.sent_at, invitations.sent_at), expires_at = excluded.expires_at, revoked_at = null, accepted_at = null
        returning id, expires_at), links_before as (
          update invitation_links l set replaced_at = ${now} from written where l.tenant_id = ${tenantId} and l.invitation_id = written.id and l.replaced_at is null
        ), link as (
          insert into invitation_links (tenant_id, token_hash, invitation_id, made_at) select ${tenantId}, ${hash}, id, ${now} from written)
        select ${list} from written`,
    ),
  )
  if (written === undefined) throw new Error('An upsert gives one row.')
  return { ...written, userId, token, redirectUrl, message }
}

/**
 * One more link to an invitation that is somebody else's: only its dates change. The links before
 * go on working.
 */
export const prolongInvitation = async (
  tx: Database,
  { tenantId, userId, lifetimeDays, sendMail }: Which & { lifetimeDays: number; sendMail: boolean },
  written: Written,
  { now }: Pick<Context, 'now'>,
): Promise<Invited> => {
  const { id, redirectUrl, message } = written
  const ends = endsAt({ tenantId, userId, lifetimeDays }, now)
  const { token, hash } = newToken()
  const prolonged = await firstRow(
    tx,
    answering<{ expiresAt: Date }>(
      { expiresAt: 'expires_at' },
      (list) => sql`
        with link as (
          insert into invitation_links (tenant_id, token_hash, invitation_id, made_at) values (${tenantId}, ${hash}, ${id}, ${now}))
        update invitations set expires_at = greatest(expires_at, ${ends}), sent_at = case when ${sendMail} then ${now} else sent_at end
    where tenant_id = ${tenantId} and id = ${id} returning ${list}`,
    ),
  )
  if (prolonged === undefined) throw new Error('An invitation that is held is gone.')
  return { ...prolonged, invitationId: id, userId, token, redirectUrl, message }
}

/** The address of the page that redeems an invitation. */
export const redeemUrl = (publicUrl: string, token: string): string =>
  `${publicUrl}${linkPath('invitation', token)}`

type Sending = {
  readonly tenantId: TenantId
  readonly address: Pick<Address, 'display' | 'key'>
  readonly copyTo?: Address | undefined
  readonly facts: {
    readonly organization: NamedOrganization
    readonly inviter: Inviter
    readonly mayLeave: boolean
    readonly personId: PersonId | null
  }
  readonly language: string | null
  readonly link: Invited
}

/** Queues the mail with the link, and the copy without it. */
export const sendInvitation = async (
  tx: Database,
  { tenantId, address, copyTo, facts, language, link }: Sending,
  now: Date,
): Promise<void> => {
  const about = { tenantId, userId: link.userId }
  const { organization, inviter, mayLeave, personId: readerId } = facts
  const by = { organization, inviter: inviter?.name ?? null }
  const { message, token } = link
  const values = {
    ...by,
    inviterMail: inviter?.mail ?? null,
    mayLeave,
    message,
    token: asSecret(token),
    expiresAt: link.expiresAt.toISOString(),
  }
  const letter = { kind: 'invitation', values } as const
  await queueMail(
    tx,
    { recipient: address.display, letter, readerId, language, about, purpose: 'invitation' },
    now,
  )
  if (copyTo === undefined) return
  const copy = { kind: 'invitationCopy', values: { ...by, address: address.display } } as const
  await queueMail(tx, { recipient: copyTo.display, letter: copy, about }, now)
}
