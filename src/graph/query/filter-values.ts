/** The filter of a list: read, checked against its resource, and against what is shown. */
import { every, type Condition } from '../../kernel/condition.ts'
import type { Exchange } from '../exchange.ts'
import { shownFilter } from '../visible.ts'
import { conditionOf } from './check.ts'
import { readFilter } from './grammar.ts'

/**
 * The condition that a request asks for by $filter and by clauses of $search; undefined for none.
 * Refuses with 400 what cannot be read, or is not taken by the resource of the list, and with 403
 * what is not shown.
 */
export const conditionIn = ({ caller, query, takes }: Exchange): Condition | undefined => {
  const { filter: of } = takes
  if (query.filter === undefined && query.clauses === undefined) return undefined
  if (of === undefined) throw new Error('The row does not say what it is filtered by.')
  const asked =
    query.filter === undefined
      ? undefined
      : conditionOf({ of, advanced: query.advanced }, readFilter(query.filter))
  const condition = every(asked, query.clauses)
  return condition && shownFilter(caller, of.type, condition)
}
