/** $filter, from its text to the condition that a list is asked for. */
import type { Condition } from '../../kernel/condition.ts'
import type { Checked } from './check.ts'
import { conditionOf } from './check.ts'
import { readFilter } from './grammar.ts'

/** The condition of a filter; undefined when there is none. Refuses with 400 what cannot be read, or is not taken by the resource. */
export const parseCondition = (filter: string | undefined, checked: Checked): Condition | undefined =>
  filter === undefined ? undefined : conditionOf(checked, readFilter(filter))
