/** The types of bodies, from a definition: as clients send them, and as use cases get them. */
import type { Address } from '../../../kernel/address.ts'
import type { Domain } from '../../../kernel/domain.ts'
import type { One } from './answer.ts'
import type { Complex, Named, Properties, Property, Resource } from './definition.ts'

type SentOne<P extends Property> = P extends Complex ? SentOf<P['properties']> : One<P>
type SentValue<P extends Property> = P extends { readonly many: true }
  ? readonly SentOne<P>[]
  : SentOne<P>
type Sent<P extends Property> = P extends { readonly nullable: true }
  ? SentValue<P> | null
  : SentValue<P>
type RequiredIn<P extends Properties> = {
  [N in keyof P]: P[N] extends { readonly required: true } ? N : never
}[keyof P]
/** An object of these properties, as clients send it. */
export type SentOf<P extends Properties> = {
  readonly [N in RequiredIn<P>]: Sent<P[N]>
} & { readonly [N in Exclude<keyof P, RequiredIn<P>>]?: Sent<P[N]> }

/** The properties that may stand in a body. */
type WrittenBy<P extends Properties, How extends 'create' | 'update'> = {
  readonly [N in keyof P as P[N] extends { readonly write: How | 'always' } ? N : never]: P[N]
}

/** What a client may send to create one. */
export type Creation<R extends Resource> = SentOf<WrittenBy<R['properties'], 'create'>>
/** What a client may send to change one. */
export type Change<R extends Resource> = Partial<SentOf<WrittenBy<R['properties'], 'update'>>>

type Judged<P extends Property> = P extends { readonly properties: infer Q extends Properties }
  ? GivenOf<Q>
  : P extends { readonly is: 'address' | 'proxyAddress' }
    ? Address
    : P extends { readonly is: 'domain' }
      ? Domain
      : P extends { readonly is: 'instant' }
        ? Date
        : One<P>
/** An object of these properties, as use cases get it. */
export type GivenOf<P extends Properties> = {
  readonly [N in RequiredIn<P>]: Given<P[N]>
} & { readonly [N in Exclude<keyof P, RequiredIn<P>>]?: Given<P[N]> }
type JudgedValue<P extends Property> = P extends { readonly many: true }
  ? readonly Judged<P>[]
  : Judged<P>
/** A value as use cases get it: judged, an address with its key. */
export type Given<P extends Property> = P extends { readonly nullable: true }
  ? JudgedValue<P> | null
  : JudgedValue<P>

/** The same of what creates one, and of what changes one. */
export type GivenCreation<R extends Resource> = GivenOf<WrittenBy<R['properties'], 'create'>>
export type GivenChange<R extends Resource> = Partial<GivenOf<WrittenBy<R['properties'], 'update'>>>

/** Everything that may be written of a resource, as use cases get it; what is absent stays. */
export type Written<R extends Resource> = {
  readonly [N in Named<R, { readonly write: string }>]?: Given<R['properties'][N]>
}
