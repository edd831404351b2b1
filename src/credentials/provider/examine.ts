/**
 * Trying a provider out: what is right and what is wrong with how it is named here, as far as it
 * can be known without a person who signs in.
 */
import * as oidc from 'openid-client'
import type { Installation } from '../../store/installation.ts'
import { NotPublic, outboundDoor, Unreachable } from '../../outbound/door.ts'
import { newToken } from '../../store/token.ts'
import { AnotherIssuer, callbackUrl, discover, failureOf, secretOf, type Named } from './client.ts'
import type { Provider } from './provider.sql.ts'

/**
 * `silent`: no answer. `private`: at an internal address, which is not called. `anotherName`: its
 * issuer is spelled in another way.
 */
export type IssuerProblem =
  | 'private'
  | 'silent'
  | 'noProvider'
  | 'anotherName'
  | 'noKeys'
  | 'keysSilent'
  | 'keysPrivate'

export type IssuerCheck =
  | {
      readonly outcome: 'answers'
      readonly keys: number
      readonly configuration: oidc.Configuration
    }
  | { readonly outcome: IssuerProblem }

/**
 * `clientRefused`: the provider says that it knows no such client, or not by this secret.
 * `unknown`: only a sign-in shows.
 */
export type ClientCheck = 'refused' | 'unknown'

const causes = (error: unknown): unknown[] =>
  error instanceof Error ? [error, ...causes(error.cause)] : []

const isAnother = (one: unknown): boolean =>
  one instanceof AnotherIssuer ||
  (one instanceof oidc.ClientError && one.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')

const problemOf = (error: unknown): IssuerProblem => {
  if (causes(error).some((one) => one instanceof NotPublic)) return 'private'
  if (failureOf(error).outcome === 'unavailable') return 'silent'
  const cause = error instanceof Error ? error.cause : undefined
  return causes(error).some(isAnother) ||
    (cause instanceof Object && 'attribute' in cause && cause.attribute === 'issuer')
    ? 'anotherName'
    : 'noProvider'
}

// A key that signatures of ID tokens can be checked with: one of the public kinds, and not for
// something else.
const signs = (key: unknown): boolean =>
  key instanceof Object &&
  'kty' in key &&
  ['RSA', 'EC', 'OKP'].includes(String(key.kty)) &&
  (!('use' in key) || key.use === undefined || key.use === 'sig')

const countKeys = async (address: string, allowPrivate: boolean): Promise<number> => {
  const call = { method: 'GET', headers: { accept: 'application/json' } }
  const answer = await outboundDoor(allowPrivate).fetch(address, call)
  const body: unknown =
    answer.status === 200 ? await answer.json().catch(() => undefined) : undefined
  return body instanceof Object && 'keys' in body && Array.isArray(body.keys)
    ? body.keys.filter(signs).length
    : 0
}

/** Asks an issuer what it says of itself, and for its keys. Keeps nothing. */
export const checkIssuer = async (
  { allowPrivateProviders }: { readonly allowPrivateProviders?: boolean | undefined },
  named: Named,
  secret?: string,
): Promise<IssuerCheck> => {
  const allowPrivate = allowPrivateProviders === true
  let configuration: oidc.Configuration
  try {
    configuration = await discover(named, secret, allowPrivate)
  } catch (error) {
    return { outcome: problemOf(error) }
  }
  try {
    const address = configuration.serverMetadata().jwks_uri
    const keys = address === undefined ? 0 : await countKeys(address, allowPrivate)
    return keys === 0 ? { outcome: 'noKeys' } : { outcome: 'answers', keys, configuration }
  } catch (error) {
    if (error instanceof Unreachable)
      return { outcome: error instanceof NotPublic ? 'keysPrivate' : 'keysSilent' }
    throw error
  }
}

// A code that nobody was given: a provider that looks at the client first says when it does not
// know it (RFC 6749, 5.2). It never opens anything.
const checkClient = async (
  publicUrl: string,
  configuration: oidc.Configuration,
): Promise<ClientCheck> => {
  const parameters = {
    code: newToken().token,
    redirect_uri: callbackUrl(publicUrl),
    code_verifier: oidc.randomPKCECodeVerifier(),
  }
  try {
    await oidc.genericGrantRequest(configuration, 'authorization_code', parameters)
  } catch (error) {
    if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_client')
      return 'refused'
    if (error instanceof oidc.WWWAuthenticateChallengeError && error.status === 401)
      return 'refused'
  }
  return 'unknown'
}

/**
 * The same of a provider that is named, with what it says of the client that this server is there.
 */
export const examineProvider = async (
  services: Installation,
  provider: Provider,
): Promise<IssuerCheck | (IssuerCheck & { readonly client: ClientCheck })> => {
  const found = await checkIssuer(services, provider, secretOf(services, provider))
  return found.outcome === 'answers'
    ? { ...found, client: await checkClient(services.publicUrl, found.configuration) }
    : found
}
