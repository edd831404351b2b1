/** What the log says of what an application proves itself with: secrets, keys, trusted issuers. */
import type { Context, Event } from '../../../events/event.ts'
import { eventOf } from '../../../events/record.ts'
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

/** The event that an application trusts an issuer elsewhere in another way. */
export const trustChanged = ({ tenantId, applicationId }: Which, context: Context): Event =>
  eventOf(context, {
    tenantId,
    activity: 'application.updated',
    target: { kind: 'application', id: applicationId },
    details: { properties: ['federatedIdentityCredentials'] },
  })

/** The event that a credential came to an application, or went from it. */
export const credentialEvent = (
  { tenantId, applicationId }: Which,
  activity: 'application.secretAdded' | 'application.secretRemoved',
  keyId: string,
  context: Context,
): Event =>
  eventOf(context, {
    tenantId,
    activity,
    target: { kind: 'application', id: applicationId },
    details: { keyId },
  })
