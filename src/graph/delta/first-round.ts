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

/** Where the objects of one kind go on. */
type First = Omit<NonNullable<Went['first']>, 'kind'>
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
  { after, within }: First & { readonly within: NonNullable<First['within']> },
): Promise<Page> => {
  const { id } = within
  const links = await linksOf(x, part, round, [id], within)
  const told = links.slice(0, mostLinks)
  const end = endOf(links)
  return {
    items: told.length === 0 ? [] : [{ id, ...annotationsOf(told) }],
    next: { after, ...(end && { within: end }) },
  }
}

const placeOf = ({ sortValue, id }: Told): [string, string] => [sortValue, id]

/** Objects with the first of their links; it ends early where these are many. */
const objects = async (
  x: Exchange,
  part: Part,
  round: Round,
  after: First['after'],
): Promise<Page> => {
  const size = round.links.length === 0 ? pageSize : pageSizeWithLinks
  const found = await part.list(x, { after, ids: round.ids, limit: size + 1 })
  const page = found.slice(0, size)
  const ids = page.map(({ id }) => id)
  const links = await linksOf(x, part, round, ids)
  const within = endOf(links)
  const told = within === undefined ? page : page.slice(0, ids.indexOf(within.id) + 1)
  const byHolder = Map.groupBy(links.slice(0, mostLinks), ({ holderId }) => holderId)
  const items = told.map((one) => ({
    ...written(x, one),
    ...annotationsOf(byHolder.get(one.id) ?? []),
  }))
  const last = told.at(-1)
  const isMore = found.length > told.length || within !== undefined
  const next = last && isMore ? { after: placeOf(last), ...(within && { within }) } : undefined
  return { items, next }
}

const pageAt = (
  x: Exchange,
  part: Part | undefined,
  round: Round,
  { first }: Went,
): Promise<Page> => {
  if (part === undefined) return Promise.resolve({ items: [], next: undefined })
  const { after, within } = first ?? {}
  return within === undefined
    ? objects(x, part, round, after)
    : moreLinks(x, part, round, { after, within })
}

/** A page of the first round, which went so far. */
export const firstRound = async (
  x: Exchange,
  name: string,
  parts: readonly Part[],
  round: Round,
  went: Went,
): Promise<Response> => {
  // Who is told of other kinds by now begins with the first of them.
  const place = Math.max(
    parts.findIndex(({ kind }) => kind === went.first?.kind),
    0,
  )
  const { items, next } = await pageAt(x, parts[place], round, went)
  const kind = parts[next === undefined ? place + 1 : place]?.kind
  const { first: _, ...begun } = went
  return kind === undefined
    ? roundPage(x, name, items, { is: 'delta', token: tokenOf(x, round, begun) })
    : roundPage(x, name, items, {
        is: 'next',
        token: tokenOf(x, round, { ...begun, first: { kind, ...next } }),
      })
}
