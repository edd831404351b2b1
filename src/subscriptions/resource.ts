/** What a subscription is asked for: which resource, and which changes of it. */
import { resourceNamed } from '../access/subscribing.ts'
import { isUuid } from '../kernel/ids.ts'
import type { ChangeType, Subscribed } from './subscription.ts'

/** What `resource` asks behind what it names. */
export type Asked = {
  /** The properties that are chosen, as they are written; undefined for none. */
  readonly select: string | undefined
  /** Whether it asks anything else, too. */
  readonly isMore: boolean
}

/** What stands behind the first question mark of a resource. */
export const askedIn = (resource: string): Asked => {
  const place = resource.indexOf('?')
  const options = new URLSearchParams(place < 0 ? '' : resource.slice(place + 1))
  const names = [...options.keys()]
  const chosen = names.find((name) => /^\$?select$/i.test(name))
  const select = chosen === undefined ? undefined : (options.get(chosen) ?? undefined)
  return { select, isMore: place >= 0 && (names.length !== 1 || select === undefined) }
}

/** What `resource` names; undefined where nobody is told of it. */
export const subscribedIn = (resource: string): Subscribed | undefined => {
  const named = resourceNamed(resource)
  if (named === undefined) return undefined
  const { kind, id } = named
  if (id === undefined) return { kind, objectId: null }
  return isUuid(id) ? { kind, objectId: id.toLowerCase() } : undefined
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
