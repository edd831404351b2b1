/**
 * What subscribing to changes asks: what reading the whole resource does, by the same roles and the
 * same scopes. What is one's own alone is no reason to be told of it.
 */
import { needToSee, type Need } from './permission.ts'

/**
 * What can be subscribed to: where it stands, whose changes are told, which of their links alone,
 * and which kind of reading it is.
 */
export const subscribables = {
  users: { path: 'users', of: 'user', link: null, sight: 'users' },
  user: { path: 'users/{id}', of: 'user', link: null, sight: 'users' },
  groups: { path: 'groups', of: 'group', link: null, sight: 'groups' },
  group: { path: 'groups/{id}', of: 'group', link: null, sight: 'groups' },
  groupMembers: {
    path: 'groups/{id}/members',
    of: 'group',
    link: 'members',
    sight: 'groupMembers',
  },
  groupOwners: { path: 'groups/{id}/owners', of: 'group', link: 'owners', sight: 'groupOwners' },
} as const

export type SubscribedKind = keyof typeof subscribables

const kinds = Object.keys(subscribables) as SubscribedKind[]

/** What is asked for each kind of resource, when it is subscribed to and whenever it is told. */
export const subscribingNeeds = Object.fromEntries(
  kinds.map((kind) => {
    const { path, sight } = subscribables[kind]
    return [kind, needToSee(sight, `GET /${path}`)]
  }),
) as Readonly<Record<SubscribedKind, Need>>

/** The resource of each kind as a pattern, in any case; its group is the id. */
const patternOf = (kind: SubscribedKind): string =>
  // Which properties come along changes nothing of what is asked for the resource.
  String.raw`^/?${subscribables[kind].path.replace('{id}', '([^/?]+)')}(?:\?[^]*)?$`

/** What the body of a subscription asks, by the resource that it names. */
export const neededFor: Readonly<Record<string, Need>> = Object.fromEntries(
  kinds.map((kind) => [`resource~${patternOf(kind)}`, subscribingNeeds[kind]]),
)

/** What a resource names, by the same patterns: its kind, and the id as it is written. */
export const resourceNamed = (
  resource: string,
): { readonly kind: SubscribedKind; readonly id: string | undefined } | undefined => {
  for (const kind of kinds) {
    const found = new RegExp(patternOf(kind), 'i').exec(resource)
    if (found !== null) return { kind, id: found[1] }
  }
  return undefined
}
