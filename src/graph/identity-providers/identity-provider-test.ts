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
import type { PropertyRefusal } from '../../edge/refusals/of-properties.ts'
import { providers } from '../../words/en/admin/providers.ts'

/** By which code an issuer is refused that has each problem. */
const codes = {
  private: 'issuerInternal',
  silent: 'issuerSilent',
  noProvider: 'issuerNoProvider',
  anotherName: 'issuerAnotherName',
  noKeys: 'issuerNoKeys',
  keysSilent: 'issuerKeysSilent',
  keysPrivate: 'issuerKeysPrivate',
} as const satisfies Record<IssuerProblem, PropertyRefusal>

const { findings: words } = providers

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
const inOrder = ['answers', 'issuerAsKept'] as const

const keyWords = (keys: number): string =>
  keys === 1
    ? 'It publishes a key to check its signatures with.'
    : `It publishes ${keys} keys to check its signatures with.`

/**
 * Refuses an issuer that does not answer as one. A wrong issuer cannot be corrected later, because
 * people are known by it (U9).
 */
export const requireAnswer = async (x: Exchange, named: Named): Promise<void> => {
  if (x.services.savesIssuersUnasked === true) return
  const { outcome } = await checkIssuer(x.services, named)
  if (outcome !== 'answers') throw badProperty('issuer', codes[outcome])
}

type Report = AnsweredBy<typeof testProvider>

type Finding = Report['findings'][number]

const right = (codes: readonly (typeof inOrder)[number][]): Finding[] =>
  codes.map((code) => ({ code, isRight: true, message: words[code] }))

/**
 * What trying a provider came to: `message` is what is wrong, `findings` everything that was looked
 * at; `isRight` is null for what cannot be known.
 */
export const reportOn = async (x: Exchange, provider: Provider): Promise<Report> => {
  const found = await examineProvider(x.services, provider)
  if (found.outcome !== 'answers') {
    const code = found.outcome
    const message = words[code]
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
  const message = words[code]
  return {
    outcome: isRefused ? 'clientRefused' : 'answers',
    message: isRefused ? message : null,
    findings: [...findings, { code, isRight: isRefused ? false : null, message }],
  }
}
