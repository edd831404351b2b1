/** A subscription: by whom, of what, where it is told, and how far it has been. */
import type { SubscribedKind } from '../access/subscribing.ts'
import type { ApplicationId, SubscriptionId, TenantId, UserId } from '../kernel/ids.ts'
import type { tlsVersions } from '../wire/graph/applications/subscription.ts'

export type ChangeType = 'updated' | 'deleted'

/** What is subscribed to: all of a kind, or of one object. */
export type Subscribed = { readonly kind: SubscribedKind; readonly objectId: string | null }

/** Whose it is: of a person by an application, or of an application by itself. */
export type Subscriber = {
  readonly tenantId: TenantId
  readonly appId: string
  readonly userId: UserId | null
  readonly applicationId: ApplicationId | null
}

export type Subscription = Subscribed & {
  readonly id: SubscriptionId
  readonly appId: string
  /** The person, or the application's service principal. */
  readonly creatorId: string
  readonly resource: string
  readonly changeTypes: readonly ChangeType[]
  readonly notificationUrl: string
  readonly lifecycleUrl: string | null
  readonly clientState: string | null
  readonly tlsVersion: (typeof tlsVersions)[number]
  readonly expiresAt: Date
  readonly missedAt: Date | null
}
