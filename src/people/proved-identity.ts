/**
 * An identity that somebody has just proved, by a code to an address or at an external provider. It
 * may belong to nobody here yet.
 */
import type { AddressKey } from '../kernel/address.ts'

export type ProvedIdentity = {
  readonly issuer: string
  readonly subject: string
  /**
   * The address that is proved with it; a provider's unverified or missing `email_verified` proves
   * none.
   */
  readonly verifiedEmail?: AddressKey | undefined
  readonly displayName?: string | undefined
  /**
   * The external provider that said so, of an organization: as the home of that organization's
   * people, or for its guests.
   */
  readonly provider?:
    | {
        readonly id: string
        readonly tenantId: string
        readonly isHome: boolean
        /** The client to which it said so. */ readonly clientId: string
      }
    | undefined
}
