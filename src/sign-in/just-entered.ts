/**
 * Browsers that were given a session a moment ago: one that comes back without any cookie keeps
 * none, and is told so instead of being asked again (U11).
 */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { secondMs } from '../kernel/time.ts'
import type { Exchange } from './exchange.ts'

const momentMs = 15 * secondMs
const entered = new LRUCache<string, number>({ max: 1_000 })

// No person is in it: where a request comes from and what its browser calls itself.
const keyOf = (x: Exchange): string | undefined => {
  const address = x.c.get('address')
  if (address === null) return undefined
  return createHash('sha256')
    .update(JSON.stringify([address, x.c.req.header('user-agent') ?? '']))
    .digest('base64url')
}

const hasCookies = (x: Exchange): boolean => (x.c.req.header('cookie') ?? '') !== ''

/** Notes that this browser has just been given a session. Kept in this process, for a moment. */
export const noteEntered = (x: Exchange): void => {
  const key = keyOf(x)
  if (key !== undefined && !hasCookies(x)) entered.set(key, x.now.getTime())
}

/** Whether this browser was given a session a moment ago and brings no cookie at all. */
export const keepsNoCookies = (x: Exchange): boolean => {
  const key = hasCookies(x) ? undefined : keyOf(x)
  const at = key === undefined ? undefined : entered.get(key)
  return at !== undefined && x.now.getTime() - at < momentMs
}
