/** Which columns stand behind the properties of a resource, as far as changes of them are told. */
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { storedIn } from '../../wire/graph/definition/row.ts'

/** What follows from columns that no property names. */
const derived: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  user: {
    identities: ['person_id', 'user_principal_name', 'external_user_state'],
    signInSessionsValidFromDateTime: ['access_ended_at'],
    'guesthouse.homeDomain': ['mail', 'user_type'],
  },
  oAuth2PermissionGrant: { scope: ['scopes', 'agreed_scopes'] },
}

/** Columns that change without anything being told: when something was used last. */
export const untold = new Set(['last_sign_in_at'])

/** The columns behind each property that is told when it changes. */
export const columnsBehind = ({
  type,
  properties,
}: Resource): ReadonlyMap<string, readonly string[]> => {
  const stored = storedIn(properties)
    .filter(([, { column }]) => !untold.has(column))
    .map(([name, { column }]) => [name.split('/')[0] ?? name, column] as const)
  const direct = [...Map.groupBy(stored, ([name]) => name)].map(
    ([name, all]) => [name, all.map(([, column]) => column)] as const,
  )
  return new Map<string, readonly string[]>([...direct, ...Object.entries(derived[type] ?? {})])
}
