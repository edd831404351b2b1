/** How a call to the directory API is written, and a page of a list read. */
import type { ListQuery, Page } from './graph-shapes.ts'

/** One call: method, path below /v1.0, body. */
export type Call = <T = void>(method: string, path: string, body?: unknown) => Promise<T>

export type List = <T>(path: string, query?: ListQuery) => Promise<Page<T>>

/**
 * A path of segments that may hold anything, a user principal name with # and @ for one. `$ref`
 * stays as it is.
 */
export const path = (...segments: string[]): string =>
  segments.map((segment) => `/${encodeURIComponent(segment).replaceAll('%24', '$')}`).join('')

/** A literal of OData's filters. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const searchOption = (text: string): string => `"displayName:${text.replaceAll('"', '\\"')}"`

export const optionsOf = (query: ListQuery): string => {
  const options = new URLSearchParams()
  if (query.top !== undefined) options.set('$top', String(query.top))
  if (query.search !== undefined && query.search.trim() !== '')
    options.set('$search', searchOption(query.search.trim()))
  if (query.filter !== undefined && query.filter !== '') options.set('$filter', query.filter)
  if (query.orderBy !== undefined) options.set('$orderby', query.orderBy)
  if (query.count === true) options.set('$count', 'true')
  const text = options.toString()
  return text === '' ? '' : `?${text}`
}

export type Collection<T> = {
  readonly value: readonly T[]
  readonly '@odata.nextLink'?: string
  readonly '@odata.count'?: number
}

export const pageOf = <T>(collection: Collection<T>): Page<T> => {
  const { value, '@odata.nextLink': link, '@odata.count': count } = collection
  return {
    value,
    ...(link === undefined ? {} : { next: withoutOrigin(link) }),
    ...(count === undefined ? {} : { count }),
  }
}

// The server writes the address it is known by; a client that reached it by another stays there.
const withoutOrigin = (link: string): string => {
  const { pathname, search } = new URL(link, 'http://localhost')
  return pathname + search
}
