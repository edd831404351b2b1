/**
 * How our own web apps sign on: authorization code with PKCE at an issuer of the product, like any
 * other application. Tokens are kept in memory only; whoever is signed in gets another one without
 * seeing anything of it.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import * as oauth from 'oauth4webapi'
import { secondMs } from '../kernel/time.ts'
import { issuerPaths, ownApps, type OwnApp } from '../wire/sign-on.ts'
import { notReached, Problem, type Fetch } from './problem.ts'

/** What a web app wants a token for. */
export type Wish = {
  readonly app: OwnApp
  /** An organization, for the directory API there; or the issuer of people, for the account API. */
  readonly issuerId: string
  readonly scope: string
}

/** What has to be remembered between asking and the answer. */
export type Pending = Wish & {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type Token = {
  readonly text: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Whose it is: the same for each token of this person here. */
  readonly owner: string
}

/** The browser, or what stands for it in a test. */
export type SignOnBrowser = {
  /** Scheme and host of the product. */
  readonly origin: string
  readonly fetch: Fetch
  /** Asks for an address, follows it to its end as a browser does, and says where that is. */
  readonly visit: (url: string) => Promise<{ readonly url: string; readonly status: number }>
}

const insecure = { [oauth.allowInsecureRequests]: true }

const serverOf = (origin: string, issuerId: string) => {
  const { issuer, authorization, token } = issuerPaths(issuerId)
  return {
    issuer: origin + issuer,
    authorization_endpoint: origin + authorization,
    token_endpoint: origin + token,
    authorization_response_iss_parameter_supported: true,
  }
}

const clientOf = ({ app }: Wish): oauth.Client => ({ client_id: ownApps[app].appId })

/** Where the answer for a web app comes back to. */
export const callbackOf = (origin: string, app: OwnApp): string => origin + ownApps[app].callback

// Not by the browser's own digest, which it keeps from pages without https.
const challengeOf = (verifier: string): string =>
  btoa(String.fromCharCode(...sha256(new TextEncoder().encode(verifier))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The address with which to ask, and what to remember until the answer is there. */
export const beginSignOn = (origin: string, wish: Wish): { url: string; pending: Pending } => {
  const pending: Pending = {
    ...wish,
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  }
  const url = new URL(serverOf(origin, wish.issuerId).authorization_endpoint)
  url.search = new URLSearchParams({
    client_id: ownApps[wish.app].appId,
    redirect_uri: callbackOf(origin, wish.app),
    response_type: 'code',
    scope: `openid ${wish.scope}`,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: challengeOf(pending.verifier),
    code_challenge_method: 'S256',
  }).toString()
  return { url: url.href, pending }
}

/**
 * Exchanges the answer for a token. Throws a `Problem` when it says no, or is not the answer to
 * what was asked.
 */
export const finishSignOn = async (
  { origin, fetch }: Pick<SignOnBrowser, 'origin' | 'fetch'>,
  answer: URL,
  pending: Pending,
): Promise<Token> => {
  const server = serverOf(origin, pending.issuerId)
  const client = clientOf(pending)
  try {
    const parameters = oauth.validateAuthResponse(server, client, answer, pending.state)
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      callbackOf(origin, pending.app),
      pending.verifier,
      { ...insecure, [oauth.customFetch]: (url: string, init: RequestInit) => fetch(url, init) },
    )
    const found = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    })
    const owner = oauth.getValidatedIdTokenClaims(found)?.sub ?? ''
    return {
      text: found.access_token,
      expiresAt: Date.now() + (found.expires_in ?? 0) * secondMs,
      owner,
    }
  } catch (error) {
    throw notSignedOn(error)
  }
}

const notSignedOn = (cause: unknown): Problem =>
  cause instanceof TypeError
    ? notReached(cause)
    : new Problem(401, 'signInFailed', 'Signing in did not work. Reload this page to try again.', {
        cause,
      })

/**
 * A token for somebody who is signed in; undefined when a person has to do something first. Throws
 * a `Problem` when the server cannot answer, or knows of no such issuer.
 */
export const signOnSilently = async (
  browser: SignOnBrowser,
  wish: Wish,
): Promise<Token | undefined> => {
  const { url, pending } = beginSignOn(browser.origin, wish)
  const end = await browser.visit(url).catch((error: unknown) => {
    throw notSignedOn(error)
  })
  const answer = new URL(end.url)
  // The answer stands in the address: what the page there would show is of no interest.
  const isBack = answer.origin + answer.pathname === callbackOf(browser.origin, wish.app)
  if (!isBack && end.status >= 500)
    throw new Problem(
      end.status,
      'unexpectedAnswer',
      'The server cannot answer just now. Try again in a moment.',
    )
  // Nobody can do anything about that at the provider either.
  if (!isBack && end.status === 404)
    throw new Problem(404, 'notFound', 'There is no organization at this address.')
  if (!isBack || answer.searchParams.has('error')) return undefined
  return finishSignOn(browser, answer, pending)
}
