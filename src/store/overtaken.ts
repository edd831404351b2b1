/** Work that finds out in the end that somebody else was faster: it is done anew. */

/**
 * The outcome of work that was overtaken: what it had read is not so any more, and it has changed
 * nothing.
 */
export type Overtaken = 'overtaken'

/** Each round somebody else got on, so few are enough. */
const maxRounds = 10

/** What comes of `once` when nobody overtakes it. Throws after ten rounds, which is a bug. */
export const untilNotOvertaken = async <T>(once: () => Promise<T | Overtaken>): Promise<T> => {
  for (let round = 0; round < maxRounds; round++) {
    const result = await once()
    if (result !== 'overtaken') return result as T
  }
  throw new Error('Overtaken by other changes too often.')
}
