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

/** What is said of these instead where the organization is closed, and nobody there acts (R121). */
const asks = (organization: string): string =>
  `${organization} is closed, so nobody there can delete the guest: they ask to be removed, in the portal or at /ask-removal with a code to the address at which they were invited, and are removed by themselves a week later.`
const closedWords: Readonly<
  Partial<Record<LeaveReason, (organization: string, home: string) => string>>
> = {
  disabledAtHome: (organization, home) =>
    `Their account is disabled at ${home}, their home organization. An administrator of ${home} can enable it. ${asks(organization)}`,
  homeDeleted: (organization, home) =>
    `Their account at ${home}, their home organization, is deleted. ${asks(organization)}`,
}

/** The reasons as sentences about the guest. */
export const sentencesAbout = (
  reasons: Iterable<LeaveReason>,
  { displayName, isClosed }: { readonly displayName: string; readonly isClosed: boolean },
  homeName: string | undefined,
): string[] =>
  [...reasons].map((code) => {
    const say = (isClosed ? closedWords[code] : undefined) ?? words[code]
    return say(displayName, homeName ?? 'their home organization')
  })
