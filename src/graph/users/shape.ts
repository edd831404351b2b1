/** The user object, from the store's words to the wire's. */
import { mayTouch } from '../../access/may.rule.ts'
import { targetOf, type TargetRow } from '../../directory/target.sql.ts'
import type { UserRow } from '../../directory/users/columns.sql.ts'
import { user } from '../../wire/graph/users/user.ts'
import { amongOthers, shaped } from '../shape.ts'

/** What they hold is known of who is read alone. */
export const userShape = shaped<typeof user, UserRow & Partial<TargetRow>>(user, {
  'guesthouse.isWithinReach': ({ roleIds, inRoleAssignableGroup }, { caller }) =>
    roleIds === undefined || inRoleAssignableGroup === undefined
      ? null
      : mayTouch(caller.roles, targetOf({ roleIds, inRoleAssignableGroup })),
})

/** A user in a list of objects of any kind. */
export const userObjectShape = amongOthers(userShape)
