/** The clauses of a filter, each of which sets one value; a list says which it takes. */
import { badFilter } from './odata.ts'
import { parseFilter, type Clause } from './filter.ts'

/** The filters for what nobody answers for, as Graph writes them. */
export const noOwnerFilter = 'owners/$count eq 0'
export const noSponsorFilter = 'sponsors/$count eq 0'

/** Whether a clause asks for those with none of `links`. */
export const asksForNone = (clause: Clause, links: 'owners' | 'sponsors'): boolean =>
  clause.kind === 'compare' && clause.operator === 'eq' && clause.property === `${links}/$count` && clause.value === '0'

/** How a list reads one kind of clause; undefined when the value cannot be one of that property's. */
export type Reader<T> = (clause: Clause) => Partial<T> | undefined

/** The filter that `text` asks for. Refuses a clause that `read` does not take, and two that set the same value differently. */
export const readFilter = <T extends object>(text: string | undefined, read: Reader<T>, known: readonly string[]): Partial<T> => {
  const filter: Partial<T> = {}
  for (const clause of parseFilter(text)) {
    const value = read(clause)
    if (value === undefined) throw badFilter(text ?? '', known)
    for (const name of Object.keys(value) as (keyof T)[])
      if (name in filter && filter[name] !== value[name]) throw badFilter(text ?? '', known)
    Object.assign(filter, value)
  }
  return filter
}
