/** What people read when they hand over and leave; in English. */

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
