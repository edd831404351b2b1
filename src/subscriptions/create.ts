/** Making a subscription, when its receivers have agreed: it is told what commits from then on. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { newId, type SubscriptionId } from '../kernel/ids.ts'
import { openFeed } from '../directory/changes/changes.sql.ts'
import { sequenceChanges } from '../directory/changes/sequence.ts'
import { lockTenant } from '../directory/administrators.sql.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { mostSubscriptions } from '../wire/graph/applications/subscription.ts'
import { standingOf } from '../tokens/unattended.sql.ts'
import { receiverOf } from './handshake.ts'
import { remindedAt } from './life.rule.ts'
import { subscriptionEvent } from './subscription-event.ts'
import { countSubscriptions } from './subscriptions.sql.ts'
import type { ChangeType, Subscribed, Subscriber, Subscription } from './subscription.ts'

export type Wish = Subscribed & {
  readonly resource: string
  readonly changeTypes: readonly ChangeType[]
  readonly notificationUrl: string
  readonly lifecycleUrl: string | null
  readonly clientState: string | null
  readonly tlsVersion: Subscription['tlsVersion']
  readonly expiresAt: Date
  readonly chosen: Subscription['chosen']
  readonly certificate: string | null
  readonly certificateId: string | null
  /** What the token of a person was given for. */
  readonly scopes: readonly string[]
}

export type CreateResult =
  | { outcome: 'created'; id: SubscriptionId }
  | { outcome: 'tooMany'; of: keyof typeof mostSubscriptions }

/**
 * Makes one. What has happened before is not told: its place is numbered first, so that it begins
 * behind it.
 */
export const createSubscription = async (
  db: Database,
  by: Subscriber,
  wish: Wish,
  context: Context,
): Promise<CreateResult> => {
  const { tenantId } = by
  const { now } = context
  await sequenceChanges(db, tenantId, now)
  return transaction(db, async (tx): Promise<CreateResult> => {
    await lockTenant(tx, tenantId)
    const there = await countSubscriptions(tx, by, now)
    for (const scope of ['application', 'organization'] as const)
      if (there[scope] >= mostSubscriptions[scope]) return { outcome: 'tooMany', of: scope }
    const { epoch, last } = await openFeed(tx, tenantId)
    const id = newId<SubscriptionId>()
    const remindAt = wish.lifecycleUrl === null ? null : remindedAt(now, wish.expiresAt)
    await sql`
      insert into subscriptions (tenant_id, id, app_id, user_id, application_id, scopes, resource, kind, object_id, change_types, notification_url, receiver,
        lifecycle_url, lifecycle_receiver, client_state, tls_version, created_at, expires_at, standing, epoch, told_to, next_try_at, lifecycle_due_at,
        chosen, certificate, certificate_id)
      values (${tenantId}, ${id}, ${by.appId}::uuid, ${by.userId}::uuid, ${by.applicationId}::uuid, ${[...wish.scopes]}::text[], ${wish.resource}, ${wish.kind},
        ${wish.objectId}::uuid, ${[...wish.changeTypes]}::text[], ${wish.notificationUrl}, ${receiverOf(wish.notificationUrl)}, ${wish.lifecycleUrl}, ${wish.lifecycleUrl && receiverOf(wish.lifecycleUrl)}, ${wish.clientState}, ${wish.tlsVersion},
        ${now}, ${wish.expiresAt}, ${await standingOf(tx, by)}, ${epoch}::uuid, ${last}, ${now}, ${remindAt}::timestamptz,
        ${wish.chosen && [...wish.chosen]}::text[], ${wish.certificate}, ${wish.certificateId})`.execute(
      tx,
    )
    const what = { ...by, id, resource: wish.resource }
    await record(tx, eventOf(context, subscriptionEvent('subscription.created', what)))
    return { outcome: 'created', id }
  })
}
