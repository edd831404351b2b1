/** The invited person says no: without signing in, without accepting any terms (R35–R37). */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { removePendingGuest } from '../directory/redeem-guest.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { findInvitation, lockInvitation, type OpenInvitation } from './find-invitation.sql.ts'
import { addressDigest } from './invite.ts'

export type DeclineResult = { outcome: 'declined'; organizationName: string } | { outcome: 'over' }

/** Declines the invitation of a link. `forGood`: the organization cannot invite this address again (R37). */
export const declineInvitation = async (
  db: Database,
  token: string,
  wish: { readonly forGood: boolean },
  context: Omit<Context, 'actor'>,
): Promise<DeclineResult> => {
  const invitation = await findInvitation(db, token, context.now)
  return invitation === undefined ? { outcome: 'over' } : declineFound(db, invitation, wish, context)
}

/** The same for an invitation that was found without its link, by the person it is for. */
export const declineFound = async (
  db: Database,
  found: OpenInvitation,
  { forGood }: { readonly forGood: boolean },
  { now, correlationId }: Omit<Context, 'actor'>,
): Promise<DeclineResult> => {
  const digest = await addressDigest(db, found.address)
  return transaction(db, async (tx) => {
    const invitation = await lockInvitation(tx, found, now)
    if (invitation === undefined) return { outcome: 'over' }
    const { tenantId, userId, organizationName } = invitation
    await removePendingGuest(tx, { tenantId, userId })
    if (forGood)
      await sql`insert into invitation_refusals (tenant_id, address_digest, refused_at) values (${tenantId}, ${digest}, ${now}) on conflict do nothing`.execute(
        tx,
      )
    const context: Context = { now, actor: { kind: 'user', id: userId }, correlationId }
    const target = { kind: 'user', id: userId } as const
    await record(tx, eventOf(context, { tenantId, activity: 'invitation.declined', target, ...(forGood ? { reason: 'forGood' } : {}) }))
    return { outcome: 'declined', organizationName }
  })
}
