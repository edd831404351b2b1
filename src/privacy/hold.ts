/** A documented legal hold keeps a deleted user from being purged until it ends (R86). */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { changed, firstRow, sql, transaction, type Database } from '../store/database.ts'
import { tellPerson } from '../directory/users/tell.ts'
import { authorityReaches, type Authority } from '../directory/authority.ts'
import { lockDeletedUser } from '../directory/lock-user.sql.ts'
import { targetColumns, targetOf } from '../directory/target.sql.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
export type HoldResult = {
  outcome: 'held' | 'notFound' | 'alreadyHeld' | 'windowOver' | 'targetTooHigh'
}
export type EndHoldResult = { outcome: 'ended' | 'notFound' | 'targetTooHigh' }

/** Whether there is such a deleted user, and the authority reaches it. */
const judge = async (
  tx: Database,
  { tenantId, userId }: Which,
  authority: Authority,
): Promise<'notFound' | 'targetTooHigh' | undefined> => {
  const found = await lockDeletedUser(
    tx,
    { tenantId, userId },
    select(
      targetColumns,
    )`from deleted_users u where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  if (found === undefined) return 'notFound'
  return authorityReaches(authority, targetOf(found)) ? undefined : 'targetTooHigh'
}

const isHeld = async (tx: Database, { tenantId, userId }: Which): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from deleted_users u where u.tenant_id = ${tenantId} and u.id = ${userId} and u.held_at is not null`,
  )) !== undefined

/**
 * Places a hold with a written reason, while the window is open: what is due is purged, whoever
 * changes their mind (R82, R129). The reason stays on the user object and is purged with it; the
 * event and the mail to the person say only that there is one (R128).
 */
export const holdUser = (
  db: Database,
  which: Which,
  reason: string,
  authority: Authority,
  context: Context,
): Promise<HoldResult> =>
  transaction(db, async (tx) => {
    const refused = await judge(tx, which, authority)
    if (refused !== undefined) return { outcome: refused }
    const by = context.actor.kind === 'user' ? context.actor.id : null
    const held = await changed(
      tx,
      sql`update users set hold_reason = ${reason}, held_at = ${context.now}, held_by = ${by}::uuid
        where tenant_id = ${which.tenantId} and id = ${which.userId} and deleted_at is not null and held_at is null
          and restorable_until > ${context.now}`,
    )
    if (held === 0) return { outcome: (await isHeld(tx, which)) ? 'alreadyHeld' : 'windowOver' }
    await record(
      tx,
      eventOf(context, {
        tenantId: which.tenantId,
        activity: 'user.held',
        target: { kind: 'user', id: which.userId },
      }),
    )
    await tellPerson(tx, which, { kind: 'held' }, context.now)
    return { outcome: 'held' }
  })

/**
 * Ends a hold. A user whose window is over meanwhile is purged by the next run of the job.
 * `notFound` when there is none.
 */
export const endHold = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<EndHoldResult> =>
  transaction(db, async (tx) => {
    const refused = await judge(tx, which, authority)
    if (refused !== undefined) return { outcome: refused }
    const ended = await changed(
      tx,
      sql`update users set hold_reason = null, held_at = null, held_by = null
        where tenant_id = ${which.tenantId} and id = ${which.userId} and deleted_at is not null and held_at is not null`,
    )
    if (ended === 0) return { outcome: 'notFound' }
    await record(
      tx,
      eventOf(context, {
        tenantId: which.tenantId,
        activity: 'user.holdEnded',
        target: { kind: 'user', id: which.userId },
      }),
    )
    await tellPerson(tx, which, { kind: 'holdEnded' }, context.now)
    return { outcome: 'ended' }
  })
