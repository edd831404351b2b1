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
