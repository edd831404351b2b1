/**
 * What is done, or told, at an address of its own and is no object of a collection: actions and
 * functions, as OData has them. What is sent and what is answered, each told once, as of a resource
 * (decision 25).
 */
import type { AnswerOf } from './answer.ts'
import type { Properties } from './definition.ts'
import type { SentOf } from './sent.ts'

export type Operation = {
  /** As messages call what is sent. */
  readonly called: string
  readonly means: string
  readonly sent?: Properties
  /** Absent where nothing is answered, or a resource. */
  readonly answered?: Properties
}

/** An operation, with its properties as exact as they are written. */
export const operation = <const O extends Operation>(definition: O): O => definition

/** What a client sends. */
export type SentTo<O extends { readonly sent: Properties }> = SentOf<O['sent']>
/** What is answered. */
export type AnsweredBy<O extends { readonly answered: Properties }> = AnswerOf<O['answered']>
