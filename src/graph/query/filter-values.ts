/**
 * The filter of a list that is asked in clauses joined by `and`, each of which sets one value.
 * Lists that take any condition use `conditionIn`.
 */
import type { Condition } from '../../kernel/condition.ts'
import type { Refusal } from '../../edge/refusal.ts'
import type { Exchange } from '../exchange.ts'
import { shownFilter } from '../visible.ts'
import { examplesOf } from './examples.ts'
import { conditionOf } from './check.ts'
import { readFilter } from './grammar.ts'
import { badFilter } from '../refusals.ts'

/**
 * The condition that a request asks for; undefined for none. Refuses with 400 what cannot be read,
 * or is not taken by the resource of the list, and with 403 what is not shown.
 */
export const conditionIn = ({ caller, query, takes }: Exchange): Condition | undefined => {
  if (query.filter === undefined) return undefined
  if (takes.filter === undefined) throw new Error('The row does not say what it is filtered by.')
  return shownFilter(
    caller,
    takes.filter.type,
    conditionOf({ of: takes.filter, advanced: query.advanced }, readFilter(query.filter)),
  )
}

export type Clause = Exclude<Condition, { kind: 'and' | 'or' | 'not' }>
/** How a list reads one clause; undefined when it has no such value. */
export type Reader<T> = (clause: Clause) => Partial<T> | undefined

const notTaken = ({ query, takes }: Exchange): Refusal =>
  badFilter(
    `${query.filter}. This list takes, once each and joined by and: ${takes.filter === undefined ? '' : examplesOf(takes.filter).join('; ')}.`,
  )

const clausesOf = (x: Exchange, condition: Condition | undefined): Clause[] => {
  if (condition === undefined) return []
  if (condition.kind === 'and') return condition.of.flatMap((one) => clausesOf(x, one))
  if (condition.kind === 'or' || condition.kind === 'not') throw notTaken(x)
  return [condition]
}

/**
 * The values that a request filters by. Refuses a clause that `read` does not take, and two that
 * set the same value differently.
 */
export const filterOf = <T extends object>(x: Exchange, read: Reader<T>): Partial<T> => {
  const filter: Partial<T> = {}
  for (const clause of clausesOf(x, conditionIn(x))) {
    const value = read(clause)
    if (value === undefined) throw notTaken(x)
    for (const name of Object.keys(value) as (keyof T)[])
      if (name in filter && filter[name] !== value[name]) throw notTaken(x)
    Object.assign(filter, value)
  }
  return filter
}
