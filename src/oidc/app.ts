/**
 * The edge of the OpenID Connect provider: each organization is an issuer, at addresses like those
 * of Microsoft Entra.
 */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { edgeApp, type EdgeContext, type Env, type Route, type Services } from '../edge/routes.ts'
import { asksForPage, refuseCrossSite } from '../edge/request.ts'
import type { Refusal } from '../edge/refusal.ts'
import { page } from '../pages/page.ts'
import { noteReaderOf } from './reader-of.ts'
import { noteRefused } from '../pages/looker.ts'
import { wordsOf } from '../pages/reader.ts'
import { anywhereApp } from './anywhere/app.ts'
import { answerByLibrary, exchangeOf, wellKnown, type Exchange } from './exchange.ts'
import { decideAdminConsent, showAdminConsent } from './admin-consent/pages.ts'
import { decideInteraction, showInteraction } from './interaction/pages.ts'
import { adminConsentPaths, endpoints, interactionPath } from './endpoints.ts'
import { passOn } from './go-on-page.ts'
import { issuersOver, type Issuers } from './providers.ts'

/**
 * `application`: called by programs from anywhere, without a cookie; the library judges who they
 * are. `browser`: a person's browser, with its session. `passing`: a browser that another site
 * sends with a form; it is sent on and nothing is done.
 */
type Permission = 'application' | 'browser' | 'passing'
type Handler = (x: Exchange) => Promise<Response>
type OidcRoute = Route<Permission, Handler> & {
  /** False where most answers are no page; the ones that are find out who reads them. */
  readonly findsReader?: false
}

const byLibrary = (method: 'GET' | 'POST', path: string, permission: Permission): OidcRoute => ({
  method,
  path: `/:tenant${path}`,
  permission,
  handler: (x) => answerByLibrary(x, permission === 'browser'),
  findsReader: false,
})

const passing = (path: string): OidcRoute => ({
  method: 'POST',
  path: `/:tenant${path}`,
  permission: 'passing',
  handler: ({ c }) => passOn(c),
})

const discoveryPaths = [
  '/v2.0/.well-known/openid-configuration',
  '/v2.0/.well-known/oauth-authorization-server',
]

const adminConsent: readonly OidcRoute[] = adminConsentPaths.flatMap((path) => [
  { method: 'GET', path: `/:tenant${path}`, permission: 'browser', handler: showAdminConsent },
  { method: 'POST', path: `/:tenant${path}`, permission: 'browser', handler: decideAdminConsent },
])

/** Every address of this edge. */
export const oidcRoutes: readonly OidcRoute[] = [
  ...adminConsent,
  ...discoveryPaths.map((path) => byLibrary('GET', path, 'application')),
  {
    method: 'GET',
    path: `${wellKnown}/:tenant/v2.0`,
    permission: 'application',
    handler: (x) => answerByLibrary(x, false),
  },
  byLibrary('GET', endpoints.jwks, 'application'),
  byLibrary('POST', endpoints.token, 'application'),
  byLibrary('POST', endpoints.device_authorization, 'application'),
  byLibrary('POST', endpoints.introspection, 'application'),
  byLibrary('POST', endpoints.revocation, 'application'),
  byLibrary('POST', endpoints.pushed_authorization_request, 'application'),
  byLibrary('GET', endpoints.userinfo, 'application'),
  byLibrary('POST', endpoints.userinfo, 'application'),
  byLibrary('GET', endpoints.authorization, 'browser'),
  passing(endpoints.authorization),
  byLibrary('GET', `${endpoints.authorization}/:uid`, 'browser'),
  byLibrary('GET', endpoints.code_verification, 'browser'),
  byLibrary('POST', endpoints.code_verification, 'browser'),
  byLibrary('GET', `${endpoints.code_verification}/:uid`, 'browser'),
  byLibrary('GET', endpoints.end_session, 'browser'),
  passing(endpoints.end_session),
  byLibrary('POST', `${endpoints.end_session}/confirm`, 'browser'),
  byLibrary('GET', `${endpoints.end_session}/success`, 'browser'),
  {
    method: 'GET',
    path: `/:tenant${interactionPath}/:uid`,
    permission: 'browser',
    handler: showInteraction,
  },
  {
    method: 'POST',
    path: `/:tenant${interactionPath}/:uid`,
    permission: 'browser',
    handler: decideInteraction,
  },
]

const writeErrorWith =
  (services: Services) =>
  async (c: EdgeContext, refusal: Refusal): Promise<Response> => {
    for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value)
    if (asksForPage(c)) {
      await noteRefused(c, services)
      return page(
        c,
        wordsOf(c).consent.errorTitle,
        errorText(refusal.message),
        refusal.status as 400,
      )
    }
    const error =
      refusal.status === 503
        ? 'temporarily_unavailable'
        : refusal.status >= 500
          ? 'server_error'
          : 'invalid_request'
    return c.json(
      { error, error_description: refusal.message, correlation_id: c.get('requestId') },
      refusal.status as 400,
    )
  }

const errorText = (message: string): Parameters<typeof page>[2] => html`<p>${message}</p>`

// Programs read no page; who opens one in a browser reads it in their language.
const admitTo =
  (services: Services, issuers: Issuers) =>
  async (c: EdgeContext, { permission, handler, findsReader }: OidcRoute): Promise<Response> => {
    const x = await exchangeOf(services, issuers, c)
    if (permission === 'browser' && findsReader !== false) await noteReaderOf(x)
    return handler(x)
  }

/**
 * The edge. To be mounted before the refusal of cross-site requests: programs call its token
 * endpoints from anywhere; its pages refuse by themselves.
 */
export const oidcApp = (services: Services): Hono<Env> => {
  const issuers = issuersOver(services)
  const writeError = writeErrorWith(services)
  const app = new Hono<Env>({ strict: false })
  app.route('/', anywhereApp(services, issuers, writeError))
  const preflight = async (c: EdgeContext): Promise<Response> =>
    answerByLibrary(await exchangeOf(services, issuers, c), false)
  for (const { method, path, permission } of oidcRoutes) {
    if (permission === 'application') app.options(path, preflight)
    else if (permission === 'browser' && method !== 'GET') app.post(path, refuseCrossSite(services))
  }
  app.route('/', edgeApp(services, oidcRoutes, admitTo(services, issuers), writeError, 'pass'))
  return app
}
