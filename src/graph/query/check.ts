/**
 * A $filter, checked against the definition of what is filtered: names are those of properties,
 * each takes the operator, and each value can be one of its. What a property does not take is
 * refused in Graph's words, with what it does take.
 */
import type { Comparison, Condition, ConditionValue, TextMatch } from '../../kernel/condition.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Refusal } from '../../edge/refusal.ts'
import {
  isComplex,
  type Filters,
  type Operator,
  type Properties,
  type Property,
  type Resource,
  type Simple,
} from '../../wire/graph/definition/definition.ts'
import type { Literal, Path, Tree } from './grammar.ts'
import { examplesOf, plainOf } from './examples.ts'
import { badFilter, noProperty, unsupported } from '../refusals.ts'
import { namedIn } from './named-in.ts'

/** What a list is filtered by: its resource, and whether the request is an advanced query. */
export type Checked = {
  readonly of: Resource
  readonly advanced: boolean
  /** It stands behind a `not`, which is advanced where anything is that the property takes. */
  readonly negated?: true
}

type Found = { readonly name: string; readonly property: Property }

const behindNot = (checked: Checked): Checked => ({ ...checked, negated: true })

/** The property of a path, whatever the case of its letters. */
const propertyAt = (properties: Properties, path: string): Found | undefined => {
  const [first = '', ...rest] = path.split('/')
  const entry = namedIn(properties, first)
  if (entry === undefined) return undefined
  const [name, property] = entry
  if (rest.length === 0) return { name, property }
  if (!isComplex(property) || property.many === true) return undefined
  const inner = propertyAt(property.properties, rest.join('/'))
  return inner && { ...inner, name: `${name}/${inner.name}` }
}

/** Refuses an operator that is not taken, or is part of an advanced query and this is none. */
const take = (
  { of, advanced, negated }: Checked,
  name: string,
  filter: Filters | undefined,
  operator: Operator,
): void => {
  const how = filter?.[operator]
  if (how === undefined) {
    const known = plainOf(filter)
    throw unsupported(
      `Unsupported or invalid query filter clause specified for property '${name}' of resource '${of.called}'. ${
        known.length === 0
          ? `It cannot be filtered by in this way. This list takes: ${examplesOf(of).join('; ')}.`
          : `It takes: ${known.join(', ')}.`
      }`,
    )
  }
  const isAdvancedNot = negated === true && Object.values(filter ?? {}).includes('advanced')
  if ((how === 'advanced' || isAdvancedNot) && !advanced)
    throw unsupported(
      `Operator '${isAdvancedNot ? 'not' : operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
    )
}

/**
 * An instant of a filter: Edm.DateTimeOffset, or a day alone, which begins in UTC. A time without a
 * zone is nobody's time, and is none (row 79).
 */
export const instantOf = (text: string): Date | undefined => {
  const [, day = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)))?$/i.exec(
      text,
    ) ?? []
  const at = new Date(time === '' ? `${day}T00:00:00Z` : text.toUpperCase())
  // February 30 would roll over into March.
  const isDay = new Date(`${day}T00:00:00Z`)
  const exists =
    !Number.isNaN(at.getTime()) &&
    !Number.isNaN(isDay.getTime()) &&
    isDay.toISOString().startsWith(day)
  return exists && at.getUTCFullYear() >= 1900 ? at : undefined
}

const valueWords = {
  boolean: 'true or false',
  integer: 'a whole number',
  instant: 'a moment with its zone, such as 2026-01-01T00:00:00Z',
  id: 'an id',
} as const

/** What is no id is nobody's, and finds nothing. */
const nobodysId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Value = Exclude<ConditionValue, null>

/** How a literal is read as a value of each type; undefined when it can be none. */
const readers: Readonly<Record<string, (literal: Literal) => Value | undefined>> = {
  boolean: ({ kind, text }) => (kind === 'boolean' ? text === 'true' : undefined),
  integer: ({ kind, text }) =>
    kind === 'number' && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined,
  instant: ({ kind, text }) =>
    kind === 'instant' || kind === 'text' ? instantOf(text) : undefined,
  id: ({ kind, text }) => {
    if (kind !== 'id' && kind !== 'text') return undefined
    return isUuid(text) ? text.toLowerCase() : nobodysId
  },
}

const textIn = ({ kind, text }: Literal): string | undefined => (kind === 'text' ? text : undefined)

/** The value of a literal for a property; undefined when it can be none of its values. */
const valueOf = ({ is, words }: Simple, literal: Literal): Value | undefined => {
  const text = textIn(literal)
  return words === undefined
    ? (readers[is] ?? textIn)(literal)
    : words.find((word) => word.toLowerCase() === text?.toLowerCase())
}

const wantedBy = ({ is, words }: Simple): string =>
  words?.map((word) => `'${word}'`).join(', ') ??
  (is in valueWords ? valueWords[is as 'id'] : 'a text in single quotes')

const valueFor = (
  checked: Checked,
  { name, property }: Found & { property: Simple },
  literal: Literal,
): ConditionValue => {
  if (literal.kind === 'null') {
    take(checked, name, property.filter, 'null')
    return null
  }
  const value = valueOf(property, literal)
  if (value === undefined)
    throw badFilter(
      `'${literal.text.slice(0, 100)}' is no value of '${name}', which takes ${wantedBy(property)}.`,
    )
  return value
}

const asOperator = (path: Path, operator: string): Comparison | TextMatch => {
  if (operator === 'contains')
    throw unsupported(
      `The function contains is not supported for '${path.name}'. Use startsWith, or $search for words of names.`,
    )
  return operator as Comparison | TextMatch
}

const unknown = ({ of }: Checked, path: Path): Refusal =>
  badFilter(`${noProperty(path.name, typeOf(of))} This list takes: ${examplesOf(of).join('; ')}.`)

/** A type with its namespace. */
export const typeOf = ({ type }: Resource): string =>
  type.startsWith('guesthouse.') ? type : `microsoft.graph.${type}`

const simpleAt = (
  checked: Checked,
  path: Path,
  properties: Properties = checked.of.properties,
): Found & { readonly property: Simple } => {
  const found = propertyAt(properties, path.name)
  if (found === undefined) throw unknown(checked, path)
  const { name, property } = found
  if (isComplex(property) || property.many === true)
    throw badFilter(`'${name}' is no single value. Name what is in it, or write ${name}/any(x:…).`)
  return { name, property }
}

type Compare = Extract<Tree, { kind: 'compare' }>

/** A link or a property whose number can be asked for. */
const countable = ({ of: { navigation = {}, properties } }: Checked, of: string) => {
  const link = namedIn(navigation, of)
  if (link !== undefined) return { name: link[0], filter: link[1].filter, isLink: true }
  const found = propertyAt(properties, of)
  return found && { name: found.name, filter: found.property.filter, isLink: false }
}

const counted = (checked: Checked, { path, operator, value }: Compare): Condition => {
  const found = countable(checked, path.name.slice(0, -'/$count'.length))
  if (found === undefined) throw unknown(checked, path)
  const { name, filter, isLink } = found
  take(checked, `${name}/$count`, filter, 'count')
  const number =
    value.kind === 'number' && /^\d{1,9}$/.test(value.text) ? Number(value.text) : undefined
  if (number === undefined || (isLink && (number !== 0 || !['eq', 'ne', 'gt'].includes(operator))))
    throw badFilter(`'${name}/$count' takes ${isLink ? 'eq 0, ne 0 and gt 0' : 'a whole number'}.`)
  return {
    kind: 'count',
    property: name,
    operator: asOperator(path, operator) as Comparison,
    value: number,
  }
}

const compared = (checked: Checked, tree: Compare): Condition => {
  if (tree.path.name.toLowerCase().endsWith('/$count')) return counted(checked, tree)
  const found = simpleAt(checked, tree.path)
  const operator = asOperator(tree.path, tree.operator)
  if (tree.value.kind !== 'null' || !['eq', 'ne'].includes(operator))
    take(checked, found.name, found.property.filter, operator)
  return {
    kind: 'compare',
    property: found.name,
    operator,
    value: valueFor(checked, found, tree.value),
  }
}

// Inside of any(x:…) the element is x, and a property of it x/name.
const inside = (
  checked: Checked,
  { name, property }: Found,
  variable: string,
  tree: Tree,
): Condition => {
  if (tree.kind === 'and' || tree.kind === 'or')
    return {
      kind: tree.kind,
      of: tree.of.map((one) => inside(checked, { name, property }, variable, one)),
    }
  if (tree.kind === 'not')
    return { kind: 'not', of: inside(behindNot(checked), { name, property }, variable, tree.of) }
  if (tree.kind === 'any') throw badFilter('any() inside of any() is not supported.')
  return ofElement(checked, { name, property }, variable, tree)
}

const ofElement = (
  checked: Checked,
  { name, property }: Found,
  variable: string,
  tree: Extract<Tree, { kind: 'compare' | 'in' }>,
): Condition => {
  const [first = '', ...rest] = tree.path.name.split('/')
  if (first !== variable)
    throw badFilter(
      `Inside of any(), '${tree.path.name.slice(0, 100)}' has to begin with '${variable}'.`,
    )
  const element = isComplex(property)
    ? simpleAt(checked, { name: rest.join('/'), at: tree.path.at }, property.properties)
    : { name: '', property: { ...property, means: property.means } }
  if (!isComplex(property) && rest.length > 0) throw unknown(checked, tree.path)
  const operator = tree.kind === 'in' ? 'in' : asOperator(tree.path, tree.operator)
  take(
    checked,
    isComplex(property) ? `${name}/${element.name}` : name,
    element.property.filter,
    operator,
  )
  if (tree.kind === 'in')
    return {
      kind: 'in',
      property: element.name,
      values: tree.values.map((value) => valueFor(checked, element, value)),
    }
  return {
    kind: 'compare',
    property: element.name,
    operator: operator as Comparison,
    value: valueFor(checked, element, tree.value),
  }
}

const some = (
  checked: Checked,
  { path, variable, of }: Extract<Tree, { kind: 'any' }>,
): Condition => {
  const found = propertyAt(checked.of.properties, path.name)
  if (found === undefined) throw unknown(checked, path)
  if (found.property.many !== true)
    throw badFilter(`'${found.name}' is a single value; any() is for collections.`)
  take(checked, `${found.name}/any`, found.property.filter, 'any')
  return { kind: 'any', property: found.name, of: of && inside(checked, found, variable, of) }
}

/** The condition of a tree. Refuses with 400 whatever the resource does not take. */
export const conditionOf = (checked: Checked, tree: Tree): Condition => {
  if (tree.kind === 'and' || tree.kind === 'or')
    return { kind: tree.kind, of: tree.of.map((one) => conditionOf(checked, one)) }
  if (tree.kind === 'not') return { kind: 'not', of: conditionOf(behindNot(checked), tree.of) }
  if (tree.kind === 'any') return some(checked, tree)
  if (tree.kind === 'compare') return compared(checked, tree)
  const found = simpleAt(checked, tree.path)
  take(checked, found.name, found.property.filter, 'in')
  return {
    kind: 'in',
    property: found.name,
    values: tree.values.map((value) => valueFor(checked, found, value)),
  }
}
