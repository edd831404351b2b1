/** The filters of users, live and deleted. */
import { deletedUser } from '../../wire/graph/deleted-user.ts'
import { user } from '../../wire/graph/user.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { Exchange } from '../exchange.ts'
import { examplesOf } from '../query/check.ts'
import { parseCondition } from '../query/filter.ts'

/** What users can be filtered by, each as an example. */
export const userFilters = examplesOf(user)
/** What deleted users can be filtered by. A user principal name is the one that they had, or have now. */
export const deletedFilters = examplesOf(deletedUser)

/** The filter of a list of users. */
export const userFilterOf = ({ query }: Exchange): Condition | undefined =>
  parseCondition(query.filter, { of: user, advanced: query.advanced })

/** The filter of the list of deleted users. */
export const deletedFilterOf = ({ query }: Exchange): Condition | undefined =>
  parseCondition(query.filter, { of: deletedUser, advanced: query.advanced })
