/** An organization of mine, from the store's words to the wire's. */
import { leaveReasons } from '../directory/leave.rule.ts'
import type { Departure as Left } from '../directory/leave.ts'
import type { MyOrganization } from '../directory/my-organizations.sql.ts'
import { erasedBy } from '../directory/retention.rule.ts'
import type { AccountOrganization, Departure } from '../wire/account.ts'
import { blockersFor } from './leave-words.ts'

/** When and how a membership ended, as the wire says it. */
export const departureShape = (departure: Left): Departure => ({
  reference: departure.reference,
  leftAt: departure.leftAt.toISOString(),
  restorableUntil: departure.restorableUntil.toISOString(),
  erasedBy: departure.held ? null : erasedBy(departure.restorableUntil).toISOString(),
})

const stateOf = (organization: MyOrganization): AccountOrganization['state'] => {
  if (organization.deletedAt !== null) return organization.deletedBy === 'self' ? 'left' : 'removed'
  if (!organization.accountEnabled) return 'disabled'
  return organization.invited ? 'invited' : 'active'
}

const ended = ({ reference, deletedAt, restorableUntil, held }: MyOrganization): Departure | null =>
  reference === null || deletedAt === null || restorableUntil === null
    ? null
    : departureShape({ reference, leftAt: deletedAt, restorableUntil, held })

/** One organization as its person sees it. `homeName` is the name of their home organization, where they have one. */
export const organizationShape = (organization: MyOrganization, homeName: string | undefined): AccountOrganization => ({
  id: organization.tenantId,
  displayName: organization.displayName,
  domain: organization.domain,
  kind: organization.isHome ? 'home' : 'other',
  state: stateOf(organization),
  invitationOpen: organization.invitationOpen,
  closed: organization.organizationClosed,
  userType: organization.userType,
  since: organization.createdAt.toISOString(),
  blockers: organization.deletedAt === null ? blockersFor(leaveReasons(organization), organization, homeName) : [],
  departure: ended(organization),
  restorable: organization.restorable,
  requests: organization.requests.map((request) => ({
    ...request,
    createdAt: new Date(request.createdAt).toISOString(),
    answeredAt: request.answeredAt === null ? null : new Date(request.answeredAt).toISOString(),
  })),
  canAdminister:
    organization.holdsRole && organization.deletedAt === null && !organization.organizationClosed && organization.homeAccountEnabled,
  privacyStatementUrl: organization.privacyStatementUrl,
})
