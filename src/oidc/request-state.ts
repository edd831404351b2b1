/**
 * What we know about a request while the provider's library works on it, tied to the request
 * itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import { Provider } from 'oidc-provider'
import type { EdgeContext, Services } from '../edge/routes.ts'
import type { TenantId } from '../kernel/ids.ts'
import type { FrontChannels } from '../tokens/front-channels.sql.ts'
import type { Session } from '../people/sessions.ts'
import type { AccessClaims } from '../tokens/access-token.ts'
import type { RedirectKind } from '../directory/applications/redirect-address.rule.ts'
import type { ApplicationRow, Shown } from '../tokens/application.sql.ts'
import type { From } from './client-metadata.ts'
import type { Row } from './records/columns.ts'
import type { Written } from './records/writing.ts'

/**
 * Somebody at a browser: the account that this issuer knows them by, a user or a person, and the
 * session that it stands on.
 */
export type Standing = { readonly accountId: string; readonly session: Session }

export type RequestState = {
  readonly c: EdgeContext
  readonly services: Services
  readonly tenantId: TenantId
  /**
   * Whose browser this is, where somebody is signed in there. A silent request opens the
   * organization's door for them.
   */
  standing: Standing | undefined
  /** Whether the request was found to mean whoever is signed in, and nobody else. */
  isMeant?: boolean
  /** An access token that was verified for this request, where a form named one. */
  readonly verified: AccessClaims | undefined
  /** Which part of an application it is from. */
  readonly from: From
  /** The secret that it shows. */
  readonly shown: Shown | undefined
  /** The client id of the application that a signed statement has proved. */
  readonly proved: string | undefined
  /** What is given by this request, until its browser session is kept and all of it is written. */
  readonly waiting: Map<string, Written>
  /** Records that were read with another one, for when they are asked for. */
  readonly alongside: Map<string, Row>
  /** Applications read for this request. */
  readonly applications: Map<string, Promise<ApplicationRow | undefined>>
  /** The kind of address that the code or token of this request goes back to, once that is read. */
  kind?: RedirectKind | undefined
  /**
   * Of an application that the token is for: the app roles that the asking one holds there, and the
   * names of the claims that it wants.
   */
  at?: {
    readonly audience: string
    readonly roles: readonly string[]
    readonly claims: readonly string[]
  }
  /** Set when a token came that was used before: whose. */
  reused?: { readonly userId: string; readonly applicationId: string | undefined }
  /** What the browser tells that somebody has signed out by this request. */
  told?: FrontChannels
  /** What the store threw, so that the answer says so instead of an error of the library. */
  failure?: unknown
}

const states = new WeakMap<IncomingMessage, RequestState>()

export const keepState = (request: IncomingMessage, state: RequestState): void => {
  states.set(request, state)
}

/** The state of a request; throws when it is none of ours. */
export const stateOf = ({ req }: { req: IncomingMessage }): RequestState => {
  const state = states.get(req)
  if (state === undefined) throw new Error('A request reached the provider without its state.')
  return state
}

const beside = new AsyncLocalStorage<RequestState>()

/**
 * Runs `work` that asks the library for something outside of its own handling of a request, with
 * the state of `req` as the present one.
 */
export const withState = <T>(req: IncomingMessage, work: () => Promise<T>): Promise<T> =>
  beside.run(stateOf({ req }), work)

/** The state of the request that the library works on now, or undefined outside of one. */
export const presentState = (): RequestState | undefined =>
  Provider.ctx === undefined ? beside.getStore() : states.get(Provider.ctx.req)
