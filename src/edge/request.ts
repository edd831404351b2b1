/**
 * The first thing every request meets: an id, an instant, security headers, and the refusal of
 * cross-site changes.
 */
import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Around } from '../events/event.ts'
import { isUuid, newId } from '../kernel/ids.ts'
import { plainAddress } from '../kernel/network.ts'
import type { EdgeContext, Env, Services } from './routes.ts'
import { isProbeMark, probeHeader } from './probe-mark.ts'
import { Refusal } from './refusal.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

const warned = new WeakSet<Services>()

// Behind a proxy that nobody has told us of everybody comes from one address, and one stranger
// slows all of them.
const warnOfProxy = (c: EdgeContext, services: Services): void => {
  if (services.trustedProxies > 0 || warned.has(services)) return
  if (c.req.header('x-forwarded-for') === undefined && c.req.header('forwarded') === undefined)
    return
  warned.add(services)
  services.log.warn(
    'A request says that it came through a proxy, and GUESTHOUSE_TRUSTED_PROXIES is 0: everybody behind that proxy counts as one address, ' +
      'so one stranger slows all of them. If a proxy of yours stands in front, set GUESTHOUSE_TRUSTED_PROXIES to how many there are.',
  )
}

/**
 * Sets `requestId` (the caller's `client-request-id` is echoed beside it, never used instead),
 * `now`, and what else is the same for every edge.
 */
export const beginRequest =
  (services: Services): MiddlewareHandler<Env> =>
  async (c, next) => {
    warnOfProxy(c, services)
    c.set('requestId', newId())
    c.set('now', services.clock())
    c.set('address', callerOf(c, services))
    c.set('isDemo', services.demo !== undefined)
    if (isProbeMark(services.sealKey, c.req.header(probeHeader), services.clock()))
      c.set('isProbe', true)
    await next()
    // Of an answer that is there, Hono's own `c.header` makes another one each time.
    const { headers } = c.res
    headers.set('request-id', c.get('requestId'))
    const theirs = c.req.header('client-request-id')
    if (theirs !== undefined && isUuid(theirs)) headers.set('client-request-id', theirs)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    // A page that says nothing else about it may load and run nothing. Here all answers pass.
    if (
      /^text\/html/i.test(headers.get('content-type') ?? '') &&
      !headers.has('content-security-policy')
    )
      headers.set('content-security-policy', plainPolicy)
    // Pages whose address carries a token say less; nobody says more.
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin')
  }

/**
 * Refuses changes that another site's page asks a browser for. Browsers say where a request comes
 * from in Sec-Fetch-Site and Origin, and pages cannot change either; a script without a browser
 * sends neither and carries no cookie it did not mean to.
 */
export const refuseCrossSite =
  (services: Services): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (
      !safeMethods.has(c.req.method) &&
      isCrossSite(
        c.req.header('sec-fetch-site'),
        c.req.header('origin'),
        ownOrigins(services, c.req.url, c.req.header('host')),
      )
    ) {
      throw new Refusal('crossSiteRequest')
    }
    await next()
  }

const isCrossSite = (
  fetchSite: string | undefined,
  origin: string | undefined,
  own: ReadonlySet<string>,
): boolean => {
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none'
  return origin !== undefined && !own.has(origin)
}

const ownOrigins = (
  services: Services,
  url: string,
  host: string | undefined,
): ReadonlySet<string> => {
  const own = new Set([new URL(services.publicUrl).origin])
  if (host !== undefined) own.add(`${new URL(url).protocol}//${host}`)
  return own
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Sends a page that was asked for by another name of this machine (localhost, 127.0.0.1) to the
 * name that is set: cookies and the provider know only that one. Every other address is left alone,
 * as a proxy in front may ask by a name of its own.
 */
export const useOwnName = (services: Services): MiddlewareHandler<Env> => {
  const own = new URL(services.publicUrl)
  return async (c, next) => {
    const asked = URL.parse(`${own.protocol}//${c.req.header('host') ?? own.host}`)
    const isAlias =
      asked !== null &&
      asked.host !== own.host &&
      asked.port === own.port &&
      [asked, own].every(({ hostname }) => loopbackNames.has(hostname))
    if (!isAlias || c.req.method !== 'GET' || !asksForPage(c)) return next()
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(own.origin + pathname + search, 307)
  }
}

/** Whether a browser asks, and so somebody who wants a page. */
export const asksForPage = (c: EdgeContext): boolean =>
  (c.req.header('accept') ?? '').includes('text/html')

/** A nonce for the scripts and styles of one page. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/** For pages without script: our style sheet, and forms that come back to us. */
export const plainPolicy = `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/**
 * A strict policy: only our own files and, for what a style library inserts at run time, styles
 * with this page's nonce.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

// Whoever tries something on a machine of their own serves other things there without https.
const staysSecure = (publicUrl: string): boolean => {
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'https:' && hostname !== 'localhost'
}

/**
 * Headers for every answer. Pages set their own Content-Security-Policy; everything else may load
 * nothing at all.
 */
export const securityHeaders = (services: Services): MiddlewareHandler =>
  secureHeaders({
    strictTransportSecurity: staysSecure(services.publicUrl) ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: false,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })

/**
 * What is around a change that this request asks for: all edges have it from here, so that each
 * event says from where (R113).
 */
export const aroundOf = (c: EdgeContext): Around => ({
  now: c.get('now'),
  correlationId: c.get('requestId'),
  address: c.get('address'),
})

const callerOf = (
  c: EdgeContext,
  { trustedProxies }: Pick<Services, 'trustedProxies'>,
): string | null => {
  // The Node server puts the socket here.
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming
  return callerAddress(
    incoming?.socket?.remoteAddress,
    c.req.header('x-forwarded-for'),
    trustedProxies,
  )
}

// The socket's, or what the trusted proxies say. `hops` is how many proxies to believe. What is no
// address is not believed.
const callerAddress = (
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
): string | null => {
  const own = socketAddress === undefined ? null : plainAddress(socketAddress)
  if (hops === 0 || forwardedFor === undefined) return own
  return plainAddress(forwardedFor.split(',').at(-hops) ?? '') ?? own
}
