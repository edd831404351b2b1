/**
 * The segments of an address as OData writes them: names, keys in parentheses, alternate keys and
 * arguments of functions (contract §1.2).
 */

/** A name stands for a word of the protocol or a key; what stood in quotes is a key only. */
export type Segment =
  | { readonly kind: 'name' | 'key'; readonly text: string }
  | { readonly kind: 'named'; readonly values: ReadonlyMap<string, string> }

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

// Where the parentheses that begin at `from` close, quotes left out; -1 where they do not.
const closeOf = (path: string, from: number): number => {
  let isQuoted = false
  for (let at = from; at < path.length; at++) {
    if (path[at] === "'") isQuoted = !isQuoted
    else if (path[at] === ')' && !isQuoted) return at
  }
  return -1
}

// A slash within parentheses belongs to the key. Read once from left to right, as anybody may send
// anything: after parentheses that do not close no others are looked for.
const writtenIn = (path: string): string[] => {
  const found: string[] = []
  let start = 0
  let closes = true
  for (let at = 0; at < path.length; at++) {
    if (path[at] === '/') {
      found.push(path.slice(start, at))
      start = at + 1
    } else if (path[at] === '(' && closes) {
      const close = closeOf(path, at + 1)
      closes = close >= 0
      if (closes) at = close
    }
  }
  return [...found, path.slice(start)].filter((text) => text !== '')
}

const call = /^([^(]*)\((.*)\)$/s
const literal = String.raw`'(?:[^']|'')*'|[^',]+`
const pair = new RegExp(String.raw`\s*([A-Za-z_]\w*)\s*=\s*(${literal})\s*(?:,|$)`, 'gy')

const unquoted = (text: string): string =>
  /^'(.*)'$/s.exec(text)?.[1]?.replaceAll("''", "'") ?? text.trim()

// `name='value',other=5`; undefined for anything else.
const namedIn = (text: string): Map<string, string> | undefined => {
  const values = new Map<string, string>()
  pair.lastIndex = 0
  let end = 0
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    values.set((match[1] ?? '').toLowerCase(), unquoted(match[2] ?? ''))
    end = pair.lastIndex
  }
  return values.size > 0 && end === text.length ? values : undefined
}

const named = (text: string): Segment | undefined => {
  const values = namedIn(text)
  return values === undefined ? undefined : { kind: 'named', values }
}

const insideOf = (text: string): Segment[] => {
  if (text.trim() === '') return []
  return [named(text) ?? { kind: 'key', text: unquoted(text.trim()) }]
}

const segmentsOf = (written: string): Segment[] => {
  const text = decoded(written)
  const [, name, inside] = call.exec(text) ?? []
  if (name === undefined || inside === undefined) return [named(text) ?? { kind: 'name', text }]
  return [...(name === '' ? [] : [{ kind: 'name' as const, text: name }]), ...insideOf(inside)]
}

/** What the segments of `path` say, in their order; slashes at its ends say nothing. */
export const segmentsIn = (path: string): Segment[] => writtenIn(path).flatMap(segmentsOf)
