/** The clauses of a filter, each of which sets one value; a list says which it takes. */
import { Refusal } from '../edge/refusal.ts'
import type { Exchange } from './exchange.ts'
import { parseFilter, type Clause } from './filter.ts'

/** The filters for what nobody answers for, as Graph writes them. */
export const noOwnerFilter = 'owners/$count eq 0'
export const noSponsorFilter = 'sponsors/$count eq 0'

/** Whether a clause asks for those with none of `links`. */
export const asksForNone = (clause: Clause, links: 'owners' | 'sponsors'): boolean =>
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

/** An instant of a filter: Edm.DateTimeOffset, or a day alone, which begins in UTC. A time without a zone is nobody's time, and is none (row 79). */
export const instantOf = (value: unknown): Date | undefined => {
  const text = String(value)
  const [, day = '', time = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)))?$/i.exec(text) ?? []
  const at = new Date(time === '' ? `${day}T00:00:00Z` : text.toUpperCase())
  // February 30 would roll over into March.
  const isDay = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && !Number.isNaN(isDay.getTime()) && isDay.toISOString().startsWith(day)
  return exists && at.getUTCFullYear() >= 1900 ? at : undefined
}

/** One of the known words, in any case. */
export const oneOf = <T extends string>(value: unknown, ...known: T[]): T | undefined =>
  known.find((one) => one.toLowerCase() === String(value).toLowerCase())

/** `{name: value}`, or undefined for no value. */
export const having = <K extends string, V>(name: K, value: V | undefined): Record<K, V> | undefined =>
  value === undefined ? undefined : ({ [name]: value } as Record<K, V>)

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
