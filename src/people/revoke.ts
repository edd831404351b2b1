/** An administrator ends the access of a user of their organization. */
import { authorityReaches, type Authority } from '../directory/authority.ts'
import { endAccess } from '../directory/users/end-access.ts'
import { tellPerson } from '../directory/users/tell.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { transaction, type Database } from '../store/database.ts'

/**
 * Ends every session, grant and token of a member at home; of a guest, those for this organization
 * only: the rest is not this organization's (R120, R126). They are told, unless they did it
 * themselves (R128).
 */
export const revokeSessions = (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  authority: Authority,
  context: Context,
): Promise<{ outcome: 'revoked' | 'notFound' | 'targetTooHigh' }> =>
  transaction(db, async (tx) => {
    const target = await lockLiveTarget(tx, { tenantId, userId })
    if (target === undefined) return { outcome: 'notFound' }
    if (!authorityReaches(authority, target)) return { outcome: 'targetTooHigh' }
    await endAccess(tx, { tenantId, userId }, context.now)
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'user.sessionsRevoked',
        target: { kind: 'user', id: userId },
      }),
    )
    const { actor, now } = context
    if (actor.kind !== 'user' || actor.id !== userId)
      await tellPerson(tx, { tenantId, userId }, { kind: 'sessionsEnded' }, now)
    return { outcome: 'revoked' }
  })
