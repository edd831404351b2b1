/** Keeping a subscription, which says anew that it is wanted, and ending it. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { SubscriptionId } from '../kernel/ids.ts'
import { sql, transaction, type Database } from '../store/database.ts'
import { standingOf } from '../tokens/unattended.sql.ts'
import { remindedAt } from './life.rule.ts'
import { subscriptionEvent } from './subscription-event.ts'
import { deleteSubscription, findSubscription } from './subscriptions.sql.ts'
import { certificateProblem, type CertificateProblem } from './certificate.rule.ts'
import type { NamedCertificate, Subscriber, Subscription } from './subscription.ts'

type Which = { readonly by: Subscriber; readonly id: SubscriptionId }
export type Kept = {
  /** The new end; absent: as it is. */
  readonly expiresAt?: Date
  /** Another certificate for whose key messages are encrypted; absent: the one that is there. */
  readonly encrypted?: NamedCertificate
  readonly scopes: readonly string[]
}
/** `idsAlone`: nothing is encrypted in its messages. */
export type KeepResult =
  | { outcome: 'kept' | 'notFound' | 'idsAlone' }
  | { outcome: 'badCertificate'; problem: CertificateProblem }

/** What is wrong with the certificate of one, where that or the end is another than before. */
const problemOf = (
  { certificate, expiresAt: before }: Subscription,
  { encrypted, expiresAt = before }: Kept,
  now: Date,
): CertificateProblem | undefined => {
  const text = encrypted?.certificate ?? certificate
  const isSame = encrypted === undefined && expiresAt.getTime() === before.getTime()
  return text === null || isSame ? undefined : certificateProblem(text, { now, expiresAt })
}

// What is changed of one is judged with what others have changed of it.
const lockOne = (tx: Database, { by, id }: Which): Promise<unknown> =>
  sql`select 1 from subscriptions where tenant_id = ${by.tenantId} and id = ${id} for update`.execute(
    tx,
  )

/** Keeps one of the caller's, with what their token is good for now. */
export const keepSubscription = (
  db: Database,
  which: Which,
  kept: Kept,
  context: Context,
): Promise<KeepResult> =>
  transaction(db, async (tx) => {
    const { by, id } = which
    const { expiresAt, encrypted, scopes } = kept
    const { now } = context
    await lockOne(tx, which)
    const found = await findSubscription(tx, by, id, now)
    if (found === undefined) return { outcome: 'notFound' }
    if (encrypted !== undefined && found.certificate === null) return { outcome: 'idsAlone' }
    const end = expiresAt ?? found.expiresAt
    const { certificate, certificateId } = encrypted ?? found
    const problem = problemOf(found, kept, now)
    if (problem !== undefined) return { outcome: 'badCertificate', problem }
    const remindAt = found.lifecycleUrl === null ? null : remindedAt(now, end)
    await sql`update subscriptions set expires_at = ${end}, standing = ${await standingOf(tx, by)}, scopes = ${[...scopes]}::text[], right_lost_at = null,
        certificate = ${certificate}, certificate_id = ${certificateId}, lifecycle_due_at = ${remindAt}::timestamptz, lifecycle_attempts = 0
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
