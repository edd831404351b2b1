/** Which query options a row takes, and why it takes no others. */
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { misread, unsupported } from '../refusals.ts'
import type { LinkHere } from './expand.ts'

/** What a search looks into. */
export type Searches = { readonly entry: string; readonly searched: readonly string[] }

/** What a row takes. Lists say `page`; a list without it has one page. */
export type Takes = {
  readonly page?: true
  /** How many a page holds at most; absent for the usual. */
  readonly mostOfPage?: number
  /** A list that has one page. */
  readonly list?: true
  /** Beginnings of words of names: of which entries, and which properties it looks into. */
  readonly search?: Searches
  readonly count?: true
  /** Properties it can be ordered by. */
  readonly orderBy?: readonly string[]
  /** What it is filtered by. */
  readonly filter?: Resource
  /** The properties that can be chosen from, and the type they are of. */
  readonly select?: {
    readonly type: string
    readonly entry: string
    readonly names: readonly string[]
  }
  /** Answered only to who accepts that it may lag: `ConsistencyLevel: eventual`. */
  readonly eventual?: true
  /** The items of one type alone: `/microsoft.graph.group` behind the address. */
  readonly casts?: true
  /** Links whose ends come along where they are asked for. */
  readonly expand?: Readonly<Record<string, LinkHere>>
  /** It tells what has changed, round by round (round.ts). */
  readonly rounds?: {
    /** Links that can be chosen beside properties, each with the address at which it is read. */
    readonly links: Readonly<Record<string, string>>
  }
}

/** Why an option that exists is not taken by a row. */
const refusals = new Map<string, string>([
  [
    'top',
    'This resource does not support custom page sizes. Please retry without a page size argument.',
  ],
  ['skiptoken', 'This resource has no further pages. Leave $skiptoken out.'],
  ['skip', `'$skip' is not supported by the service. Follow @odata.nextLink instead.`],
  ['search', 'This list cannot be searched.'],
  ['filter', 'This list cannot be filtered.'],
  ['orderby', 'This list has one order; leave $orderby out.'],
  ['count', 'This list cannot be counted.'],
  ['select', 'Properties cannot be chosen here; leave $select out.'],
  ['expand', 'Nothing can be expanded here. Ask for the linked objects at their own address.'],
])

const takenBy = (takes: Takes): ReadonlySet<string> =>
  new Set<string>([
    ...(takes.page ? ['top', 'skiptoken'] : []),
    // How much is told at once is said by the server; a size that is none is refused all the same.
    ...(takes.rounds === undefined ? [] : ['top', 'skiptoken', 'deltatoken']),
    ...(['search', 'filter', 'count', 'select'] as const).filter(
      (name) => takes[name] !== undefined,
    ),
    // Of what can be chosen, each link that cannot be expanded is told by its name.
    ...(takes.select === undefined || takes.rounds !== undefined ? [] : ['expand']),
    ...(takes.orderBy === undefined ? [] : ['orderby']),
  ])

const unknownOption = (name: string, taken: ReadonlySet<string>): string =>
  `'${name.slice(0, 100)}' is no query option here. ${
    taken.size === 0
      ? 'This address takes none.'
      : `This address takes ${[...taken].map((one) => `$${one}`).join(', ')}.`
  }`

/** Refuses with 400 whatever a row does not take. */
export const refuseOthers = (options: ReadonlyMap<string, string>, takes: Takes): void => {
  const taken = takenBy(takes)
  for (const name of options.keys())
    if (!taken.has(name))
      throw name === 'top'
        ? unsupported(refusals.get(name) ?? '')
        : misread(refusals.get(name) ?? unknownOption(name, taken))
}
