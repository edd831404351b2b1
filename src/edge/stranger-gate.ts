/**
 * How often one network may come as a stranger. What is asked for without a session or a token, and
 * what is refused, is counted; whoever has had their share waits, and costs nothing but this answer
 * (K20). People who are signed in, and programs that are let in, are not counted.
 */
import type { MiddlewareHandler } from 'hono'
import { networkOf } from '../kernel/network.ts'
import type { EdgeContext, Env, Services } from './routes.ts'
import { budgetOf } from './budget.ts'
import { Refusal } from './refusal.ts'

/**
 * An office behind one address signs in in the morning; nobody there asks this often for minutes.
 */
const share = { burst: 200, perSecond: 25 }

/** Where a proxy stands that is no stranger: the networks that nobody owns. */
const inner = /^(?:::ffff:)?(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/

const here = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Whom a request counts for: undefined for our synthetic guest, in process, on this machine (an
 * operator, or a proxy), and behind an inner proxy that nobody has named, where everybody would
 * count as one. Guesses at credentials and looks at pages have a share each, so that one does not
 * end the other.
 */
const keyOf = (c: EdgeContext, services: Services): string | undefined => {
  if (c.get('isProbe') === true) return undefined
  const address = c.get('address')
  if (address === null || here.has(address)) return undefined
  if (
    services.trustedProxies === 0 &&
    inner.test(address) &&
    c.req.header('x-forwarded-for') !== undefined
  )
    return undefined
  return `${c.req.header('authorization') === undefined ? 'page' : 'credentials'} ${networkOf(address)}`
}

const isStrangers = (c: EdgeContext): boolean => {
  if (c.get('userId') !== undefined) return false
  const { status, headers } = c.res
  const isPage = (headers.get('content-type') ?? '').startsWith('text/html')
  // A file to take along is made from the store, as a page is.
  return status >= 300 || isPage || headers.has('content-disposition')
}

/** To stand in front of every edge. Refuses with 429. */
export const strangerGate = (services: Services): MiddlewareHandler<Env> => {
  const budget = budgetOf(share)
  return async (c, next) => {
    const key = keyOf(c, services)
    if (key === undefined) return next()
    // Taken first, so that requests at the same moment know of each other.
    if (!budget.spend(key, c.get('now')))
      throw new Refusal('tooManyRequests', undefined, { headers: { 'retry-after': '5' } })
    await next()
    if (!isStrangers(c)) budget.giveBack(key)
  }
}
