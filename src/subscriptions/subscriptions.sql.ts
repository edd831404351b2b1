/** Subscriptions as their application reads them: those of the same caller, until they end. */
import type { SubscriptionId, TenantId } from '../kernel/ids.ts'
import { inBatches } from '../store/batches.ts'
import { counted, select, type Columns } from '../store/columns.ts'
import { changed, firstRow, rows, sql, type Database } from '../store/database.ts'
import { beyond, byId, ordered, type Page } from '../store/keyset.ts'
import type { Subscriber, Subscription } from './subscription.ts'

export type ListedSubscription = Subscription & { readonly sortValue: string }

const key = byId(sql`s.id`)

export const subscriptionColumns: Columns<Subscription> = {
  id: 's.id',
  appId: 's.app_id',
  creatorId: sql`coalesce(s.user_id, s.application_id)`,
  resource: 's.resource',
  kind: 's.kind',
  objectId: 's.object_id',
  changeTypes: 's.change_types',
  notificationUrl: 's.notification_url',
  lifecycleUrl: 's.lifecycle_url',
  clientState: 's.client_state',
  tlsVersion: 's.tls_version',
  expiresAt: 's.expires_at',
  missedAt: 's.missed_at',
  chosen: 's.chosen',
  certificate: 's.certificate',
  certificateId: 's.certificate_id',
}

/** Those of one caller that have not ended at `now`. */
const own = ({ tenantId, appId, userId, applicationId }: Subscriber, now: Date) =>
  sql`s.tenant_id = ${tenantId} and s.app_id = ${appId}::uuid and s.user_id is not distinct from ${userId}::uuid
    and s.application_id is not distinct from ${applicationId}::uuid and s.expires_at > ${now}`

/** A page of them, in the order in which they were made. */
export const listSubscriptions = (
  db: Database,
  of: Subscriber,
  now: Date,
  page: Page,
): Promise<ListedSubscription[]> =>
  rows(
    db,
    select<ListedSubscription>({
      ...subscriptionColumns,
      sortValue: key.text,
    })`from subscriptions s where ${own(of, now)} and ${beyond(key, sql`s.id`, page)} ${ordered(key, sql`s.id`, page)}`,
  )

/** One of them; undefined where it is none of the caller's, or has ended. */
export const findSubscription = (
  db: Database,
  of: Subscriber,
  id: SubscriptionId,
  now: Date,
): Promise<Subscription | undefined> =>
  firstRow(
    db,
    select(subscriptionColumns)`from subscriptions s where ${own(of, now)} and s.id = ${id}`,
  )

/** How many of an organization have not ended, and how many of them are of one application. */
export const countSubscriptions = async (
  db: Database,
  { tenantId, appId }: Subscriber,
  now: Date,
): Promise<{ readonly organization: number; readonly application: number }> => {
  const all = sql`from subscriptions s where s.tenant_id = ${tenantId} and s.expires_at > ${now}`
  const organization = await firstRow(db, select(counted)`${all}`)
  const application = await firstRow(db, select(counted)`${all} and s.app_id = ${appId}::uuid`)
  return { organization: organization?.count ?? 0, application: application?.count ?? 0 }
}

const batchSize = 1_000

/** Removes those that have ended. Returns how many. */
export const forgetExpired = (db: Database, now: Date): Promise<number> =>
  inBatches(batchSize, () =>
    changed(
      db,
      sql`delete from subscriptions where (tenant_id, id) in (
      select tenant_id, id from subscriptions where expires_at <= ${now} limit ${batchSize})`,
    ),
  )

/** Removes one of an organization; false where there is none. */
export const deleteSubscription = async (
  db: Database,
  tenantId: TenantId,
  id: SubscriptionId,
): Promise<boolean> =>
  (await changed(db, sql`delete from subscriptions where tenant_id = ${tenantId} and id = ${id}`)) >
  0
