/**
 * POST /identity/identityProviders/{id}/guesthouse.test: what is right and what is wrong with a
 * provider, in words.
 */
import {
  checkIssuer,
  examineProvider,
  type IssuerProblem,
} from '../../credentials/provider/examine.ts'
import type { Named } from '../../credentials/provider/client.ts'
import type { Provider } from '../../credentials/provider/provider.sql.ts'
import type { testProvider } from '../../wire/graph/identity-provider.ts'
import type { AnsweredBy } from '../../wire/graph/definition/operation.ts'
import type { Exchange } from '../exchange.ts'
import { badProperty } from '../refusals.ts'

/** What is said in words. Those of the admin centre are compared with them. */
const problemWords = {
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
} as const satisfies Record<IssuerProblem, string>

// What was found to be right before the problem came up, in the order in which it was looked at.
const reached: Readonly<Record<IssuerProblem, number>> = {
  private: 0,
  silent: 0,
  noProvider: 0,
  anotherName: 1,
  noKeys: 2,
  keysSilent: 2,
  keysPrivate: 2,
}
const rightWords = {
  answers: 'The issuer answers, and is an OpenID provider.',
  issuerAsKept: 'It writes its issuer as it is kept here.',
} as const
const inOrder = ['answers', 'issuerAsKept'] as const
const keyWords = (keys: number): string =>
  keys === 1
    ? 'It publishes a key to check its signatures with.'
    : `It publishes ${keys} keys to check its signatures with.`
const clientWords = {
  clientRefused:
    'It refuses the client: the client ID or the client secret is wrong. Copy both from the provider anew.',
  clientUnknown:
    'It has not refused the client. Whether ID, secret and redirect address are right is certain after the first sign-in.',
} as const

/**
 * Refuses an issuer that does not answer as one. A wrong issuer cannot be corrected later, because
 * people are known by it (U9).
 */
export const requireAnswer = async (x: Exchange, named: Named): Promise<void> => {
  if (x.services.savesIssuersUnasked === true) return
  const { outcome } = await checkIssuer(x.services, named)
  if (outcome !== 'answers')
    throw badProperty('issuer', `${problemWords[outcome]} Nothing was saved.`)
}

type Report = AnsweredBy<typeof testProvider>

type Finding = Report['findings'][number]

const right = (codes: readonly (keyof typeof rightWords)[]): Finding[] =>
  codes.map((code) => ({ code, isRight: true, message: rightWords[code] }))

/**
 * What trying a provider came to: `message` is what is wrong, `findings` everything that was looked
 * at; `isRight` is null for what cannot be known.
 */
export const reportOn = async (x: Exchange, provider: Provider): Promise<Report> => {
  const found = await examineProvider(x.services, provider)
  if (found.outcome !== 'answers') {
    const code = found.outcome
    const message = problemWords[code]
    return {
      outcome: code,
      message,
      findings: [...right(inOrder.slice(0, reached[code])), { code, isRight: false, message }],
    }
  }
  const keys: Finding = { code: 'hasKeys', isRight: true, message: keyWords(found.keys) }
  const findings = [...right(inOrder), keys]
  const isRefused = 'client' in found && found.client === 'refused'
  const code = isRefused ? 'clientRefused' : 'clientUnknown'
  const message = clientWords[code]
  return {
    outcome: isRefused ? 'clientRefused' : 'answers',
    message: isRefused ? message : null,
    findings: [...findings, { code, isRight: isRefused ? false : null, message }],
  }
}

/** What a finding says, but for how many keys there are. */
export const findingWords = { ...problemWords, ...rightWords, ...clientWords }
