/**
 * What a link leads to, in the answer of what it leads from (contract §3.6): for all objects of a
 * page at once, at most as many of each as Graph gives, and for who may read the link by itself,
 * which is judged before, as the link's own row says (needs-of-links.ts).
 */
import type { ExpandedBy, Resource } from '../../wire/graph/definition/definition.ts'
import type { Exchange } from '../exchange.ts'
import type { Shape } from './answers.ts'
import type { Expansion } from './expansions.ts'
import type { Choice } from './select.ts'

/** An end of a link, as it is written: whose it is, and what. */
export type End = {
  readonly holderId: string
  readonly write: (x: Exchange) => Readonly<Record<string, unknown>>
}

export type Link = Choice & {
  /** It leads to one object at most. */
  readonly one?: true
  /**
   * The ends of the links of these objects, in their order: a number of statements that does not
   * depend on how many they are. Absent where the row itself has them, as properties.
   */
  readonly read?: (x: Exchange, ids: readonly string[]) => Promise<readonly End[]>
}

/** A link of a row, with the address at which it is read by itself; none of what the row has. */
export type LinkHere = Link & { readonly at?: string }

/** The links of objects of this type, each at its own address, whose row says what it asks. */
export const linksOf = <R extends Resource>(
  { set }: R,
  links: Readonly<Record<ExpandedBy<R>, Link>>,
): Readonly<Record<string, LinkHere>> =>
  Object.fromEntries(
    Object.entries<Link>(links).map(([name, link]) => [
      name,
      { ...link, at: `/${set}/:id/${name}` },
    ]),
  )

const linkOf = ({ takes }: Exchange, { name }: Expansion): LinkHere => {
  const link = takes.expand?.[name]
  if (link === undefined) throw new Error(`The row does not say what ${name} is.`)
  return link
}

/** The values of a link, by the id of the object that it leads from. */
const valuesOf = async (
  x: Exchange,
  expansion: Expansion,
  ids: readonly string[],
): Promise<(id: string) => unknown> => {
  const { read, one } = linkOf(x, expansion)
  const inner = { ...x, query: { ...x.query, select: expansion.select, expand: [] } }
  const ends = Map.groupBy((await read?.(x, ids)) ?? [], ({ holderId }) => holderId)
  return (id) => {
    const written = (ends.get(id) ?? []).map(({ write }) => write(inner))
    return one === true ? (written[0] ?? null) : written
  }
}

/** `shape` with what the links of `rows` lead to, as far as the request expands any. */
export const expanding = async <Row extends { readonly id: string }>(
  x: Exchange,
  shape: Shape<Row>,
  rows: readonly Row[],
): Promise<Shape<Row>> => {
  const asked = x.query.expand.filter((expansion) => linkOf(x, expansion).read !== undefined)
  if (asked.length === 0) return shape
  const ids = rows.map(({ id }) => id)
  const parts: (readonly [string, (id: string) => unknown])[] = []
  // One after the other: a request has one connection's share of the store.
  for (const one of asked) parts.push([one.name, await valuesOf(x, one, ids)])
  return {
    ...shape,
    of: (row, of) => ({
      ...shape.of(row, of),
      ...Object.fromEntries(parts.map(([name, value]) => [name, value(row.id)])),
    }),
  }
}
