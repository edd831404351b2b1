/**
 * Which properties a caller is shown: of their own entry all, of others those that they see
 * (sight.ts). Answers leave the others out; asking for them is refused.
 */
import { isShown, type Viewer } from '../access/sight.ts'
import type { Condition } from '../kernel/condition.ts'
import type { Refusal } from '../edge/refusal.ts'
import type { Query } from './query/options.ts'
import type { Takes } from './query/taken.ts'
import { denied } from './refusals.ts'

/**
 * Somebody, who sees what their level and roles show; or an application, which sees all it reads.
 */
type Looker =
  | (Viewer & { readonly kind: 'person'; readonly userId: string })
  | { readonly kind: 'application' }

/** A name on the wire belongs to the property that it begins with. */
const isSeen = (viewer: Looker, resource: string, name: string): boolean =>
  viewer.kind === 'application' ||
  name.startsWith('@') ||
  isShown(viewer, resource, name.split('/')[0] ?? name)

/** An entry of `resource` as `viewer` is shown it. */
export const shownOf = <T>(
  viewer: Looker,
  resource: string,
  row: unknown,
  whole: Record<string, T>,
) => {
  if (viewer.kind === 'application') return whole
  const isOwn = (row as { readonly id?: unknown } | null)?.id === viewer.userId
  return isOwn
    ? whole
    : Object.fromEntries(Object.entries(whole).filter(([name]) => isSeen(viewer, resource, name)))
}

/** The refusal of a request that asks for a property of others that the caller is not shown. */
export const notShown = (name: string): Refusal =>
  denied(`You are not shown '${name}' of others here, so it cannot be asked for.`)

/**
 * What a request asks for that the caller is not shown of others: a property to choose or to order
 * by, or $search where it looks into some.
 */
export const hiddenIn = (viewer: Looker, { select }: Takes, query: Query): string | undefined => {
  if (select === undefined) return undefined
  const hidden = new Set(select.names.filter((name) => !isSeen(viewer, select.entry, name)))
  const asked = [
    ...(query.select === 'all' ? [] : (query.select ?? [])),
    ...(query.orderBy === undefined ? [] : [query.orderBy.property.split('/')[0] ?? '']),
  ]
  const searched =
    query.search === undefined || query.clauses !== undefined
      ? undefined
      : select.searched.find((name) => hidden.has(name))
  return asked.find((name) => hidden.has(name)) ?? searched
}

const propertiesIn = (condition: Condition): string[] => {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.of.flatMap(propertiesIn)
  return condition.kind === 'not' ? propertiesIn(condition.of) : [condition.property]
}

/** The same for a filter of `resource`. */
export const shownFilter = (viewer: Looker, resource: string, condition: Condition): Condition => {
  const found = propertiesIn(condition).find((name) => !isSeen(viewer, resource, name))
  if (found !== undefined) throw notShown(found)
  return condition
}
