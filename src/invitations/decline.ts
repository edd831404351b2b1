/** The invited person says no: without signing in, without accepting any terms (R35–R37). */
import { byUser } from '../events/context.ts'
import type { Around, Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { lockTenant } from '../directory/administrators.sql.ts'
import { leave } from '../directory/users/leave.ts'
import type { LeaveReason } from '../directory/users/leave.rule.ts'
import { endPendingGuest, type HeldReceipt } from '../directory/guests/end-pending.ts'
import { transaction, type Database } from '../store/database.ts'
import { findInvitation, lockInvitation, type OpenInvitation } from './find.sql.ts'
import { addressDigest, refuse } from './refusals.ts'

export type DeclineResult =
  /**
   * `left`: somebody was here as this guest, so it was a leave, with its receipt and its days to
   * come back in (R122).
   */
  | {
      outcome: 'declined'
      left: boolean
      organizationName: string
      /** Where nothing was kept, the receipt is handed over at once. */
      receipt: HeldReceipt | undefined
    }
  /** Who was here leaves as everybody does, and something stands in the way. */
  | { outcome: 'blocked'; reasons: readonly LeaveReason[]; organizationName: string }
  | { outcome: 'over' }

/**
 * Declines the invitation of a link. `forGood`: the organization cannot invite this address again
 * (R37).
 */
export const declineInvitation = async (
  db: Database,
  token: string,
  wish: { readonly forGood: boolean },
  context: Around,
): Promise<DeclineResult> => {
  const invitation = await findInvitation(db, token, context.now)
  return invitation === undefined
    ? { outcome: 'over' }
    : declineFound(db, invitation, wish, context)
}

/** The same for an invitation that was found without its link, by the person it is for. */
export const declineFound = async (
  db: Database,
  found: OpenInvitation,
  { forGood }: { readonly forGood: boolean },
  around: Around,
): Promise<DeclineResult> => {
  const digest = await addressDigest(db, found.addressKey)
  return transaction(db, async (tx) => {
    // Who leaves may be waited for with the tenant held, and the tenant always comes first.
    if (found.everAccepted) await lockTenant(tx, found.tenantId)
    const invitation = await lockInvitation(tx, found, 'decline', around.now)
    if (invitation === undefined) return { outcome: 'over' }
    const { tenantId, userId, organizationName } = invitation
    const context: Context = byUser(around, userId)
    const ending = await endGuest(tx, invitation, forGood, context)
    if (ending.outcome === 'blocked') return { ...ending, organizationName }
    if (forGood)
      await refuse(
        tx,
        {
          tenantId,
          key: invitation.addressKey,
          digest,
          personId: invitation.personId ?? invitation.guestPersonId,
        },
        around,
      )
    const target = { kind: 'user', id: userId } as const
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'invitation.declined',
        target,
        ...(forGood ? { reason: 'forGood' } : {}),
      }),
    )
    const { left, receipt } = ending
    return { outcome: 'declined', left, organizationName, receipt }
  })
}

type Ending =
  | { outcome: 'ended'; left: boolean; receipt: HeldReceipt | undefined }
  | { outcome: 'blocked'; reasons: readonly LeaveReason[] }

// Declining what one had accepted before is leaving (R122).
const endGuest = async (
  tx: Database,
  { tenantId, userId, guestPersonId, everAccepted }: OpenInvitation,
  refusing: boolean,
  context: Context,
): Promise<Ending> => {
  if (everAccepted && guestPersonId !== null) {
    const result = await leave(tx, { personId: guestPersonId, tenantId }, context, { refusing })
    if (result.outcome === 'blocked') return result
    if (result.outcome !== 'left') throw new Error('A guest whose invitation is held is gone.')
    return { outcome: 'ended', left: true, receipt: undefined }
  }
  const ended = await endPendingGuest(tx, { tenantId, userId }, 'declined', context)
  return ended.outcome === 'deleted'
    ? { outcome: 'ended', left: true, receipt: undefined }
    : { outcome: 'ended', left: false, receipt: ended.receipt }
}
