/** The filter of a list: read, checked against its resource, and against what is shown. */
import type { Condition } from '../../kernel/condition.ts'
import type { Exchange } from '../exchange.ts'
import { shownFilter } from '../visible.ts'
import { conditionOf } from './check.ts'
import { readFilter } from './grammar.ts'

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
