/**
 * What names are sorted and searched by. Derived here and not in SQL, because the two stores fold
 * letters differently.
 */

const maxSearchWords = 32
const maxWordLength = 64

/**
 * Letters of names that Unicode does not decompose, and that the root order of ICU counts as these
 * with a mark.
 */
export const withoutMarks: Readonly<Record<string, string>> = {
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
}

const marked = new RegExp(`[${Object.keys(withoutMarks).join('')}]`, 'gu')

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(marked, (letter) => withoutMarks[letter] ?? letter)
    .normalize('NFKC')

/**
 * The key that orders a list by name: case, accents and strokes through letters do not count. At
 * most 256 characters.
 */
export const sortName = (displayName: string): string => folded(displayName).slice(0, 256)

/**
 * The words of a text, folded, without duplicates, in order of appearance. Marks and symbols
 * separate words.
 */
export const wordsOf = (...texts: (string | null | undefined)[]): string[] => {
  const words = texts.flatMap(
    (text) => folded(text ?? '').match(/[\p{Letter}\p{Number}\p{Extended_Pictographic}]+/gu) ?? [],
  )
  return [...new Set(words.map((word) => word.slice(0, maxWordLength)))].slice(0, maxSearchWords)
}

/**
 * The lexemes stored for an object. The tenant is part of each, so one tenant's search never reads
 * another's entries.
 */
export const searchLexemes = (
  tenantId: string,
  ...texts: (string | null | undefined)[]
): string[] => wordsOf(...texts).map((word) => `${tenantId}/${word}`)

/** What is looked for: a text, or any of several. */
export type Search = string | readonly string[]

/**
 * A tsquery matching objects that have every word of a text as a beginning of one of theirs; null
 * when there is no word.
 */
export const searchQuery = (tenantId: string, search: Search): string | null => {
  const texts = typeof search === 'string' ? [search] : search
  const queries = texts.map((text) =>
    wordsOf(text)
      .map((word) => `'${tenantId}/${word}':*`)
      .join(' & '),
  )
  const some = queries.filter((query) => query !== '')
  return some.length === 0 ? null : some.join(' | ')
}
