/** What a link that comes along asks: what the row asks at which it is read by itself. */
import type { Need } from '../access/permission.ts'
import type { GraphRoute } from './exchange.ts'
import type { Query } from './query/options.ts'
import type { Takes } from './query/taken.ts'

/** The address at which each link is read by itself that a row can bring along. */
const addressesIn = ({ expand = {}, rounds }: Takes): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(expand).flatMap(([name, { at }]) =>
      at === undefined ? [] : [[name, at] as const],
    ),
    ...Object.entries(rounds?.links ?? {}),
  ])

/**
 * What each row that reads asks, by its path. Throws at the start where a link that comes along has
 * no row of its own.
 */
export const needsOfRows = (routes: readonly GraphRoute[]): ReadonlyMap<string, Need> => {
  const needs = new Map(
    routes
      .filter(({ method }) => method === 'GET')
      .map(({ path, permission: { need } }) => [path, need]),
  )
  for (const { path, takes = {} } of routes)
    for (const at of addressesIn(takes).values())
      if (!needs.has(at)) throw new Error(`${path} brings along what no row reads: ${at}`)
  return needs
}

/** What the links ask that a request brings along. What the row itself has asks nothing more. */
export const needsOfLinks = (
  rowNeeds: ReadonlyMap<string, Need>,
  takes: Takes,
  { expand, round }: Query,
): readonly Need[] => {
  const addresses = addressesIn(takes)
  return [...expand.map(({ name }) => name), ...(round?.links ?? [])].flatMap(
    (name) => rowNeeds.get(addresses.get(name) ?? '') ?? [],
  )
}
