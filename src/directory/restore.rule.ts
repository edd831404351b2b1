/** What a restore has to re-check: everything that creating would check, and every link whose other end may be gone. */
import { isRestorable } from './retention.rule.ts'

export type RestoreConflict =
  /** The window is over; permanent deletion has begun and cannot be stopped (R54, R82). */
  | { code: 'restoreWindowClosed' }
  /** Somebody live has the original user principal name (R64). */
  | { code: 'userPrincipalNameConflict'; holder: Holder }
  /** Somebody live has one of the proxy addresses (R65). */
  | { code: 'proxyAddressConflict'; holder: Holder; addresses: readonly string[] }
  /** The person has a new user in the organization already (R92). */
  | { code: 'personConflict'; holder: Holder }
  /** The user holds a role that stands above whoever would restore them (R67). Told in advance; the restore itself is then refused whole. */
  | { code: 'targetTooHigh' }

export type Holder = { readonly id: string; readonly displayName: string }

export type RestoreFacts = {
  readonly restorableUntil: Date
  readonly nameHolder: Holder | undefined
  readonly addressHolder: (Holder & { readonly addresses: readonly string[] }) | undefined
  readonly personHolder: Holder | undefined
}

/** What stands against a restore at `now`, all of it. `dropAddresses`: the clashing addresses are given up (R65). */
export function* restoreConflicts(
  facts: RestoreFacts,
  now: Date,
  { dropAddresses }: { dropAddresses: boolean },
): Generator<RestoreConflict, void> {
  if (!isRestorable(facts.restorableUntil, now)) yield { code: 'restoreWindowClosed' }
  if (facts.personHolder !== undefined) yield { code: 'personConflict', holder: facts.personHolder }
  if (facts.nameHolder !== undefined) yield { code: 'userPrincipalNameConflict', holder: facts.nameHolder }
  if (facts.addressHolder !== undefined && !dropAddresses) {
    const { addresses, ...holder } = facts.addressHolder
    yield { code: 'proxyAddressConflict', holder, addresses }
  }
}

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

/** A link that the user had when it was deleted. `lost` says why it cannot come back now, when it cannot (R60). */
export type Link = { readonly kind: LinkKind; readonly id: string; readonly displayName: string; readonly lost: LostReason | null }
export type LostReason = 'groupDeleted' | 'applicationDeleted' | 'appRoleRemoved' | 'userDeleted' | 'roleGone'

/** The links that come back, and those that cannot. */
export const sortLinks = (links: readonly Link[]): { comesBack: Link[]; cannotComeBack: (Link & { lost: LostReason })[] } => ({
  comesBack: links.filter(({ lost }) => lost === null),
  cannotComeBack: links.filter((link): link is Link & { lost: LostReason } => link.lost !== null),
})
