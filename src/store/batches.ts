/** Work on more rows than one transaction may take: some at a time, or each by itself. */

/**
 * Does batch after batch, until one takes fewer than `size`; each commits by itself, so the work
 * may be stopped in between. `batch` says how many it has taken. Returns how many all have.
 */
export const inBatches = async (size: number, batch: () => Promise<number>): Promise<number> => {
  for (let total = 0; ;) {
    const taken = await batch()
    total += taken
    if (taken < size) return total
  }
}

/** So many rows that fail end a run: something else is wrong then than with them. */
const mostFailures = 20

/**
 * Does batch after batch as `inBatches` does, but for a row that cannot be done: the others of its
 * batch are done without it, and what failed is thrown at the end, with `failure` as its words.
 * `batch` takes at most `limit` rows, none of those `without`, and says through `took` which it has
 * taken, before it does anything with them. Returns how many all have taken.
 */
export const inBatchesApart = async (
  size: number,
  batch: (
    limit: number,
    without: readonly string[],
    took: (ids: readonly string[]) => void,
  ) => Promise<number>,
  failure: string,
): Promise<number> => {
  const without: string[] = []
  const failed: unknown[] = []
  let total = 0
  for (let limit = size; failed.length < mostFailures;) {
    let ids: readonly string[] = []
    try {
      const taken = await batch(limit, without, (all) => (ids = all))
      total += taken
      if (taken < limit) break
      limit = Math.min(size, limit * 2)
    } catch (error) {
      const [only, ...more] = ids
      if (only === undefined) throw error
      limit = Math.ceil(ids.length / 2)
      if (more.length > 0) continue
      without.push(only)
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, failure)
  return total
}

/**
 * Every row, page by page: `read` gets at most `size` of those behind the last row of the page
 * before.
 */
export async function* rowsOfPages<Row>(
  size: number,
  read: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let last: Row | undefined; ;) {
    const page = await read(last)
    yield* page
    last = page.at(-1)
    if (last === undefined || page.length < size) return
  }
}

/**
 * Does each by itself: what fails of one keeps none of the others waiting, and is thrown at the
 * end, with `failure` as its words. `act` says whether it did something, or how often. Returns how
 * often.
 */
export const eachAlone = async <T>(
  all: Iterable<T> | AsyncIterable<T>,
  act: (one: T) => Promise<number | boolean>,
  failure: string,
): Promise<number> => {
  let total = 0
  const failed: unknown[] = []
  for await (const one of all)
    try {
      total += Number(await act(one))
    } catch (error) {
      failed.push(error)
    }
  if (failed.length > 0) throw new AggregateError(failed, failure)
  return total
}
