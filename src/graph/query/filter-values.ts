/** The clauses of a filter, each of which sets one value; a list says which it takes. */
import { Refusal } from '../../edge/refusal.ts'
import type { Exchange } from '../exchange.ts'
import { parseFilter, type Clause } from './clauses.ts'

/** The filters for what nobody answers for, as Graph writes them. */
export const noOwnerFilter = 'owners/$count eq 0'

/** Whether a clause asks for those with none of `links`. */
export const asksForNone = (clause: Clause, links: 'owners'): boolean =>
  clause.kind === 'compare' && clause.operator === 'eq' && clause.property === `${links}/$count` && clause.value === '0'

/** How a list reads one kind of clause; undefined when the value cannot be one of that property's. */
export type Reader<T> = (clause: Clause) => Partial<T> | undefined

const badFilter = (filter: string, known: readonly string[]): Refusal =>
  new Refusal(400, 'BadRequest', `Invalid filter clause: ${filter}. This list takes: ${known.join('; ')}.`)

/** The filter that a request asks for. Refuses a clause that `read` does not take, and two that set the same value differently. */
export const filterOf = <T extends object>({ query, takes }: Exchange, read: Reader<T>): Partial<T> => {
  const filter: Partial<T> = {}
  for (const clause of parseFilter(query.filter)) {
    const value = read(clause)
    if (value === undefined) throw badFilter(query.filter ?? '', takes.filter ?? [])
    for (const name of Object.keys(value) as (keyof T)[])
      if (name in filter && filter[name] !== value[name]) throw badFilter(query.filter ?? '', takes.filter ?? [])
    Object.assign(filter, value)
  }
  return filter
}
