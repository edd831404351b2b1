/** Under which issuer an identity is kept. */
import type { TenantId } from '../kernel/ids.ts'

/**
 * What the issuers of identities at an organization's own provider begin with; the organization's
 * id and a colon come next.
 */
export const homeIssuerStart = 'urn:guesthouse:home:'

/** The same with the organization. */
export const homeIssuerPrefix = (tenantId: TenantId): string => `${homeIssuerStart}${tenantId}:`

/**
 * The issuer under which the identities of an organization's own people are kept. What one
 * organization says about a subject counts for its own people alone: it can neither reserve
 * somebody's account at a provider that all share nor sign in anybody whose home is elsewhere.
 */
export const homeIssuer = (tenantId: TenantId, issuer: string): string =>
  homeIssuerPrefix(tenantId) + issuer

/**
 * What the issuers of identities begin with that came by a provider which an organization offers to
 * its guests.
 */
export const guestIssuerStart = 'urn:guesthouse:guests:'

/**
 * The issuer under which the identities of an organization's guests at a provider of its own choice
 * are kept. Another organization that names the same provider, with a client of its own, opens
 * nobody's session here; and the trust ends with the organization's own (K23).
 */
export const guestIssuer = (tenantId: TenantId, issuer: string): string =>
  `${guestIssuerStart}${tenantId}:${issuer}`

/**
 * The organization and the provider's own issuer of such an identity; undefined for every other.
 */
export const guestScope = (kept: string): { tenantId: string; issuer: string } | undefined => {
  if (!kept.startsWith(guestIssuerStart)) return undefined
  const rest = kept.slice(guestIssuerStart.length)
  return { tenantId: rest.slice(0, rest.indexOf(':')), issuer: rest.slice(rest.indexOf(':') + 1) }
}
