/**
 * A later round: what has changed since, each object once a page and as it is now. A page looks
 * through so many changes, and may tell nothing of them.
 */
import type { Change } from '../../directory/changes/change.ts'
import { changesAfter, type Feed } from '../../directory/changes/changes.sql.ts'
import { restorableAmong } from '../../directory/changes/gone.sql.ts'
import { linksThere, type LinkEnd } from '../../directory/changes/links.sql.ts'
import type { Went } from '../../edge/round-token.ts'
import type { Exchange } from '../exchange.ts'
import { roundPage } from '../query/answers.ts'
import type { Round } from '../query/round.ts'
import { tokenOf } from './token.ts'
import { shownNames } from '../visible.ts'
import { annotationsOf } from './links.ts'
import type { Part, Told } from './part.ts'

/** So many changes a page looks through. */
const pageSize = 500

/** The properties that are asked for and shown, and tell of their changes. */
const wantedOf = (x: Exchange, { of, columns }: Part): ReadonlyMap<string, readonly string[]> => {
  const { select } = x.query
  const isAsked = (name: string): boolean => {
    if (select === 'all') return true
    return select === undefined ? of.properties[name]?.byDefault === true : select.includes(name)
  }
  const names = new Set(shownNames(x.caller, of.type, [...columns.keys()].filter(isAsked)))
  return new Map([...columns].filter(([name]) => names.has(name)))
}

type Wanted = ReturnType<typeof wantedOf>

const isOf = (wanted: Wanted, { columns, what }: Change): boolean =>
  what !== 'changed' ||
  [...wanted.values()].some((all) => all.some((one) => columns?.includes(one)))

/** Of these changes those that the round is about. */
const about = (wanted: Wanted, { links, ids }: Round, all: readonly Change[]): Change[] =>
  all.filter(
    (change) =>
      (ids === undefined || ids.includes(change.id)) &&
      (change.link === null ? isOf(wanted, change) : links.includes(change.link)),
  )

/** What a client that asks for little is told of one object: what differs, and its id. */
const differing = (wanted: Wanted, changes: readonly Change[]): readonly string[] | undefined => {
  const own = changes.filter(({ link }) => link === null)
  if (own.some(({ what }) => what !== 'changed')) return undefined
  const columns = new Set(own.flatMap((one) => one.columns ?? []))
  const names = [...wanted].filter(([, all]) => all.some((one) => columns.has(one)))
  return ['id', ...names.map(([name]) => name)]
}

const asksForLittle = ({ c }: Exchange): boolean =>
  /\breturn\s*=\s*"?minimal\b/i.test(c.req.header('prefer') ?? '')

const writtenAs = (x: Exchange, one: Told, names: readonly string[] | undefined): object =>
  one.write(names === undefined ? x : { ...x, query: { ...x.query, select: names } })

const linkOf = ({ id, link, otherKind, otherId }: Change): LinkEnd[] =>
  link === null || otherKind === null || otherId === null
    ? []
    : [{ holderId: id, link, otherKind, otherId }]

const once = (links: readonly LinkEnd[]): LinkEnd[] => [
  ...new Map(links.map((one) => [`${one.link} ${one.otherId}`, one])).values(),
]

/** The objects of one kind that these changes are of, as they are now. */
const itemsOf = async (
  x: Exchange,
  part: Part,
  round: Round,
  all: readonly Change[],
): Promise<[id: string, item: object][]> => {
  const wanted = wantedOf(x, part)
  const byId = Map.groupBy(about(wanted, round, all), ({ id }) => id)
  const ids = [...byId.keys()]
  if (ids.length === 0) return []
  const there = await part.list(x, { after: undefined, ids, limit: ids.length })
  const told = new Map(there.map((one) => [one.id, one]))
  const links = there.map(({ id }) => [id, once((byId.get(id) ?? []).flatMap(linkOf))] as const)
  const linked = new Map(links)
  const isThere = await linksThere(
    x.db,
    x.tenantId,
    part.kind,
    links.flatMap(([, of]) => of),
  )
  const gone = ids.filter((id) => !told.has(id))
  const restorable = await restorableAmong(x.db, x.tenantId, part.kind, gone)
  const little = asksForLittle(x)
  return ids.map((id) => {
    const one = told.get(id)
    if (one === undefined)
      return [id, { id, '@removed': { reason: restorable.has(id) ? 'changed' : 'deleted' } }]
    const names = little ? differing(wanted, byId.get(id) ?? []) : undefined
    return [id, { ...writtenAs(x, one, names), ...annotationsOf(linked.get(id) ?? [], isThere) }]
  })
}

/** In the order in which they changed first. */
const inOrder = (
  changes: readonly Change[],
  items: readonly (readonly [id: string, item: object])[],
): object[] => {
  const byId = new Map(items)
  return [...new Set(changes.map(({ id }) => id))].flatMap((id) => byId.get(id) ?? [])
}

/** A page of what has changed after `went`. */
export const laterRound = async (
  x: Exchange,
  name: string,
  parts: readonly Part[],
  round: Round,
  { went, feed }: { readonly went: Went; readonly feed: Feed },
): Promise<Response> => {
  const { epoch, sequence, since } = went
  const kinds = parts.map(({ kind }) => kind)
  const changes = await changesAfter(x.db, x.tenantId, sequence, {
    kinds,
    upTo: feed.last,
    limit: pageSize,
  })
  const items = await Promise.all(
    parts.map((part) =>
      itemsOf(
        x,
        part,
        round,
        changes.filter(({ kind }) => kind === part.kind),
      ),
    ),
  )
  const last = changes.length < pageSize ? undefined : changes.at(-1)
  const value = inOrder(changes, items.flat())
  if (asksForLittle(x)) x.c.header('preference-applied', 'return=minimal')
  return last === undefined
    ? roundPage(x, name, value, {
        is: 'delta',
        token: tokenOf(x, round, { epoch, sequence: feed.last, since: x.now.getTime() }),
      })
    : roundPage(x, name, value, {
        is: 'next',
        token: tokenOf(x, round, { epoch, sequence: last.sequence, since }),
      })
}
