/**
 * The words for what stands in the way of leaving: what it is, what to do now, and who can lift it
 * (R25).
 */
import type { LeaveReason } from '../directory/users/leave.rule.ts'
import type { MyOrganization } from '../people/my-organizations.sql.ts'
import type { Blocker } from '../wire/account.ts'

type Words = {
  readonly message: (organization: string, home: string) => string
  readonly nextStep: (organization: string, home: string) => string
  readonly liftedBy: (organization: string, home: string) => string
  /** The same to an operator who acts at the guest's wish: what it is, and who can lift it. */
  readonly ofThem: (organization: string, home: string) => string
}

const words = {
  homeOrganization: {
    message: (organization) =>
      `${organization} is your home organization. You cannot leave your home organization.`,
    nextStep: (organization) =>
      `If you want your account at ${organization} to end, ask its administrators to delete it.`,
    liftedBy: (organization) =>
      `Nobody; an administrator of ${organization} can delete your account.`,
    ofThem: (organization) =>
      `${organization} is their home organization, which nobody leaves. An administrator of it can delete their account.`,
  },
  disabledAtHome: {
    message: (_, home) =>
      `Your account is disabled at ${home}, your home organization, so you cannot leave any organization.`,
    nextStep: (_, home) =>
      `Ask an administrator of ${home} to enable your account, then leave; or ask to be removed: the administrators here can delete your guest account.`,
    liftedBy: (organization, home) =>
      `An administrator of ${home}, or of ${organization} by deleting your guest account.`,
    ofThem: (organization, home) =>
      `Their account is disabled at ${home}, their home organization. An administrator of ${home} can enable it, or one of ${organization} can delete the guest.`,
  },
  homeDeleted: {
    message: (_, home) =>
      `Your account at ${home}, your home organization, is deleted, so you cannot leave any organization by yourself.`,
    nextStep: (organization) =>
      `Ask to be removed: an administrator of ${organization} can delete your guest account.`,
    liftedBy: (organization) => `An administrator of ${organization}.`,
    ofThem: (organization, home) =>
      `Their account at ${home}, their home organization, is deleted. An administrator of ${organization} can delete the guest.`,
  },
  disabledInOrganization: {
    message: (organization) =>
      `Your account is disabled at ${organization}, so you cannot leave by yourself.`,
    nextStep: (organization) =>
      `Ask to be removed: an administrator of ${organization} can delete your account, or enable it so that you can leave.`,
    liftedBy: (organization) => `An administrator of ${organization}.`,
    ofThem: (organization) =>
      `Their account is disabled at ${organization}. An administrator of ${organization} can delete it, or enable it so that they can leave.`,
  },
  leavingNotAllowed: {
    message: (organization) => `${organization} does not let guests leave by themselves.`,
    nextStep: (organization) =>
      `Ask to be removed, or write to the privacy contact of ${organization}.`,
    liftedBy: (organization) => `An administrator of ${organization}.`,
    ofThem: (organization) =>
      `${organization} does not let guests leave by themselves. An administrator of ${organization} can delete the guest, or allow leaving.`,
  },
  lastAdministrator: {
    message: (organization) =>
      `You are the only Global Administrator of ${organization} who could still act.`,
    nextStep: () => 'Make somebody else a Global Administrator first, then leave.',
    liftedBy: () => 'You, by assigning the role to somebody else.',
    ofThem: (organization) =>
      `They are the only Global Administrator of ${organization} who could still act. Somebody else has to be made one first.`,
  },
} satisfies Record<LeaveReason, Words>

/**
 * The reasons as blockers for people. `homeName` is the home organization's name, where the person
 * has one.
 */
export const blockersFor = (
  reasons: readonly LeaveReason[],
  organization: MyOrganization,
  homeName: string | undefined,
): Blocker[] => {
  const home = homeName ?? 'your home organization'
  const email = organization.privacyContact ?? organization.technicalContact
  const contact = {
    ...(email === null ? {} : { email }),
    ...(organization.privacyStatementUrl === null
      ? {}
      : { statementUrl: organization.privacyStatementUrl }),
  }
  return reasons.map((code) => ({
    code,
    message: words[code].message(organization.displayName, home),
    nextStep: words[code].nextStep(organization.displayName, home),
    liftedBy: words[code].liftedBy(organization.displayName, home),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  }))
}

/** The reasons as sentences to an operator, about the guest. */
export const sentencesAbout = (
  reasons: Iterable<LeaveReason>,
  organization: string,
  homeName: string | undefined,
): string[] =>
  [...reasons].map((code) =>
    words[code].ofThem(organization, homeName ?? 'their home organization'),
  )
