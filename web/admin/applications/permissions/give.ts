/**
 * Giving an application something for people: there is one grant for everybody, and one for each.
 */
import type { GraphClient } from '../../../../src/client/graph.ts'
import { quoted } from '../../../../src/client/graph-calls.ts'

export type Given = {
  /** The application that is given something, and where. */
  readonly clientId: string
  readonly resourceId: string
  /** Null: everybody. */
  readonly principalId: string | null
  readonly scope: string
}

/** Beside what was given before. */
export const giveForPeople = async (
  { permissions }: GraphClient,
  { principalId, scope, ...at }: Given,
): Promise<unknown> => {
  const [before] = (
    await permissions.grants({
      filter: [
        `clientId eq ${quoted(at.clientId)}`,
        `resourceId eq ${quoted(at.resourceId)}`,
        principalId === null
          ? `consentType eq 'AllPrincipals'`
          : `principalId eq ${quoted(principalId)}`,
      ].join(' and '),
    })
  ).value
  if (before !== undefined) return permissions.changeGrant(before.id, `${before.scope} ${scope}`)
  return permissions.grant(
    principalId === null
      ? { ...at, scope, consentType: 'AllPrincipals' }
      : { ...at, scope, consentType: 'Principal', principalId },
  )
}
