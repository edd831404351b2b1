/** The portal: apps, the account, and what can act for somebody; in English. */
import { permissions } from './permissions.ts'

export const portal = {
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
    language: 'Language and time zone',
    languageHint:
      'In this language you read Guesthouse and its mails, with times in this time zone.',
    timeZone: 'Time zone',
    timeZoneSaved: 'After saving',
    save: 'Save',
    title: 'Account',
    intro: 'Who you are, how you sign in, and where you belong.',
    aboutMe: 'About me',
    signInName: 'Sign-in name',
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
    signInsHint: {
      password:
        'The newest 100. If you do not know one of these, change your password and look at Security.',
      provider:
        'The newest 100. If you do not know one of these, change what you sign in with at your provider, and look at Security.',
      mail: 'The newest 100. If you do not know one of these, see that nobody else reads your mail, and look at Security.',
    },
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
    },
    signInReasons: {
      wrongPassword: 'wrong password',
      wrongCode: 'right password, wrong code',
      disabledAtHome: 'the account is disabled',
      organizationClosed: 'the organization is closed',
    },
    sessions: 'Where I am signed in',
    sessionsHint: {
      password: 'If you do not know one of these, sign it out and change your password.',
      provider:
        'If you do not know one of these, sign it out and change what you sign in with at your provider.',
      mail: 'If you do not know one of these, sign it out and see that nobody else reads your mail.',
    },
    thisSession: 'This session',
    lastSeen: 'Last used',
    endSession: 'Sign out',
    endSessionNamed: (device: string) => `Sign out ${device}`,
    endTitle: 'Sign this session out?',
    endText: (device: string) => `${device} has to sign in again before it can do anything.`,
    sessionEnded: 'The session is signed out.',
  },
  consents: {
    title: 'Applications with access',
    hint: 'These can act for you, as far as you could yourself. End the access of one that you do not use.',
    none: 'No application can act for you just now.',
    everywhere: 'All your organizations',
    since: 'Since',
    lastUsed: 'last used',
    lasting: 'Goes on when you sign out',
    scopes: {
      openid: 'know that it is you',
      profile: 'see your name',
      email: 'see your e-mail address',
      ...permissions,
      'Account.Read': 'see your account and all your organizations',
      'Account.ReadWrite': 'see and change your account, and leave organizations for you',
    },
    can: (what: string) => `Can ${what}.`,
    end: 'End access',
    endNamed: (application: string) => `End access of ${application}`,
    endTitle: (application: string) => `End the access of ${application}?`,
    endText: (application: string) =>
      `${application} can do nothing for you any more, from the next moment on. Your account and your apps stay; when you open it again, it asks you first.`,
    ended: (application: string) => `The access of ${application} has ended.`,
  },
}

export type PortalWords = typeof portal
