/**
 * Who asks for passkeys: the site that people reach us at. A passkey made for another site, or
 * shown to one, is none here.
 */
import { isIP } from 'node:net'

export type RelyingParty = {
  readonly origin: string
  readonly id: string
  readonly host: string
  readonly possible: boolean
}

/**
 * The relying party at `publicUrl`. Browsers know passkeys for names only, and over https only (or
 * on the machine itself).
 */
export const relyingPartyAt = (publicUrl: string): RelyingParty => {
  const { origin, hostname, protocol, host } = new URL(publicUrl)
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0
  const isSecure =
    protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
  return { origin, id: hostname, host, possible: isName && isSecure }
}
