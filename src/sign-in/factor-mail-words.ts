/** The mails that tell people of every change of what they sign in with. */

/** The events that are such a change. */
export type FactorChange =
  | 'user.passkeyAdded'
  | 'user.passkeyRemoved'
  | 'user.authenticatorAdded'
  | 'user.authenticatorRemoved'
  | 'user.recoveryCodesMade'
  | 'user.factorsReset'
  | 'user.passwordChanged'
  | 'user.identityAdded'
  | 'user.identityRemoved'

/** Who did it: somebody with a session or a link of the person, an administrator of the home, or who runs the installation. */
export type Doer = 'oneself' | 'administrator' | 'operator'

type Facts = {
  readonly when: string
  readonly by: Doer
  /** The person's home; absent for people without one. */
  readonly organization: string | undefined
  /** Where the account is that somebody was tied to. */
  readonly host: string | undefined
  /** There was no password before. */
  readonly isFirst: boolean
}

const subjects = {
  'user.passkeyAdded': 'A passkey was added to your account',
  'user.passkeyRemoved': 'A passkey was removed from your account',
  'user.authenticatorAdded': 'An authenticator app was set up for your account',
  'user.authenticatorRemoved': 'The authenticator app was removed from your account',
  'user.recoveryCodesMade': 'New recovery codes were made for your account',
  'user.factorsReset': 'Your passkeys and your authenticator app were removed',
  'user.passwordChanged': 'The password of your account was changed',
  'user.identityAdded': 'A new way to sign in to your account',
  'user.identityRemoved': 'A way to sign in to your account was removed',
} as const satisfies Record<FactorChange, string>

const meanings = {
  'user.passkeyAdded': () => 'It signs you in from now on, without a password.',
  'user.passkeyRemoved': () => 'It does not sign you in any more.',
  'user.authenticatorAdded': () => 'Its code is asked for after your password from now on.',
  'user.authenticatorRemoved': () => 'No code is asked for after your password any more, and your recovery codes have stopped working.',
  'user.recoveryCodesMade': () => 'The recovery codes from before have stopped working.',
  'user.factorsReset': () => 'They do not sign you in any more, and your recovery codes have stopped working.',
  'user.passwordChanged': () => 'The password from before does not sign you in any more.',
  'user.identityAdded': (host) => `Your account is tied to one at ${host ?? 'a provider'}. Who signs in there is signed in here.`,
  'user.identityRemoved': (host) => `Your account is not tied to the one at ${host ?? 'a provider'} any more.`,
} as const satisfies Record<FactorChange, (host: string | undefined) => string>

const who = ({ by, organization }: Facts): string => {
  if (by === 'oneself') return 'It was done in a session of yours, or with a link that was made for you.'
  if (by === 'operator') return 'It was done by the operator of this Guesthouse.'
  return `It was done by an administrator of ${organization ?? 'your organization'}.`
}

const whatHappened = (change: FactorChange, { host, isFirst }: Facts): readonly [string, string] =>
  change === 'user.passwordChanged' && isFirst
    ? ['A password was set for your account', 'It signs you in from now on.']
    : [subjects[change], meanings[change](host)]

const next = ({ organization }: Facts): string =>
  organization === undefined
    ? 'If it was you, there is nothing to do. If it was not, sign in, open the page Security, remove what you do not know, and sign out the sessions that are not yours.'
    : `If you know of it, there is nothing to do. If not, sign in, open the page Security, remove what you do not know, sign out the sessions that are not yours, and tell an administrator of ${organization}.`

/** Subject and text of the mail about one change. */
export const factorMailWords = (change: FactorChange, facts: Facts): { subject: string; body: string } => {
  const [subject, meaning] = whatHappened(change, facts)
  return { subject, body: [`${subject}. ${meaning}`, '', `When: ${facts.when}`, who(facts), '', next(facts)].join('\n') }
}
