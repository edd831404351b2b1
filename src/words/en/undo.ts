/** Why somebody cannot undo by themselves that they left; in English. */

/** By the code of the reason. */
export const undo = {
  notByThemselves: (organization: string) =>
    `You did not leave ${organization} yourself, so you cannot undo it yourself. Ask its administrators to restore you.`,
  timeOver: (organization: string) =>
    `The time in which you could undo leaving ${organization} by yourself is over, or it does not offer that. Ask its administrators to restore you.`,
  homeDisabled: (organization: string) =>
    `Your account at home cannot be used, so you cannot come back to ${organization}. Ask the administrators of your home organization.`,
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
