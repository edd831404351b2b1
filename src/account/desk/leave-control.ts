/** What can be done with one of my organizations, and under which heading it stands. */
import type { AccountOrganization } from '../../wire/account.ts'
import type { MembershipWords } from '../../words/en/memberships.ts'

export const isEnded = ({ state }: AccountOrganization): boolean =>
  state === 'left' || state === 'removed'

/**
 * An invitation that is over, or of a closed organization, cannot be accepted any more; the guest
 * can still be left behind.
 */
export const isOpenInvitation = ({ invitationOpen, closed }: AccountOrganization): boolean =>
  invitationOpen && !closed

const atHome: ReadonlySet<string> = new Set(['disabledAtHome', 'homeDeleted', 'homeClosed'])

/** It waits, and nothing at home keeps the person from accepting it. */
export const canAccept = (organization: AccountOrganization): boolean =>
  isOpenInvitation(organization) && !organization.blockers.some(({ code }) => atHome.has(code))

/** Nobody ever accepted, and nobody can any more: there is nothing to leave, only to let go of. */
export const isEndedInvitation = ({ invitationEnded, closed }: AccountOrganization): boolean =>
  invitationEnded && !closed

/** There is something to leave, whatever stands in the way. Never at home (R3). */
export const canBeSelected = (organization: AccountOrganization): boolean =>
  organization.kind === 'other' &&
  !isEnded(organization) &&
  !isOpenInvitation(organization) &&
  !isEndedInvitation(organization)

/**
 * There is something to leave, and nothing stands in the way. Never at home, whatever else is said
 * (R3).
 */
export const showsLeave = (organization: AccountOrganization): boolean =>
  canBeSelected(organization) && organization.blockers.length === 0

/** The only thing in the way is that nobody else could act as administrator. */
export const needsSuccessor = ({ blockers }: AccountOrganization): boolean =>
  blockers.length > 0 && blockers.every(({ code }) => code === 'lastAdministrator')

/** What the person asks for there that is not answered yet. */
export const openRequest = ({ requests }: AccountOrganization) =>
  requests.find(({ state }) => state === 'open')

/** Its administrators are asked to remove me, and have not answered. */
export const isAsked = (organization: AccountOrganization): boolean =>
  openRequest(organization)?.kind === 'removal'

export type OrganizationSection = {
  readonly kind: 'home' | 'other'
  /** Undefined where the page's title says it already. */
  readonly heading: string | undefined
  readonly organizations: readonly AccountOrganization[]
}

/**
 * The sections of the page, in order: home under its own heading and the others under another;
 * without a home the page's title is the only one (R4, R5).
 */
export const sectionsOf = (
  home: readonly AccountOrganization[],
  others: readonly AccountOrganization[],
  hasHome: boolean,
  { organizations: words }: MembershipWords,
): OrganizationSection[] => {
  if (!hasHome) return [{ kind: 'other', heading: undefined, organizations: others }]
  const rest = { kind: 'other', heading: words.others, organizations: others } as const
  if (home.length === 0) return [rest]
  return [{ kind: 'home', heading: words.home, organizations: home }, rest]
}
