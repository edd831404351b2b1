/**
 * The browser of the synthetic guest: each request goes over a connection of its own, so that every
 * process behind a balancer is met.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sessionCookieName } from '../../edge/session-cookie.ts'
import { probeHeader, probeMark } from '../../edge/probe-mark.ts'
import { secondMs } from '../../kernel/time.ts'
import { outboundDoor } from '../../outbound/door.ts'
import type { Installation } from '../../store/installation.ts'
import { issuerPaths } from '../../wire/sign-on.ts'
import { jarWith } from './jar.ts'

export type Product = Pick<Installation, 'publicUrl' | 'sealKey' | 'clock'>

type Asking = {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string
}
export type Ask = (address: string, asking?: Asking) => Promise<Response>

/** An application by its client id, and where its answers are sent. */
export type Client = {
  readonly issuerId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
}

export type Tokens = { readonly access: string; readonly refresh: string | undefined }

const mostHops = 20
/** How long one answer is waited for. */
const waitMs = 5 * secondMs

const askerOf =
  ({ publicUrl, sealKey, clock }: Product, signal: AbortSignal): Ask =>
  (address, { method = 'GET', headers = {}, body } = {}) => {
    const mark = { [probeHeader]: probeMark(sealKey, clock()) }
    const call = { method, headers: { ...mark, ...headers }, body, signal, waitMs }
    // Our own address, which the operator has set: it may well be of this network.
    return outboundDoor(true).fetch(new URL(address, publicUrl).href, call)
  }

/**
 * Where a browser that starts at `url` is sent on to at last, below `redirectUri`; undefined where
 * it is shown a page instead.
 */
const follow = async (
  visit: (url: URL) => Promise<Response>,
  url: URL,
  redirectUri: string,
): Promise<URL | undefined> => {
  let at = url
  for (let hop = 0; hop < mostHops; hop++) {
    const location = (await visit(at)).headers.get('location')
    if (location === null) return undefined
    at = new URL(location, at)
    if (at.origin + at.pathname === redirectUri) return at
  }
  throw new Error('The synthetic guest was sent around in circles.')
}

const authorizationOf = (publicUrl: string, client: Client, verifier: string): URL => {
  const url = new URL(issuerPaths(client.issuerId).authorization, publicUrl)
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: client.scope,
    prompt: 'none',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return url
}

const newVerifier = (): string => randomBytes(32).toString('base64url')

/** The tokens of an answer. Throws where there are none. */
export const tokensOf = async (answer: Response): Promise<Tokens> => {
  if (!answer.ok) throw new Error(`The synthetic guest got no token, but ${answer.status}.`)
  const told = (await answer.json()) as { access_token: string; refresh_token?: string }
  return { access: told.access_token, refresh: told.refresh_token }
}

/** A browser with this session, whose requests end with `signal`. */
export const visitorOf = (product: Product, session: string, signal: AbortSignal) => {
  const { publicUrl } = product
  const ask = askerOf(product, signal)
  const jar = jarWith({ name: sessionCookieName(publicUrl), value: session })
  const visit = async (url: URL): Promise<Response> => {
    const answer = await ask(url.href, { headers: { accept: 'text/html', cookie: jar.for(url) } })
    jar.take(answer)
    return answer
  }

  /**
   * The answer to a sign-on without questions: an address with a code, or with an error; undefined
   * where a page is shown.
   */
  const authorize = (client: Client, verifier = newVerifier()): Promise<URL | undefined> =>
    follow(visit, authorizationOf(publicUrl, client, verifier), client.redirectUri)

  const askForTokens = ({ issuerId, clientId }: Client, fields: Record<string, string>) =>
    ask(issuerPaths(issuerId).token, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ client_id: clientId, ...fields }).toString(),
    })

  /** Signs on to an application, as a browser does where somebody is signed in. */
  const signOn = async (client: Client): Promise<Tokens> => {
    const verifier = newVerifier()
    const code = (await authorize(client, verifier))?.searchParams.get('code')
    if (code === null || code === undefined)
      throw new Error('The synthetic guest was not let in before it left.')
    const { redirectUri } = client
    const grant = { grant_type: 'authorization_code', code, code_verifier: verifier }
    return tokensOf(await askForTokens(client, { ...grant, redirect_uri: redirectUri }))
  }
  return { ask, authorize, askForTokens, signOn }
}
export type Visitor = ReturnType<typeof visitorOf>
