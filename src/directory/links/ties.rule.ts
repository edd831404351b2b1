/** The ties that a deleted user had, and why one cannot come back. */
import type { lostReasons } from '../../wire/graph/users/restoring.ts'
import type { LinkKind } from '../../wire/ties.ts'

/**
 * A link that the user had when it was deleted. `lost` says why it cannot come back now, when it
 * cannot (R60).
 */
export type Link = {
  readonly kind: LinkKind
  readonly id: string
  readonly displayName: string
  readonly lost: LostReason | null
}
export type LostReason = (typeof lostReasons)[number]
export type LostLink = Link & { readonly lost: LostReason }

/** The links that come back, and those that cannot. */
export const sortLinks = (
  links: readonly Link[],
): { comesBack: Link[]; cannotComeBack: LostLink[] } => ({
  comesBack: links.filter(({ lost }) => lost === null),
  cannotComeBack: links.filter((link): link is LostLink => link.lost !== null),
})
