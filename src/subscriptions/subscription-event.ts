/** What the log says of a subscription: whose it is, and of what. */
import type { Event } from '../events/event.ts'
import type { SubscriptionId } from '../kernel/ids.ts'
import type { Subscriber } from './subscription.ts'

type Activity = Extract<Event['activity'], `subscription.${string}`>
type About = Subscriber & { readonly id: SubscriptionId; readonly resource: string }

/** The happening: about the application, or about the person whom one of our own acts for. */
export const subscriptionEvent = (
  activity: Activity,
  { tenantId, userId, applicationId, appId, id, resource }: About,
  more: NonNullable<Event['details']> = {},
): Pick<Event, 'tenantId' | 'activity' | 'target' | 'details'> => ({
  tenantId,
  activity,
  target:
    applicationId === null
      ? { kind: 'user', id: userId ?? '' }
      : { kind: 'application', id: applicationId },
  details: { subscription: id, clientId: appId, resource, ...more },
})
