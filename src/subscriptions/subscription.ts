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

/** A certificate, base64, and what its application calls it. */
export type NamedCertificate = { readonly certificate: string; readonly certificateId: string }

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
  /** The properties that messages bring along, encrypted; null where they tell ids alone. */
  readonly chosen: readonly string[] | null
  /** The certificate for whose key they are encrypted, and what its application calls it. */
  readonly certificate: string | null
  readonly certificateId: string | null
}
