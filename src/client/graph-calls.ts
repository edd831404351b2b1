/** How a call to the directory API is written, and a page of a list read. */
import { graphPath } from '../kernel/page-address.ts'
import type { Selection } from './selections.ts'

/**
 * One page of a list. `next` asks for the one after it; `count` is there on the first page when it
 * was asked for.
 */
export type Page<T> = {
  readonly value: readonly T[]
  readonly next?: string
  readonly count?: number
}

/** What a list takes. `next` is a page's own and stands for everything else. */
export type ListQuery = {
  readonly search?: string | undefined
  readonly filter?: string | undefined
  readonly orderBy?: string | undefined
  readonly count?: boolean | undefined
  readonly top?: number | undefined
  readonly next?: string | undefined
  /** Whether what a role alone shows is asked for too: whoever asks has that role. */
  readonly inspects?: boolean | undefined
}

/** One call: method, path below /v1.0, body. */
export type Call = <T = void>(method: string, path: string, body?: unknown) => Promise<T>

/** Reads one object, as far as the selection says. */
export type Read = <T>(selection: Selection<T>, path: string) => Promise<T>

export type List = <T>(selection: Selection<T>, path: string, query?: ListQuery) => Promise<Page<T>>

export type Calls = { readonly call: Call; readonly read: Read; readonly list: List }

export const base = graphPath

/** What a link is made with. */
export const reference = (id: string) => ({ '@odata.id': `${base}/directoryObjects/${id}` })

/**
 * A path of segments that may hold anything, a user principal name with # and @ for one. `$ref`
 * stays as it is.
 */
export const path = (...segments: string[]): string =>
  segments.map((segment) => `/${encodeURIComponent(segment).replaceAll('%24', '$')}`).join('')

/** A literal of OData's filters. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const searchOption = (text = ''): string =>
  text === '' ? '' : `"displayName:${text.replaceAll('"', '\\"')}"`

/** The query of a search alone. */
export const searchFor = (text: string): string =>
  `?${written({ $search: searchOption(text.trim()) })}`

export const optionsOf = (
  { names, byRole = [] }: Selection<unknown>,
  query: ListQuery = {},
): string => {
  const chosen = names?.filter((name) => query.inspects === true || !byRole.includes(name))
  const text = written({
    $select: chosen?.join(','),
    $top: query.top?.toString(),
    $search: searchOption(query.search?.trim()),
    $filter: query.filter,
    $orderby: query.orderBy,
    $count: query.count === true ? 'true' : undefined,
  })
  return text === '' ? '' : `?${text}`
}

// An option without a value is left out.
const written = (options: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(options).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  ).toString()

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
