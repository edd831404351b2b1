/** What the log says of what an application proves itself with: secrets, keys, trusted issuers. */
import type { Change, Context, Event } from '../../../events/event.ts'
import { eventOf } from '../../../events/record.ts'
import type { ApplicationId, TenantId } from '../../../kernel/ids.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

/** What of a token of an issuer elsewhere an application trusts. */
export type Trusted = {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

const parts = ['issuer', 'subject', 'audience'] as const

/** Whether two trust the same tokens. */
export const trustsSame = (one: Trusted, other: Trusted): boolean =>
  parts.every((part) => one[part] === other[part])

/** The event that something is changed of an issuer elsewhere that proves nothing. */
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
  changes: readonly Change[] = [],
): Event =>
  eventOf(context, {
    tenantId,
    activity,
    target: { kind: 'application', id: applicationId },
    details: {
      keyId,
      ...(changes.length === 0
        ? {}
        : { properties: changes.map(({ property }) => property), changes }),
    },
  })

/** The event that an application trusts such tokens, or trusts them no more. */
export const trustEvent = (
  which: Which,
  activity: 'application.secretAdded' | 'application.secretRemoved',
  { id, ...trusted }: Trusted & { readonly id: string },
  context: Context,
): Event => {
  const isNew = activity === 'application.secretAdded'
  const changes = parts.map((part) => ({
    property: `federatedIdentityCredentials.${part}`,
    old: isNew ? null : trusted[part],
    new: isNew ? trusted[part] : null,
  }))
  return credentialEvent(which, activity, id, context, changes)
}
