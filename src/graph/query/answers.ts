/**
 * How answers are written: collections with their next links, single entities, and the properties
 * that were chosen.
 */
import { cursorAfter, cutPage, type Place } from '../../edge/cursor.ts'
import type { Page } from '../../store/keyset.ts'
import { contentType, levelOf, withoutMetadata } from './level.ts'
import type { EdgeContext } from '../../edge/routes.ts'
import type { Exchange } from '../exchange.ts'
import { unknownSegment } from '../refusals.ts'
import type { AnswerOf } from '../../wire/graph/definition/answer.ts'
import type { Properties } from '../../wire/graph/definition/definition.ts'
import { withoutVersion } from '../address/address.ts'

/**
 * A resource on the wire: its type, its properties, and how a row is written. `@odata.…` is no
 * property and is always written.
 */
export type Shape<Row, X = Exchange> = {
  readonly type: string
  /** The resource that its properties are of. */
  readonly entry: string
  /** Those of its properties that $search looks into. */
  readonly searched: readonly string[]
  readonly names: readonly string[]
  readonly of: (row: Row, x: X) => Record<string, unknown>
}
const chosenIn = ({ query: { select } }: Exchange): string =>
  select === undefined ? '' : `(${select === 'all' ? '*' : select.join(',')})`

const contextOf = (x: Exchange, name: string): string => `${x.root}/$metadata#${name}${chosenIn(x)}`

/**
 * What a list statement is asked for: one row more than the page, which shows whether there is
 * another page.
 */
export const pageOf = (
  { query }: Exchange,
  descending = query.orderBy?.descending ?? false,
): Page => ({
  descending,
  after: query.after,
  limit: query.top + 1,
})

/**
 * The answer for rows that were asked for with `pageOf`: a collection with its next link, each row
 * in its shape.
 */
export const answerList = <T extends { readonly id: string; readonly sortValue: string }>(
  x: Exchange,
  name: string,
  found: readonly T[],
  shape: Shape<T>,
  count?: number,
): Response => {
  const { rows, end } = cutPage(found, x.query.top)
  return collection(x, name, rows, shape, { count, next: end })
}

// As the level of metadata has it that the caller asks for.
const answered = (
  { c }: Pick<Exchange, 'c'>,
  answer: object,
  { status, location }: { status?: 201; location?: string } = {},
): Response => {
  const level = levelOf(c.req.header('accept'))
  c.header('content-type', contentType(level))
  if (location !== undefined) c.header('location', location)
  return c.body(JSON.stringify(level === 'none' ? withoutMetadata(answer) : answer), status)
}

/** A list with nothing in it, to whoever asks. */
export const emptyList = (c: EdgeContext, context: string): Response =>
  answered({ c }, { '@odata.context': context, value: [] })

const linkTo = ({ root }: Exchange, name: string, row: object): string =>
  'id' in row ? `${root}/${name}/${encodeURIComponent(String(row.id))}` : `${root}/${name}`

/** The sets of what a list of objects of several types is cast to. */
const castSets = new Map([
  ['user', 'users'],
  ['group', 'groups'],
  ['serviceprincipal', 'servicePrincipals'],
  ['application', 'applications'],
])

// What is cast is of one type, which nobody needs to be told.
const untyped = (object: object): object => {
  const { '@odata.type': _, ...rest } = object as Record<string, unknown>
  return rest
}

/** A row in its shape, with as much metadata as the caller asks for. */
export const item = <T extends object>(
  x: Exchange,
  name: string,
  { of, type }: Pick<Shape<T>, 'of' | 'type'>,
  row: T,
): object => {
  if (levelOf(x.c.req.header('accept')) !== 'full')
    return x.tail.cast === undefined ? of(row, x) : untyped(of(row, x))
  const link = linkTo(x, name, row)
  return { '@odata.type': `#${type}`, '@odata.id': link, '@odata.editLink': link, ...of(row, x) }
}

/**
 * A collection: `value`, `@odata.nextLink` while there is more, `@odata.count` where it was asked
 * for.
 */
export const collection = <T extends object>(
  x: Exchange,
  name: string,
  rows: readonly T[],
  shape: Shape<T>,
  { count, next }: { count?: number | undefined; next?: Place | undefined } = {},
): Response => {
  if (x.tail.isCounted === true && count !== undefined) return plainCount(x, count)
  return answered(x, {
    '@odata.context': contextOf(x, castSets.get(x.tail.cast ?? '') ?? name),
    ...(count === undefined ? {} : { '@odata.count': count }),
    ...(next === undefined ? {} : { '@odata.nextLink': nextLink(x, next) }),
    value: rows.map((row) => item(x, name, shape, row)),
  })
}

// As it was asked for, without what was asked of it.
const sameAddress = ({ c, root }: Exchange): URL =>
  new URL(root + withoutVersion(new URL(c.req.url).pathname))

/** Where a round goes on, or the next one begins; in a link alone all of it is said. */
export type RoundLink = { readonly is: 'next' | 'delta'; readonly token: string }

/** The address that a token of a round goes with. */
export const roundAddress = (x: Exchange, { is, token }: RoundLink): string => {
  const link = sameAddress(x)
  link.searchParams.set(is === 'next' ? '$skiptoken' : '$deltatoken', token)
  return link.href
}

/** A page of what has changed: it leads to the next one, or, as the last one, to the next round. */
export const roundPage = (
  x: Exchange,
  name: string,
  value: readonly object[],
  link: RoundLink,
): Response =>
  answered(x, {
    '@odata.context': contextOf(x, name),
    [`@odata.${link.is}Link`]: roundAddress(x, link),
    value,
  })

/** The address of the page after `after`, as everything else was asked. */
export const nextLink = (x: Exchange, after: Place): string => {
  const url = new URL(x.c.req.url)
  const link = sameAddress(x)
  for (const [name, value] of url.searchParams)
    if (!/^\$?skiptoken$/i.test(name)) link.searchParams.append(name, value)
  link.searchParams.set('$skiptoken', cursorAfter(after, x.list))
  return link.href
}

/** One entity, as GET and POST answer it. */
export const entity = <T extends object>(
  x: Exchange,
  name: string,
  shape: Pick<Shape<T>, 'of' | 'type'>,
  row: T,
  status: 200 | 201 = 200,
): Response =>
  x.tail.property === undefined
    ? answered(
        x,
        { '@odata.context': `${contextOf(x, name)}/$entity`, ...item(x, name, shape, row) },
        status === 201 ? { status, location: linkTo(x, name, row) } : {},
      )
    : property(x, keyed(name, row), x.tail.property, shape.of(row, x))

const keyed = (name: string, row: object): string =>
  'id' in row ? `${name}('${String(row.id)}')` : name

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// One property of an object, as OData's JSON format has it (sections 11 and 12): nothing where it
// has no value, and its bare value as text where that can be one.
const property = (
  x: Exchange,
  object: string,
  called: string,
  told: Readonly<Record<string, unknown>>,
): Response => {
  const value = told[called] ?? null
  if (value === null) return noContent(x)
  if (x.tail.isBare === true) {
    if (typeof value === 'object') throw unknownSegment('$value')
    return x.c.text(String(value))
  }
  const context = `${x.root}/$metadata#${object}/${called}`
  return answered(x, { '@odata.context': context, ...(isObject(value) ? value : { value }) })
}

/** A list of texts that are no objects, such as ids. */
export const texts = (x: Exchange, value: readonly string[]): Response =>
  answered(x, { '@odata.context': `${x.root}/$metadata#Collection(Edm.String)`, value })

/** What an operation answers. */
export const told = <P extends Properties>(
  x: Exchange,
  _of: { readonly answered: P },
  answer: AnswerOf<P>,
): Response => answered(x, answer)

/** How many there are, as `/$count` says it: text, which clients read as it is. */
export const plainCount = ({ c }: Pick<Exchange, 'c'>, count: number): Response =>
  c.text(String(count))

export const noContent = (x: Exchange): Response => x.c.body(null, 204)

/** It was asked for, and somebody else, or time, does the rest. */
export const accepted = (x: Exchange): Response => x.c.body(null, 202)
