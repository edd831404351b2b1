/**
 * The grammar of $filter: from words to a tree, by precedence (`not` before `and` before `or`).
 * Names are as they were written; what they mean is judged by check.ts.
 *
 *     or    = and { "or" and }
 *     and   = not { "and" not }
 *     not   = "not" not | "(" or ")" | call | path "/any(" [ name ":" or ] ")" | path operator value | path "in" "(" value { "," value } ")"
 *     call  = ( "startsWith" | "endsWith" | "contains" ) "(" path "," value ")" [ ( "eq" | "ne" ) ( "true" | "false" ) ]
 */
import type { Refusal } from '../../edge/refusal.ts'
import { tokensOf, unreadable, type Token } from './tokens.ts'

export type Literal = {
  readonly kind: 'text' | 'number' | 'id' | 'instant' | 'boolean' | 'null'
  readonly text: string
}
/** A name, or names with slashes between. */
export type Path = { readonly name: string; readonly at: number }
export type Tree =
  | { readonly kind: 'and'; readonly of: readonly Tree[] }
  | { readonly kind: 'or'; readonly of: readonly Tree[] }
  | { readonly kind: 'not'; readonly of: Tree }
  | {
      readonly kind: 'compare'
      readonly path: Path
      readonly operator: string
      readonly value: Literal
    }
  | { readonly kind: 'in'; readonly path: Path; readonly values: readonly Literal[] }
  | {
      readonly kind: 'any'
      readonly path: Path
      readonly variable: string
      readonly of: Tree | undefined
    }

const operators = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const functions = new Map([
  ['startswith', 'startsWith'],
  ['endswith', 'endsWith'],
  ['contains', 'contains'],
])
/** Far more than people and programs write: each level and each comparison costs. */
const mostLevels = 25
const mostComparisons = 200

class Reader {
  readonly #filter: string
  readonly #tokens: readonly Token[]
  #place = 0
  #comparisons = 0

  constructor(filter: string) {
    this.#filter = filter
    this.#tokens = tokensOf(filter)
  }

  refuse(why: string, at = this.#next?.at ?? this.#filter.length): Refusal {
    return unreadable(this.#filter, at, why)
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#place]
  }

  #isWord(word: string): boolean {
    return this.#next?.kind === 'word' && this.#next.text.toLowerCase() === word
  }

  #takesWord(word: string): boolean {
    const found = this.#isWord(word)
    if (found) this.#place++
    return found
  }

  #takesSign(sign: string): boolean {
    const found = this.#next?.kind === 'sign' && this.#next.text === sign
    if (found) this.#place++
    return found
  }

  #expectSign(sign: string): void {
    if (!this.#takesSign(sign)) throw this.refuse(`'${sign}' is missing`)
  }

  whole(): Tree {
    const tree = this.#or(0)
    if (this.#next !== undefined)
      throw this.refuse(`'${this.#next.text.slice(0, 50)}' does not belong here`)
    return tree
  }

  #joined(kind: 'and' | 'or', part: () => Tree): Tree {
    const of = [part()]
    while (this.#takesWord(kind)) of.push(part())
    return of.length === 1 ? (of[0] as Tree) : { kind, of }
  }

  #or(level: number): Tree {
    if (level > mostLevels) throw this.refuse(`it is nested deeper than ${mostLevels} levels`)
    return this.#joined('or', () => this.#joined('and', () => this.#not(level)))
  }

  #not(level: number): Tree {
    if (level > mostLevels) throw this.refuse(`it is nested deeper than ${mostLevels} levels`)
    if (this.#takesWord('not')) return { kind: 'not', of: this.#not(level + 1) }
    if (this.#takesSign('(')) {
      const of = this.#or(level + 1)
      this.#expectSign(')')
      return of
    }
    this.#countOne()
    return this.#call() ?? this.#comparison(level)
  }

  #countOne(): void {
    if (++this.#comparisons > mostComparisons)
      throw this.refuse(`it has more than ${mostComparisons} comparisons`)
  }

  #call(): Tree | undefined {
    const [word, bracket] = [this.#next, this.#tokens[this.#place + 1]]
    const operator =
      word?.kind === 'word' && bracket?.text === '('
        ? functions.get(word.text.toLowerCase())
        : undefined
    if (operator === undefined) return undefined
    this.#place += 2
    const path = this.#path()
    this.#expectSign(',')
    const value = this.#literal()
    this.#expectSign(')')
    const tree: Tree = { kind: 'compare', path, operator, value }
    const equal = this.#takesWord('eq')
    if (!equal && !this.#takesWord('ne')) return tree
    const { kind, text } = this.#literal()
    if (kind !== 'boolean') throw this.refuse(`a function is compared with true or false`)
    return (text === 'true') === equal ? tree : { kind: 'not', of: tree }
  }

  #comparison(level: number): Tree {
    const path = this.#path()
    if (this.#takesWord('in')) return { kind: 'in', path, values: this.#list() }
    if (/\/(any|all)$/i.test(path.name)) return this.#lambda(path, level)
    const word = this.#next
    const operator = word?.kind === 'word' ? word.text.toLowerCase() : ''
    if (!operators.has(operator)) throw this.refuse(`an operator is missing after '${path.name}'`)
    this.#place++
    return { kind: 'compare', path, operator, value: this.#literal() }
  }

  #lambda(path: Path, level: number): Tree {
    if (/\/all$/i.test(path.name))
      throw this.refuse('all() is not supported; write not and any()', path.at)
    this.#expectSign('(')
    const of = { name: path.name.replace(/\/any$/i, ''), at: path.at }
    if (this.#takesSign(')')) return { kind: 'any', path: of, variable: '', of: undefined }
    const variable = this.#word()
    this.#expectSign(':')
    const tree = this.#or(level + 1)
    this.#expectSign(')')
    return { kind: 'any', path: of, variable, of: tree }
  }

  #list(): Literal[] {
    this.#expectSign('(')
    const values = [this.#literal()]
    while (this.#takesSign(',')) {
      // The first is counted already.
      this.#countOne()
      values.push(this.#literal())
    }
    this.#expectSign(')')
    return values
  }

  #word(): string {
    const token = this.#next
    if (token?.kind !== 'word') throw this.refuse('a name is missing')
    this.#place++
    return token.text
  }

  #path(): Path {
    const at = this.#next?.at ?? this.#filter.length
    const names = [this.#word()]
    while (this.#takesSign('/')) names.push(this.#word())
    return { name: names.join('/'), at }
  }

  #literal(): Literal {
    const token = this.#next
    if (token === undefined || token.kind === 'sign') throw this.refuse('a value is missing')
    this.#place++
    if (token.kind !== 'word') return { kind: token.kind, text: token.text }
    const word = token.text.toLowerCase()
    if (word === 'true' || word === 'false') return { kind: 'boolean', text: word }
    if (word === 'null') return { kind: 'null', text: word }
    throw this.refuse(
      `'${token.text.slice(0, 50)}' is no value; a text stands in single quotes`,
      token.at,
    )
  }
}

/** The tree of a filter. Refuses with 400, and where, what is none. */
export const readFilter = (filter: string): Tree => new Reader(filter).whole()
