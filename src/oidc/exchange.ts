/**
 * A request for an organization's provider: which organization, whose session, and the request as
 * the library wants it.
 */
import type { IncomingMessage } from 'node:http'
import type { EdgeContext, Services } from '../edge/routes.ts'
import { readFormText } from '../edge/body.ts'
import { Refusal } from '../edge/refusal.ts'
import { findTenantByName } from '../directory/organizations/named.sql.ts'
import type { TenantId } from '../kernel/ids.ts'
import { readSessionCookie } from '../edge/session-cookie.ts'
import { findSession } from '../people/sessions.ts'
import { findTenantSession } from '../people/tenant-sessions.ts'
import { verifyAccessToken, type AccessClaims } from '../tokens/access-token.ts'
import { answerOf, nodeRequest } from './node-bridge.ts'
import { endpoints, provingForms } from './endpoints.ts'
import { asStandardForm, asStandardQuery } from './entra-forms.ts'
import type { From } from './client-metadata.ts'
import type { Issuer, Issuers } from './providers.ts'
import { provedForm } from './proved-form.ts'
import type { Shown } from '../tokens/application.sql.ts'
import { isOfPeople } from '../tokens/own-applications.ts'
import { secretIn } from './shown-secret.ts'
import { keepState, stateOf, type Standing } from './request-state.ts'

export type Exchange = {
  readonly c: EdgeContext
  readonly services: Services
  readonly tenantId: TenantId
  readonly issuer: Issuer
  /** The address below the organization. */
  readonly path: string
}

const nothingHere = (): Refusal =>
  new Refusal(
    'notFound',
    'There is no organization at this address. It takes the id or a verified domain of one; check its spelling.',
  )

/** Where the description of an authorization server stands (RFC 8414, 3.1). */
export const wellKnown = '/.well-known/oauth-authorization-server'

/**
 * The exchange of a request whose path names an organization. Refuses with 404 when there is none.
 */
export const exchangeOf = async (
  services: Services,
  issuers: Issuers,
  c: EdgeContext,
): Promise<Exchange> => {
  const name = c.req.param('tenant') ?? ''
  const tenantId = issuers.isKnown(name) ? name : await findTenantByName(services.db, name)
  if (tenantId === undefined) throw nothingHere()
  return exchangeAt(services, issuers, c, tenantId)
}

/** The exchange of a request with this organization, whatever stands in its path. */
export const exchangeAt = async (
  services: Services,
  issuers: Issuers,
  c: EdgeContext,
  tenantId: TenantId,
): Promise<Exchange> => {
  const { pathname, search } = new URL(c.req.url)
  // RFC 8414 puts the path of an issuer behind the well-known one.
  const below = pathname.startsWith(wellKnown)
    ? wellKnown
    : pathname.slice(pathname.indexOf('/', 1))
  // Discovery has a fixed place in the library; every other address is as we set it.
  const path = below.replace(/^\/v2\.0(?=\/\.well-known\/)/, '') + search
  return { c, services, tenantId, issuer: await issuers.of(tenantId), path }
}

/**
 * The request for the library, with what we know about it. `browser` reads the caller's session
 * too.
 */
export const libraryRequest = async (
  x: Exchange,
  { browser, body, proved }: { browser: boolean; body: string; proved?: string | undefined },
): Promise<IncomingMessage> => {
  const { c, services, tenantId } = x
  const named = namedToken(x, asStandardForm(x.path, body))
  const path = asStandardQuery(x.path)
  const request = nodeRequest({
    method: c.req.method,
    path,
    originalPath: `/${tenantId}${path}`,
    headers: ownHeaders(c, services.publicUrl),
    body: named.body,
  })
  const standing = browser ? await standingOf(x) : undefined
  keepState(request, {
    c,
    services,
    tenantId,
    standing,
    verified: named.claims,
    proved,
    ...fromOf(x, body),
    waiting: new Map(),
    alongside: new Map(),
    applications: new Map(),
  })
  return request
}

const fromOf = (
  { c, path, services }: Exchange,
  body: string,
): { readonly from: From; readonly shown: Shown | undefined } => {
  const form = new URLSearchParams(body)
  const authorization = c.req.header('authorization')
  const proves = provingForms.has(path.split('?', 1)[0] ?? '')
  const withoutSecret =
    proves &&
    authorization === undefined &&
    !form.has('client_secret') &&
    !form.has('client_assertion')
  const address = form.get('redirect_uri') ?? c.req.query('redirect_uri')
  const secret = proves ? secretIn(authorization, form) : undefined
  return {
    from: { withoutSecret, address },
    shown: secret === undefined ? undefined : { secret, now: services.clock() },
  }
}

const standingOf = async ({
  c,
  services: { db, publicUrl },
  tenantId,
}: Exchange): Promise<Standing | undefined> => {
  const token = readSessionCookie(c, publicUrl)
  if (token === undefined) return undefined
  if (isOfPeople(tenantId)) {
    const session = await findSession(db, token, c.get('now'))
    return session && { accountId: session.personId, session }
  }
  const session = await findTenantSession(db, token, tenantId, c.get('now'))
  return session && { accountId: session.userId, session }
}

/** Lets the library answer. A failure of the store is thrown, for the edge to say so. */
export const answerByLibrary = async (x: Exchange, browser: boolean): Promise<Response> => {
  const sent = x.c.req.method === 'POST' ? await readFormText(x.c) : ''
  return answerForm(x, browser, sent)
}

/** The same for a form that was read already. */
export const answerForm = async (
  x: Exchange,
  browser: boolean,
  sent: string,
): Promise<Response> => {
  const proving = await provedForm(x, sent)
  if (proving instanceof Response) return proving
  const request = await libraryRequest(x, { browser, ...proving })
  const response = await answerOf(x.issuer.provider.callback(), request)
  const { failure, waiting } = stateOf({ req: request })
  if (failure !== undefined) throw failure
  if (waiting.size > 0) throw new Error('A request gave what was not kept.')
  return response
}

// The address people use is the one that is set, whatever a request or a proxy says of itself.
const ownHeaders = (c: EdgeContext, publicUrl: string): Record<string, string> => {
  const headers: Record<string, string> = {}
  c.req.raw.headers.forEach((value, name) => {
    if (!name.startsWith('x-forwarded-') && name !== 'forwarded') headers[name] = value
  })
  const { host, protocol } = new URL(publicUrl)
  return { ...headers, host, 'x-forwarded-proto': protocol.slice(0, -1) }
}

const tokenForms = new Set<string>([endpoints.introspection, endpoints.revocation])

// The library takes no signed token in these forms, as it stores none. It is verified here and
// named by its id instead.
const namedToken = (
  x: Exchange,
  body: string,
): { body: string; claims: AccessClaims | undefined } => {
  if (!tokenForms.has(x.path)) return { body, claims: undefined }
  const form = new URLSearchParams(body)
  const token = form.get('token') ?? ''
  if (token.split('.').length < 2) return { body, claims: undefined }
  const verdict = verifyAccessToken(token, x.issuer.keys, {
    publicUrl: x.services.publicUrl,
    tenantId: x.tenantId,
  })
  const claims = 'claims' in verdict ? verdict.claims : undefined
  form.set('token', claims?.jti ?? 'unknown')
  return { body: form.toString(), claims }
}
