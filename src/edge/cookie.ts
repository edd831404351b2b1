/**
 * How every cookie of ours is read, written and forgotten: not for scripts, not for other sites,
 * and over https only where we are.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { dayMs, secondMs } from '../kernel/time.ts'
import type { EdgeContext } from './routes.ts'

/** `path`: the addresses that it is sent to, all of them unless said. */
export type Cookie = { readonly name: string; readonly path?: string }

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

const attributes = (publicUrl: string, { path = '/' }: Cookie) =>
  ({ httpOnly: true, sameSite: 'Lax', path, secure: isSecure(publicUrl) }) as const

/**
 * A cookie that opens something. Over https its name carries the prefix that makes browsers insist
 * on Secure, this host and the whole path.
 */
export const hostCookie = (publicUrl: string, name: string): Cookie => ({
  name: isSecure(publicUrl) ? `__Host-${name}` : name,
})

/** What the browser sent under this name, or undefined. */
export const readCookie = (c: EdgeContext, { name }: Cookie): string | undefined =>
  getCookie(c, name)

/** Gives the browser `value` to send with its requests for `lifetimeMs`. */
export const writeCookie = (
  c: EdgeContext,
  publicUrl: string,
  cookie: Cookie,
  value: string,
  lifetimeMs: number,
): void =>
  setCookie(c, cookie.name, value, {
    ...attributes(publicUrl, cookie),
    maxAge: Math.floor(lifetimeMs / secondMs),
  })

/** Longer than this browsers keep no cookie. */
const rememberedMs = 400 * dayMs

/**
 * Has the browser remember what was chosen or used in it, for as long as browsers do.
 */
export const writeRemembered = (
  c: EdgeContext,
  publicUrl: string,
  cookie: Cookie,
  value: string,
): void => writeCookie(c, publicUrl, cookie, value, rememberedMs)

/** Has the browser forget it. */
export const clearCookie = (c: EdgeContext, publicUrl: string, cookie: Cookie): void => {
  deleteCookie(c, cookie.name, attributes(publicUrl, cookie))
}
