/**
 * With what right a change is made: as a user or an application with directory roles, or as an
 * operator or job, who stand above roles.
 */
import { mayTouch, type Target } from '../access/may.rule.ts'
import type { RoleName } from '../access/roles.ts'
import type { LockedTarget } from './target.sql.ts'
import type { DeletedByKind } from '../wire/deleted-by.ts'

export type Authority =
  | {
      readonly kind: 'roles'
      readonly roles: readonly RoleName[]
      /** Of the user, or of the service principal. */
      readonly id: string
      /** An application was given the app role of giving directory roles. */
      readonly givesRoles?: boolean
    }
  | { readonly kind: 'operator' }
  | { readonly kind: 'system' }

export const operatorAuthority: Authority = { kind: 'operator' }

/**
 * Whether somebody with this authority may do a sensitive action to `target` (R49, R67), which is
 * held meanwhile, so that it stays what it is.
 */
export const authorityReaches = (authority: Authority, target: LockedTarget): boolean =>
  authorityWouldReach(authority, target)

/** The same about what is only looked at: for previews, never for the act itself. */
export const authorityWouldReach = (authority: Authority, target: Target): boolean =>
  authority.kind !== 'roles' || mayTouch(authority.roles, target)

/** Who ended a user, as the deletion remembers it. */
export const deletedByKind = (authority: Authority): Exclude<DeletedByKind, 'self'> =>
  authority.kind === 'roles'
    ? 'administrator'
    : authority.kind === 'operator'
      ? 'operator'
      : 'policy'
