/** Ways to sign in other than a password here: codes by mail and providers, in English. */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

export const ways = {
  withCode: 'Send me a code by e-mail',
  codeIntro: 'A code goes to this address. With it you come in, or see how you sign in.',
  back: 'Back to the sign-in page',

  codeTitle: 'Sign in with a code',
  address: 'Your e-mail address',
  addressHint:
    'We send a code to it. It works for people who have no other account to sign in with.',
  addressHintAsking:
    'We send a code to it. Use the address at which you were invited. Whoever can sign in asks in the list of their organizations instead.',
  send: 'Send the code',
  notAnAddress: 'This is not an address a code can be sent to. Check its spelling.',
  codeSent: (address: string) =>
    `If mail reaches ${address}, a code of 8 digits is on its way. Type it here, in this browser.`,
  code: 'Code',
  codeHint: (minutes: number) =>
    `It works once, for ${plural(minutes, { one: '# minute', other: '# minutes' })}.`,
  check: 'Go on',
  notACode: 'A code has 8 digits. Look at the mail again.',
  wrongCode: (left: number) =>
    `This is not the code. You have ${plural(left, { one: 'one more try', other: '# more tries' })}.`,
  codeOver:
    'This code does not work any more: it was used, is too old, or was tried too often. Ask for a new one.',
  newCode: 'Send a new code',

  unknownTitle: 'No account is known for you here',
  unknownAddress: (address: string) =>
    `You have shown that ${address} is yours, and no account here belongs to it.`,
  unknownIdentity: (provider: string) =>
    `${provider} says who you are, and no account here belongs to that.`,
  unknownGuest:
    'If an organization here has a guest of this address, you can ask it to remove them; if it has removed them lately, you can ask it to restore them:',
  unknownNext:
    'If you were invited, open the link in the invitation now, in this browser. If you were not, ask the organization to invite you. If you have an account at a home organization, sign in with that.',
  homeGoneTitle: 'Your account is gone',
  homeGone: 'The account at your home organization was deleted, so nobody can sign in with it.',
  homeGoneNext:
    'If that happened in the last weeks, an administrator of your home organization may still be able to restore it. The organizations that you visit as a guest can remove you when you ask them:',

  providerTitle: 'Sign in with another provider',
  providerName: 'Your address, or the domain of your home organization',
  providerNameHint:
    'For example ada@contoso.example or contoso.example. The domain of an organization that has invited you works too.',
  find: 'Go on',
  again: (provider: string) => `Sign in with ${provider} again`,
  noProvider: (domain: string) =>
    `No provider is known for ${domain}. Check the spelling, or show that the address is yours with a code: then you see how you sign in with it.`,
  proveFirst: 'Send me a code, and show me how I sign in',
  waysTitle: 'Sign in with your provider',
  ways: (address: string) =>
    `You have shown that ${address} is yours. A guest with this address signs in here:`,
  atProvider: (host: string) => `You sign in there, at ${host}, and come back.`,
  whichTitle: 'Choose how you sign in',
  which: (domain: string) => `These ways are open to people who work with ${domain}:`,
  use: (provider: string, host: string) => `${provider} (${host})`,
  onTheWay: (provider: string) => `You go on to ${provider}.`,
  goTo: (provider: string) => `Go on to ${provider}`,
  startAgain: 'Sign in again',
  flowOverTitle: 'Start again',
  flowOver:
    'This answer of a provider belongs to no sign-in of this browser: it is too old, was used already, or was begun elsewhere.',
  stopped: (provider: string) => `You have not signed in at ${provider}. Nothing was changed.`,
  refusedTitle: 'This sign-in was not accepted',
  refused: (provider: string) =>
    `What ${provider} answered could not be trusted, so nobody was signed in. Try again; if it stays, tell an administrator of your home organization.`,
  unavailable: (provider: string) =>
    `${provider} does not answer just now. Try again in a moment, or sign in another way.`,
  notTrusted:
    'This provider is not used here any more. Sign in another way, or ask an administrator of your organization.',
}

export type WaysWords = typeof ways
