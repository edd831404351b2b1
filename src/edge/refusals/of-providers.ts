/** Refusals of what one property of an identity provider says. */
import { providers } from '../../words/en/admin/providers.ts'
import { bad, whoAddsDomains } from './of-users.ts'

const { findings } = providers
const lookAtIssuer = 'Nothing to do, unless this server cannot reach what it should.'
const letInternal = 'GUESTHOUSE_ALLOW_PRIVATE_PROVIDERS lets internal addresses be asked.'

export const refusalsOfProviders = {
  domainNotVerified: bad(
    `The domain is not a verified domain of the organization. ${whoAddsDomains}`,
    whoAddsDomains,
  ),
  domainOfAnotherProvider: bad(
    'Another provider is the home of the domain already. Take the domain from it first.',
  ),
  notAnIssuer: bad(
    'An issuer is an address like https://login.contoso.example, without a query, as the provider writes it itself.',
  ),
  issuerInternal: bad(findings.private, letInternal),
  issuerSilent: bad(findings.silent, lookAtIssuer),
  issuerNoProvider: bad(findings.noProvider),
  issuerAnotherName: bad(findings.anotherName),
  issuerNoKeys: bad(findings.noKeys),
  issuerKeysSilent: bad(findings.keysSilent, lookAtIssuer),
  issuerKeysPrivate: bad(findings.keysPrivate, letInternal),
} as const
