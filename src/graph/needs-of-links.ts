/** What a link that comes along asks: what the row asks at which it is read by itself. */
import type { Need } from '../access/permission.ts'
import type { GraphRoute } from './exchange.ts'
import type { Query } from './query/options.ts'
import type { Takes } from './query/taken.ts'

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
  for (const { path, takes } of routes)
    for (const { at } of Object.values(takes?.expand ?? {}))
      if (at !== undefined && !needs.has(at))
        throw new Error(`${path} expands what no row reads: ${at}`)
  return needs
}

/** What the links ask that a request expands. What the row itself has asks nothing more. */
export const needsOfLinks = (
  rowNeeds: ReadonlyMap<string, Need>,
  { expand = {} }: Takes,
  query: Query,
): readonly Need[] => query.expand.flatMap(({ name }) => rowNeeds.get(expand[name]?.at ?? '') ?? [])
