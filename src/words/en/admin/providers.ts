/** Other providers that sign people in, and the ways in which a user does; in English. */
import { pluralOf } from '../../speech.ts'

const plural = pluralOf('en')

export const providers = {
  title: 'Identity providers',
  intro:
    'Other OpenID Connect providers that sign in the people of your domains, or guests whom you invite.',
  new: 'New provider',
  newTitle: 'New provider',
  editTitle: (name: string) => `Edit ${name}`,
  empty: 'No other provider',
  emptyHint:
    'Members sign in with their password, a passkey or a code. Name a provider when your people, or your guests, have accounts elsewhere.',
  register: 'To register at the provider',
  registerHint:
    'Make a client for this installation at the provider first: a web application with the code flow, and this redirect address.',
  redirectUri: 'Redirect address',
  name: 'Name',
  nameHint: 'What people read on the button they sign in with.',
  issuer: 'Issuer',
  issuerHint:
    'Letter for letter as the provider writes it, for example https://login.contoso.example. It cannot be changed later.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  secretHint: 'Kept sealed, and never shown again.',
  secretStays: 'Leave it empty to keep the one there is.',
  role: 'Who signs in there',
  roles: { home: 'People of our domains: it is their home', guests: 'Guests whom we invite' },
  domains: 'Domains',
  forGuests: 'Guests who are invited',
  signsIn: 'Signs in',
  disabled: 'Disabled',
  hasSecret: 'Client secret',
  secretKept: 'Kept',
  add: 'Add the provider',
  added: (name: string) => `${name} is added.`,
  saved: (name: string) => `${name} is saved.`,
  edit: (name: string) => `Edit ${name}`,
  test: 'Test',
  testNamed: (name: string) => `Test ${name}`,
  /** What trying a provider came to. */
  findings: {
    answers: 'The issuer answers, and is an OpenID provider.',
    issuerAsKept: 'It writes its issuer as it is kept here.',
    private:
      'The issuer is at an internal address, which is not asked for anything. An operator can allow that.',
    silent:
      'The issuer does not answer. Check its address and that this server can reach it by https, then try again.',
    noProvider:
      'Who answers there is no OpenID provider: /.well-known/openid-configuration is not what one says. Check the address.',
    anotherName:
      'Who answers there writes its issuer in another way. Copy the issuer from the provider to the letter, with or without a slash at the end.',
    noKeys:
      'The provider publishes no key to check its signatures with, so nobody could be signed in. Its jwks_uri has to list one.',
    keysSilent:
      'The keys of the provider cannot be fetched from the address that it names as its jwks_uri.',
    keysPrivate:
      'The keys of the provider are at an internal address, which is not asked for anything. An operator can allow that.',
    clientRefused:
      'It refuses the client: the client ID or the client secret is wrong. Copy both from the provider anew.',
    clientUnknown:
      'It has not refused the client. Whether ID, secret and redirect address are right is certain after the first sign-in.',
    hasKeys: 'It publishes keys to check its signatures with.',
  },
  isRight: 'Right',
  isWrong: 'Wrong',
  isOpen: 'Not known',
  disable: 'Disable',
  disableNamed: (name: string) => `Disable ${name}`,
  disableTitle: (name: string) => `Disable ${name}?`,
  disableText:
    'It signs nobody in any more, and every session that it opened is over. You can enable it again.',
  isDisabled: (name: string) => `${name} is disabled.`,
  enable: 'Enable',
  enableNamed: (name: string) => `Enable ${name}`,
  isEnabled: (name: string) => `${name} is enabled.`,
  removeNamed: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText:
    'It signs nobody in any more, every session that it opened is over, and which accounts there belong to which users is forgotten. Users themselves stay.',
  isRemoved: (name: string) => `${name} is removed.`,

  ways: 'Ways to sign in',
  factors: 'Passkeys and authenticator app',
  factorsHint:
    'For somebody who lost their phone or key: removes them all, with the recovery codes. Whoever has the password then signs in with that alone, so make sure who is asking.',
  reset: 'Reset passkeys and authenticator app',
  resetTitle: (name: string) => `Reset the passkeys and the authenticator app of ${name}?`,
  resetConfirm: 'Reset',
  wasReset: (passkeys: number, authenticator: boolean) => {
    if (passkeys === 0)
      return authenticator ? 'Removed: the authenticator app.' : 'There was nothing to reset.'
    return authenticator
      ? plural(passkeys, {
          one: 'Removed: one passkey and the authenticator app.',
          other: 'Removed: # passkeys and the authenticator app.',
        })
      : plural(passkeys, { one: 'Removed: one passkey.', other: 'Removed: # passkeys.' })
  },
  accounts: 'Accounts at other providers',
  accountsHint: 'A member who is tied to an account at your provider signs in there.',
  accountsNone: 'Not tied to any account elsewhere.',
  noProvider:
    'No enabled provider is the home of one of your domains. Name one under Identity providers first.',
  tie: 'Tie to an account',
  tieTitle: (name: string) => `Tie ${name} to an account at a provider`,
  tieConfirm: 'Tie',
  provider: 'Provider',
  subject: 'Id of the account there',
  subjectHint: 'The “sub” that the provider gives this person. An e-mail address is none.',
  tied: 'The account is tied.',
  untieNamed: (subject: string) => `Untie ${subject}`,
  untieTitle: 'Untie this account?',
  untieText: 'Whoever signs in with it is not this user any more, from the next request on.',
  untie: 'Untie',
  untied: 'The account is untied.',
  since: 'Since',

  redemption: 'Redemption',
  redemptionHint:
    'Guests sign in with the account they accepted the invitation with. When they changed their address or lost that account, let them redeem again: groups, applications and roles stay.',
  redeemPending: 'The invitation is not accepted yet. Send it again from Invitations.',
  redeemNever: 'This guest came without an invitation.',
  redeem: 'Let redeem again',
  redeemTitle: (name: string) => `Let ${name} redeem again?`,
  redeemText:
    'The account that this guest signs in with now opens nothing here any more, and sessions are over, until the new invitation is accepted.',
  redeemAddress: 'Address to invite',
  redeemSend: 'Send the invitation by mail',
}

export type ProviderWords = typeof providers
