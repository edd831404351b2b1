/** The session cookie. */
import { clearCookie, hostCookie, readCookie, writeCookie } from './cookie.ts'
import type { EdgeContext } from './routes.ts'

const cookieAt = (publicUrl: string) => hostCookie(publicUrl, 'guesthouse_session')

/** What the cookie is called at this address. */
export const sessionCookieName = (publicUrl: string): string => cookieAt(publicUrl).name

/** The session token that came with a request, or undefined. */
export const readSessionCookie = (c: EdgeContext, publicUrl: string): string | undefined =>
  readCookie(c, cookieAt(publicUrl))

/** Gives the browser the session token; it forgets it after `lifetimeMs`. */
export const writeSessionCookie = (
  c: EdgeContext,
  publicUrl: string,
  token: string,
  lifetimeMs: number,
): void => writeCookie(c, publicUrl, cookieAt(publicUrl), token, lifetimeMs)

export const clearSessionCookie = (c: EdgeContext, publicUrl: string): void =>
  clearCookie(c, publicUrl, cookieAt(publicUrl))
