/** The row of the store that holds an object: its type, and its columns, from a definition. */
import type { Wire } from './answer.ts'
import {
  isComplex,
  type Named,
  type Properties,
  type Property,
  type Resource,
  type Simple,
} from './definition.ts'

type Stored<P extends Property> = P extends { readonly is: 'instant' } ? Date : Wire<P>
type StoredValue<P extends Property> = P extends { readonly is: 'instant'; readonly nullable: true }
  ? Date | null
  : Stored<P>
/**
 * A row of the store that holds the properties with a column, by their names. Those of an object
 * inside stand under `object/name`.
 */
export type Row<R extends Resource> = {
  readonly [N in Named<R, { readonly column: string }>]: StoredValue<R['properties'][N]>
} & UnionToIntersection<Inner<R['properties']>>

type Inner<P extends Properties> = {
  [N in keyof P & string]: P[N] extends {
    readonly is: 'object'
    readonly properties: infer Q extends Properties
  }
    ? {
        readonly [
          M in keyof Q & string as Q[M] extends { readonly column: string } ? `${N}/${M}` : never
        ]: StoredValue<Q[M]>
      }
    : never
}[keyof P & string]
type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (
  all: infer I,
) => void
  ? I
  : never

/** The properties with a column, by name; of an object inside of it as `object/name`. */
export const storedIn = (all: Properties, before = ''): [string, Simple & { column: string }][] =>
  Object.entries(all).flatMap(([name, one]) => {
    if (isComplex(one)) return storedIn(one.properties, `${before}${name}/`)
    return one.column === undefined ? [] : [[before + name, { ...one, column: one.column }]]
  })
