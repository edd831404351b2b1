/** Passkeys, authenticator apps and the page about both, in English. */
import { pluralOf } from '../speech.ts'

const plural = pluralOf('en')

export const security = {
  security: 'Security',
  securityIntro: 'What you sign in with, and where you are signed in.',
  toProfile: 'Back to my account',
  toSecurity: 'Back to Security',

  passkeys: 'Passkeys',
  passkeysIntro: 'A passkey signs you in with the lock of your device, without a password.',
  noPasskeys: 'You have no passkey yet.',
  addPasskey: 'Add a passkey',
  passkeysHere: (host: string) =>
    `Passkeys belong to a name, and this Guesthouse is reached by the address ${host}. Ask its operator to give it a name with https.`,
  tooManyPasskeys: (most: number) =>
    `You have ${plural(most, { one: '# passkey', other: '# passkeys' })}, which is the most there can be. Remove one that you do not use.`,
  passkeyName: 'Name of this passkey',
  passkeyNameHint: 'So that you know it again, for example My phone',
  passkeyNamePlain: 'Passkey',
  badName: 'Give the passkey a name of 1 to 64 characters.',
  askBrowser: 'Go on',
  askBrowserHint: 'Your browser asks you to unlock this device, or another one nearby.',
  addedOn: (date: string) => `Added on ${date}`,
  lastUsedOn: (date: string) => `last used on ${date}`,
  neverUsed: 'not used yet',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  removePasskey: 'Remove this passkey?',
  removePasskeyText: (name: string) =>
    `“${name}” will not sign you in any more. Your device may still show it until you remove it there too.`,
  removePasskeyLast:
    'You have no password here, and this is your last passkey. Be sure that you can sign in another way.',
  keep: 'Keep it',

  withPasskey: 'Sign in with a passkey',
  passkeyIntro: 'Your browser shows the passkeys it knows. You need no name and no password.',
  usePasskey: 'Use a passkey',
  otherWay: 'Sign in another way',
  needsScript:
    'Passkeys need JavaScript, which is switched off in this browser. Switch it on for this site, or sign in another way.',
  unsupported: 'This browser knows no passkeys. Try a newer one, or sign in another way.',
  cancelled:
    'No passkey was used: it was cancelled, or took too long. Try again when you are ready.',
  alreadyThere:
    'This device already has a passkey of yours. Use another device, or keep the one you have.',
  expired: 'This took too long, or was sent twice. Try again.',
  notVerified:
    'The passkey could not be checked, so nothing was changed. Try again; if it stays, use another passkey.',
  unknownPasskey:
    'This passkey is not known here. It may have been removed. Sign in another way, then add a new one.',

  authenticator: 'Authenticator app',
  authenticatorIntro: 'A code from an app on your phone, asked for after your password.',
  authenticatorOff: 'Not set up.',
  authenticatorOn: (date: string) => `Set up on ${date}.`,
  authenticatorNeedsPassword:
    'You do not sign in with a password here, so no code is asked for. Your account is as safe as what you sign in with: a passkey, your mailbox, or the provider that says who you are.',
  setUpAuthenticator: 'Set up an authenticator app',
  setUpTitle: 'Set up your authenticator app',
  setUpSteps:
    'Scan this picture with the app, or type the key into it. Then type the code that the app shows.',
  qr: 'QR code with the key that is written below',
  key: 'Key:',
  code: 'Code',
  codeHint: 'Six digits, from the app',
  confirm: 'Confirm',
  codeWrongSetUp:
    'This is not the code of now. Check that the clock of your phone is right, wait for the next code, and type it. Nothing is switched on yet.',
  setUpOver: 'The key on the last page is too old. Here is a new start: scan again.',
  recoveryTitle: 'Your recovery codes',
  recoveryText:
    'Keep these where you find them without your phone, on paper for example. Each signs you in once instead of a code of the app. They are not shown again.',
  recoveryKept: 'I have kept them',
  noRecoveryLeft: 'You have no recovery codes left.',
  recoveryLeft: (count: number) =>
    plural(count, {
      one: 'You have one recovery code left.',
      other: 'You have # recovery codes left.',
    }),
  newRecoveryCodes: 'Make new recovery codes',
  newRecoveryText: 'The old ones stop working. Type a code to go on.',
  removeAuthenticator: 'Remove the authenticator app',
  removeAuthenticatorText:
    'Afterwards your password alone signs you in, and your recovery codes stop working. Type a code to go on; if you have neither app nor recovery codes, ask an administrator of your home organization to reset them.',
  anyCode: 'Code or recovery code',
  anyCodeHint: 'Six digits from the app, or one of your recovery codes',
  secondStep: 'Enter your code',
  secondStepFor: (name: string) => `For ${name}.`,
  codeWrong:
    'This code is not right, or was used already. Wait until the app shows the next one, and type that.',
  lostPhone:
    'Without your phone? Type a recovery code. Without those, ask an administrator of your home organization to reset your sign-in.',
  startAgain: 'Start again',
  noAuthenticator: 'You have no authenticator app set up, so there is nothing to change.',

  sessions: 'Where you are signed in',
  thisSession: 'this session',
  lastSeenAt: (time: string) => `Last used on ${time}`,
  endSession: 'Sign out',
  endNamed: (device: string) => `Sign out ${device}`,
  sessionEnded: 'The session is signed out.',
  sessionGone: 'That session had ended already.',
  passkeyAdded: 'The passkey is added. You can sign in with it from now on.',
  passkeyRemoved: 'The passkey is removed.',
  authenticatorRemoved: 'The authenticator app is removed. Your password alone signs you in now.',
}

export type SecurityWords = typeof security
