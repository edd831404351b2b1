/**
 * The cookie by which a browser is recognised again. It says nothing about anybody, and opens
 * nothing.
 */
import { readCookie, writeCookie } from '../edge/cookie.ts'
import type { EdgeContext } from '../edge/routes.ts'
import { browserKnownForMs, type Browser } from '../people/known-browsers.ts'
import { newToken, tokenHash } from '../store/token.ts'

const cookie = { name: 'guesthouse_browser' }

const given = new WeakMap<EdgeContext, string>()

/**
 * The browser that a request comes from; one that comes for the first time is given a name of its
 * own, which says nothing about anybody.
 */
export const browserOf = (c: EdgeContext, publicUrl: string): Browser => {
  const known = given.get(c) ?? readCookie(c, cookie)
  const token = tokenHash(known) === undefined ? newToken().token : (known ?? '')
  given.set(c, token)
  // Written each time, so that a browser in use is never forgotten.
  writeCookie(c, publicUrl, cookie, token, browserKnownForMs)
  return { token }
}

/**
 * The digest under which the store knows the browser of a request; undefined when it has none.
 * Gives no browser a name.
 */
export const knownBrowserHash = (c: EdgeContext): Buffer | undefined =>
  tokenHash(readCookie(c, cookie))
