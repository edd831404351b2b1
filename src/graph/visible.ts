/**
 * Which properties a caller is shown: of their own entry all, of others those that they see
 * (sight.ts). Answers leave the others out; asking for them is refused. Of objects of several types
 * in one list those that the token reads are told, of the others that they are there.
 */
import type { Holder } from '../access/lack.ts'
import { readsType } from '../access/reads-type.ts'
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

/** Nothing but the id is always told. */
export type Limited<T> = { readonly [N in keyof T]: N extends 'id' ? T[N] : T[N] | null }

const isAlwaysTold = (name: string): boolean => name === 'id' || name.startsWith('@')

/**
 * An object among objects of other types, as Graph tells it: what it is and its id to everybody who
 * reads the list, the rest to who reads its type (contract §7.2).
 */
export const limitedTo = <T extends object>(caller: Holder, type: string, whole: T): Limited<T> =>
  (readsType(caller, type)
    ? whole
    : Object.fromEntries(
        Object.entries(whole).map(([name, value]) => {
          if (isAlwaysTold(name)) return [name, value]
          return [name, Array.isArray(value) ? [] : null]
        }),
      )) as Limited<T>

/** A name on the wire belongs to the property that it begins with. */
const isSeen = (viewer: Looker, resource: string, name: string): boolean =>
  viewer.kind === 'application' ||
  name.startsWith('@') ||
  isShown(viewer, resource, name.split('/')[0] ?? name)

/** Those of these names that the viewer is shown of others. */
export const shownNames = (
  viewer: Looker,
  resource: string,
  names: readonly string[],
): readonly string[] => names.filter((name) => isSeen(viewer, resource, name))

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
export const hiddenIn = (viewer: Looker, takes: Takes, query: Query): string | undefined => {
  const hiddenOf = (of: { readonly entry: string } | undefined, names: readonly string[]) =>
    of && names.find((name) => !isSeen(viewer, of.entry, name))
  const { select, search } = takes
  const asked = [
    ...(query.select === 'all' ? [] : (query.select ?? [])),
    ...(query.orderBy === undefined ? [] : [query.orderBy.property]),
  ]
  const searched =
    query.search === undefined || query.clauses !== undefined ? [] : (search?.searched ?? [])
  return hiddenOf(select, asked) ?? hiddenOf(search, searched)
}

/** The properties that a filter asks about. */
export const propertiesIn = (condition: Condition): string[] => {
  if (condition.kind === 'and' || condition.kind === 'or') return condition.of.flatMap(propertiesIn)
  return condition.kind === 'not' ? propertiesIn(condition.of) : [condition.property]
}

/** The same for a filter of `resource`. */
export const shownFilter = (viewer: Looker, resource: string, condition: Condition): Condition => {
  const found = propertiesIn(condition).find((name) => !isSeen(viewer, resource, name))
  if (found !== undefined) throw notShown(found)
  return condition
}
