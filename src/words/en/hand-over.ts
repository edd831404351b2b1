/** What people read when they hand over and leave, and why they cannot undo it; in English. */

/** By the code of the reason for which somebody cannot take over. */
const refused = {
  oneself: () => 'You cannot hand over to yourself. Name somebody else.',
  notAccepted: (organization: string) =>
    `Whom you named has not accepted the invitation of ${organization} yet, so they cannot take over. Name somebody else.`,
  disabled: (organization: string) =>
    `The account of whom you named is disabled at ${organization}, so they cannot take over. Name somebody else.`,
  guest: (organization: string) =>
    `Whom you named is a guest of ${organization}, and only a member can take over. Name a member.`,
  homeClosed: () =>
    'Whom you named is not let in by their home organization, so they could not act. Name somebody else.',
}

export const handOver = {
  offer: 'Name a successor and leave',
  soleAdministrator: (organization: string) =>
    `Name who becomes Global Administrator of ${organization} in your place, and leave in the same step.`,
  sole: (organization: string) =>
    `Part of this has nobody else at ${organization}. You can name who takes it over; if you leave without, it is left with nobody until an administrator settles it.`,
  title: (organization: string) => `Hand over and leave ${organization}?`,
  lead: (organization: string) =>
    `You leave ${organization} at once. Whom you name takes over what would have nobody:`,
  nothing:
    'Nothing of yours there would be left without somebody, so you can leave without a successor.',
  role: (role: string) => `the role ${role}`,
  find: 'Find a member by name',
  search: 'Find',
  who: 'Who takes over',
  more: 'There are more than these. Find them by name.',
  nobody:
    'You see nobody there who could take over. If you find nobody, write to the administrators.',
  afterwards:
    'Your successor is told by mail. What is handed over stays with them, also if you come back.',
  refused,
  notFound: 'You see nobody with this id there. Choose one of those who are shown.',
}

export type HandOverWords = typeof handOver

/** By the code of the reason why somebody cannot undo by themselves that they left. */
export const undo = {
  notByThemselves: (organization: string) =>
    `You did not leave ${organization} yourself, so you cannot undo it yourself. Ask its administrators to restore you.`,
  timeOver: (organization: string) =>
    `The time in which you could undo leaving ${organization} by yourself is over, or it does not offer that. Ask its administrators to restore you.`,
  homeDisabled: (organization: string) =>
    `Your account at home cannot be used, so you cannot come back to ${organization}. Ask the administrators of your home organization.`,
  homeClosed: (organization: string) =>
    `Your home organization is closed, so you could not leave ${organization} again by yourself. If you want to come back, ask its administrators to restore you.`,
  organizationClosed: (organization: string) =>
    `${organization} is closed, so nobody comes back to it.`,
  held: (organization: string) =>
    `${organization} keeps your data because of a hold. Ask its administrators to restore you.`,
  refuses: (organization: string) =>
    `You have refused all further invitations from ${organization}. Take that back first, then undo leaving.`,
  domainNotAllowed: (organization: string) =>
    `${organization} does not let people of your domain in any more. Ask its administrators.`,
  taken: (organization: string) =>
    `Somebody at ${organization} has your name or one of your addresses by now. Ask its administrators to restore you.`,
}

export type UndoWords = typeof undo
