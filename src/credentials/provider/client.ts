/**
 * Speaking OpenID Connect to an external provider: sending somebody there, and judging what they
 * bring back.
 */
import { signInPages } from '../../kernel/page-address.ts'
import { createHash } from 'node:crypto'
import * as oidc from 'openid-client'
import { unseal } from '../../kernel/sealing.ts'
import { secondMs } from '../../kernel/time.ts'
import { outboundDoor, patienceMs, Unreachable } from '../../outbound/door.ts'
import { keptAnswers } from '../../outbound/kept-answers.ts'
import { fetchOnLane, newLanes } from '../../outbound/lanes.ts'
import type { Installation } from '../../store/installation.ts'
import { secretPurpose, type Provider } from './provider.sql.ts'
import type { ProvedIdentity } from '../../people/proved-identity.ts'
import { addressOf, identityOf, userInfo } from './identity-of.ts'

/** What the browser has to bring back with the answer. */
export type Expected = { readonly state: string; readonly nonce: string; readonly verifier: string }

/**
 * `code` is for the log. `unavailable`: it did not answer, or could not be reached. `stopped`: the
 * person or the provider ended it there.
 */
type Failed = { outcome: 'refused' | 'unavailable' | 'stopped'; code: string }

export type BeginResult = { outcome: 'ready'; url: URL; expected: Expected } | Failed

export type FinishResult = { outcome: 'proved'; identity: ProvedIdentity } | Failed

const lanes = newLanes()

const kept = keptAnswers<oidc.Configuration>()

export const callbackUrl = (publicUrl: string): string =>
  `${publicUrl}${signInPages.providerCallback}`

/** The secret that a provider knows this server's client by; undefined when it has none. */
export const secretOf = (
  { sealKey }: Installation,
  { tenantId, id, clientSecret }: Provider,
): string | undefined =>
  clientSecret === null ? undefined : unseal(sealKey, secretPurpose(tenantId, id), clientSecret)

// The provider says how it wants the secret; where it says nothing, the standard does.
const authenticationBy = (secret: string | undefined): oidc.ClientAuth => {
  if (secret === undefined) return oidc.None()
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported
    return (methods === undefined || methods.includes('client_secret_basic') ? basic : post)(
      server,
      client,
      body,
      headers,
    )
  }
}

/** Who answers there is, by its own word, somebody else. */
export class AnotherIssuer extends Error {}

export type Named = Pick<Provider, 'issuer' | 'clientId'> & { readonly id?: string }

/**
 * What an issuer says of itself now, to the letter; throws when it does not answer, or says
 * something else.
 */
export const discover = async (
  provider: Named,
  secret: string | undefined,
  allowPrivate: boolean,
): Promise<oidc.Configuration> => {
  const configuration = await oidc.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    authenticationBy(secret),
    {
      [oidc.customFetch]: fetchOnLane(
        lanes,
        provider.id ?? provider.issuer,
        outboundDoor(allowPrivate).fetch,
      ),
      timeout: patienceMs / secondMs,
      // Signatures are checked although the token comes straight from the provider: nothing else
      // ties it to the provider's keys.
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(allowPrivate ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
  // People are known by the issuer to the letter, so a provider that spells itself another way is
  // another one.
  if (configuration.serverMetadata().issuer !== provider.issuer)
    throw new AnotherIssuer('issuer mismatch')
  return configuration
}

/**
 * What the provider says of itself, asked anew every few minutes; whether it is trusted is the
 * store's to say each time.
 */
const configurationOf = (
  services: Installation,
  provider: Provider,
): Promise<oidc.Configuration> => {
  const secret = secretOf(services, provider)
  const allowPrivate = services.allowPrivateProviders === true
  const key = createHash('sha256')
    .update(JSON.stringify([provider.id, provider.issuer, provider.clientId, secret, allowPrivate]))
    .digest('hex')
  return kept.of(services.clock, key, () => discover(provider, secret, allowPrivate))
}

type Beginning = {
  /** The name by which they are known there. */
  readonly hint: string | undefined
  /** They are to be asked there, whoever is signed in. */
  readonly again: boolean
}

/** Where to send somebody, and what to expect back: code flow with PKCE, state and nonce. */
export const beginAtProvider = async (
  services: Installation,
  provider: Provider,
  { hint, again }: Beginning,
): Promise<BeginResult> => {
  try {
    const configuration = await configurationOf(services, provider)
    const expected = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    }
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackUrl(services.publicUrl),
      scope: 'openid email profile',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
      ...(hint === undefined ? {} : { login_hint: hint }),
      ...(again ? { prompt: 'login' } : {}),
    })
    if (!/^https?:$/.test(url.protocol))
      return { outcome: 'refused', code: 'authorizationEndpoint' }
    return { outcome: 'ready', url, expected }
  } catch (error) {
    return failureOf(error)
  }
}

/**
 * Judges an answer: state, nonce, code, issuer, audience, signature and times. Who it names is
 * known by issuer and subject alone.
 */
export const finishAtProvider = async (
  services: Installation,
  provider: Provider,
  search: string,
  expected: Expected,
): Promise<FinishResult> => {
  try {
    const configuration = await configurationOf(services, provider)
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(callbackUrl(services.publicUrl) + search),
      {
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        pkceCodeVerifier: expected.verifier,
        idTokenExpected: true,
      },
    )
    const claims = tokens.claims()
    if (
      claims === undefined ||
      claims.iss !== provider.issuer ||
      claims.sub === '' ||
      claims.sub.length > 256
    )
      return { outcome: 'refused', code: 'claims' }
    const isWhole = claims['email'] !== undefined && claims['email_verified'] !== undefined
    const more = isWhole ? {} : await userInfo(configuration, tokens.access_token, claims.sub)
    return {
      outcome: 'proved',
      identity: identityOf(provider, claims.sub, {
        ...more,
        ...claims,
        ...addressOf(claims, more),
      }),
    }
  } catch (error) {
    return failureOf(error)
  }
}

const unreachable = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

/** What a call to a provider came to that threw `error`. */
export const failureOf = (error: unknown): Failed => {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as Error & { code?: unknown }
    if (one instanceof Unreachable || (typeof code === 'string' && unreachable.has(code)))
      return { outcome: 'unavailable', code: one.name }
  }
  if (error instanceof oidc.AuthorizationResponseError)
    return { outcome: 'stopped', code: 'authorizationResponse' }
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return { outcome: 'refused', code: typeof code === 'string' ? code : String(name ?? 'unknown') }
}
