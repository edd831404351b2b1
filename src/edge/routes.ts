/**
 * What every edge does alike. A route is a row of a table: method, path, permission, handler. A row
 * without a permission does not compile, and does not start either.
 */
import { Hono, type Context as HonoContext } from 'hono'
import type { Logger } from 'pino'
import type { Demo } from './demo.ts'
import { Overloaded } from '../kernel/overloaded.ts'
import type { Installation } from '../store/installation.ts'
import { StoreUnavailable, UnstorableValue } from '../store/store-error.ts'
import { Refusal } from './refusal.ts'
import type { RefusalCode } from './refusals/refusals.ts'

/** What the edges are given by main. */
export type Services = Installation & {
  /** Proxies in front whose word about the caller's address counts. */
  readonly trustedProxies: number
  /** Issuers of providers are saved unasked: in tests, which reach none of them. */
  readonly savesIssuersUnasked?: boolean
  /** Where the TXT records of a domain are looked up, in tests; otherwise in DNS. */
  readonly resolveTxt?: (name: string) => Promise<readonly string[]>
  /** Whether a mail server is set that mail is handed to. */
  readonly sendsMail?: boolean
  /** A made-up world to try things in: mail is shown instead of sent. */
  readonly demo?: Demo
}

/**
 * Values that the first middleware (edge/request.ts) sets on every request (the address is null in
 * process, where there is no socket), and who the edge found the caller to be and where, for the
 * log.
 */
export type Env = {
  Variables: {
    requestId: string
    now: Date
    address: string | null
    userId?: string
    tenantId?: string
    /** Why the request was refused, for the log. */
    refused?: RefusalCode
    /** Whether this address can also be asked for, with GET. */
    canBeAskedFor?: boolean
    /** Whether this is a demo, whose first page is never far. */
    isDemo: boolean
    /** Our own synthetic guest asks, which nobody else can say of themselves. */
    isProbe?: true
  }
}
export type EdgeContext = HonoContext<Env>

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Route<Permission, Handler> = {
  readonly method: Method
  readonly path: string
  readonly permission: Permission
  readonly handler: Handler
}

/** How an edge writes an error in its own envelope. */
export type ErrorWriter = (c: EdgeContext, refusal: Refusal) => Response | Promise<Response>

const nothingHere = (): Refusal => new Refusal('notFound')

/**
 * A Hono app over `routes`; `admit` judges the permission before the handler runs. Answers 405 and,
 * for an address it does not know, `unknownAddress` in its own words; `pass` leaves those to
 * whoever is mounted after it.
 */
export const edgeApp = <Permission, Handler>(
  services: Services,
  routes: readonly Route<Permission, Handler>[],
  admit: (c: EdgeContext, route: Route<Permission, Handler>) => Promise<Response>,
  writeError: ErrorWriter,
  unknownAddress: ((c: EdgeContext) => Refusal) | 'pass' = nothingHere,
): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  const methodsOf = methodsByPath(routes)
  for (const route of routes) {
    if (!route.permission) throw new Error(`${route.method} ${route.path} declares no permission.`)
    const canBeAskedFor = methodsOf.get(route.path)?.includes('GET') === true
    app.on(route.method, route.path, (c) => {
      c.set('canBeAskedFor', canBeAskedFor)
      return admit(c, route)
    })
  }
  for (const [path, methods] of methodsOf) {
    app.all(path, () => {
      throw new Refusal('methodNotAllowed', `This address takes ${methods.join(', ')}.`, {
        headers: { allow: methods.join(', ') },
      })
    })
  }
  // Not notFound(): Hono asks only the outermost app for that one.
  if (unknownAddress !== 'pass')
    app.all('*', (c) => {
      throw unknownAddress(c)
    })
  app.onError((error, c) => writeError(c, refusalOf(c, error, services)))
  return app
}

const methodsByPath = (routes: readonly Route<unknown, unknown>[]): Map<string, Method[]> => {
  const found = new Map<string, Method[]>()
  for (const { path, method } of routes) found.set(path, [...(found.get(path) ?? []), method])
  return found
}

/** `error`, which a request ended with, as a refusal, noted for the log. */
export const refusalOf = (
  c: EdgeContext,
  error: unknown,
  { log }: Pick<Services, 'log'>,
): Refusal => {
  const refusal = asRefusal(error, log, c.get('requestId'))
  c.set('refused', refusal.code)
  return refusal
}

/**
 * `error` as a refusal: our own as they are, a store that is gone as 503, all else as 500 with
 * nothing told.
 */
export const asRefusal = (error: unknown, log: Logger, requestId: string): Refusal => {
  if (error instanceof Refusal) return error
  if (error instanceof UnstorableValue)
    return new Refusal(
      'invalidRequest',
      'The request holds a value that cannot be stored, such as a zero character. Remove it and try again.',
    )
  if (error instanceof StoreUnavailable) {
    log.error({ requestId, err: error }, 'store unavailable')
    return new Refusal('storeUnavailable', undefined, { headers: { 'retry-after': '5' } })
  }
  if (error instanceof Overloaded) {
    return new Refusal('busy', undefined, {
      headers: { 'retry-after': String(error.retryAfterSeconds) },
    })
  }
  log.error({ requestId, err: error }, 'unexpected error')
  return new Refusal('internalError')
}
