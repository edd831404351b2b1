/** What a subscription is asked for: which resource, and which changes of it. */
import type { SubscribedKind } from '../access/subscribing.ts'
import { isUuid } from '../kernel/ids.ts'
import type { ChangeType, Subscribed } from './subscription.ts'

const kinds: Readonly<Record<string, SubscribedKind>> = {
  users: 'users',
  'users/{id}': 'user',
  groups: 'groups',
  'groups/{id}': 'group',
  'groups/{id}/members': 'groupMembers',
  'groups/{id}/owners': 'groupOwners',
}

/** What `resource` names; undefined where nobody is told of it. */
export const subscribedIn = (resource: string): Subscribed | undefined => {
  const segments = resource.toLowerCase().replace(/^\//, '').split('/')
  const id = segments[1]
  if (id !== undefined && !isUuid(id)) return undefined
  const kind = kinds[segments.map((one, place) => (place === 1 ? '{id}' : one)).join('/')]
  return kind === undefined ? undefined : { kind, objectId: id ?? null }
}

/** The changes of a list with commas; undefined where one is none that is told of. */
export const changeTypesIn = (changeType: string): readonly ChangeType[] | undefined => {
  const named = [
    ...new Set(
      changeType
        .toLowerCase()
        .split(',')
        .map((one) => one.trim()),
    ),
  ]
  const known = named.filter((one) => one === 'updated' || one === 'deleted')
  return known.length === named.length ? known : undefined
}
