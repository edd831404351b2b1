/**
 * The same act on many users or objects, slice by slice: a slice is one transaction, and whom it is
 * refused for changes nothing for the others.
 */
import type { UserId } from '../kernel/ids.ts'
import { eachAlone } from '../store/batches.ts'
import { Contention, StoreUnavailable } from '../store/store-error.ts'

/** What became of each: of users, unless it says of what. */
export type Outcomes<Result, Id extends string = UserId> = ReadonlyMap<Id, Result>

/** So many share a transaction, and the locks that it holds. */
export const sliceSize = 100

/** Rows by the id of the user that each is about. */
export const byUserId = <Row extends { readonly id: UserId }>(
  all: readonly Row[],
): ReadonlyMap<UserId, Row> => new Map(all.map((row) => [row.id, row]))

/** The outcome of an act that was for one. */
export const theOne = <Result, Id extends string>(outcomes: Outcomes<Result, Id>): Result => {
  for (const result of outcomes.values()) return result
  throw new Error('An act has no outcome.')
}

/**
 * Does it slice after slice, in the order that is given. Where a slice cannot be kept as a whole,
 * because a constraint or somebody else stood in the way of one of them, each of it is done alone;
 * what fails even so is thrown after the others of the slice were done: again finds those done.
 */
export const bySlices = async <Result, Id extends string>(
  ids: readonly Id[],
  together: (ids: readonly Id[]) => Promise<Outcomes<Result, Id>>,
): Promise<Outcomes<Result, Id>> => {
  const outcomes = new Map<Id, Result>()
  const done = async (slice: readonly Id[]): Promise<boolean> => {
    for (const [id, result] of await together(slice)) outcomes.set(id, result)
    return true
  }
  for (let from = 0; from < ids.length; from += sliceSize) {
    const slice = ids.slice(from, from + sliceSize)
    try {
      await done(slice)
    } catch (error) {
      if (slice.length === 1 || isAway(error)) throw error
      await eachAlone(slice, (id) => done([id]), 'It could not be done for all of many.')
    }
  }
  return outcomes
}

// Nothing can be done for anybody while the store is away.
const isAway = (error: unknown): boolean =>
  error instanceof StoreUnavailable && !(error instanceof Contention)
