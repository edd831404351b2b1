/** The query options that lists of this edge take: $top, $search, $filter (as each list defines it), $orderby, $count, $skiptoken. */
import { Refusal } from '../edge/refusal.ts'
import { isUuid } from '../kernel/ids.ts'
import type { Page } from '../store/keyset.ts'
import type { Exchange } from './exchange.ts'

export const defaultPageSize = 100
export const maxPageSize = 999

export type ListQuery = {
  readonly top: number
  /** The text of `$search`, without quotes and property prefix; undefined when absent. */
  readonly search: string | undefined
  readonly filter: string | undefined
  readonly orderBy: { readonly property: string; readonly descending: boolean } | undefined
  readonly count: boolean
  /** The sort values of the last row of the page before, as the list wrote them into its next link. */
  readonly after: readonly string[] | undefined
}

const badRequest = (message: string): Refusal => new Refusal(400, 'BadRequest', message)

/** The query options of a request. Option names may be percent-encoded and in any case. */
export const listQuery = (x: Exchange): ListQuery => {
  const options = new Map([...new URL(x.c.req.url).searchParams].map(([name, value]) => [name.toLowerCase(), value]))
  if (options.has('$skip')) throw badRequest(`'$skip' is not supported by the service. Follow @odata.nextLink instead.`)
  return {
    top: pageSize(options.get('$top')),
    search: searchText(options.get('$search')),
    filter: options.get('$filter') || undefined,
    orderBy: orderBy(options.get('$orderby')),
    count: options.get('$count') === 'true',
    after: decodeAfter(options.get('$skiptoken')),
  }
}

const pageSize = (text: string | undefined): number => {
  if (text === undefined) return defaultPageSize
  const size = Number(text)
  if (!Number.isInteger(size) || size < 1 || size > maxPageSize) {
    throw new Refusal(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${text}'. Must be between 1 and ${maxPageSize} inclusive.`,
    )
  }
  return size
}

// `"displayName:ada"`, `"ada"` and plain `ada` are the same search here: every list searches its names.
const searchText = (text: string | undefined): string | undefined => {
  const plain = text
    ?.trim()
    .replace(/^"(?:[A-Za-z]+:)?(.*)"$/s, '$1')
    .replaceAll('\\"', '"')
    .trim()
  return plain === undefined || plain === '' ? undefined : plain.slice(0, 256)
}

const orderBy = (text: string | undefined): ListQuery['orderBy'] => {
  if (text === undefined || text.trim() === '') return undefined
  const match = /^\s*([A-Za-z/]+)(?:\s+(asc|desc))?\s*$/i.exec(text)
  if (match?.[1] === undefined) throw badRequest(`Invalid $orderby: '${text}'. Name one property, then asc or desc.`)
  return { property: match[1], descending: match[2]?.toLowerCase() === 'desc' }
}

const encodeAfter = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

const decodeAfter = (token: string | undefined): string[] | undefined => {
  if (token === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    if (Array.isArray(values) && values.length === 2 && values.every((value) => typeof value === 'string') && isUuid(values[1] ?? ''))
      return values
  } catch {}
  throw badRequest('The $skiptoken is not one of ours. Start again from the first page.')
}

/** The refusal of a `$filter` that a list does not know, with what it does know. */
export const badFilter = (filter: string, known: readonly string[]): Refusal =>
  badRequest(`Invalid filter clause: ${filter}. This list takes: ${known.join('; ')}.`)

/** What a list statement is asked for: one row more than the page, which shows whether there is another page. */
export const pageOf = (query: ListQuery, descending = query.orderBy?.descending ?? false): Page => ({
  descending,
  after: query.after,
  limit: query.top + 1,
})

/** The answer for rows that were asked for with `pageOf`: a collection with its next link, each row in the shape of the wire. */
export const answerList = <T extends { readonly id: string; readonly sortValue: string }>(
  x: Exchange,
  name: string,
  query: ListQuery,
  found: readonly T[],
  shape: (row: T) => unknown,
  count?: number,
): Response => {
  const { items, next } = pageFrom(found, query.top, (last) => [last.sortValue, last.id])
  return collection(x, name, { items: items.map(shape), next, count })
}

/** True when the caller asks how many there are, which is answered on the first page only. */
export const wantsCount = (query: ListQuery): boolean => query.count && query.after === undefined

/** The refusal of options that a list does not take. */
export const refuseOptions = (query: ListQuery, takes: { search?: boolean; orderBy?: readonly string[]; filter?: boolean }): void => {
  if (query.search !== undefined && takes.search !== true) throw badRequest('This list cannot be searched.')
  if (query.filter !== undefined && takes.filter !== true) throw badRequest('This list cannot be filtered.')
  const order = query.orderBy?.property.toLowerCase()
  const known = takes.orderBy ?? []
  if (order !== undefined && !known.some((name) => name.toLowerCase() === order))
    throw badRequest(
      known.length === 0 ? 'This list has one order; leave $orderby out.' : `This list can be ordered by ${known.join(', ')}.`,
    )
}

export type PageOf<T> = {
  readonly items: readonly T[]
  /** The sort values of the last item when there is more, else undefined. */
  readonly next: readonly string[] | undefined
  readonly count?: number | undefined
}

/** A collection answer: `value`, and `@odata.nextLink` while there is more; `@odata.count` on the first page only. */
export const collection = <T>(x: Exchange, name: string, page: PageOf<T>): Response => {
  const counted = page.count === undefined ? {} : { '@odata.count': page.count }
  const more = page.next === undefined ? {} : { '@odata.nextLink': nextLink(x, page.next) }
  return x.c.json({ '@odata.context': `${x.root}/$metadata#${name}`, ...counted, ...more, value: page.items })
}

const nextLink = (x: Exchange, after: readonly string[]): string => {
  const url = new URL(x.c.req.url)
  const link = new URL(x.root + url.pathname.replace(/^\/(v1\.0|beta)/, ''))
  for (const [name, value] of url.searchParams) if (name.toLowerCase() !== '$skiptoken') link.searchParams.append(name, value)
  link.searchParams.set('$skiptoken', encodeAfter(after))
  return link.href
}

/** One entity, as GET and POST answer it. */
export const entity = (x: Exchange, name: string, body: object, status: 200 | 201 = 200): Response =>
  x.c.json({ '@odata.context': `${x.root}/$metadata#${name}/$entity`, ...body }, status)

export const noContent = (x: Exchange): Response => x.c.body(null, 204)

/** A page cut from `found`, which was asked for one row more than `top` so that it shows whether there is more. */
export const pageFrom = <T>(
  found: readonly T[],
  top: number,
  sortValues: (last: T) => readonly string[],
): { items: readonly T[]; next: readonly string[] | undefined } => {
  const items = found.slice(0, top)
  const last = items.at(-1)
  return { items, next: found.length > top && last !== undefined ? sortValues(last) : undefined }
}
