/** The pages behind an invitation's link, in English. */

export const invitation = {
  title: (organization: string) => `${organization} invites you`,
  from: (inviter: string) => `${inviter} wrote to you:`,
  intro: (organization: string) => `As a guest you can use what ${organization} shares with you.`,
  prove: (address: string) => `To accept, show first that ${address} is yours.`,
  proveAtHome: (home: string, address: string) => `To accept, sign in at ${home} as ${address}.`,
  signIn: 'Sign in',
  sendCode: 'Send me a code by e-mail',
  otherProvider: 'Sign in with another provider',
  signInWith: (provider: string) => `Sign in with ${provider}`,
  signedInAsOther: (name: string, address: string) =>
    `You are signed in as ${name}. If ${address} is yours too, show it below; if you are signed in as somebody else than the invited person, sign out first, then open the link again.`,
  review: 'Review permissions',
  receives: (organization: string) => `When you accept, ${organization} receives:`,
  receivesName: 'your name',
  receivesAddress: (address: string) => `the address ${address}`,
  receivesSignIn: 'when you last signed in there, and what you do there',
  statement: (organization: string) => `Read the privacy statement of ${organization}`,
  noStatement: (organization: string) => `${organization} has not provided a privacy statement.`,
  contact: (contact: string) => `For questions about your data write to ${contact}.`,
  accept: 'Accept',
  decline: 'Decline',
  declineHint: 'You need not sign in to decline.',
  forGood: (organization: string) => `Refuse all further invitations from ${organization}`,
  over: 'This invitation is over',
  overWhy: 'The link was used already, is too old, was replaced by a newer one, or was taken back.',
  overProve: 'Sign in to see what became of it',
  overFor: {
    accepted: (organization: string) =>
      `The invitation of ${organization} was accepted already, with another sign-in than the one you have shown now. Sign in with that one.`,
    revoked: (organization: string) =>
      `${organization} has taken this invitation back. If you want to work with them, ask them for a new one.`,
    replaced: (organization: string) =>
      `${organization} has sent a newer link, which takes the place of this one. Look for it in your newest mail from them.`,
    expired: (organization: string, time: string) =>
      `This invitation of ${organization} ended on ${time}. Ask them to send it again.`,
  },
  guestAlready: (organization: string) => `You are a guest of ${organization}`,
  guestAlreadyWhy:
    'You have accepted this invitation already, so the link has done its work. Go on from here.',
  notNow: 'You cannot accept this invitation now',
  refused: {
    domainNotAllowed: (organization: string) =>
      `${organization} does not let people of this domain in any more. Ask whoever invited you.`,
    guestDisabled: (organization: string) =>
      `Your account at ${organization} is disabled. An administrator of ${organization} can enable it; then open this link again. If you want nothing of it, ask to be removed.`,
    inviteeRefuses: (organization: string) =>
      `You have refused all further invitations from ${organization}. Take that back on the page Organizations first, then open this link again.`,
  },
  askRemoval: 'Ask to be removed',
  overNext:
    'If you want to work with the organization, ask it for a new invitation. What you belong to is in your list of organizations.',
  toOrganizations: 'My organizations',
  accepted: (organization: string) => `You are a guest of ${organization} now`,
  acceptedNext: (organization: string) =>
    `${organization} has named an address to go on to. It belongs to them:`,
  alreadyHere: (organization: string) => `You are in ${organization} already`,
  alreadyHereWhy:
    'The invitation went to another address of yours. You go on with the account that you have there.',
  takenOver: 'What was prepared for the invited address is yours now:',
  notTakenOver: 'This was not taken over; ask an administrator there if you need it:',
  link: {
    group: (name: string) => `Group: ${name}`,
    ownedGroup: (name: string) => `Owner of the group: ${name}`,
    application: (name: string) => `Application: ${name}`,
    ownedApplication: (name: string) => `Owner of the application: ${name}`,
    role: (name: string) => `Role: ${name}`,
    sponsor: (name: string) => `Sponsor: ${name}`,
    sponsorOf: (name: string) => `Sponsor of: ${name}`,
    manager: (name: string) => `Manager: ${name}`,
    directReport: (name: string) => `Reports to you: ${name}`,
  },
  declined: (organization: string) => `You have declined the invitation of ${organization}`,
  declinedWhy: 'Nothing of yours is left there.',
  declinedAndLeft: (organization: string) =>
    `You had an account at ${organization}, and have left it now. The mail that we have sent you says until when it can be restored.`,
  declineBlocked: (organization: string) => `You have not left ${organization}`,
  declineBlockedWhy: (organization: string) =>
    `You have an account at ${organization} already, so declining would be leaving, and something stands in the way of that. Your list of organizations says what, and what you can do.`,
  openPortal: 'Go to my apps',
}

export type InvitationWords = typeof invitation
