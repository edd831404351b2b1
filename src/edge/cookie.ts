/**
 * How every cookie of ours is read, written and forgotten: not for scripts, not for other sites,
 * and over https only where we are.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { secondMs } from '../kernel/time.ts'
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

/** Has the browser forget it. */
export const clearCookie = (c: EdgeContext, publicUrl: string, cookie: Cookie): void => {
  deleteCookie(c, cookie.name, attributes(publicUrl, cookie))
}
