/** Every word of the portal. A sentence is whole here; numbers come in as numbers. */
import type { AccountOrganization, LeavePreview, Me } from '../../src/wire/account.ts'
import { words as shared } from '../ui/words.ts'

/** What somebody signs in with; null for nothing of their own. */
export type SignInKind = NonNullable<Me['signIn']>['kind'] | null

const number = new Intl.NumberFormat()

const counted = (one: string, many: (count: string) => string) => (count: number) =>
  count === 1 ? one : many(number.format(count))

export const words = {
  apps: {
    title: 'Apps',
    intro: (organization: string) => `What ${organization} has assigned to you.`,
    organization: 'Organization',
    chooseOrganization: (organization: string) => `Organization: ${organization}`,
    search: 'Search apps',
    more: 'Load more',
    loading: 'Loading your apps…',
    opensNewTab: (app: string) => `${app} (opens in a new tab)`,
    noAddress: 'This app has no address to open.',
    emptyTitle: 'No apps yet',
    emptyHint: (organization: string) =>
      `Apps appear here when an administrator of ${organization} assigns them to you or to a group that you are in.`,
    nothingFound: 'No app matches',
    nothingFoundHint: (search: string) =>
      `None of your apps here is called “${search}”. Try fewer letters, or another organization.`,
    noOrganization: 'No organization to look at',
    noOrganizationHint:
      'Apps appear here when you belong to an organization and your account is active there. Your organizations, and what stands in the way, are on the Organizations page.',
    toOrganizations: 'Show my organizations',
  },
  account: {
    title: 'Account',
    intro: 'Who you are, how you sign in, and where you belong.',
    aboutMe: 'About me',
    name: 'Name',
    signInName: 'Sign-in name',
    mail: 'E-mail',
    home: 'Home organization',
    noHome: 'None',
    disabledTitle: 'Your account is disabled',
    disabled: (home: string) =>
      `Your account is disabled at ${home}. You can see your organizations here, but only its administrators can enable your account again.`,
    yourHome: 'your home organization',
    signIn: 'How I sign in',
    ways: {
      password: (issuer: string) => `With a password, at ${issuer}`,
      emailCode: (issuer: string) => `With a code sent to ${issuer}`,
      provider: (issuer: string) => `At ${issuer}`,
    },
    passwordChanged: 'Password changed',
    noSignIn: 'You have no way to sign in of your own here.',
    changePassword: 'Change password',
    security: 'Security: passkeys, authenticator app',
    signIns: 'My sign-ins',
    signInsHint: (kind: SignInKind) =>
      kind === 'password'
        ? 'The newest 100. If you do not know one of these, change your password and look at Security.'
        : kind === 'provider'
          ? 'The newest 100. If you do not know one of these, change what you sign in with at your provider, and look at Security.'
          : 'The newest 100. If you do not know one of these, see that nobody else reads your mail, and look at Security.',
    moreSignIns: 'Show all of them',
    noSignIns: 'No sign-in is recorded yet.',
    signedInAt: (organization: string) => `Signed in at ${organization}`,
    wentOnTo: (organization: string) => `Went on to ${organization}`,
    cameFrom: (organization: string, home: string) => `Signed in at ${organization}, from ${home}`,
    signInFailed: (organization: string) => `Failed sign-in at ${organization}`,
    signedOutAt: (organization: string) => `Signed out at ${organization}`,
    signInMethods: {
      password: 'with a password',
      passkey: 'with a passkey',
      authenticator: 'with a password and a code',
      recoveryCode: 'with a password and a recovery code',
      emailCode: 'with a code by e-mail',
      provider: 'with another provider',
    } as Readonly<Record<string, string>>,
    signInReasons: {
      wrongPassword: 'wrong password',
      wrongCode: 'right password, wrong code',
      disabledAtHome: 'the account is disabled',
      organizationClosed: 'the organization is closed',
    } as Readonly<Record<string, string>>,
    sessions: 'Where I am signed in',
    sessionsHint: (kind: SignInKind) =>
      kind === 'password'
        ? 'If you do not know one of these, sign it out and change your password.'
        : kind === 'provider'
          ? 'If you do not know one of these, sign it out and change what you sign in with at your provider.'
          : 'If you do not know one of these, sign it out and see that nobody else reads your mail.',
    thisSession: 'This session',
    lastSeen: 'Last used',
    endSession: 'Sign out',
    endSessionNamed: (device: string) => `Sign out ${device}`,
    endTitle: 'Sign this session out?',
    endText: (device: string) => `${device} has to sign in again before it can do anything.`,
    sessionEnded: 'The session is signed out.',
    unknownDevice: 'Unknown device',
    device: (browser: string, system: string) => `${browser} on ${system}`,
  },
  organizations: {
    title: 'Organizations',
    intro: 'Where you belong, and how to leave.',
    manage: shared.manageOrganizations,
    cardHint: counted(
      'You belong to one organization.',
      (count) => `You belong to ${count} organizations.`,
    ),
    home: 'Home organization',
    homeWhy: 'Your account belongs to this organization, so it cannot be left from here.',
    others: 'Other organizations you collaborate with',
    filter: 'Find an organization',
    matches: counted('One organization matches.', (count) => `${count} organizations match.`),
    loading: 'Loading your organizations…',
    emptyTitle: 'No other organizations',
    emptyHint: 'An organization appears here when it invites you and you accept.',
    nothingFound: 'No organization matches',
    nothingFoundHint: (search: string) =>
      `None of your organizations has “${search}” in its name or domain.`,
    notAmongMine:
      'The organization that the link names is not among yours. You may have left it, or it may know you by another account.',
    memberSince: 'Member since',
    guestSince: 'Guest since',
    invitedSince: 'Invited on',
    states: {
      active: 'Active',
      invited: 'Invitation not accepted yet',
      disabled: 'Disabled',
      left: 'Left',
      removed: 'Removed',
    } satisfies Record<AccountOrganization['state'], string>,
    closed: 'Organization closed',
    closedHint:
      'This organization is closed. Nobody can use its apps any more; you can still leave it.',
    openAdmin: 'Open admin centre',
    privacy: 'Privacy statement',
    blocked: 'You cannot leave this organization just now',
    write: (email: string) => `Write to ${email}`,
    more: (organization: string) => `More for ${organization}`,
    download: 'Download my data',
    leave: 'Leave organization',
    askRemoval: 'Ask to be removed',
    askRestore: 'Ask to be restored',
    leftOn: 'You left on',
    removedOn: 'Your account there was removed on',
    restorableUntil: 'Restorable until',
    wasRestorableUntil: 'Was restorable until',
    erasedBy: 'Erased by',
    erasure: 'Erasure',
    heldInstead: 'Your data there is kept because of a hold. It is erased when the hold has ended.',
    reference: 'Reference',
  },
  leave: {
    title: (organization: string) => `Leave ${organization}?`,
    confirm: 'Leave',
    lead: (organization: string) => `Your account at ${organization} ends at once, and with it:`,
    nothing: (organization: string) =>
      `Your account at ${organization} ends at once. You hold no groups, apps or roles there.`,
    looking: 'Looking up what you would lose…',
    notShown: 'What you would lose cannot be shown just now. You can still leave.',
    ends: {
      groups: counted('1 group', (count) => `${count} groups`),
      applications: counted('1 app', (count) => `${count} apps`),
      applicationsThroughGroups: counted(
        '1 app through a group',
        (count) => `${count} apps through groups`,
      ),
      roles: counted('1 directory role', (count) => `${count} directory roles`),
      ownedGroups: counted('1 group that you own', (count) => `${count} groups that you own`),
      ownedApplications: counted('1 app that you own', (count) => `${count} apps that you own`),
      sponsoredGuests: counted(
        '1 guest whom you sponsor',
        (count) => `${count} guests whom you sponsor`,
      ),
      directReports: counted(
        '1 person who reports to you',
        (count) => `${count} people who report to you`,
      ),
      sponsors: counted('1 sponsor of yours', (count) => `${count} sponsors of yours`),
      manager: counted('Your manager there', (count) => `${count} managers of yours`),
    } satisfies Record<keyof LeavePreview['ends'], (count: number) => string>,
    onlyOwner: 'nobody else owns it; it will have no owner',
    andMore: counted('and one more', (count) => `and ${count} more`),
    afterTitle: 'If you change your mind',
    restore: (
      date: string,
      organization: { readonly closed: boolean; readonly displayName: string },
    ) =>
      organization.closed
        ? `${organization.displayName} is closed, so nobody brings you back unless it opens again before ${date}.`
        : `An administrator can bring you back, with everything listed here, until ${date}.`,
    again: 'After that, coming back needs a new invitation.',
    erased: (date: string) =>
      `Everything that the organization keeps about your account is erased by ${date}, unless a legal hold makes it keep it; your list of organizations says so then.`,
    download: 'Download my data first',
    dataFile: (organization: string) =>
      `${organization.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} - my data.json`,
    doneTitle: (organization: string) => `You have left ${organization}.`,
    doneHint: 'Keep the reference: quote it when you ask about your departure.',
    dismiss: 'Close this message',
  },
  invitation: {
    accept: 'Accept',
    decline: 'Decline',
    acceptTitle: (organization: string) => `Accept the invitation of ${organization}?`,
    acceptText: (organization: string, mayLeave: boolean) =>
      `${organization} receives your name, your address, and when you last signed in there and what you do there. ${
        mayLeave
          ? 'You can leave again at any time, by yourself.'
          : `${organization} does not let guests leave by themselves: whoever wants to go asks its administrators to be removed.`
      }`,
    statement: (organization: string) => `Read the privacy statement of ${organization}`,
    noStatement: (organization: string) => `${organization} has not provided a privacy statement.`,
    declineTitle: (organization: string) => `Decline the invitation of ${organization}?`,
    declineText: 'Nothing of yours is left there.',
    forGood: (organization: string) => `Refuse all further invitations from ${organization}`,
    accepted: (organization: string) => `You are a guest of ${organization} now.`,
    declined: (organization: string) => `You have declined the invitation of ${organization}.`,
  },
  request: {
    removalTitle: (organization: string) => `Ask to be removed from ${organization}?`,
    removalText: (organization: string) =>
      `The administrators of ${organization} see your request. They can delete your account, or make it possible for you to leave.`,
    restoreTitle: (organization: string) => `Ask to be restored in ${organization}?`,
    restoreText: (organization: string) =>
      `The administrators of ${organization} see your request. If they agree, your account comes back with its groups and apps.`,
    message: 'Message to the administrators (optional)',
    send: 'Send request',
    sent: (organization: string) =>
      `Your request was sent to the administrators of ${organization}.`,
    state: {
      removal: {
        open: 'You asked to be removed. The administrators have not answered yet.',
        done: 'Your request to be removed was answered: it can go on.',
        declined: 'Your request to be removed was declined.',
        withdrawn: 'You took your request to be removed back.',
      },
      restore: {
        open: 'You asked to be restored. The administrators have not answered yet.',
        done: 'Your request to be restored was granted.',
        declined: 'Your request to be restored was declined.',
        withdrawn: 'You took your request to be restored back.',
      },
    },
    theyWrite: 'They write:',
    asked: 'Asked on',
    answered: 'Answered on',
  },
  acts: {
    withdraw: {
      title: (organization: string) => `Take your request to ${organization} back?`,
      text: (organization: string) =>
        `The administrators of ${organization} do not see it any more. You can ask again.`,
      confirm: 'Take the request back',
      done: () => 'Your request is taken back.',
    },
    refuse: {
      title: (organization: string) => `Refuse all further invitations from ${organization}?`,
      text: (organization: string) =>
        `${organization} cannot invite you again, under whichever of your names, until you take this back on this page.`,
      confirm: 'Refuse further invitations',
      done: (organization: string) => `${organization} cannot invite you any more.`,
    },
  },
  refusals: {
    title: 'Refused invitations',
    hint: 'These organizations cannot invite you. Take it back if they may again.',
    since: 'refused on',
    takeBack: 'Take back',
    takeBackNamed: (organization: string) => `Take back the refusal of ${organization}`,
    done: (organization: string) => `${organization} can invite you again.`,
  },
} as const
