/** Properties as the text of a field, and back; and what is wrong with one, before it is sent. */
import {
  isComplex,
  type Property,
  type Simple,
} from '../../../src/wire/graph/definition/definition.ts'
import type { Words } from '../words.tsx'

/** The lines of a text that are not empty. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const day = 'YYYY-MM-DD'.length

/** A value as it stands in its field: a list one a line, an instant as its day. */
export const textOf = (
  property: Property,
  value: string | readonly string[] | null | undefined,
): string => {
  if (typeof value !== 'string') return (value ?? []).join('\n')
  return property.is === 'instant' ? value.slice(0, day) : value
}

/** What is sent for the text of a field: none is null where the property can be that. */
export const valueOf = (property: Property, text: string): string | string[] | null => {
  if (property.many === true) return linesIn(text)
  const trimmed = text.trim()
  if (trimmed === '' && property.nullable === true) return null
  const isBeginning = property.is === 'instant' && property.endOfDay !== true
  return isBeginning ? `${trimmed}T00:00:00Z` : trimmed
}

/** A text that may be left open, as it is sent. */
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

// What the definition does not limit is an address, a name, or judged by its use case: none of them
// is longer.
const longestText = 320

/** How many characters the field of a property takes; of a list, one line for each element. */
export const longest = (property: Property | undefined): number => {
  if (property === undefined || isComplex(property)) return longestText
  const one = property.most ?? longestText
  return property.many === true ? (one + 1) * (property.mostItems ?? 1) : one
}

/** Why there is too much in `value`, in words. */
const tooMuch = (
  words: Words['form'],
  { most, mostItems }: Simple,
  value: string | readonly string[] | null,
): string | undefined => {
  const texts = typeof value === 'string' ? [value] : (value ?? [])
  if (mostItems !== undefined && texts.length > mostItems) return words.tooMany(mostItems)
  return most !== undefined && texts.some((text) => [...text].length > most)
    ? words.tooLong(most)
    : undefined
}

// A download of its own, which whoever only looks around does not need. Where it cannot be had the
// server judges alone.
const shapes = () => import('../../../src/wire/graph/definition/bodies.ts').catch(() => undefined)

/**
 * Why the server would not take `text` for a property, in words; undefined when it would. Judged by
 * the very shape that the server judges by.
 */
export const wrongWith = async (
  words: Words['form'],
  property: Property,
  text: string,
): Promise<string | undefined> => {
  if (isComplex(property)) return undefined
  const value = valueOf(property, text)
  const wrong = tooMuch(words, property, value)
  if (wrong !== undefined) return wrong
  const judged = (await shapes())?.schemaOf(property).safeParse(value)
  return judged?.success === false ? words.wrong[property.is] : undefined
}
