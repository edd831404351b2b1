/** The words of a $filter. */
import { isUuid } from '../../kernel/ids.ts'
import type { Refusal } from '../../edge/refusal.ts'
import { badFilter } from '../refusals.ts'

export type Token =
  /** A name, an operator or a word such as `and`; what it is depends on where it stands. */
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | {
      readonly kind: 'text' | 'number' | 'id' | 'instant'
      readonly text: string
      readonly at: number
    }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' | '/' | ':'; readonly at: number }

/** The refusal of a filter that cannot be read, with where it stopped. */
export const unreadable = (filter: string, at: number, why: string): Refusal =>
  badFilter(`${why}, at position ${at} of '${filter.slice(0, 200)}'.`)

const longest = 8_000

// In this order: an id may begin like a number or a word, and a date like a number.
const patterns = [
  ['text', /'(?:[^']|'')*'/y],
  ['id', /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![\w-])/y],
  ['instant', /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?(?![\w-])/iy],
  ['number', /-?\d{1,15}(?:\.\d{1,15})?(?![\w.-])/y],
  ['word', /\$?[A-Za-z_][\w.]*/y],
  ['sign', /[(),/:]/y],
] as const

const tokenAt = (filter: string, at: number): { readonly token: Token; readonly end: number } => {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const [text] = pattern.exec(filter) ?? []
    if (text === undefined || (kind === 'id' && !isUuid(text))) continue
    const value = kind === 'text' ? text.slice(1, -1).replaceAll("''", "'") : text
    return { token: { kind, text: value, at } as Token, end: at + text.length }
  }
  throw unreadable(
    filter,
    at,
    filter[at] === "'"
      ? 'a quote is not closed'
      : `'${filter.slice(at, at + 20)}' means nothing here`,
  )
}

/**
 * The words of a filter, in order. Refuses what is none, and what is longer than anything that
 * could be meant.
 */
export const tokensOf = (filter: string): Token[] => {
  if (filter.length > longest)
    throw unreadable(filter, longest, `it is longer than ${longest} characters`)
  const tokens: Token[] = []
  for (let at = 0; at < filter.length;) {
    const space = /\s/.test(filter[at] ?? '')
    if (space) at++
    else {
      const { token, end } = tokenAt(filter, at)
      tokens.push(token)
      at = end
    }
  }
  return tokens
}
