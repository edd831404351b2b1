/**
 * What stands in a guest's way of leaving, for an operator who acts at their wish: what it is, and
 * who can lift it.
 */
import type { LeaveReason } from '../../directory/users/leave.rule.ts'

const words: Readonly<Record<LeaveReason, (organization: string, home: string) => string>> = {
  homeOrganization: (organization) =>
    `${organization} is their home organization, which nobody leaves. An administrator of it can delete their account.`,
  disabledAtHome: (organization, home) =>
    `Their account is disabled at ${home}, their home organization. An administrator of ${home} can enable it, or one of ${organization} can delete the guest.`,
  homeDeleted: (organization, home) =>
    `Their account at ${home}, their home organization, is deleted. An administrator of ${organization} can delete the guest.`,
  homeClosed: (organization, home) =>
    `${home}, their home organization, is closed. An administrator of ${organization} can delete the guest.`,
  disabledInOrganization: (organization) =>
    `Their account is disabled at ${organization}. An administrator of ${organization} can delete it, or enable it so that they can leave.`,
  leavingNotAllowed: (organization) =>
    `${organization} does not let guests leave by themselves. An administrator of ${organization} can delete the guest, or allow leaving.`,
  lastAdministrator: (organization) =>
    `They are the only Global Administrator of ${organization} who could still act. Somebody else has to be made one first.`,
}

/** The reasons as sentences about the guest. */
export const sentencesAbout = (
  reasons: Iterable<LeaveReason>,
  organization: string,
  homeName: string | undefined,
): string[] =>
  [...reasons].map((code) => words[code](organization, homeName ?? 'their home organization'))
