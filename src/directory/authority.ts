/**
 * With what right a change is made: as a user or an application with directory roles, or as an
 * operator or job, who stand above roles.
 */
import { may, mayTouch, type Target } from '../access/may.rule.ts'
import type { RoleName } from '../access/roles.ts'
import type { LockedTarget } from './target.sql.ts'
import type { DeletedByKind } from '../wire/deleted-by.ts'
import {
  notOnOneself,
  type ActOnAnother,
  type WayInOfAnother,
} from '../wire/graph/users/not-on-oneself.ts'

export type Authority =
  | {
      readonly kind: 'roles'
      readonly roles: readonly RoleName[]
      /** Of the user, or of the service principal. */
      readonly id: string
      /**
       * They give directory roles: by a role or an app role, and as far as the token goes that they
       * act with.
       */
      readonly givesRoles: boolean
    }
  | { readonly kind: 'operator' }
  | { readonly kind: 'system' }

export const operatorAuthority: Authority = { kind: 'operator' }

/** The authority of who holds these roles and is asked for no token. */
export const authorityOfRoles = (roles: readonly RoleName[], id: string): Authority => ({
  kind: 'roles',
  roles,
  id,
  givesRoles: may(roles, 'roles.write'),
})

/** Whether somebody with this authority may assign directory roles. */
export const mayAssignRoles = (authority: Authority): boolean =>
  authority.kind !== 'roles' || authority.givesRoles

/**
 * Whether somebody with this authority may do a sensitive action to `target` (R49, R67), which is
 * held meanwhile, so that it stays what it is.
 */
export const authorityReaches = (authority: Authority, target: LockedTarget): boolean =>
  authorityWouldReach(authority, target)

/** The same about what is only looked at: for previews, never for the act itself. */
export const authorityWouldReach = (authority: Authority, target: Target): boolean =>
  authority.kind !== 'roles' || mayTouch(authority.roles, target)

/** Whether this is the user themselves who acts. */
export const isOneself = (authority: Authority, userId: string): boolean =>
  authority.kind === 'roles' && authority.id === userId

/**
 * Why somebody with this authority does not do this to a user: they are the user themselves;
 * undefined where they are not.
 */
export const ownRefusal = <A extends ActOnAnother>(
  authority: Authority,
  userId: string,
  act: A,
): (typeof notOnOneself)[A] | undefined =>
  isOneself(authority, userId) ? notOnOneself[act] : undefined

/**
 * Why somebody with this authority makes no way in to a user who is held: not to themselves, since
 * who has got hold of their token would come in as they from then on, nor to who stands above them
 * (R49).
 */
export const wayInRefusal = (
  authority: Authority,
  userId: string,
  target: LockedTarget,
  act: WayInOfAnother,
): 'yourself' | 'targetTooHigh' | undefined =>
  ownRefusal(authority, userId, act) ??
  (authorityReaches(authority, target) ? undefined : 'targetTooHigh')

/** Who ended a user, as the deletion remembers it. */
export const deletedByKind = (authority: Authority): Exclude<DeletedByKind, 'self'> =>
  authority.kind === 'roles'
    ? 'administrator'
    : authority.kind === 'operator'
      ? 'operator'
      : 'policy'
