/**
 * Tables of words whose messages set apart by themselves what they are given: names, addresses and
 * dates that run the other way than the sentence.
 */
import type { Locale } from './locales.ts'
import { setApart } from './speech.ts'

/** The same table; each text that a message is given is set apart where it runs the other way. */
export const namesApart = <W>(words: W, direction: Locale['direction']): W => {
  if (typeof words === 'function') {
    const say = words as unknown as (...values: unknown[]) => unknown
    return ((...values: unknown[]) =>
      say(
        ...values.map((value) => (typeof value === 'string' ? setApart(value, direction) : value)),
      )) as W
  }
  if (words === null || typeof words !== 'object') return words
  return Object.fromEntries(
    Object.entries(words).map(([key, part]) => [key, namesApart(part, direction)]),
  ) as W
}
