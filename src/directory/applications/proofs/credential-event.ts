/** What the log says of what an application proves itself with: secrets, keys, trusted issuers. */
import type { Change, Context, Event } from '../../../events/event.ts'
import { eventOf } from '../../../events/record.ts'
import { targetOf, type Program } from '../program.sql.ts'

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
export const trustChanged = (program: Program, context: Context): Event => {
  const { target, side } = targetOf(program, context)
  return eventOf(context, {
    tenantId: program.tenantId,
    activity: 'application.updated',
    target,
    details: { properties: ['federatedIdentityCredentials'], ...side },
  })
}

/** The event that a credential came to an application, or went from it. */
export const credentialEvent = (
  program: Program,
  activity: 'application.secretAdded' | 'application.secretRemoved',
  keyId: string,
  context: Context,
  changes: readonly Change[] = [],
): Event => {
  const { target, side } = targetOf(program, context)
  return eventOf(context, {
    tenantId: program.tenantId,
    activity,
    target,
    details: {
      keyId,
      ...(changes.length === 0
        ? {}
        : { properties: changes.map(({ property }) => property), changes }),
      ...side,
    },
  })
}

/** The event that an application trusts such tokens, or trusts them no more. */
export const trustEvent = (
  program: Program,
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
  return credentialEvent(program, activity, id, context, changes)
}
