/**
 * What a list is filtered by: a tree of comparisons with names of properties in it. Made by an edge
 * from a text, or here in code; put into SQL by the store.
 */

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextMatch = 'startsWith' | 'endsWith'
export type ConditionValue = string | number | boolean | Date | null

export type Condition =
  | { readonly kind: 'and'; readonly of: readonly Condition[] }
  | { readonly kind: 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare'
      readonly property: string
      readonly operator: Comparison | TextMatch
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
