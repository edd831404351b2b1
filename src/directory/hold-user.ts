/** A documented legal hold keeps a deleted user from being purged until it ends (R86). */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { changed, sql, transaction, type Database } from '../store/database.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
export type HoldResult = { outcome: 'held' } | { outcome: 'notFound' } | { outcome: 'alreadyHeld' }

/** Places a hold with a written reason. The reason stays on the user object and is purged with it; the event says only that there was one. */
export const holdUser = (db: Database, which: Which, reason: string, context: Context): Promise<HoldResult> =>
  transaction(db, async (tx) => {
    const by = context.actor.kind === 'user' ? context.actor.id : null
    const held = await changed(
      tx,
      sql`update users set hold_reason = ${reason}, held_at = ${context.now}, held_by = ${by}::uuid
        where tenant_id = ${which.tenantId} and id = ${which.userId} and deleted_at is not null and held_at is null`,
    )
    if (held === 0) return { outcome: (await isDeleted(tx, which)) ? 'alreadyHeld' : 'notFound' }
    await record(tx, eventOf(context, { tenantId: which.tenantId, activity: 'user.held', target: { kind: 'user', id: which.userId } }))
    return { outcome: 'held' }
  })

/** Ends a hold. A user whose window is over meanwhile is purged by the next run of the job. `notFound` when there is none. */
export const endHold = (db: Database, which: Which, context: Context): Promise<{ outcome: 'ended' } | { outcome: 'notFound' }> =>
  transaction(db, async (tx) => {
    const ended = await changed(
      tx,
      sql`update users set hold_reason = null, held_at = null, held_by = null
        where tenant_id = ${which.tenantId} and id = ${which.userId} and deleted_at is not null and held_at is not null`,
    )
    if (ended === 0) return { outcome: 'notFound' }
    await record(tx, eventOf(context, { tenantId: which.tenantId, activity: 'user.holdEnded', target: { kind: 'user', id: which.userId } }))
    return { outcome: 'ended' }
  })

const isDeleted = async (tx: Database, { tenantId, userId }: Which): Promise<boolean> =>
  (await sql`select 1 from deleted_users where tenant_id = ${tenantId} and id = ${userId}`.execute(tx)).rows.length > 0
