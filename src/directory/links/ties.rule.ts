/** The kinds of ties that a user can have, and why one cannot come back. */
import type { linkKinds, lostReasons } from '../../wire/graph/restoring.ts'

/** What a user can be tied to: each kind is a row of the table of ties. */
export type LinkKind = (typeof linkKinds)[number]

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
