/** An administrator removes the passkeys and the authenticator app of a user who lost them. */
import {
  lastAdministrator,
  lockWhereAdministrator,
  type LastAdministrator,
} from '../directory/administrators.sql.ts'
import { wayInRefusal, type Authority } from '../directory/authority.ts'
import { endAccess } from '../directory/users/end-access.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import type { Context } from '../events/event.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { transaction, type Database } from '../store/database.ts'
import { noteFactorChange } from './change.ts'
import { deleteFactors, type Factors } from './held.sql.ts'
import { findAccountOfUser } from './account.sql.ts'
import { hasWayIn, readWaysIn } from './ways-in.sql.ts'

export type ResetFactorsResult =
  | { outcome: 'reset'; removed: Factors }
  /** Not a live user, or one whose home is elsewhere. */
  | { outcome: 'notFound' }
  | { outcome: 'targetTooHigh' }
  /**
   * Nobody takes away their own second step by being an administrator: that needs a code, as for
   * everybody.
   */
  | { outcome: 'yourself' }
  | LastAdministrator

/**
 * Removes every passkey, the authenticator app and the recovery codes of a user at home, and ends
 * all access by them (R126). The target's roles are judged as for a password (R49).
 * `lastAdministrator`: the passkeys are the only way in of somebody without whom an organization
 * could not be administered (R124).
 */
export const resetFactors = (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  authority: Authority,
  context: Context,
): Promise<ResetFactorsResult> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, { tenantId, userId })
    const target = await lockLiveTarget(tx, { tenantId, userId })
    const account = await findAccountOfUser(tx, tenantId, userId)
    if (target === undefined || account === undefined) return { outcome: 'notFound' }
    const refused = wayInRefusal(authority, userId, target)
    if (refused !== undefined) return { outcome: refused }
    const ways = await readWaysIn(tx, account)
    const last =
      hasWayIn(ways) && !hasWayIn(ways, { passkey: ways.passkey })
        ? await lastAdministrator(tx, account, 'everywhere')
        : undefined
    if (last !== undefined) return last
    const removed = await deleteFactors(tx, account)
    await endAccess(tx, { tenantId, userId }, context.now)
    const details = { passkeys: removed.passkeys, authenticator: removed.authenticator }
    await noteFactorChange(tx, account.personId, 'user.factorsReset', context, { details })
    return { outcome: 'reset', removed }
  })
