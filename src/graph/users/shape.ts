/** The user object, from the store's words to the wire's. */
import { targetOf, type TargetRow } from '../../directory/target.sql.ts'
import type { UserRow } from '../../directory/users/columns.sql.ts'
import { securityIdentifierOf } from '../../kernel/security-identifier.ts'
import { user } from '../../wire/graph/users/user.ts'
import { isCaller, reaches, type Looking } from '../exchange.ts'
import { amongOthers, shaped } from '../shape.ts'
import { limitedTo } from '../visible.ts'

/** What follows from the id. */
export const derivedOfId = {
  securityIdentifier: ({ id }: { readonly id: string }) => securityIdentifierOf(id),
}

/** What follows from what is stored of a user. */
export const derivedOfUser = {
  ...derivedOfId,
  signInActivity: (row: Pick<UserRow, 'signInActivity/lastSignInDateTime'>) => {
    const at = row['signInActivity/lastSignInDateTime']?.toISOString() ?? null
    return {
      lastSignInDateTime: at,
      lastNonInteractiveSignInDateTime: at,
      lastSuccessfulSignInDateTime: at,
    }
  },
}

/** What they hold is known of who is read alone. */
export const userShape = shaped<typeof user, UserRow & Partial<TargetRow>, Looking>(user, {
  ...derivedOfUser,
  // Of a group, which who reads users alone does not read, that it is one.
  'guesthouse.sponsors': (row, { caller }) =>
    row['guesthouse.sponsors'].map(({ kind, ...one }) => ({
      ...limitedTo(caller, kind, one),
      kind,
    })),
  'guesthouse.isMe': ({ id }, x) => isCaller(x, id),
  'guesthouse.isWithinReach': ({ roleIds, inRoleAssignableGroup }, x) =>
    roleIds === undefined || inRoleAssignableGroup === undefined
      ? null
      : reaches(x, targetOf({ roleIds, inRoleAssignableGroup })),
})

/** A user in a list of objects of any kind. */
export const userObjectShape = amongOthers(userShape)
