/** The part of OData's $filter that the lists of this edge take: clauses joined by `and`. */
import { Refusal } from '../../edge/refusal.ts'

export type Clause =
  | {
      readonly kind: 'compare'
      readonly property: string
      readonly operator: 'eq' | 'ge' | 'gt' | 'le' | 'lt'
      readonly value: string | boolean | null
    }
  | { readonly kind: 'startsWith'; readonly property: string; readonly value: string }
  /** `collection/any(x:x/property eq value)` */
  | { readonly kind: 'any'; readonly collection: string; readonly property: string; readonly value: string }

const maxLength = 2_000
const literal = `'(?:[^']|'')*'|true|false|null|[0-9A-Za-z.:+-]+`
const patterns = {
  compare: new RegExp(`^([A-Za-z/]+(?:/\\$count)?)\\s+(eq|ge|gt|le|lt)\\s+(${literal})`, 'i'),
  startsWith: /^startswith\(\s*([A-Za-z/]+)\s*,\s*('(?:[^']|'')*')\s*\)/i,
  any: new RegExp(`^([A-Za-z]+)/any\\(\\s*([a-z]+)\\s*:\\s*\\2/([A-Za-z]+)\\s+eq\\s+(${literal})\\s*\\)`, 'i'),
}

const malformed = (text: string): Refusal =>
  new Refusal(
    400,
    'BadRequest',
    `Invalid filter clause: ${text.slice(0, 100)}. Write property eq 'value', startswith(property,'value'), joined by and.`,
  )

const valueOf = (text: string): string | boolean | null => {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  const word = text.toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : text
}

/** The clauses of `text`, none when it is absent. Property names are in lower case: clients write them in any. Refuses what it cannot read. */
export const parseFilter = (text: string | undefined): Clause[] => {
  if (text === undefined) return []
  if (text.length > maxLength) throw malformed(text)
  const clauses: Clause[] = []
  let rest = text.trim()
  for (;;) {
    const found = clauseAt(rest)
    clauses.push(found.clause)
    rest = rest.slice(found.length)
    if (rest.trim() === '') return clauses
    const joined = /^\s+and\s+/i.exec(rest)
    if (joined === null) throw malformed(rest)
    rest = rest.slice(joined[0].length)
  }
}

const clauseAt = (text: string): { clause: Clause; length: number } => {
  const any = patterns.any.exec(text)
  if (any !== null) {
    const [all, collection = '', , property = '', value = ''] = any
    return {
      clause: { kind: 'any', collection: collection.toLowerCase(), property: property.toLowerCase(), value: String(valueOf(value)) },
      length: all.length,
    }
  }
  const starts = patterns.startsWith.exec(text)
  if (starts !== null) {
    const [all, property = '', value = ''] = starts
    return { clause: { kind: 'startsWith', property: property.toLowerCase(), value: String(valueOf(value)) }, length: all.length }
  }
  const compare = patterns.compare.exec(text)
  if (compare === null) throw malformed(text)
  const [all, property = '', operator = '', value = ''] = compare
  return {
    clause: { kind: 'compare', property: property.toLowerCase(), operator: operator.toLowerCase() as 'eq', value: valueOf(value) },
    length: all.length,
  }
}
