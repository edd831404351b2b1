/**
 * Where the next page of a list begins, as a text that clients hand back: where the page before
 * ended, sealed so that only the same list takes it, and nobody reads it: lists are ordered by
 * names that not everybody is shown who is shown the list (R102). How the store goes on from there
 * stands in `store/keyset.ts`.
 */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { seal, unseal } from '../kernel/sealing.ts'

/** Where a page ended: the sort value of its last row, and its id. */
export type Place = readonly [sortValue: string, id: string]

/** `decides`: whatever decides which rows come in which order, and whose they are. */
export type List = { readonly key: Buffer; readonly decides: readonly (string | null)[] }

const purpose = 'cursor'

// A key for each list: what it seals opens for no other, and spends nothing of the key for secrets.
const keyOf = ({ key, decides }: List): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...decides]))
    .digest()

/** A text for clients that stands for `value`, and is taken by the same list alone. */
export const sealedFor = (list: List, value: unknown): string =>
  seal(keyOf(list), purpose, JSON.stringify(value)).toString('base64url')

/** What such a text stands for; undefined when this list did not write it so. */
export const openedBy = <T>(list: List, text: string, shapeOf: z.ZodType<T>): T | undefined => {
  try {
    const opened = unseal(keyOf(list), purpose, Buffer.from(text, 'base64url'))
    return shapeOf.safeParse(JSON.parse(opened)).data
  } catch {
    return undefined
  }
}

/** The cursor for what comes after `place`. */
export const cursorAfter = (place: Place, list: List): string => sealedFor(list, place)

/** How a place is written. */
export const placeShape = z.tuple([z.string(), z.guid()])

/** The place that a cursor names; undefined when this list did not write it. */
export const placeOf = (cursor: string, list: List): Place | undefined =>
  openedBy(list, cursor, placeShape)

/**
 * A page of `size` rows out of those that were found, which are asked for with one row more; and
 * where it ended, while there is more.
 */
export const cutPage = <Row extends { readonly id: string; readonly sortValue: string }>(
  found: readonly Row[],
  size: number,
): { readonly rows: readonly Row[]; readonly end: Place | undefined } => {
  const rows = found.slice(0, size)
  const last = found.length > size ? rows.at(-1) : undefined
  return { rows, end: last && [last.sortValue, last.id] }
}
