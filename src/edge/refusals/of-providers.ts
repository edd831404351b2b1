/** Refusals of what one property of an identity provider says. */
import { bad } from './of-users.ts'

const lookAtIssuer = 'Nothing to do, unless this server cannot reach what it should.'

export const refusalsOfProviders = {
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
