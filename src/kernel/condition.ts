/**
 * What a list is filtered by: a tree of comparisons with names of properties in it. Made by an edge
 * from a text, or here in code; put into SQL by the store.
 */

import { fold } from './text.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextMatch = 'startsWith' | 'endsWith'
/** Each word of the text is the beginning of a word. */
export type WordMatch = 'hasWords'
export type ConditionValue = string | number | boolean | Date | null

export type Condition =
  | { readonly kind: 'and'; readonly of: readonly Condition[] }
  | { readonly kind: 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare'
      readonly property: string
      readonly operator: Comparison | TextMatch | WordMatch
      readonly value: ConditionValue
    }
  | { readonly kind: 'in'; readonly property: string; readonly values: readonly ConditionValue[] }
  /**
   * Some element of a collection meets `of`, in which the element itself has the name '' and its
   * properties their own; undefined: there is one.
   */
  | { readonly kind: 'any'; readonly property: string; readonly of: Condition | undefined }
  /** How many a collection holds. */
  | {
      readonly kind: 'count'
      readonly property: string
      readonly operator: Comparison
      readonly value: number
    }

const equal = (one: ConditionValue, other: ConditionValue): boolean =>
  typeof one === 'string' && typeof other === 'string' ? fold(one) === fold(other) : one === other

/**
 * Whether an object in memory meets a condition of equality; texts are the same in letters of
 * either size. Throws on any other comparison: that is a bug.
 */
export const holdsOf = (
  condition: Condition | undefined,
  object: Readonly<Record<string, ConditionValue>>,
): boolean => {
  if (condition === undefined) return true
  if (condition.kind === 'and') return condition.of.every((one) => holdsOf(one, object))
  if (condition.kind === 'or') return condition.of.some((one) => holdsOf(one, object))
  if (condition.kind === 'not') return !holdsOf(condition.of, object)
  const value = object[condition.property]
  if (value === undefined) throw new Error(`Nothing is known of ${condition.property}.`)
  if (condition.kind === 'in') return condition.values.some((one) => equal(value, one))
  if (condition.kind !== 'compare' || !['eq', 'ne'].includes(condition.operator))
    throw new Error('Only equality is asked of what is in memory.')
  return equal(value, condition.value) === (condition.operator === 'eq')
}

/** That a property has this value. */
export const is = (property: string, value: ConditionValue): Condition => ({
  kind: 'compare',
  property,
  operator: 'eq',
  value,
})

/** That a collection holds nothing. */
export const hasNone = (property: string): Condition => ({
  kind: 'count',
  property,
  operator: 'eq',
  value: 0,
})

/** That all of them hold; undefined for none, which everything meets. */
export const every = (...all: (Condition | undefined)[]): Condition | undefined => {
  const of = all.filter((one) => one !== undefined)
  return of.length > 1 ? { kind: 'and', of } : of[0]
}
