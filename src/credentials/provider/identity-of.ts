/** Who somebody is, from what their provider says. */
import * as oidc from 'openid-client'
import { guestIssuer, homeIssuer } from '../../directory/identity-issuer.ts'
import { domainOfKey, parseAddress, type AddressKey } from '../../kernel/address.ts'
import { tidyName } from '../../kernel/text.ts'
import type { Provider } from './provider.sql.ts'
import type { ProvedIdentity } from '../../people/proved-identity.ts'

type Claims = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown): boolean =>
  String(a).toLowerCase() === String(b).toLowerCase()

// Whether an address is verified is said of that address: never of another one that stands in the
// other answer.
export const addressOf = (claims: Claims, more: Claims): Claims => {
  if (claims['email'] === undefined)
    return { email: more['email'], email_verified: more['email_verified'] }
  if (claims['email_verified'] !== undefined) return {}
  return {
    email_verified:
      more['email'] === undefined || same(more['email'], claims['email'])
        ? more['email_verified']
        : undefined,
  }
}

// Many providers tell the address, or that it is verified, only here. Without it there is an
// identity without an address.
export const userInfo = async (
  configuration: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> => {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {}
  return oidc.fetchUserInfo(configuration, accessToken, subject).catch(() => ({}))
}

const verifiedKeyIn = ({
  email,
  email_verified: isVerified,
}: Record<string, unknown>): AddressKey | undefined => {
  const parsed = isVerified === true && typeof email === 'string' ? parseAddress(email) : undefined
  return parsed !== undefined && 'address' in parsed ? parsed.address.key : undefined
}

export const identityOf = (
  provider: Provider,
  subject: string,
  claims: Record<string, unknown>,
): ProvedIdentity => {
  const { tenantId, domains, verifiedDomains, issuer, clientId } = provider
  const key = verifiedKeyIn(claims)
  // A home speaks for its own domains and for no other.
  const speaksFor =
    domains === null || (key !== undefined && verifiedDomains.includes(domainOfKey(key)))
  const name = typeof claims['name'] === 'string' ? tidyName(claims['name']) : undefined
  return {
    issuer: domains === null ? guestIssuer(tenantId, issuer) : homeIssuer(tenantId, issuer),
    subject,
    ...(key !== undefined && speaksFor ? { verifiedEmail: key } : {}),
    ...(name === undefined ? {} : { displayName: name }),
    provider: { id: provider.id, tenantId, isHome: domains !== null, clientId },
  }
}
