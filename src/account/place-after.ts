/** Where a page of a list begins, as the query option `after` says it. */
import { placeOf, type List, type Place } from '../edge/cursor.ts'
import { Refusal } from '../edge/refusal.ts'

/** The place; undefined for the first page. Refuses what this list did not write. */
export const placeAfter = (after: string | undefined, list: List): Place | undefined => {
  if (after === undefined) return undefined
  const place = placeOf(after, list)
  if (place !== undefined) return place
  throw new Refusal(
    'invalidRequest',
    'The value of `after` is not one of ours. Start again from the first page.',
  )
}
