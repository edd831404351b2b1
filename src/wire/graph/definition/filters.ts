/**
 * Which filters kinds of properties take, as the table of Graph has it: some from everybody, some
 * as part of an advanced query.
 */
import { isComplex, type Filters, type Properties, type Resource } from './definition.ts'

/** Whatever equality can say; the negation is advanced everywhere. */
const equal = { eq: 'plain', ne: 'advanced', in: 'plain' } as const satisfies Filters

/** A word, a flag or an id. */
export const byEquality = equal
/** A text of the directory that Graph keeps an index of. */
export const byText = {
  ...equal,
  ge: 'plain',
  le: 'plain',
  startsWith: 'plain',
  null: 'advanced',
} as const satisfies Filters
/** A text that Graph compares in advanced queries only. */
export const byRareText = {
  eq: 'advanced',
  ne: 'advanced',
  in: 'advanced',
  ge: 'advanced',
  le: 'advanced',
  startsWith: 'advanced',
  null: 'advanced',
} as const satisfies Filters
/** A moment. Graph takes eq, ge and le; gt and lt are ours. */
export const byMoment = {
  eq: 'plain',
  ne: 'advanced',
  gt: 'plain',
  ge: 'plain',
  lt: 'plain',
  le: 'plain',
} as const satisfies Filters
/** A moment that Graph compares in advanced queries only. */
export const byRareMoment = {
  eq: 'advanced',
  ne: 'advanced',
  ge: 'advanced',
  le: 'advanced',
  in: 'advanced',
} as const satisfies Filters
/** A collection of texts, by its elements. */
export const byElement = {
  any: 'plain',
  count: 'advanced',
  eq: 'plain',
  ne: 'advanced',
  startsWith: 'plain',
} as const satisfies Filters
/** Whether there are any links at all: ours takes it from everybody (R105). */
export const byCount = { count: 'plain' } as const satisfies Filters
/** A word, a flag or an id of what Graph does not have: nothing of it is advanced. */
export const byWord = { eq: 'plain', ne: 'plain', in: 'plain' } as const satisfies Filters
/** A moment of what Graph does not have. */
export const byOurMoment = {
  gt: 'plain',
  ge: 'plain',
  lt: 'plain',
  le: 'plain',
} as const satisfies Filters

const orderedIn = (all: Properties, before = ''): string[] =>
  Object.entries(all).flatMap(([name, one]) => {
    if (isComplex(one)) return orderedIn(one.properties, `${before}${name}/`)
    return one.orders === true ? [before + name] : []
  })

/** What a list can be ordered by; what is inside of an object as `object/name`. */
export const ordersOf = (of: Resource): string[] => orderedIn(of.properties)
