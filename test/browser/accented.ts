/** What of a text in accented English stands in no message, and so is bound to a language. */
import { closing, opening } from '../../src/words/pseudo.ts'

const innermost = new RegExp(`${opening}[^${opening}${closing}]*${closing}`, 'g')

/** The text without its messages and without these names. */
export const bare = (text: string, names: Iterable<string>): string => {
  let rest = text
  for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replaceAll(innermost, ' ')]
  for (const name of [...names].toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(name, ' ')
  return rest
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (one) => entities[one] ?? one)

const told =
  /\b(?:aria-label|placeholder|alt|data-unsupported|data-cancelled|data-already-there)="([^"]*)"/g

/**
 * What people see or hear of a page: its text, its title, and the labels in its attributes. What
 * says that it is in another language is left out.
 */
export const seenOn = (html: string): string => {
  const page = html
    .replaceAll(/<(style|script|option)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
  const labels = [...page.matchAll(told)].map(([, label]) => label ?? '')
  return unescaped([page.replaceAll(/<[^>]*>/g, ' '), ...labels].join('\n'))
}
