/** Signing in, signing out, passwords and the first organization, in English. */
import { pluralOf, waitOf } from '../speech.ts'

const plural = pluralOf('en')
const wait = waitOf('en')
const soon = {
  minutes: { one: 'in a minute', other: 'in # minutes' },
  hours: { one: 'in an hour', other: 'in # hours' },
} as const

export const signIn = {
  signIn: 'Sign in',
  next: 'Next',
  signInName: 'Sign-in name',
  signInNameOrAddress: 'Sign-in name or e-mail address',
  signInNameHint: 'For example ada@contoso.example. On the next page you see how you sign in.',
  anotherName: 'Use another name',
  withPassword: 'Sign in with a password',
  otherWays: 'Other ways to sign in',
  noName: 'This is no name to sign in with. Type the whole of it, like ada@contoso.example.',
  noWays: (name: string) =>
    `Type the whole of your name or address, like ada@contoso.example: “${name}” alone does not say how you sign in.`,
  nameLost:
    'Type your name here once more. If you have just done so, your browser keeps no cookies: allow them for this site, or it cannot sign you in.',
  password: 'Password',
  forgot:
    'Forgot your password? Ask an administrator of your home organization for a password link.',
  stepUp:
    'To change what you sign in with, show once more who you are. You stay signed in meanwhile.',
  cookiesOff:
    'You were signed in a moment ago, but your browser keeps no cookies, so it forgot it at once. Allow cookies for this site, then sign in again.',
  emptyTitle: 'Nothing is set up here yet',
  empty: 'This Guesthouse has no organization yet, so nobody can sign in.',
  emptyNext:
    'Whoever runs it opens the set-up link that was printed when it started; starting it again prints a new one. Then load this page again.',
  wrong: 'This name and password do not belong together. Check both and try again.',
  throttled: (seconds: number) => `Too many tries. Try again ${wait(seconds, soon)}.`,
  disabledTitle: 'Your account is disabled',
  disabled: (organization: string) =>
    `The password is right, but your account at ${organization}, your home organization, is disabled. You cannot sign in anywhere with it, and you cannot leave other organizations by yourself meanwhile.`,
  disabledNext: (organization: string) =>
    `Ask an administrator of ${organization} to enable your account.`,
  closed: (organization: string) => `${organization} is closed, so nobody can sign in there.`,
  askRemovalHint:
    'If you want the organizations that you visit as a guest to remove you, or one that has removed you to restore you, ask them by your e-mail address:',
  closedData:
    'If you want a copy of your data there, or have a question about it, write to whoever answers for it:',
  writeTo: (contact: string) => `Write to ${contact}`,
  signOut: 'Sign out',
  signOutQuestion: 'Do you want to sign out of Guesthouse on this device?',
  signedOut: 'You are signed out.',
  changePassword: 'Change password',
  mustChange: 'Choose a new password before you go on.',
  currentPassword: 'Present password',
  newPassword: 'New password',
  repeatPassword: 'New password again',
  passwordHint: (least: number) =>
    `At least ${plural(least, { one: '# character', other: '# characters' })}. A sentence of several words is good; no digits or symbols are demanded.`,
  changed: 'Your password is changed. Your other sessions have ended.',
  goOn: 'Go on',
  back: 'Back',
  notTheSame: 'The two new passwords are not the same. Type both again.',
  currentWrong: 'The present password is not right. Your password was not changed.',
  noPassword: 'You do not sign in with a password here, so there is none to change.',
  choosePassword: 'Choose your password',
  passwordFor: (name: string, organization: string) => `For ${name} at ${organization}.`,
  passwordSet: 'Your password is set. Sign in with it now.',
  linkOver: 'This link does not work any more',
  linkOverWhy: 'It was used already, is too old, or was replaced by a newer one.',
  passwordLinkNext: 'Ask an administrator of your organization for a new link.',
  setUpLinkNext: 'Restart Guesthouse to print a new link, as long as no organization exists.',
  setUp: 'Set up Guesthouse',
  setUpIntro: 'Make the first organization and its first administrator. This link works once.',
  organizationName: 'Name of the organization',
  domain: 'Domain',
  domainHint: 'Sign-in names end with it, for example contoso.example',
  displayName: 'Your name',
  localPart: 'Sign-in name, before the @',
  make: 'Make the organization',
  setUpDone: 'The organization is ready',
  setUpDoneNext: (name: string) => `Sign in as ${name} to go on.`,

  /** What is wrong with a new password. */
  weak: {
    tooShort: (least: number) =>
      `The new password is too short. Use at least ${plural(least, { one: '# character', other: '# characters' })}; a few words make a good one.`,
    tooLong: 'The new password is longer than can be stored. Use at most 1024 bytes.',
    common:
      'The new password is one that others would guess early. Use several words that do not belong together.',
    unchanged: 'The new password is the present one. Choose another.',
    containsName:
      'The new password is mostly your own name or address. Use something that others do not know of you.',
  },
  /** What is wrong with a field of the page that makes the first organization. */
  setUpProblem: {
    organizationName: 'Give the organization a name of 1 to 256 characters.',
    domain: 'A domain looks like contoso.example: letters, digits and hyphens, with a dot.',
    displayName: 'Give your name, 1 to 256 characters.',
    localPart:
      'The sign-in name takes letters, digits, dots, hyphens and underscores; leave out the @ and what follows.',
    password: 'Choose a password.',
  },
}

export type SignInWords = typeof signIn
