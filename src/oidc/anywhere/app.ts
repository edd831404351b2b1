/** The edge of the addresses that name no organization. */
import { Hono } from 'hono'
import { claimedIssuer } from '../../tokens/access-token.ts'
import { passOn } from '../go-on-page.ts'
import { refuseCrossSite } from '../../edge/request.ts'
import {
  edgeApp,
  type EdgeContext,
  type Env,
  type ErrorWriter,
  type Route,
  type Services,
} from '../../edge/routes.ts'
import { readSessionCookie } from '../../edge/session-cookie.ts'
import { hourMs, secondMs } from '../../kernel/time.ts'
import { noteLooker } from '../../pages/looker.ts'
import { findSession } from '../../people/sessions.ts'
import { peopleIssuerId } from '../../wire/sign-on.ts'
import { adminConsentPaths, endpoints } from '../endpoints.ts'
import type { Issuers } from '../providers.ts'
import { adminConsentAnywhere } from './admin-consent.ts'
import { authorizeAnywhere, decideAnywhere } from './authorize.ts'
import { describeAnywhere, keysOfNobody } from './description.ts'
import { decidePath } from './pages.ts'
import { places, type Anywhere, type Place } from './request.ts'
import { nameOne, redeemAnywhere } from './token.ts'

type Permission = 'application' | 'browser' | 'passing'
type Handler = (x: Anywhere) => Promise<Response>
type AnywhereRoute = Route<Permission, Handler> & { readonly place: Place }

// Where an ID token says whose session it is, there; else at the home of whoever is signed in.
const signOutAnywhere = async ({ c, services }: Anywhere): Promise<Response> => {
  const { db, publicUrl } = services
  const hint = c.req.query('id_token_hint')
  const session = await findSession(db, readSessionCookie(c, publicUrl), c.get('now'))
  const at =
    (hint === undefined ? undefined : claimedIssuer(hint)?.tenantId) ??
    session?.homeTenantId ??
    peopleIssuerId
  return c.redirect(`/${at}${endpoints.end_session}${new URL(c.req.url).search}`, 303)
}

const routesAt = (place: Place): AnywhereRoute[] => {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    permission: Permission,
    handler: Handler,
  ): AnywhereRoute => ({ method, path: `/${place}${path}`, permission, handler, place })
  return [
    route('GET', '/v2.0/.well-known/openid-configuration', 'application', describeAnywhere),
    route('GET', endpoints.jwks, 'application', keysOfNobody),
    route('POST', endpoints.token, 'application', redeemAnywhere),
    route('POST', endpoints.device_authorization, 'application', async (x) =>
      nameOne(x, 'Codes for devices'),
    ),
    route('GET', endpoints.authorization, 'browser', authorizeAnywhere),
    route('POST', endpoints.authorization, 'passing', ({ c }) => passOn(c)),
    route('POST', decidePath, 'browser', decideAnywhere),
    ...adminConsentPaths.map((path) => route('GET', path, 'browser', adminConsentAnywhere)),
    route('GET', endpoints.end_session, 'browser', signOutAnywhere),
    route('POST', endpoints.end_session, 'passing', ({ c }) => passOn(c)),
  ]
}

/** Every address of this edge. */
export const anywhereRoutes: readonly AnywhereRoute[] = places.flatMap(routesAt)

// A page of an application asks first; whether it may read the answer is said with that.
const preflight = (c: EdgeContext): Response =>
  c.body(null, 204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': c.req.header('access-control-request-headers') ?? '',
    'access-control-max-age': String(hourMs / secondMs),
  })

/** The edge, for the same place as the organizations' own. */
export const anywhereApp = (
  services: Services,
  issuers: Issuers,
  writeError: ErrorWriter,
): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  for (const { path, permission, method } of anywhereRoutes) {
    if (permission === 'application') app.options(path, preflight)
    else if (permission === 'browser' && method === 'POST')
      app.post(path, refuseCrossSite(services))
  }
  const admit = async (c: EdgeContext, route: Route<Permission, Handler>): Promise<Response> => {
    if (route.permission === 'browser') await noteLooker(c, services)
    const { place } = route as AnywhereRoute
    return route.handler({ c, services, issuers, place })
  }
  app.route('/', edgeApp(services, anywhereRoutes, admit, writeError, 'pass'))
  return app
}
