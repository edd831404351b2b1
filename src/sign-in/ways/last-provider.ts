/**
 * The external provider that this browser was signed in by before. Only a hint of what to offer.
 */
import { getCookie, setCookie } from 'hono/cookie'
import { isUuid } from '../../kernel/ids.ts'
import { dayMs, secondMs } from '../../kernel/time.ts'
import type { Exchange } from '../exchange.ts'
import { findTrustedProvider, type Provider } from '../../credentials/provider/provider.sql.ts'

const cookie = 'guesthouse_provider'

/** That provider, while it is trusted. One statement, none without the cookie. */
export const lastProvider = async (x: Exchange): Promise<Provider | undefined> => {
  const id = getCookie(x.c, cookie) ?? ''
  return isUuid(id) ? findTrustedProvider(x.db, id) : undefined
}

export const noteLastProvider = (x: Exchange, { id }: Provider): void =>
  setCookie(x.c, cookie, id, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/sign-in',
    secure: x.services.publicUrl.startsWith('https:'),
    maxAge: (400 * dayMs) / secondMs,
  })
