/**
 * Where the next page of a list begins, as a text that clients hand back: where the page before
 * ended, sealed so that only the same list takes it. How the store goes on from there stands in
 * `store/keyset.ts`.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Where a page ended: the sort value of its last row, and its id. */
export type Place = readonly [sortValue: string, id: string]

/** `decides`: whatever decides which rows come in which order, and whose they are. */
export type List = { readonly key: Buffer; readonly decides: readonly (string | null)[] }

const proofLength = 16

const proofOf = ({ key, decides }: List, place: Place): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['cursor', ...decides, place]))
    .digest()
    .subarray(0, proofLength)

/** The cursor for what comes after `place`. */
export const cursorAfter = (place: Place, list: List): string =>
  Buffer.concat([proofOf(list, place), Buffer.from(JSON.stringify(place))]).toString('base64url')

/** The place that a cursor names; undefined when this list did not write it. */
export const placeOf = (cursor: string, list: List): Place | undefined => {
  const bytes = Buffer.from(cursor, 'base64url')
  const place = placeIn(bytes.subarray(proofLength))
  return place !== undefined &&
    timingSafeEqual(bytes.subarray(0, proofLength), proofOf(list, place))
    ? place
    : undefined
}

const shape = z.tuple([z.string(), z.guid()])

const placeIn = (bytes: Buffer): Place | undefined => {
  try {
    return shape.safeParse(JSON.parse(bytes.toString())).data
  } catch {
    return undefined
  }
}

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
