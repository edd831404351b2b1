/**
 * How the properties of a resource are compared in SQL, from its definition: by the key where there
 * is one, texts without regard to case.
 */
import { sortName, withoutMarks, wordsOf } from '../kernel/search-words.ts'
import { fold } from '../kernel/text.ts'
import { zeroId } from '../kernel/ids.ts'
import { nameEnd, nameKey, nameStart } from '../kernel/principal-name.ts'
import { idOfSecurityIdentifier } from '../kernel/security-identifier.ts'
import { sql, type RawBuilder } from '../store/database.ts'
import { asItIs, idField, type Field, type Fields } from '../store/condition.sql.ts'
import {
  isComplex,
  type Properties,
  type Property,
  type Simple,
} from '../wire/graph/definition/definition.ts'
import { storedIn } from '../wire/graph/definition/row.ts'

const asIs = (pattern: string): RawBuilder<unknown> => sql`${pattern}`

// Compared within one statement only, so the letters of the store's own locale do not matter; the
// root locale knows all of them.
/** A text as it is compared, whatever the size of its letters. */
export const caseless = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(lower(${text} collate "und-x-icu") collate "C")`
const smallText = (value: unknown): RawBuilder<unknown> => caseless(sql`${String(value)}::text`)

type Value = Extract<Field, { kind: 'value' }>
type Parts = Pick<NonNullable<Value['like']>, 'part' | 'end'>

const keyed = (
  column: RawBuilder<unknown>,
  keyOf: (text: string) => string,
  parts: Parts,
): Value => ({
  kind: 'value',
  column,
  of: (value) => sql`${keyOf(String(value))}`,
  like: { ...parts, pattern: asIs, inRange: true },
})

/** A text that is compared without regard to case. */
export const foldedField = (column: RawBuilder<unknown>): Extract<Field, { kind: 'value' }> => ({
  kind: 'value',
  column: caseless(column),
  of: smallText,
  like: { part: (text) => text, pattern: smallText },
})

// As `fold` has it: letters that end a word are no other letters.
const nameInSmall = (text: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`replace(${caseless(text)}, 'ς', 'σ')`

// A sigma that ends a word goes on as another one.
const sortedStart = (text: string): string => sortName(text).replace(/[σς]+$/u, '')

/**
 * A name that people read, which is kept composed: found by the column that lists are ordered by,
 * and compared without regard to case alone.
 */
const nameField = (column: RawBuilder<unknown>, ordered: RawBuilder<unknown>): Value => ({
  kind: 'value',
  column: nameInSmall(column),
  of: (value) => nameInSmall(sql`${String(value).normalize('NFC')}::text`),
  like: {
    part: (text) => text.normalize('NFC'),
    pattern: (pattern) => nameInSmall(sql`${pattern}::text`),
  },
  first: keyed(ordered, sortName, { part: sortedStart }),
  words: withWords(ordered),
})

const withoutScheme = (text: string): string => text.replace(/^smtp:/i, '')
const proxyKey = (text: string): string => `smtp:${nameKey(withoutScheme(text))}`

const proxyPart =
  (of: (text: string) => string) =>
  (text: string): string =>
    `${/^smtp:/i.test(text) ? 'smtp:' : ''}${of(withoutScheme(text))}`

const namedParts: Parts = { part: nameStart, end: nameEnd }
const proxyParts: Parts = { part: proxyPart(nameStart), end: proxyPart(nameEnd) }

// Names stand folded in the store; other texts are folded here, as kernel/search-words.ts does it.
const folded = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  Object.entries(withoutMarks).reduce(
    (text, [letter, plain]) => sql`replace(${text}, ${letter}, ${plain})`,
    sql`normalize(regexp_replace(lower(normalize(${column}, NFKD) collate "und-x-icu"), '[\\u0300-\\u036f]', '', 'g'), NFKC)`,
  )

/** That each word of a text is the beginning of a word of the column. */
const withWords =
  (column: RawBuilder<unknown>) =>
  (text: string): RawBuilder<unknown> => {
    const words = wordsOf(text)
    if (words.length === 0) return sql`false`
    const each = words.map(
      (word) => sql`${column} collate "und-x-icu" ~ ${`(^|[^[:alnum:]])${word}`}`,
    )
    return sql`(${sql.join(each, sql` and `)})`
  }

const byKey = (column: RawBuilder<unknown>, { is }: Simple): Field =>
  is === 'name'
    ? { ...keyed(column, fold, { part: fold }), words: withWords(folded(column)) }
    : keyed(column, nameKey, namedParts)

const comparedAsItIs: ReadonlySet<Simple['is']> = new Set(['integer', 'instant'])

/**
 * One of a few values, which stands in the statement itself: an index of those that have it alone
 * is used by what is planned once for all values, too.
 */
const chosen = (column: RawBuilder<unknown>, values: readonly unknown[]): Field => ({
  kind: 'value',
  column,
  of: (value) =>
    !(value instanceof Date) && values.includes(value) ? sql.lit(value) : sql`${value}`,
})

const valueField = (column: RawBuilder<unknown>, property: Simple): Field => {
  const { is, words, key } = property
  if (is === 'proxyAddress') return keyed(column, proxyKey, proxyParts)
  if (key !== undefined) return byKey(column, property)
  if (is === 'id') return idField(column)
  if (is === 'boolean') return chosen(column, [true, false])
  if (words !== undefined) return chosen(column, words)
  if (comparedAsItIs.has(is)) return asItIs(column)
  return property.inWords === true
    ? { ...foldedField(column), words: withWords(folded(column)) }
    : foldedField(column)
}

const fieldOf = (alias: string, column: string, property: Simple): Field => {
  const at = sql.ref(`${alias}.${property.key ?? column}`)
  if (property.key === 'sort_name') return nameField(sql.ref(`${alias}.${column}`), at)
  return property.many === true
    ? { kind: 'list', column: at, element: valueField(sql`e.value`, property) }
    : valueField(at, property)
}

const sqlTypes: Readonly<Partial<Record<Property['is'], RawBuilder<unknown>>>> = {
  boolean: sql`boolean`,
  instant: sql`timestamptz`,
  id: sql`uuid`,
}

/** A value that is the same everywhere, and compared as one that is stored. */
const fixed = (
  property: Simple,
  value: Exclude<Property['only'], readonly [] | undefined>,
): Field => valueField(sql`${sql.lit(value)}::${sqlTypes[property.is] ?? sql`text`}`, property)

/** Of what holds nothing anywhere: no element of it is ever compared. */
const empty = (property: Property): Field => {
  const inner = isComplex(property) ? property.properties : { '': property }
  const fields = Object.entries(inner).map(([name, one]) => [name, fixed(one as Simple, null)])
  return {
    kind: 'elements',
    from: sql`(select where false) o`,
    fields: Object.fromEntries(fields) as Fields,
  }
}

/** The fields of what has one value here. */
const fieldsOfOnly = (properties: Properties): Fields =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const { only, filter } = property
      if (only === undefined || filter === undefined) return []
      const field =
        typeof only === 'object' && only !== null
          ? empty(property)
          : fixed(property as Simple, only)
      return [[name, field] as const]
    }),
  )

/**
 * The fields of all properties with a column, of a row `alias`, and of those with one value for
 * all. What stands inside an object has the name `object/name`.
 */
export const fieldsOf = (alias: string, properties: Properties): Fields => ({
  ...fieldsOfOnly(properties),
  ...Object.fromEntries(
    storedIn(properties).map(([name, property]) => [
      name,
      fieldOf(alias, property.column, property),
    ]),
  ),
})

/** A security identifier stands for an id; what is none is nobody's. */
export const securityIdentifierField = (id: RawBuilder<unknown>): Field => ({
  kind: 'value',
  column: id,
  of: (value) => sql`${idOfSecurityIdentifier(String(value)) ?? zeroId}::uuid`,
})
