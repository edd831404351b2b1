/** What stands against restoring a group or an application, and what comes back with it. */
import type { ObjectKind, ObjectLinkKind } from '../../../wire/graph/deleted-objects.ts'
import type {
  objectConflictCodes,
  objectLostReasons,
} from '../../../wire/graph/restoring-objects.ts'
import { isRestorable } from '../../users/retention.rule.ts'

export type ObjectConflict = (typeof objectConflictCodes)[number]
export type ObjectLostReason = (typeof objectLostReasons)[number]

export type ObjectFacts = {
  readonly restorableUntil: Date
  /** Who changes it has to be one who may give roles: it gives what a role gives. */
  readonly powerful: boolean
  /** It gives what only a Global Administrator gives. */
  readonly top: boolean
  /** Its registration has another service principal by now. */
  readonly hasAnother: boolean
}

/** Names links of an object in a choice: one of them, or without `item` all of the kind. */
export type ObjectLinkName = {
  readonly of: string
  readonly kind: ObjectLinkKind
  readonly item?: string | undefined
}

/**
 * Links of a kind with the same fate, counted: a group can have as many members as the organization
 * has people. `lost` is null for those that come back.
 */
export type LinkCount = {
  readonly kind: ObjectLinkKind
  readonly lost: ObjectLostReason | null
  readonly count: number
  /** The first of them. */
  readonly items: readonly { readonly item: string; readonly displayName: string }[]
}

/** What of the directory whoever restores it may give. */
type Reach = { readonly mayAssignRoles: boolean; readonly mayAssignTop: boolean }

/** What stands against it at `now`, all of it (R54, R67). */
export function* objectConflicts(
  kind: ObjectKind,
  { restorableUntil, powerful, top, hasAnother }: ObjectFacts,
  { mayAssignRoles, mayAssignTop }: Reach,
  now: Date,
): Generator<ObjectConflict, void> {
  if (!isRestorable(restorableUntil, now)) yield 'restoreWindowClosed'
  if ((powerful && !mayAssignRoles) || (top && !mayAssignTop))
    yield kind === 'group' ? 'needsRoleAssigner' : 'needsScopeGiver'
  if (hasAnother) yield 'hasAnother'
}
