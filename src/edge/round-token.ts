/**
 * How far a client has been told what has changed, as a text that it hands back: what was chosen at
 * the beginning, and the place, sealed so that only the same list takes it (cursor.ts).
 */
import { z } from 'zod'
import { openedBy, placeShape, sealedFor, type List } from './cursor.ts'

const wentShape = z.strictObject({
  /** Of what the numbers are. */
  epoch: z.string(),
  /** What was told ends here. */
  sequence: z.number(),
  /** Since when the sequence may have been the last. */
  since: z.number(),
  /** Where the first round goes on; absent when it is over. */
  first: z
    .strictObject({
      /** The kind of the objects. */
      kind: z.string(),
      after: placeShape.optional(),
      /** Within the links of an object, of which some are told. */
      within: z.strictObject({ id: z.guid(), link: z.string(), other: z.guid() }).optional(),
    })
    .optional(),
})

/** How far a round went. */
export type Went = z.infer<typeof wentShape>

const tokenShape = z.strictObject({
  /** The properties that were chosen; absent for the default set. */
  select: z.union([z.literal('all'), z.array(z.string())]).optional(),
  links: z.array(z.string()),
  /** The objects that it is about; absent for all. */
  ids: z.array(z.string()).optional(),
  went: wentShape,
})

/** What a round is about, and how far it went. */
export type Gone = z.infer<typeof tokenShape>

/** The token of a link that goes on from there. */
export const roundToken = (list: List, gone: Gone): string => sealedFor(list, gone)

/** What a token stands for; undefined when this list did not write it. */
export const goneOf = (list: List, token: string): Gone | undefined =>
  openedBy(list, token, tokenShape)
