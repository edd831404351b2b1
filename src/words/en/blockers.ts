/**
 * What stands in the way of leaving, and why something that a person asks for is not done; in
 * English.
 */

/** What a reason is, and what to do now (R25). */
type Reason = Readonly<
  Record<'message' | 'nextStep', (organization: string, home: string) => string>
>

const reason = {
  homeOrganization: {
    message: (organization) =>
      `${organization} is your home organization. You cannot leave your home organization.`,
    nextStep: (organization) =>
      `If you want your account at ${organization} to end, ask its administrators to delete it.`,
  },
  disabledAtHome: {
    message: (_, home) =>
      `Your account is disabled at ${home}, your home organization, so you cannot leave any organization.`,
    nextStep: (_, home) =>
      `Ask an administrator of ${home} to enable your account, then leave; or ask to be removed: the administrators here can delete your guest account.`,
  },
  homeDeleted: {
    message: (_, home) =>
      `Your account at ${home}, your home organization, is deleted, so you cannot leave any organization by yourself.`,
    nextStep: (organization) =>
      `Ask to be removed: an administrator of ${organization} can delete your guest account.`,
  },
  homeClosed: {
    message: (_, home) =>
      `${home}, your home organization, is closed, so you cannot leave any organization by yourself.`,
    nextStep: (organization) =>
      `Ask to be removed, here or with a code to the invited address: an administrator of ${organization} can delete your guest account.`,
  },
  disabledInOrganization: {
    message: (organization) =>
      `Your account is disabled at ${organization}, so you cannot leave by yourself.`,
    nextStep: (organization) =>
      `Ask to be removed: an administrator of ${organization} can delete your account, or enable it so that you can leave.`,
  },
  leavingNotAllowed: {
    message: (organization) => `${organization} does not let guests leave by themselves.`,
    nextStep: (organization) =>
      `Ask to be removed, or write to the privacy contact of ${organization}.`,
  },
  lastAdministrator: {
    message: (organization) =>
      `You are the only Global Administrator of ${organization} who could still act.`,
    nextStep: () =>
      'Name a successor and leave in one step. Or make somebody else a Global Administrator first, then leave.',
  },
} satisfies Record<string, Reason>

/** Who can lift a reason. */
const liftedBy = {
  nobody: (organization) => `Nobody; an administrator of ${organization} can delete your account.`,
  homeOrAdministrators: (organization, home) =>
    `An administrator of ${home}, or of ${organization} by deleting your guest account.`,
  administrators: (organization) => `An administrator of ${organization}.`,
  themselves: () => 'You yourself.',
} satisfies Record<string, (organization: string, home: string) => string>

/** What else is to be said of these where the organization is closed, and nobody there acts. */
const closed: Readonly<
  Record<
    'disabledAtHome' | 'homeDeleted',
    Readonly<Record<'nextStep' | 'liftedBy', (organization: string, home: string) => string>>
  >
> = {
  disabledAtHome: {
    nextStep: (organization, home) =>
      `Ask an administrator of ${home} to enable your account, then leave; or ask to be removed, here or with a code to the invited address: ${organization} is closed, so nobody has to answer, and your guest account is deleted by itself.`,
    liftedBy: (organization, home) =>
      `An administrator of ${home}; ${organization} is closed, and whoever asks is removed by itself.`,
  },
  homeDeleted: {
    nextStep: (organization) =>
      `Ask to be removed, here or with a code to the invited address: ${organization} is closed, so nobody has to answer, and your guest account is deleted by itself.`,
    liftedBy: (organization) =>
      `Nobody has to: ${organization} is closed, and whoever asks is removed by itself.`,
  },
}

const refusal = {
  leaveBlocked: (organization: string, why: string) =>
    `You cannot leave ${organization} just now. ${why}`,
  nothingToShow:
    'There is nothing to agree to: you are no guest there with a home of your own, or that organization tells no home of its guests.',
  organizationNotFound: 'You do not belong to an organization with this id.',
  neverThere: 'You do not belong to an organization with this id, and have not left one.',
  alreadyRemoved:
    'Your user in this organization has been removed already; there is nothing left to leave.',
  homeClosed:
    'Your home organization is closed, so you cannot use others by it. You can ask them to remove you.',
  noLongerThere: (organization: string) =>
    `You are no longer in ${organization}. Ask to be restored, or for a new invitation.`,
  organizationClosed: (organization: string) =>
    `${organization} is closed. Nobody can use it any more.`,
  organizationClosedLeave: (organization: string) =>
    `${organization} is closed. You can still leave it.`,
  notAccepted: (organization: string) =>
    `You have not accepted the invitation of ${organization} yet. Accept it first.`,
  providerNotTrusted: (organization: string) =>
    `${organization} no longer trusts the provider by which you have signed in. Sign in another way, or ask its administrators.`,
  disabledThere: (organization: string) =>
    `Your account is disabled at ${organization}. Ask its administrators.`,
  homeAccountDeleted:
    'Your account at your home organization is deleted. You can still see your organizations, and ask them to remove you.',
  homeAccountDisabled:
    'Your account is disabled at your home organization. Ask its administrators to enable it.',
  signedOut: 'You are not signed in any more. Sign in again.',
  canLeave: 'Nothing stands in the way: you can leave this organization by yourself.',
  nothingToRestore:
    'There is nothing to restore here: your user is there, the organization is closed, or the time in which it could be restored is over.',
  requestNotFound: 'You have no request with this id in this organization.',
  alreadyAnswered: 'This request is answered or withdrawn already; there is nothing to take back.',
  stillHere:
    'You are still in this organization. Leave it first, or decline its invitation; then refuse further ones.',
  refusalNotFound: 'You have no refusal with this id. It may have been taken back already.',
  sessionNotFound: 'You have no session with this id. It may have ended already.',
  consentNotFound: 'No application with this id can act for you. It may have ended already.',
  invitationOver:
    'There is no open invitation for you there. If you want to join, ask the organization for a new one.',
  domainNotAllowed: (organization: string) =>
    `${organization} does not let people of your domain in any more. Ask whoever invited you.`,
  ownDomain: (organization: string) =>
    `The invited address is in a domain of ${organization} itself by now. Ask its administrators to make you a member.`,
  guestDisabled: (organization: string) =>
    `Your account at ${organization} is disabled, so its invitation cannot be accepted. Ask its administrators to enable it, or ask to be removed.`,
  inviteeRefuses: (organization: string) =>
    `You have refused all further invitations from ${organization}. Take that back first, then accept.`,
  declineBlocked:
    'You have an account there already, so declining would be leaving, and something stands in the way of that. Your list of organizations says what.',
}

export type BlockersWords = {
  /** For somebody whose home has no name here; it stands where a name would. */
  readonly yourHome: string
  readonly reason: Readonly<Record<keyof typeof reason, Reason>>
  readonly closed: typeof closed
  readonly liftedBy: Readonly<
    Record<keyof typeof liftedBy, (organization: string, home: string) => string>
  >
  readonly refusal: Readonly<typeof refusal>
}

export const blockers: BlockersWords = {
  yourHome: 'your home organization',
  reason,
  closed,
  liftedBy,
  refusal,
}
