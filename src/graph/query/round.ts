/**
 * Which round of what has changed a request asks for: the first, from now on, or the one that a
 * link goes on with. What was chosen at the beginning is sealed into the links and need not be said
 * again (contract §4).
 */
import type { List } from '../../edge/cursor.ts'
import { goneOf, type Gone, type Went } from '../../edge/round-token.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { Resource } from '../../wire/graph/definition/definition.ts'
import { expiredPage, unsupported } from '../refusals.ts'
import { conditionOf } from './check.ts'
import { readFilter } from './grammar.ts'
import { chosen } from './select.ts'
import type { Takes } from './taken.ts'

/** As many objects as a filter names. */
const mostIds = 50

export type Round = {
  /** The properties that were chosen, `id` always among them; undefined for the default set. */
  readonly select: readonly string[] | 'all' | undefined
  readonly links: readonly string[]
  /** The objects that it is about; undefined for all. */
  readonly ids: readonly string[] | undefined
  /** `unknown`: after a link that is none of this list. */
  readonly from: 'beginning' | 'now' | 'unknown' | Went
}

/** A resource of which no more is asked than which. */
export const byIdsOf = (of: Resource): Resource => ({
  ...of,
  navigation: {},
  properties: { [of.key]: { is: 'id', means: 'Which.', filter: { eq: 'plain', in: 'plain' } } },
})

const unsupportedFilter = () =>
  unsupported(
    `What has changed is filtered by ids alone: id eq '…' or id eq '…', at most ${mostIds}.`,
  )

const idsIn = (condition: Condition): string[] => {
  if (condition.kind === 'or') return condition.of.flatMap(idsIn)
  if (condition.kind === 'in') return condition.values.map(String)
  if (condition.kind === 'compare' && condition.operator === 'eq') return [String(condition.value)]
  throw unsupportedFilter()
}

const idsOf = (filter: string, of: Resource): string[] => {
  const ids = [...new Set(idsIn(conditionOf({ of, advanced: false }, readFilter(filter))))]
  if (ids.length > mostIds) throw unsupportedFilter()
  return ids.map((id) => id.toLowerCase())
}

type Choice = Pick<Round, 'select' | 'links' | 'ids'>

const nothingChosen: Choice = { select: undefined, links: [], ids: undefined }

/** What a round is about, to be sealed into its links. */
export const chosenIn = ({ select, links, ids }: Choice): Omit<Gone, 'went'> => ({
  ...(select !== undefined && { select: select === 'all' ? select : [...select] }),
  links: [...links],
  ...(ids !== undefined && { ids: [...ids] }),
})

const asked = (
  options: ReadonlyMap<string, string>,
  { select: of, filter: filtered, rounds }: Takes,
): Choice => {
  const known = Object.keys(rounds?.links ?? {})
  const all = of && { ...of, names: [...of.names, ...known] }
  const names = chosen(options.get('select'), all)
  const filter = options.get('filter')
  const ids = filter === undefined || filtered === undefined ? undefined : idsOf(filter, filtered)
  if (names === undefined || names === 'all') return { select: names, links: [], ids }
  const properties = names.filter((name) => !known.includes(name))
  return {
    select: properties.includes('id') ? properties : [...properties, 'id'],
    links: known.filter((name) => names.includes(name)),
    ids,
  }
}

/**
 * The round that a request asks of a row which tells what has changed; undefined of other rows.
 * Refuses with 400 what cannot be read.
 */
export const readRound = (
  options: ReadonlyMap<string, string>,
  takes: Takes,
  list: List,
): Round | undefined => {
  if (takes.rounds === undefined) return undefined
  const [page, delta] = [options.get('skiptoken'), options.get('deltatoken')?.trim()]
  const token = page ?? delta
  if (token === undefined || token === '') return { ...asked(options, takes), from: 'beginning' }
  if (page === undefined && token.toLowerCase() === 'latest')
    return { ...asked(options, takes), from: 'now' }
  const opened = goneOf(list, token)
  if (opened === undefined) {
    if (page !== undefined) throw expiredPage()
    return { ...asked(options, takes), from: 'unknown' }
  }
  const { went, ...about } = opened
  return { ...nothingChosen, ...about, from: went }
}
