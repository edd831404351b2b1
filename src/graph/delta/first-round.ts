/**
 * The first round: all that is there, page by page. Where changes stood when it began is what the
 * next round goes on from, so whatever changes meanwhile is told then, whether a page has told it
 * or not.
 */
import { listLinks, type LinkEnd } from '../../directory/changes/links.sql.ts'
import type { Went } from '../../edge/round-token.ts'
import type { Exchange } from '../exchange.ts'
import { roundPage } from '../query/answers.ts'
import type { Round } from '../query/round.ts'
import { tokenOf } from './token.ts'
import { annotationsOf } from './links.ts'
import type { Part, Told } from './part.ts'

/** So many objects a page; with links fewer, and so many links. */
const pageSize = 100
const pageSizeWithLinks = 50
const mostLinks = 500

type First = NonNullable<Went['first']>
type Page = { readonly items: readonly object[]; readonly next: First | undefined }

// What was never set is not told.
const written = (x: Exchange, { write }: Told): object =>
  Object.fromEntries(Object.entries(write(x)).filter(([, value]) => value !== null))

const linksOf = (
  x: Exchange,
  { kind }: Part,
  round: Round,
  ids: readonly string[],
  after?: First['within'],
) =>
  listLinks(x.db, {
    tenantId: x.tenantId,
    kind,
    ids,
    links: round.links as LinkEnd['link'][],
    limit: mostLinks + 1,
    after,
  })

const endOf = (links: readonly LinkEnd[]): First['within'] => {
  const last = links.length > mostLinks ? links[mostLinks - 1] : undefined
  return last && { id: last.holderId, link: last.link, other: last.otherId }
}

/** Further links of an object of which some were told. */
const moreLinks = async (
  x: Exchange,
  part: Part,
  round: Round,
  first: First & { readonly within: NonNullable<First['within']> },
): Promise<Page> => {
  const { id } = first.within
  const links = await linksOf(x, part, round, [id], first.within)
  const { within: _, ...after } = first
  const within = endOf(links)
  const told = links.slice(0, mostLinks)
  return {
    items: told.length === 0 ? [] : [{ id, ...annotationsOf(told) }],
    next: within === undefined ? after : { ...after, within },
  }
}

const placeOf = ({ sortValue, id }: Told): [string, string] => [sortValue, id]

/** Objects with the first of their links; it ends early where these are many. */
const objects = async (x: Exchange, part: Part, round: Round, first: First): Promise<Page> => {
  const size = round.links.length === 0 ? pageSize : pageSizeWithLinks
  const found = await part.list(x, { after: first.after, ids: round.ids, limit: size + 1 })
  const page = found.slice(0, size)
  const links = await linksOf(
    x,
    part,
    round,
    page.map(({ id }) => id),
  )
  const within = endOf(links)
  const stops = page.findIndex(({ id }) => id === within?.id)
  const told = within === undefined ? page : page.slice(0, stops + 1)
  const byHolder = Map.groupBy(links.slice(0, mostLinks), ({ holderId }) => holderId)
  const items = told.map((one) => ({
    ...written(x, one),
    ...annotationsOf(byHolder.get(one.id) ?? []),
  }))
  const last = told.at(-1)
  const isMore = found.length > told.length || within !== undefined
  if (last === undefined || !isMore) return { items, next: { part: first.part + 1 } }
  const after = placeOf(last)
  return { items, next: { part: first.part, after, ...(within && { within }) } }
}

const pageAt = (x: Exchange, parts: readonly Part[], round: Round, first: First): Promise<Page> => {
  const part = parts[first.part]
  if (part === undefined) return Promise.resolve({ items: [], next: undefined })
  const { within } = first
  return within === undefined
    ? objects(x, part, round, first)
    : moreLinks(x, part, round, { ...first, within })
}

/** A page of the first round, which went so far. */
export const firstRound = async (
  x: Exchange,
  name: string,
  parts: readonly Part[],
  round: Round,
  { first = { part: 0 }, ...went }: Went,
): Promise<Response> => {
  const { items, next } = await pageAt(x, parts, round, first)
  return next === undefined || next.part >= parts.length
    ? roundPage(x, name, items, { is: 'delta', token: tokenOf(x, round, went) })
    : roundPage(x, name, items, {
        is: 'next',
        token: tokenOf(x, round, { ...went, first: next }),
      })
}
