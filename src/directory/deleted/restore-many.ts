/** Many deleted users come back, each with their own result (R68). */
import type { Context } from '../../events/event.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { transaction, type Database } from '../../store/database.ts'
import type { Authority } from '../authority.ts'
import { forEachNamed, type OfMany } from '../many.ts'
import { usersNamed } from '../named.sql.ts'
import type { Several } from '../lock-user.sql.ts'
import type { Outcomes } from '../slices.ts'
import { holdWithSponsored } from './plan.sql.ts'
import { restoreUser, type RestoreResult } from './restore.ts'

/** Restores those whom these names stand for; who is back already is not restored again. */
export const restoreUsers = async (
  db: Database,
  { tenantId, names }: { readonly tenantId: TenantId; readonly names: readonly string[] },
  authority: Authority,
  context: Context,
): Promise<OfMany<RestoreResult>[]> =>
  forEachNamed<RestoreResult>(names, {
    found: await usersNamed(db, 'deleted_users', tenantId, names),
    done: await usersNamed(db, 'live_users', tenantId, names),
    notFound: { outcome: 'notFound' },
    act: (userIds) => restoreEach(db, { tenantId, userIds }, authority, context),
  })

/**
 * In one transaction, one after the other: what comes back can stand in the way of the next. All
 * are held first, so that two such runs wait for each other in one direction.
 */
const restoreEach = (
  db: Database,
  which: Several,
  authority: Authority,
  context: Context,
): Promise<Outcomes<RestoreResult>> =>
  transaction(db, async (tx) => {
    const { tenantId, userIds } = which
    await holdWithSponsored(tx, which)
    const results = new Map<UserId, RestoreResult>()
    for (const userId of userIds)
      results.set(userId, await restoreUser(tx, { tenantId, userId }, {}, authority, context))
    return results
  })
