/** The user object, from the store's words to the wire's. */
import { targetOf, type TargetRow } from '../../directory/target.sql.ts'
import type { UserRow } from '../../directory/users/columns.sql.ts'
import { user } from '../../wire/graph/users/user.ts'
import { reaches } from '../exchange.ts'
import { amongOthers, shaped } from '../shape.ts'

/** What they hold is known of who is read alone. */
export const userShape = shaped<typeof user, UserRow & Partial<TargetRow>>(user, {
  'guesthouse.isWithinReach': ({ roleIds, inRoleAssignableGroup }, x) =>
    roleIds === undefined || inRoleAssignableGroup === undefined
      ? null
      : reaches(x, targetOf({ roleIds, inRoleAssignableGroup })),
})

/** A user in a list of objects of any kind. */
export const userObjectShape = amongOthers(userShape)
