/**
 * The query options of a request. A row says which it takes (`takes`); each of those is honoured,
 * and everything else in the query is refused in words (K14). The `$` may be left out, names may be
 * percent-encoded and in any case, and nothing may be said twice.
 */
import { placeOf, type List, type Place } from '../../edge/cursor.ts'
import type { EdgeContext } from '../../edge/routes.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { Search } from '../../kernel/search-words.ts'
import { mostOfExpandedPage, mostOfPage } from '../../wire/at-once.ts'
import { expansionsIn, type Expansion } from './expansions.ts'
import { searchedBy, type Searched } from './search.ts'
import { expiredPage, misread, programFault, unsupported } from '../refusals.ts'
import { readRound, type Round } from './round.ts'
import { chosen } from './select.ts'
import { refuseOthers, type Takes } from './taken.ts'

export const defaultPageSize = 100

export type Query = {
  readonly top: number
  /** What `$search` looks for among the words of names; undefined when it does not. */
  readonly search: Search | undefined
  /** What its clauses ask of single properties. */
  readonly clauses: Condition | undefined
  readonly filter: string | undefined
  /** `property` as the row writes it. */
  readonly orderBy: { readonly property: string; readonly descending: boolean } | undefined
  /**
   * Asked for by `$count=true` and `ConsistencyLevel: eventual`, and on the first page: without the
   * header Graph says 200 and no count.
   */
  readonly count: boolean
  /** An advanced query, as Graph calls it: some operators are part of no other. */
  readonly advanced: boolean
  /** The sort values of the last row of the page before. */
  readonly after: Place | undefined
  /** The properties that were chosen, or all that there are; undefined for the default set. */
  readonly select: readonly string[] | 'all' | undefined
  /** The links whose ends come along. */
  readonly expand: readonly Expansion[]
  /** Which round of what has changed is asked for, where the row tells that. */
  readonly round: Round | undefined
}

const noSearch: Searched = { search: undefined, clauses: undefined }

const nameOf = (written: string): string => written.toLowerCase().replace(/^\$/, '')

const optionsOf = (c: EdgeContext): Map<string, string> => {
  const options = new Map<string, string>()
  for (const [written, value] of new URL(c.req.url).searchParams) {
    const name = nameOf(written)
    if (options.has(name))
      throw misread(`The query option '${written}' is there twice. Say it once.`)
    // An empty one begins anew, as a refusal says where to go on.
    if (value.trim() === '' && name !== 'deltatoken')
      throw misread(`The query option '${written}' has no value. Give it one, or leave it out.`)
    options.set(name, value)
  }
  return options
}

/**
 * What decides which rows of a list come in which order. A client may choose other properties or
 * another size of page on its way.
 */
export const decidingOptions = (c: EdgeContext): (string | null)[] => {
  const sent = new Map(
    [...new URL(c.req.url).searchParams].map(([name, value]) => [nameOf(name), value]),
  )
  return ['search', 'filter', 'orderby'].map((name) => sent.get(name) ?? null)
}

const saysEventual = (c: EdgeContext): boolean =>
  /^eventual$/i.test(c.req.header('consistencylevel')?.trim() ?? '')

// A number alone is answered to nobody else.
const eventualOf = (c: EdgeContext, isCounted: boolean): boolean => {
  const isEventual = saysEventual(c)
  if (isCounted && !isEventual) throw programFault('$count is not currently supported.')
  return isEventual
}

/**
 * The options of a request to a row that takes `takes`. Refuses with 400 whatever the row does not
 * take, and values that cannot be read.
 */
export const readQuery = (
  c: EdgeContext,
  takes: Takes,
  list: List,
  isCounted = takes.eventual === true,
): Query => {
  const isEventual = eventualOf(c, isCounted)
  const options = optionsOf(c)
  refuseOthers(options, takes)
  const [search, filter] = [options.get('search'), options.get('filter')]
  const orderBy = orderOf(options.get('orderby'), takes.orderBy)
  const round = readRound(options, takes, list)
  // That of a round is read with it.
  const token = takes.rounds === undefined ? options.get('skiptoken') : undefined
  const expand = expansionsIn(options.get('expand'), takes)
  const wanted = wantsCount(options.get('count'))
  return {
    top: topOf(options.get('top'), takes, expand),
    ...(search === undefined ? noSearch : searchedBy(takes.filter, search)),
    filter,
    orderBy,
    count: isEventual && (isCounted || (wanted && token === undefined)),
    // The first page has been asked for rightly; who follows its link need not say the header
    // again.
    advanced: token !== undefined || (isEventual && (takes.count === undefined || wanted)),
    after: placeIn(token, list),
    select: selectedIn(options, takes, round),
    expand,
    round,
  }
}

// A page may be shorter than was asked for where more is read for each of its objects; its link
// leads on.
const topOf = (
  text: string | undefined,
  { expand = {}, mostOfPage: most }: Takes,
  asked: readonly Expansion[],
): number => {
  const top = pageSize(text, most)
  const readsAlong = asked.some(({ name }) => expand[name]?.read !== undefined)
  return readsAlong ? Math.min(top, mostOfExpandedPage) : top
}

const selectedIn = (
  options: ReadonlyMap<string, string>,
  takes: Takes,
  round: Round | undefined,
): Query['select'] =>
  round === undefined ? chosen(options.get('select'), takes.select) : round.select

const placeIn = (token: string | undefined, list: List): Place | undefined => {
  if (token === undefined) return undefined
  const place = placeOf(token, list)
  if (place !== undefined) return place
  throw expiredPage()
}

const pageSize = (text: string | undefined, most = mostOfPage): number => {
  if (text === undefined) return defaultPageSize
  const size = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0
  if (size >= 1 && size <= most) return size
  throw unsupported(
    `Invalid page size specified: '${text.slice(0, 100)}'. Must be between 1 and ${most} inclusive.`,
  )
}

const wantsCount = (text: string | undefined): boolean => {
  if (text === undefined || /^(true|false)$/i.test(text)) return text?.toLowerCase() === 'true'
  throw misread(`Invalid value '${text.slice(0, 100)}' for $count. Write true or false.`)
}

const orderOf = (text: string | undefined, known: readonly string[] = []): Query['orderBy'] => {
  if (text === undefined) return undefined
  const [, name = '', direction = 'asc'] =
    /^\s*([A-Za-z/]+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? []
  const property = known.find((one) => one.toLowerCase() === name.toLowerCase())
  if (property === undefined)
    throw misread(
      `Invalid $orderby: '${text.slice(0, 100)}'. This list can be ordered by ${known.join(', ')}, each asc or desc.`,
    )
  return { property, descending: direction.toLowerCase() === 'desc' }
}
