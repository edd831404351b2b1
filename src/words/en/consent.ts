/**
 * What the OpenID Connect provider asks: agreeing, choosing an account, devices, signing out; in
 * English.
 */
import { permissions } from './permissions.ts'

export const consent = {
  goOn: 'Go on',
  goingOn: 'One moment',
  goingOnWhy: 'You are being taken back to the application.',
  back: 'Back to the application',
  portal: 'My organizations',
  accept: 'Accept',
  decline: 'Decline',
  consentTitle: (application: string) => `Sign in to ${application}?`,
  consent: (application: string, organization: string) =>
    `${application} is an application of ${organization}. It will learn your name, your address and the roles that you have in the application.`,
  consentWithGroups: (application: string, organization: string) =>
    `${application} is an application of ${organization}. It will learn your name, your address, your groups in ${organization} and the roles that you have in the application.`,
  foreign: (publisher: string) =>
    `It belongs to another organization, ${publisher}. Nobody here has verified who that is.`,
  consentForeign: (application: string, publisher: string, organization: string) =>
    `${application} is an application of ${publisher} that ${organization} uses. It will learn your name, your address and the roles that you have in the application.`,
  consentForeignWithGroups: (application: string, publisher: string, organization: string) =>
    `${application} is an application of ${publisher} that ${organization} uses. It will learn your name, your address, your groups in ${organization} and the roles that you have in the application.`,
  allowAt: (application: string, resource: string) =>
    `If you allow it, ${application} can, at ${resource} and in your name:`,
  admin: {
    title: (application: string, organization: string) =>
      `Let ${application} work in ${organization}?`,
    ofOwn: (application: string, organization: string) =>
      `${application} is an application of ${organization}.`,
    forPeople: (organization: string) =>
      `For people of ${organization}, with the rights of each and once they have allowed it themselves:`,
    forPeopleAt: (resource: string) =>
      `At ${resource}, in the name of everybody, without asking them:`,
    byItself: (organization: string) =>
      `By itself, in the directory of ${organization}, with nobody signed in:`,
    byItselfAt: (resource: string) => `By itself, at ${resource}:`,
    ofEach: {
      'Directory.AccessAsUser.All': 'do there what each of them may do',
      'User.Read': 'read the user of each of them',
      'UserAuthenticationMethod.Read': 'read how each of them signs in',
    },
    ownApplications: 'register applications, and read and change those that it owns',
    createGroups: 'create groups',
    nothing: 'It asks for nothing more than to sign people in.',
    undo: 'All of it can be taken back at any time, in the admin centre under Applications.',
    accept: 'Accept for the organization',
    cannotTitle: 'This request cannot be answered',
    mayNot: (organization: string) =>
      `It takes an administrator of ${organization} who manages applications and, for what is asked for in its directory, one who gives roles. Ask one of them to open this link.`,
    unknown:
      'There is no application that this organization can use with this client id and this address. Ask whoever gave you the link to look at both.',
  },
  anywhere: {
    startTitle: (application: string, organization: string) =>
      `Use ${application} at ${organization}?`,
    startForMe: (application: string, organization: string) =>
      `If you accept, you are signed in to ${application} with your account at ${organization}, and it learns your name, your address, your roles in it and, where it asks for them, your groups. It can do nothing else by that, nobody else is signed in by it, and administrators of ${organization} can end it at any time.`,
    start: (application: string, organization: string) =>
      `${application} is not used at ${organization} yet. If you accept, people of ${organization} can sign in to it, and it learns the name, the address, the roles and, where it asks for them, the groups of whoever does. It can do nothing else by that, and administrators of ${organization} can end it at any time.`,
    administratorTitle: (application: string) => `An administrator has to allow ${application}`,
    administrator: (application: string, organization: string) =>
      `At ${organization} only an administrator can decide that you use ${application}. Send one of them this link:`,
    noHome:
      'Your account belongs to no organization here, so this application cannot tell where to sign you in. Ask the people who run it for the address of the organization that you are a guest of.',
  },
  allowTitle: (application: string) => `Let ${application} act for you?`,
  allow: (application: string) =>
    `${application} is not part of Guesthouse. It asks to be allowed, in all your organizations:`,
  allowRead: {
    you: 'to see who you are, which organizations you are in, and what they hold about you',
    signIns: 'to see where and when you signed in, and which applications can act for you',
  },
  allowWrite: {
    leave: 'to leave organizations for you, and to accept and decline invitations',
    end: 'to end your sessions and the access of applications, and to write to administrators in your name',
  },
  allowInDirectory: (application: string, organization: string) =>
    `If you allow it, ${application} can, in the directory of ${organization} and with your rights there:`,
  allowReadDirectory: (organization: string) =>
    `read what you may read of the users, groups and applications of ${organization}`,
  allowAll: {
    read: 'read everything that you may read',
    act: 'do in your name everything that you may do, also as an administrator',
  },
  permissions,
  allowGoesTo: (host: string) => `What you allow goes to ${host}.`,
  allowOnlyWhen:
    'Allow it only when you have opened this application yourself and expect it. You are asked again when its addresses or permissions change, and end its access under View account.',
  allowUntil: 'It ends when you sign out, or when you end its access under View account.',
  allowAccept: 'Allow',
  chooseTitle: (application: string) => `Which account for ${application}?`,
  chooseNow: (displayName: string) => `You are signed in as ${displayName}.`,
  chooseNowNamed: (displayName: string, name: string) =>
    `You are signed in as ${displayName} (${name}).`,
  chooseStay: (displayName: string) => `Go on as ${displayName}`,
  another: 'Use another account',
  cannotTitle: (application: string) => `You cannot open ${application}`,
  stranger: (organization: string) =>
    `You do not belong to ${organization}. Ask the person who gave you this link for an invitation.`,
  invited: (organization: string) =>
    `Your invitation to ${organization} is not accepted yet. Open the link in the invitation that was sent to you, and accept it first.`,
  disabled: (organization: string) =>
    `Your user at ${organization} is disabled. Ask an administrator of ${organization} to enable it.`,
  left: (organization: string) =>
    `You have left ${organization}. If that was a mistake, ask its administrators to restore you; My organizations says until when they can.`,
  removed: (organization: string) =>
    `Your user at ${organization} was removed. Ask an administrator of ${organization} if that was a mistake.`,
  closed: (organization: string) =>
    `${organization} is closed, so nobody can sign in there. Your other organizations are not touched by it.`,
  factorNeeded: (application: string) =>
    `${application} asks for a stronger sign-in than you have. Open My organizations, add a passkey or an authenticator app under View account, and sign in with it.`,
  notAssigned: (organization: string) =>
    `This application is only for people who are assigned to it, and you are not. Ask an administrator of ${organization} to assign you.`,
  deviceTitle: 'Connect a device',
  deviceCode: 'Code',
  deviceHint: 'The code that the device shows, for example WDJB-MJHT',
  deviceAsk: (application: string) => `Is this the code that ${application} shows on your device?`,
  deviceWarning:
    'If somebody sent you this code, decline: whoever showed it would be signed in as you. Accept only a code that you see on a device of your own.',
  deviceDone: 'The device is connected. You can close this page and go on there.',
  deviceWrong:
    'This code does not work. It may be mistyped, used or too old. Ask the device for a new one and try again.',
  deviceOver:
    'This page was open for too long, or this browser keeps no cookies for it. Allow them, and type the code again.',
  deviceAgain: 'Type the code again',
  deviceDeclined: 'You have declined. The device was not connected.',
  signOutTitle: 'Sign out',
  signOutAsk:
    'Do you want to sign out of Guesthouse, and of every application that you opened with it on this device?',
  signOut: 'Sign out',
  stay: 'Stay signed in',
  signedOut: 'You are signed out.',
  stayed: 'You are still signed in to Guesthouse.',
  alsoSignedOut: 'These applications are signed out in this browser, too:',
  notAnswered:
    'These have not answered. You may still be signed in there: sign out there, too, or close the browser.',
  notTold:
    'These are more than can be told at once. You may still be signed in there: sign out there, too, or close the browser.',
  errorTitle: 'This sign-in cannot go on',
  errorNext:
    'Open the application again and start from there. If it stays, tell the people who run the application what stands below.',
}

export type ConsentWords = typeof consent
