/** Keeping a subscription, which says anew that it is wanted, and ending it. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { SubscriptionId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { standingOf } from '../tokens/unattended.sql.ts'
import { remindedAt } from './life.rule.ts'
import { subscriptionEvent } from './subscription-event.ts'
import { deleteSubscription, findSubscription } from './subscriptions.sql.ts'
import type { Subscriber } from './subscription.ts'

type Which = { readonly by: Subscriber; readonly id: SubscriptionId }
type Kept = {
  /** The new end; undefined: as it is. */
  readonly expiresAt: Date | undefined
  readonly scopes: readonly string[]
}

/** Keeps one of the caller's, with what their token is good for now. */
export const keepSubscription = (
  db: Database,
  { by, id }: Which,
  { expiresAt, scopes }: Kept,
  context: Context,
): Promise<{ outcome: 'kept' | 'notFound' }> =>
  transaction(db, async (tx) => {
    const { now } = context
    const found = await findSubscription(tx, by, id, now)
    if (found === undefined) return { outcome: 'notFound' }
    const end = expiresAt ?? found.expiresAt
    const remindAt = found.lifecycleUrl === null ? null : remindedAt(now, end)
    await sql`update subscriptions set expires_at = ${end}, standing = ${await standingOf(tx, by)}, scopes = ${[...scopes]}::text[], right_lost_at = null,
        lifecycle_due_at = ${remindAt}::timestamptz, lifecycle_attempts = 0
      where tenant_id = ${by.tenantId} and id = ${id}`.execute(tx)
    const what = { ...by, id, resource: found.resource }
    const until = { expirationDateTime: end.toISOString() }
    await record(tx, eventOf(context, subscriptionEvent('subscription.renewed', what, until)))
    return { outcome: 'kept' }
  })

/** Ends one of the caller's. */
export const removeSubscription = (
  db: Database,
  { by, id }: Which,
  context: Context,
): Promise<{ outcome: 'removed' | 'notFound' }> =>
  transaction(db, async (tx) => {
    const found = await findSubscription(tx, by, id, context.now)
    if (found === undefined || !(await deleteSubscription(tx, by.tenantId, id)))
      return { outcome: 'notFound' }
    const what = { ...by, id, resource: found.resource }
    await record(tx, eventOf(context, subscriptionEvent('subscription.removed', what)))
    return { outcome: 'removed' }
  })
