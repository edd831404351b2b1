/**
 * `$search`: one text, which names are searched for, or clauses that name a property, joined by AND
 * and OR (contract §3.5). Names and descriptions are searched by beginnings of words; every other
 * property that a filter asks for a beginning has to begin with the text.
 */
import type { Condition } from '../../kernel/condition.ts'
import type { Search } from '../../kernel/search-words.ts'
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { misread, noProperty } from '../refusals.ts'
import { namedIn } from './named-in.ts'
import { typeOf } from './check.ts'

/** What is searched for by words of names, and what the clauses ask beside. */
export type Searched = {
  readonly search: Search | undefined
  readonly clauses: Condition | undefined
}

const longestText = 256
const mostClauses = 20

type Token = { readonly kind: 'clause' | 'sign'; readonly text: string }

const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)(?![A-Za-z])|([()]))\s*/sy

const unreadable = (text: string, at: number): Error =>
  misread(
    `The search cannot be read at position ${at} of '${text.slice(0, 200)}'. Write clauses such as "displayName:ada", joined by AND or OR.`,
  )

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) throw unreadable(text, at)
    const [, clause, word, bracket] = found
    tokens.push(
      clause === undefined
        ? { kind: 'sign', text: word ?? bracket ?? '' }
        : { kind: 'clause', text: clause },
    )
  }
  if (tokens.filter(({ kind }) => kind === 'clause').length > mostClauses)
    throw misread(`A search has at most ${mostClauses} clauses.`)
  return tokens
}

const textOf = (written: string): string =>
  written.replaceAll(/\\(.)/gs, '$1').trim().slice(0, longestText)

/** The property and the text of a clause; without a property, undefined and the text. */
const partsOf = (clause: string): { readonly name: string | undefined; readonly text: string } => {
  const [, name, text = ''] = /^(?:([A-Za-z]+):)?(.*)$/s.exec(clause) ?? []
  return { name, text: textOf(text) }
}

const clauseOf = (of: Resource, clause: string): Condition => {
  const { name, text } = partsOf(clause)
  if (name === undefined)
    throw misread(
      `Of several clauses each names its property, such as "displayName:${text.slice(0, 50)}".`,
    )
  const [property, definition] = namedIn(of.properties, name) ?? []
  if (property === undefined || definition === undefined)
    throw misread(noProperty(name, typeOf(of)))
  if (definition.inWords === true)
    return { kind: 'compare', property, operator: 'hasWords', value: text }
  if (definition.filter?.startsWith === undefined)
    throw misread(`'${property}' cannot be searched. Filter by it, or search by displayName.`)
  const begins = { kind: 'compare', operator: 'startsWith', value: text } as const
  return definition.many === true
    ? { kind: 'any', property, of: { ...begins, property: '' } }
    : { ...begins, property }
}

/** Reads clauses by descent; each level of brackets has a clause in it, so there are few. */
class Reader {
  readonly #of: Resource
  readonly #text: string
  readonly #tokens: readonly Token[]
  #place = 0

  constructor(of: Resource, text: string) {
    this.#of = of
    this.#text = text
    this.#tokens = tokensOf(text)
  }

  whole(): Condition {
    const all = this.#joined('OR')
    if (this.#place < this.#tokens.length) throw unreadable(this.#text, this.#text.length)
    return all
  }

  #joined(kind: 'AND' | 'OR', level = 0): Condition {
    const next = () => (kind === 'OR' ? this.#joined('AND', level) : this.#one(level))
    const of = [next()]
    while (this.#takes(kind)) of.push(next())
    const [first] = of
    return of.length === 1 && first !== undefined
      ? first
      : { kind: kind === 'OR' ? 'or' : 'and', of }
  }

  #one(level: number): Condition {
    if (this.#takes('(') && level < mostClauses) {
      const inner = this.#joined('OR', level + 1)
      if (this.#takes(')')) return inner
    }
    const token = this.#tokens[this.#place++]
    if (token?.kind !== 'clause') throw unreadable(this.#text, this.#text.length)
    return clauseOf(this.#of, token.text)
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#place]
    if (token?.kind !== 'sign' || token.text !== sign) return false
    this.#place++
    return true
  }
}

/** Texts of which whatever is found has one among the words of its names, which have an index. */
const wordsIn = (asked: Condition): readonly string[] | undefined => {
  if (asked.kind === 'compare')
    return asked.operator === 'hasWords' && asked.property === 'displayName'
      ? [String(asked.value)]
      : undefined
  if (asked.kind === 'and') return asked.of.map(wordsIn).find((words) => words !== undefined)
  if (asked.kind !== 'or') return undefined
  const all = asked.of.map(wordsIn)
  return all.includes(undefined) ? undefined : all.flatMap((words) => words ?? [])
}

/** The one clause of a search that has no other; undefined for several. */
const singleOf = (text: string): string | undefined =>
  text.includes('"') ? /^"((?:[^"\\]|\\.)*)"$/s.exec(text)?.[1] : text

/** Whether a clause is looked for in all names: it names no property, or the list has no other. */
const isOfNames = (of: Resource | undefined, name: string | undefined): boolean =>
  name === undefined ||
  (name.toLowerCase() === 'displayname' && of?.properties['displayName'] === undefined)

/**
 * A search of a list of `of`. Refuses with 400 what cannot be read, and properties that cannot be
 * searched.
 */
export const searchedBy = (of: Resource | undefined, written: string): Searched => {
  const trimmed = written.trim()
  const single = singleOf(trimmed)
  if (single !== undefined) {
    const { name, text } = partsOf(single)
    if (isOfNames(of, name)) return { search: text, clauses: undefined }
  }
  if (of === undefined)
    throw misread('Names are what is searched here. Search for one text, such as "ada lovelace".')
  const clauses = single === undefined ? new Reader(of, trimmed).whole() : clauseOf(of, single)
  return { search: wordsIn(clauses), clauses }
}
