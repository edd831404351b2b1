/** An organization of mine, from the store's words to the wire's. */
import { leaveReasons, removalAsked, type LeaveReason } from '../directory/users/leave.rule.ts'
import type { Departure as Left } from '../directory/users/leave.ts'
import type { MyOrganization } from '../people/my-organizations.sql.ts'
import { stateOf } from '../people/organization-state.rule.ts'
import type { Coming } from '../directory/lifecycle/what-ends-next.rule.ts'
import { toldRequest } from '../directory/requests/told.ts'
import type { AccountOrganization, Departure } from '../wire/account.ts'
import { erasedBy } from '../wire/erasure.ts'
import type { BlockersWords } from '../words/en/blockers.ts'
import { blockersFor } from './leave-words.ts'
import type { Mine } from './read-organizations.ts'

/** When and how a membership ended, as the wire says it. */
export const departureShape = (departure: Left): Departure => ({
  reference: departure.reference,
  leftAt: departure.leftAt.toISOString(),
  restorableUntil: departure.restorableUntil.toISOString(),
  erasedBy: departure.held ? null : erasedBy(departure.restorableUntil).toISOString(),
})

const ended = ({ reference, deletedAt, restorableUntil, held }: MyOrganization): Departure | null =>
  reference === null || deletedAt === null || restorableUntil === null
    ? null
    : departureShape({ reference, leftAt: deletedAt, restorableUntil, held })

const isOpen = ({ requests }: MyOrganization, asked: 'removal' | 'restore'): boolean =>
  requests.some(({ kind, state }) => kind === asked && state === 'open')

// What the person could ask for now, and has not asked for yet (R30, R40).
const askable = (
  organization: MyOrganization,
  reasons: readonly LeaveReason[],
): AccountOrganization['canAsk'] => [
  ...(removalAsked(reasons) === 'asked' && !isOpen(organization, 'removal')
    ? (['removal'] as const)
    : []),
  // Nobody of a closed organization restores anybody (R121).
  ...(organization.restorable &&
  !organization.organizationClosed &&
  !isOpen(organization, 'restore')
    ? (['restore'] as const)
    : []),
]

/**
 * One organization as its person sees it. `homeName` is the name of their home organization, where
 * they have one; what stands in their way is said in these words.
 */
export const organizationShape = (
  organization: Mine,
  homeName: string | undefined,
  words: BlockersWords,
): AccountOrganization => {
  const reasons = organization.deletedAt === null ? leaveReasons(organization) : []
  return {
    ...factsOf(organization),
    blockers: blockersFor(reasons, organization, homeName, words),
    canAsk: askable(organization, reasons),
  }
}

/** What ends an account by itself, as the wire says it. */
export const comesShape = (comes: readonly Coming[]): AccountOrganization['comes'] =>
  comes.map((coming) => ({ ...coming, at: coming.at.toISOString() }))

const written = (at: Date | null): string | null => at?.toISOString() ?? null

const factsOf = (organization: Mine): Omit<AccountOrganization, 'blockers' | 'canAsk'> => ({
  id: organization.tenantId,
  displayName: organization.displayName,
  domain: organization.domain,
  domains: [...organization.domains],
  kind: organization.isHome ? 'home' : 'other',
  state: stateOf(organization),
  invitationOpen: organization.invitationOpen,
  invitationEnded: organization.invitationEnded,
  closed: organization.organizationClosed,
  userType: organization.userType,
  accepted: !organization.invited,
  since: organization.createdAt.toISOString(),
  lastUsedAt: written(organization.lastUsedAt),
  endsAt: written(organization.endsAt),
  comes: comesShape(organization.comes),
  hidden: organization.hidden,
  shownAtHome: organization.shownAtHome,
  departure: ended(organization),
  restorable: organization.restorable,
  undoableUntil: written(organization.undoableUntil),
  requests: organization.requests.map((request) => toldRequest(request, organization)),
  canAdminister:
    organization.holdsRole &&
    organization.deletedAt === null &&
    !organization.organizationClosed &&
    organization.homeAccountEnabled,
  privacyStatementUrl: organization.privacyStatementUrl,
})
