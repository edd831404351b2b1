/**
 * The log: one JSON line for each request and each failure. Of people it holds ids only; never an
 * address with its query, a token, a name or an e-mail address.
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { destination as openDestination, pino, type DestinationStream, type Logger } from 'pino'
import { secondMs } from '../kernel/time.ts'
import type { Env } from '../edge/routes.ts'
import { isUuid } from '../kernel/ids.ts'
import type { Answered } from './metrics.ts'

const organizationRoute = '/account/organizations/:id'
const databaseState = /^[0-9A-Z]{5}$/

/**
 * What is kept of an error. The store's messages and details quote the values of a row, so of an
 * error with a database state only the state and the names of the schema are kept; frames say
 * where, the message of our own errors says what.
 */
export const errorForLog = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table } = error as Error & {
    code?: unknown
    constraint?: unknown
    table?: unknown
  }
  const fromStore = typeof code === 'string' && databaseState.test(code) && !code.startsWith('E')
  const wraps = error.cause instanceof Error
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(fromStore ? { constraint, table } : wraps ? {} : { message: error.message }),
    frames: (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
    ...(wraps ? { cause: errorForLog(error.cause) } : {}),
  }
}

// Standard error: what a person has to read and copy, such as the set-up link, stands alone on
// standard output.
const standardError = (): DestinationStream => openDestination({ dest: 2, sync: true })

/** A log at `level`, to standard error unless told otherwise. */
export const newLog = (level: string, to: DestinationStream = standardError()): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: errorForLog },
    },
    to,
  )

const idOrNothing = (id: string | undefined): string | undefined =>
  id !== undefined && isUuid(id) ? id : undefined

/**
 * Logs and counts every request that passes: method, route pattern, status, milliseconds, the code
 * of a refusal, request id, organization and user id. Those of the synthetic guest are logged as
 * such, and not counted.
 */
export const requestLog =
  (log: Logger, count: (request: Answered) => void): MiddlewareHandler<Env> =>
  async (c, next) => {
    const start = performance.now()
    await next()
    const { method } = c.req
    const { status } = c.res
    // The pattern of the handler that answered. The path itself may carry a token.
    const route = routePath(c)
    const ms = performance.now() - start
    const named =
      c.get('tenantId') ?? (route.startsWith(organizationRoute) ? c.req.param('id') : undefined)
    const probe = c.get('isProbe')
    // What our synthetic guest asks is nobody's.
    if (probe !== true) count({ method, route, status, seconds: ms / secondMs })
    log.info(
      {
        requestId: c.get('requestId'),
        method,
        route,
        status,
        ms: Math.round(ms * 10) / 10,
        refused: c.get('refused'),
        organizationId: idOrNothing(named),
        userId: idOrNothing(c.get('userId')),
        probe,
      },
      'request',
    )
  }
