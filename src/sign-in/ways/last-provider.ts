/**
 * The external provider that this browser was signed in by before. Only a hint of what to offer.
 */
import { readCookie, writeRemembered } from '../../edge/cookie.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Exchange } from '../exchange.ts'
import { findTrustedProvider, type Provider } from '../../credentials/provider/provider.sql.ts'

const cookie = { name: 'guesthouse_provider', path: '/sign-in' }

/** That provider, while it is trusted. One statement, none without the cookie. */
export const lastProvider = async (x: Exchange): Promise<Provider | undefined> => {
  const id = readCookie(x.c, cookie) ?? ''
  return isUuid(id) ? findTrustedProvider(x.db, id) : undefined
}

export const noteLastProvider = (x: Exchange, { id }: Provider): void =>
  writeRemembered(x.c, x.services.publicUrl, cookie, id)
