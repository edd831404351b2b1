/** The kinds of ties that a user can have, and why one cannot come back. */

/** What a user can be tied to: each kind is a row of the table of ties. */
export type LinkKind =
  | 'group'
  | 'ownedGroup'
  | 'application'
  | 'ownedApplication'
  | 'role'
  | 'sponsor'
  | 'sponsorOf'
  | 'manager'
  | 'directReport'

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
export type LostReason =
  | 'groupDeleted'
  | 'applicationDeleted'
  | 'appRoleRemoved'
  | 'userDeleted'
  | 'roleGone'

/** The links that come back, and those that cannot. */
export const sortLinks = (
  links: readonly Link[],
): { comesBack: Link[]; cannotComeBack: (Link & { lost: LostReason })[] } => ({
  comesBack: links.filter(({ lost }) => lost === null),
  cannotComeBack: links.filter((link): link is Link & { lost: LostReason } => link.lost !== null),
})
