/** An administrator ends the sessions of a user of their organization. */
import { authorityReaches, type Authority } from '../directory/authority.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'

/** Ends every session of a member at home; of a guest, those for this organization only: the rest is not this organization's (R120). */
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
    await sql`delete from tenant_sessions where tenant_id = ${tenantId} and user_id = ${userId}`.execute(tx)
    await sql`
      delete from sessions s using live_users u join persons p on p.id = u.person_id and p.home_tenant_id = u.tenant_id
      where u.tenant_id = ${tenantId} and u.id = ${userId} and s.person_id = u.person_id`.execute(tx)
    await record(tx, eventOf(context, { tenantId, activity: 'user.sessionsRevoked', target: { kind: 'user', id: userId } }))
    return { outcome: 'revoked' }
  })
