/**
 * What people write, judged and folded in one place and in the same way on every server, whatever
 * its locale.
 */

/**
 * Nobody sees these, or they turn the direction of what stands around them, or they are half a
 * letter, or stand for one that was lost.
 */
const unseen = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\uFFFD`
const unseenSign = new RegExp(`[${unseen}]`, 'u')
const unseenSigns = new RegExp(`[${unseen}]`, 'gu')

// Where a script or an emoji needs a sign that is not seen, it is part of the spelling.
const joiningScripts = [
  'Arab',
  'Syrc',
  'Mong',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Khmr',
]
const joining = `[${joiningScripts.map((script) => String.raw`\p{Script=${script}}`).join('')}]`
const spelling = new RegExp(
  [
    String.raw`(?<=${joining})[\u200C\u200D](?=${joining}|$|\s)`,
    String.raw`\p{RGI_Emoji}`,
    String.raw`\p{Extended_Pictographic}\uFE0F`,
    String.raw`(?<=\p{Script=Han})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
    String.raw`(?<=\p{Script=Mong})[\u180B-\u180D\u180F]`,
  ].join('|'),
  'gv',
)

/**
 * Whether a sign that nobody sees stands in `text`, whatever for. For what is compared letter by
 * letter: addresses, names to sign in with.
 */
export const hasUnseen = (text: string): boolean => unseenSign.test(text)

/** How many bytes a text takes in the store. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** What people see of a text, composed. */
export const seenOf = (text: string): string => text.normalize('NFC').replace(unseenSigns, '')

/**
 * The form in which names and addresses are compared: composed, in small letters, without what
 * nobody sees. Idempotent. Not the database's `lower`, which folds by the locale of its server.
 */
export const fold = (text: string): string =>
  seenOf(text).toLowerCase().replaceAll('ς', 'σ').normalize('NFC')

export type NameProblem = 'empty' | 'tooLong' | 'unseen'

/** The most characters that a name may have, of a person or a thing. */
export const longestName = 256

/**
 * The name of a person or a thing as it is kept: composed, without space around it; or what is
 * wrong with it.
 */
export const parseName = (
  text: string,
): { readonly name: string } | { readonly problem: NameProblem } => {
  const composed = text.normalize('NFC')
  if (hasUnseen(composed.replace(spelling, 'x'))) return { problem: 'unseen' }
  const name = composed.trim()
  if (name === '') return { problem: 'empty' }
  return [...name].length > longestName ? { problem: 'tooLong' } : { name }
}

/**
 * The name that somebody else's program has told: what cannot stand in a name is left out.
 * Undefined when nothing is left.
 */
export const tidyName = (text: string): string | undefined => {
  const given = parseName(text)
  if ('name' in given) return given.name
  const tidied = [...text.replace(unseenSigns, ' ').replaceAll(/\s+/gu, ' ').trim()]
    .slice(0, longestName)
    .join('')
  const parsed = parseName(tidied)
  return 'name' in parsed ? parsed.name : undefined
}

/** What is wrong with a name, to stand after "the name" or the name of its field. */
export const nameProblemWords: Readonly<Record<NameProblem, string>> = {
  empty: 'is empty; it needs something that can be seen',
  tooLong: `is longer than ${longestName} characters`,
  unseen:
    'holds a control character, or a sign that cannot be seen or turns the direction of letters; type it anew',
}

/** Whether `text` can be a name. */
export const isName = (text: string): boolean => 'name' in parseName(text)

const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

/** The lines of a text, at every line end that Unicode has. */
export const linesOf = (text: string): string[] => text.split(lineEnds)

/** The longest message that goes out with an invitation, in characters. */
export const longestInvitationMessage = 2_000

/** How many characters a guest writes with a request, and whoever answers it. */
export const longestRequestMessage = 1_024

/**
 * A text of several lines as it is kept, its lines parted by \n alone; undefined when a control
 * character stands in it.
 */
export const parseMessage = (text: string): string | undefined => {
  const message = text.replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n').normalize('NFC')
  return /[^\P{Cc}\n]|\p{Cs}/u.test(message) ? undefined : message
}
