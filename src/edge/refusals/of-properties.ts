/**
 * Refusals of what one property says: beside the code stands, in `details`, which property it is.
 * Where the sentence here names no value, whoever refuses says it with the value in it.
 */
import { bad } from './of-users.ts'

const ofUsersAndGuests = {
  endDateOver: bad('The end date is over already. Give a day to come, or delete the guest now.'),
  answerNeedsReason: bad(
    'Whoever asked reads why their request is declined or held. Write the reason as message.',
  ),
  notADomain: bad('This is not a domain. One looks like contoso.example.'),
  domainRuleNeeded: bad(
    'A list of domains needs the rule allow or block. Set guesthouse.domainRule too.',
  ),
  noSuchGroup: bad('There is no such group in the organization.'),
  policyGroupGone: bad(
    'The group that the policy was for is permanently deleted. Say for whom it is before you turn it on: a group, or null for all guests.',
  ),
  policyDeletionDays: bad(
    'disableThenDelete needs the days between the two; the other actions have none.',
  ),
} as const

const ofOrganizations = {
  privacyContactNeeded: bad(
    'While guests may not leave by themselves, the organization needs a privacy contact e-mail that they can turn to. Set privacyProfile.contactEmail, or allow leaving first.',
  ),
  unansweredReasonNeeded: bad(
    'Whoever asks to be removed reads why nobody is removed by itself when nobody answers. Write the reason as guesthouse.unansweredReason, or set guesthouse.removesUnanswered to true.',
  ),
  notALanguage: bad('A language is a short code such as en-GB.'),
} as const

const ofApplications = {
  redirectNotAnAddress: bad(
    'The redirect address is not an address. Give it whole, without spaces, wildcards, name or password.',
  ),
  redirectFragment: bad('The redirect address has a fragment. Leave out # and what follows.'),
  redirectNeedsHttps: bad(
    'The redirect address is not safe. Use https, or http with localhost for programs on the same machine.',
  ),
  redirectScheme: bad(
    'The redirect address has a scheme that is not allowed. Use https; a native application may use one like com.example.app:.',
  ),
  logoutNotAnAddress: bad(
    'The address is not one that is called from here. Give a whole https address, without a fragment, a name or a password.',
  ),
  logoutInternal: bad(
    'The address is one of an internal network, which is not called from here. Give one that is public.',
    'GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS lets internal addresses be called.',
  ),
  roleValueTwice: bad('Two app roles have the same value. Each value stands for one role.'),
} as const

const lookAtIssuer = 'Nothing to do, unless this server cannot reach what it should.'

const ofProviders = {
  domainNotVerified: bad(
    'The domain is not a verified domain of the organization. An operator adds domains.',
    'An operator adds domains to an organization.',
  ),
  domainOfAnotherProvider: bad(
    'Another provider is the home of the domain already. Take the domain from it first.',
  ),
  notAnIssuer: bad(
    'An issuer is an address like https://login.contoso.example, without a query, as the provider writes it itself.',
  ),
  issuerInternal: bad(
    'The issuer is at an internal address, which is not asked for anything. An operator can allow that.',
    'GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS lets internal addresses be asked.',
  ),
  issuerSilent: bad(
    'The issuer does not answer. Check its address and that this server can reach it by https, then try again.',
    lookAtIssuer,
  ),
  issuerNoProvider: bad(
    'Who answers there is no OpenID provider: /.well-known/openid-configuration is not what one says. Check the address.',
  ),
  issuerAnotherName: bad(
    'Who answers there writes its issuer in another way. Copy the issuer from the provider to the letter, with or without a slash at the end.',
  ),
  issuerNoKeys: bad(
    'The provider publishes no key to check its signatures with, so nobody could be signed in. Its jwks_uri has to list one.',
  ),
  issuerKeysSilent: bad(
    'The keys of the provider cannot be fetched from the address that it names as its jwks_uri.',
    lookAtIssuer,
  ),
  issuerKeysPrivate: bad(
    'The keys of the provider are at an internal address, which is not asked for anything. An operator can allow that.',
    'GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS lets internal addresses be asked.',
  ),
} as const

export const refusalsOfProperties = {
  ...ofUsersAndGuests,
  ...ofOrganizations,
  ...ofApplications,
  ...ofProviders,
} as const

export type PropertyRefusal = keyof typeof refusalsOfProperties
