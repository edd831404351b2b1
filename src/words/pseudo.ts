/**
 * Accented English, made of the English words themselves: every message stands in brackets and is
 * longer by a third. Whatever appears without brackets is bound to a language where it should not
 * be.
 */

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'AÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽaåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
)

export const opening = '⟦'
export const closing = '⟧'

// What is given to a message is somebody's name, an address or a date, and stays as it is.
const kept = { begin: '\uE000', end: '\uE001' } as const
const given = /\uE000([\s\S]*?)\uE001/gu

const accented = (text: string): string =>
  text.replaceAll(/[A-Za-z]/g, (letter) => accents[letter] ?? letter)

const inBrackets = (text: string): string => {
  const words = text
    .split(given)
    .map((part, place) => (place % 2 === 0 ? accented(part) : part))
    .join('')
  return `${opening}${words}${'·'.repeat(Math.ceil(text.length / 3))}${closing}`
}

const marked = (value: unknown): unknown => {
  if (typeof value === 'string') return value === '' ? value : `${kept.begin}${value}${kept.end}`
  if (Array.isArray(value)) return value.map(marked)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, marked(part)]))
}

/**
 * The same table of words, accented. Names, addresses and dates that a message is given stay
 * readable.
 */
export const pseudo = <W>(words: W): W => {
  if (typeof words === 'string') return inBrackets(words) as W
  if (typeof words === 'function') {
    const say = words as unknown as (...values: unknown[]) => unknown
    return ((...values: unknown[]) => pseudo(say(...values.map(marked)))) as W
  }
  if (words === null || typeof words !== 'object') return words
  if (Array.isArray(words)) return words.map(pseudo) as W
  return Object.fromEntries(Object.entries(words).map(([key, part]) => [key, pseudo(part)])) as W
}
