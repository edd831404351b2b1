/**
 * Conditions as SQL. A condition is true or false and never unknown, so that `not` finds exactly
 * what was not found: an absent value equals nothing, begins with nothing and stands before
 * nothing. What stands outside of a `not` is written plainly, for indexes.
 */
import type {
  Comparison,
  Condition,
  ConditionValue,
  TextMatch,
  WordMatch,
} from '../kernel/condition.ts'
import { sql, type RawBuilder } from './database.ts'

type Present = Exclude<ConditionValue, null>

/** How the name of a property is compared in a statement. */
export type Field =
  | {
      readonly kind: 'value'
      readonly column: RawBuilder<unknown>
      /** A value in the form that the column has. */
      readonly of: (value: Present) => RawBuilder<unknown>
      /** For texts: a part of one in that form, and how a pattern of such parts is written. */
      readonly like?: {
        readonly part: (text: string) => string
        /** The same of what a text ends with; absent where it is no other. */
        readonly end?: (text: string) => string
        /**
         * The column is ordered by code point, so that what begins with a text stands in a range:
         * an index is used by what is planned once for all texts, too.
         */
        readonly inRange?: true
        readonly pattern: (pattern: string) => RawBuilder<unknown>
      }
      /**
       * What there is an index of, and the order of lists: values that are equal, or begin with the
       * same, are so there too, and are looked for there before.
       */
      readonly first?: Value
      /** For texts in words: that they begin with those of a text. */
      readonly words?: (text: string) => RawBuilder<unknown>
    }
  | { readonly kind: 'list'; readonly column: RawBuilder<unknown>; readonly element: Field }
  /** Rows of another table: whether there are any. */
  | { readonly kind: 'links'; readonly none: RawBuilder<unknown> }
  /** A collection that the statement makes: rows of `from`, whose properties have these fields. */
  | { readonly kind: 'elements'; readonly from: RawBuilder<unknown>; readonly fields: Fields }
  /** Whatever has its own way. */
  | {
      readonly kind: 'own'
      readonly sql: (operator: Comparison | TextMatch, value: ConditionValue) => RawBuilder<unknown>
    }

type Value = Extract<Field, { kind: 'value' }>

export type Fields = Readonly<Record<string, Field>>

/** A column that is compared as it is: a word, a number, a moment. */
export const asItIs = (column: RawBuilder<unknown>): Field => ({
  kind: 'value',
  column,
  of: (value) => sql`${value}`,
})

export const idField = (column: RawBuilder<unknown>): Field => ({
  kind: 'value',
  column,
  of: (value) => sql`${String(value)}::uuid`,
})

const signs = { gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const

/** A text as a part of a pattern: a pattern's own wildcards stand for themselves. */
export const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

const comparisonWithNothing = (
  column: RawBuilder<unknown>,
  operator: Comparison | TextMatch | WordMatch,
): RawBuilder<unknown> => {
  if (operator === 'eq') return sql`${column} is null`
  return operator === 'ne' ? sql`${column} is not null` : sql`false`
}

/** The first text after all that begin with `part`; undefined where there is none. */
const following = (part: string): string | undefined => {
  const letters = [...part].map((letter) => letter.codePointAt(0) ?? 0)
  const last = letters.pop()
  if (last === undefined || last >= 0x10_ff_ff) return undefined
  // No text holds halves of letters.
  const next = last === 0xd7_ff ? 0xe0_00 : last + 1
  return String.fromCodePoint(...letters, next)
}

const textMatch = (
  { column, like, words }: Value,
  operator: TextMatch | WordMatch,
  value: Present,
): RawBuilder<unknown> => {
  if (operator === 'hasWords' && words !== undefined) return words(String(value))
  if (like === undefined || typeof value !== 'string')
    throw new Error('Only texts begin and end with a text.')
  if (operator === 'endsWith')
    return sql`${column} like ${like.pattern(`%${literally((like.end ?? like.part)(value))}`)}`
  const part = like.part(value)
  const after = like.inRange === true ? following(part) : undefined
  return after === undefined
    ? sql`${column} like ${like.pattern(`${literally(part)}%`)}`
    : sql`(${column} >= ${part} and ${column} < ${after})`
}

const compared = (
  field: Value,
  operator: Comparison | TextMatch | WordMatch,
  value: Present,
): RawBuilder<unknown> => {
  const { column, of } = field
  if (operator === 'eq') return sql`${column} = ${of(value)}`
  if (operator === 'ne') return sql`${column} is distinct from ${of(value)}`
  return operator in signs
    ? sql`${column} ${signs[operator as keyof typeof signs]} ${of(value)}`
    : textMatch(field, operator as TextMatch | WordMatch, value)
}

const isFoundFirst: ReadonlySet<string> = new Set(['eq', 'startsWith'])

const comparison = (
  field: Field,
  operator: Comparison | TextMatch | WordMatch,
  value: ConditionValue,
): RawBuilder<unknown> => {
  if (field.kind === 'own' && operator !== 'hasWords') return field.sql(operator, value)
  if (field.kind !== 'value') throw new Error('A collection is no value to compare.')
  if (value === null) return comparisonWithNothing(field.column, operator)
  const { first = field } = field
  if (operator in signs) return compared(first, operator, value)
  return first !== field && isFoundFirst.has(operator)
    ? sql`(${compared(first, operator, value)} and ${compared(field, operator, value)})`
    : compared(field, operator, value)
}

const oneOf = (field: Field, values: readonly ConditionValue[]): RawBuilder<unknown> => {
  const present = values.filter((value) => value !== null)
  if (field.kind !== 'value' || present.length < values.length)
    return sql`(${sql.join(
      values.map((value) => comparison(field, 'eq', value)),
      sql` or `,
    )})`
  const { first, ...rest } = field
  const found = sql`${rest.column} in (${sql.join(present.map(rest.of))})`
  return first === undefined ? found : sql`(${oneOf(first, present)} and ${found})`
}

const some = (field: Field, of: Condition | undefined): RawBuilder<unknown> => {
  if (field.kind === 'links' && of === undefined) return sql`not (${field.none})`
  if (field.kind === 'elements')
    return sql`exists (select 1 from ${field.from} where ${meets(of, field.fields)})`
  if (field.kind !== 'list') throw new Error('Only a collection has elements.')
  const { column, element } = field
  if (of === undefined) return sql`cardinality(${column}) > 0`
  if (
    of.kind === 'compare' &&
    of.operator === 'eq' &&
    of.value !== null &&
    element.kind === 'value'
  )
    return sql`${column} @> array[${element.of(of.value)}]`
  return sql`exists (select 1 from unnest(${column}) as e(value) where ${meets(of, { '': element })})`
}

const sizeOf = (field: Field): RawBuilder<unknown> => {
  if (field.kind === 'list') return sql`cardinality(${field.column})`
  if (field.kind === 'elements') return sql`(select count(*) from ${field.from})`
  throw new Error('Links are counted as none or some.')
}

const counted = (field: Field, operator: Comparison, value: number): RawBuilder<unknown> => {
  if (field.kind === 'links') {
    if (operator === 'eq' && value === 0) return field.none
    if ((operator === 'ne' || operator === 'gt') && value === 0) return sql`not (${field.none})`
  }
  const count = sizeOf(field)
  if (operator === 'eq') return sql`${count} = ${value}`
  return operator === 'ne' ? sql`${count} <> ${value}` : sql`${count} ${signs[operator]} ${value}`
}

const leaf = (
  condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>,
  fields: Fields,
): RawBuilder<unknown> => {
  const field = fields[condition.property]
  if (field === undefined) throw new Error(`No column is known for ${condition.property}.`)
  if (condition.kind === 'in') return oneOf(field, condition.values)
  if (condition.kind === 'any') return some(field, condition.of)
  return condition.kind === 'count'
    ? counted(field, condition.operator, condition.value)
    : comparison(field, condition.operator, condition.value)
}

/**
 * The condition in SQL, over `fields`; undefined is met by everything. Throws on a property that
 * has no field: that is a bug.
 */
export const meets = (
  condition: Condition | undefined,
  fields: Fields,
  negated = false,
): RawBuilder<unknown> => {
  if (condition === undefined) return sql`true`
  if (condition.kind === 'not') return meets(condition.of, fields, !negated)
  if (condition.kind === 'and' || condition.kind === 'or') {
    const joined = (condition.kind === 'and') === negated ? sql` or ` : sql` and `
    return sql`(${sql.join(
      condition.of.map((one) => meets(one, fields, negated)),
      joined,
    )})`
  }
  const found = leaf(condition, fields)
  return negated ? sql`((${found}) is not true)` : found
}
