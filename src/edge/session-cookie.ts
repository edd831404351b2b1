/** The session cookie. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { EdgeContext } from './routes.ts'
import { secondMs } from '../kernel/time.ts'

/**
 * Over https the name carries the prefix that makes browsers insist on Secure, this host and the
 * whole path.
 */
const nameFor = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? '__Host-guesthouse_session' : 'guesthouse_session'

const attributes = (publicUrl: string) =>
  ({ httpOnly: true, sameSite: 'Lax', path: '/', secure: publicUrl.startsWith('https:') }) as const

/** The session token that came with a request, or undefined. */
export const readSessionCookie = (c: EdgeContext, publicUrl: string): string | undefined =>
  getCookie(c, nameFor(publicUrl))

/** Gives the browser the session token; it forgets it after `lifetimeMs`. */
export const writeSessionCookie = (
  c: EdgeContext,
  publicUrl: string,
  token: string,
  lifetimeMs: number,
): void =>
  setCookie(c, nameFor(publicUrl), token, {
    ...attributes(publicUrl),
    maxAge: lifetimeMs / secondMs,
  })

export const clearSessionCookie = (c: EdgeContext, publicUrl: string): void => {
  deleteCookie(c, nameFor(publicUrl), attributes(publicUrl))
}
