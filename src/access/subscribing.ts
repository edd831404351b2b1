/**
 * What subscribing to changes asks: what reading the whole resource does, by the same roles and the
 * same scopes. What is one's own alone is no reason to be told of it.
 */
import { needToSee, type Need } from './permission.ts'

export type SubscribedKind = 'users' | 'user' | 'groups' | 'group' | 'groupMembers' | 'groupOwners'

/** What is asked for each kind of resource, when it is subscribed to and whenever it is told. */
export const subscribingNeeds: Readonly<Record<SubscribedKind, Need>> = {
  users: needToSee('users', 'GET /users'),
  user: needToSee('users', 'GET /users/{id}'),
  groups: needToSee('groups', 'GET /groups'),
  group: needToSee('groups', 'GET /groups/{id}'),
  groupMembers: needToSee('groupMembers', 'GET /groups/{id}/members'),
  groupOwners: needToSee('groupOwners', 'GET /groups/{id}/owners'),
}

const id = '[^/?]+'
// Which properties come along changes nothing of what is asked for the resource.
const end = String.raw`(\?[^]*)?$`

/** What the body of a subscription asks, by the resource that it names. */
export const neededFor: Readonly<Record<string, Need>> = {
  [`resource~^/?users${end}`]: subscribingNeeds.users,
  [`resource~^/?users/${id}${end}`]: subscribingNeeds.user,
  [`resource~^/?groups${end}`]: subscribingNeeds.groups,
  [`resource~^/?groups/${id}${end}`]: subscribingNeeds.group,
  [`resource~^/?groups/${id}/members${end}`]: subscribingNeeds.groupMembers,
  [`resource~^/?groups/${id}/owners${end}`]: subscribingNeeds.groupOwners,
}
