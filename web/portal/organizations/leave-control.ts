/** Which controls stand beside one of my organizations. */
import type { AccountOrganization } from '../../../src/wire/account.ts'

export const isEnded = ({ state }: AccountOrganization): boolean =>
  state === 'left' || state === 'removed'

/**
 * An invitation that is over, or of a closed organization, cannot be accepted any more; the guest
 * can still be left behind.
 */
export const isOpenInvitation = ({ invitationOpen, closed }: AccountOrganization): boolean =>
  invitationOpen && !closed

/**
 * There is something to leave, and nothing stands in the way. Never at home, whatever else is said
 * (R3).
 */
export const showsLeave = (organization: AccountOrganization): boolean =>
  organization.kind === 'other' &&
  !isEnded(organization) &&
  !isOpenInvitation(organization) &&
  organization.blockers.length === 0
