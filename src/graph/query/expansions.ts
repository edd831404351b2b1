/** `$expand`: links by name, each with the properties to choose of what it leads to. */
import { misread } from '../refusals.ts'
import type { Link } from './expand.ts'
import { namedIn } from './named-in.ts'
import { chosen, parsingFailed } from './select.ts'
import type { Takes } from './taken.ts'

export type Expansion = {
  readonly name: string
  readonly select: readonly string[] | 'all' | undefined
}

/** Splits where `sign` stands outside of brackets. */
const split = (text: string, sign: string): string[] => {
  const parts = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(') depth++
    if (letter === ')') depth--
    if (letter === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}

const nested = (text: string, link: Pick<Link, 'names' | 'type'>): Expansion['select'] => {
  const options = split(text, ';').filter((option) => option !== '')
  const [option = '', other] = options
  const [, names] = /^\$?select=(.*)$/is.exec(option) ?? []
  if (names === undefined || other !== undefined)
    throw misread(
      `Inside of $expand only $select is taken, such as manager($select=id,displayName), not '${text.slice(0, 100)}'.`,
    )
  return chosen(names, link)
}

const one = (text: string, { expand = {}, select }: Takes): Expansion => {
  const [, name = text, inner] = /^(\w+)\s*(?:\((.*)\))?$/s.exec(text) ?? []
  const found = namedIn(expand, name)
  if (found === undefined) throw parsingFailed(name, select?.type ?? 'microsoft.graph.entity')
  const [known, link] = found
  return { name: known, select: inner === undefined ? undefined : nested(inner, link) }
}

/** What `$expand` asks of a row. Refuses with 400 what the row does not expand. */
export const expansionsIn = (text: string | undefined, takes: Takes): readonly Expansion[] => {
  if (text === undefined) return []
  const found = split(text, ',').map((part) => one(part, takes))
  if (new Set(found.map(({ name }) => name)).size < found.length)
    throw misread('A link is expanded twice. Name it once.')
  return found
}
