/** What happens to an invitation afterwards: sent again, or revoked. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { Authority } from '../directory/authority.ts'
import { noteWayIn } from '../directory/ways-in.sql.ts'
import { lockLiveUser } from '../directory/lock-user.sql.ts'
import type { AddressKey } from '../kernel/address.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { guestOfInvitation } from './find-invitation.sql.ts'
import { reachesGuest, sendInvitation, writeInvitation, type Invited } from './invite.ts'
import { readInvitePolicy } from './invite.sql.ts'

type Which = { readonly tenantId: TenantId; readonly invitationId: string }
type Row = {
  readonly userId: UserId
  readonly address: string
  readonly addressKey: AddressKey
  readonly redirectUrl: string
  readonly message: string | null
  readonly language: string | null
  readonly inviterName: string | null
  readonly invitedBy: string | null
  readonly forPersonId: PersonId | null
  readonly pending: boolean
}

// Every change of an invitation holds its guest, as accepting, declining and deleting do.
const lockRow = async (tx: Database, { tenantId, invitationId }: Which): Promise<Row | undefined> => {
  const userId = await guestOfInvitation(tx, tenantId, invitationId)
  if (userId === undefined) return undefined
  return lockLiveUser(
    tx,
    { tenantId, userId },
    sql<Row>`
      select i.user_id as "userId", i.address, i.address_key as "addressKey", i.redirect_url as "redirectUrl", i.message, i.language, i.invited_by as "invitedBy", i.for_person_id as "forPersonId",
        (select b.display_name from live_users b where b.tenant_id = i.tenant_id and b.id = i.invited_by) as "inviterName",
        u.external_user_state is not distinct from 'PendingAcceptance' as pending
      from invitations i join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id
      where i.tenant_id = ${tenantId} and i.id = ${invitationId}`,
  )
}

const again = async (
  tx: Database,
  tenantId: TenantId,
  row: Row,
  sendMail: boolean,
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<Invited> => {
  const policy = await readInvitePolicy(tx, tenantId)
  if (policy === undefined) throw new Error('A tenant of an invitation is gone.')
  const wish = { redirectUrl: row.redirectUrl, message: row.message ?? undefined, language: row.language ?? undefined, sendMail }
  const { userId } = row
  const address = { display: row.address, key: row.addressKey }
  const link = await writeInvitation(
    tx,
    { tenantId, userId, address, wish, lifetimeDays: policy.lifetimeDays, inviterId: row.invitedBy, forPersonId: row.forPersonId },
    { now },
  )
  if (sendMail)
    await sendInvitation(
      tx,
      { tenantId, address, wish, facts: { organizationName: policy.organizationName, inviterName: row.inviterName }, link },
      { publicUrl, now },
    )
  return link
}

export type ResendResult = ({ outcome: 'sent' } & Invited) | { outcome: 'notFound' | 'accepted' | 'targetTooHigh' }

/** A new link for a pending guest, also after the old one ended or was revoked; the old link stops working. */
export const resendInvitation = (
  db: Database,
  which: Which,
  sendMail: boolean,
  authority: Authority,
  context: Context,
  publicUrl: string,
): Promise<ResendResult> =>
  transaction(db, async (tx) => {
    const row = await lockRow(tx, which)
    if (row === undefined) return { outcome: 'notFound' }
    if (!row.pending) return { outcome: 'accepted' }
    const guest = { tenantId: which.tenantId, userId: row.userId }
    if (!(await reachesGuest(tx, guest, authority))) return { outcome: 'targetTooHigh' }
    const link = await again(tx, which.tenantId, row, sendMail, { now: context.now, publicUrl })
    await noteWayIn(tx, guest, 'invitation', authority, context.now)
    await record(
      tx,
      eventOf(context, { tenantId: which.tenantId, activity: 'invitation.resent', target: { kind: 'user', id: row.userId } }),
    )
    return { outcome: 'sent', ...link }
  })

/** Ends the link of an invitation; the guest stays pending until they are invited again or deleted. */
export const revokeInvitation = (db: Database, which: Which, context: Context): Promise<{ outcome: 'revoked' | 'notFound' | 'accepted' }> =>
  transaction(db, async (tx) => {
    const row = await lockRow(tx, which)
    if (row === undefined) return { outcome: 'notFound' }
    if (!row.pending) return { outcome: 'accepted' }
    await sql`update invitations set token_hash = null, revoked_at = ${context.now} where tenant_id = ${which.tenantId} and id = ${which.invitationId}`.execute(
      tx,
    )
    await record(
      tx,
      eventOf(context, { tenantId: which.tenantId, activity: 'invitation.revoked', target: { kind: 'user', id: row.userId } }),
    )
    return { outcome: 'revoked' }
  })
