/** The types of answers, from a definition: an object as it is answered. */
import type { Complex, Named, Properties, Property, Resource } from './definition.ts'

/** One value of a property on the wire. */
export type One<P extends Property> = P extends Complex
  ? AnswerOf<P['properties']>
  : P extends { readonly words: readonly (infer W)[] }
    ? W
    : P extends { readonly is: 'boolean' }
      ? boolean
      : P extends { readonly is: 'integer' }
        ? number
        : string
type Value<P extends Property> = P extends { readonly many: true } ? readonly One<P>[] : One<P>
/** The value of a property on the wire. */
export type Wire<P extends Property> = P extends { readonly nullable: true }
  ? Value<P> | null
  : Value<P>
type Maybe = { readonly optional: true } | { readonly byRole: true }
/** Of properties, those that an answer always has, and those that it may have. */
type Told<P extends Properties> = {
  [N in keyof P]: P[N] extends { readonly writeOnly: true } | Maybe ? never : N
}[keyof P]
type MayBeTold<P extends Properties> = {
  [N in keyof P]: P[N] extends { readonly writeOnly: true } ? never : P[N] extends Maybe ? N : never
}[keyof P]
/** An object of these properties, as it is answered. */
export type AnswerOf<P extends Properties> = {
  readonly [N in Told<P>]: Wire<P[N]>
} & { readonly [N in MayBeTold<P>]?: Wire<P[N]> }

/** An object as it is answered, with all its properties. */
export type Answer<R extends Resource> = AnswerOf<R['properties']>

/** An object as it is answered where nothing is chosen. */
export type DefaultAnswer<R extends Resource> = Pick<
  Answer<R>,
  Extract<Named<R, { readonly byDefault: true }>, keyof Answer<R>>
>
