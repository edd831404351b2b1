/** The ties that a deleted user had, and why one cannot come back. */
import type { lostReasons } from '../../wire/graph/users/restoring.ts'
import type { LinkKind } from '../../wire/ties.ts'

/** What stands at the other end. */
export type TieObject = 'user' | 'group' | 'servicePrincipal' | 'application' | 'role'

/**
 * A link that the user had when it was deleted. `lost` says why it cannot come back now, when it
 * cannot (R60).
 */
export type Link = {
  readonly kind: LinkKind
  readonly object: TieObject
  readonly id: string
  readonly displayName: string
  /** Tells it from the others of its kind. */
  readonly item: string
  readonly lost: LostReason | null
}
export type LostReason = (typeof lostReasons)[number]
export type LostLink = Link & { readonly lost: LostReason }
