/** Under which issuer an identity is kept. */
import type { TenantId } from '../kernel/ids.ts'

/** What the issuers of identities at an organization's own provider begin with; the organization's id and a colon come next. */
export const homeIssuerStart = 'urn:guesthouse:home:'

/** The same with the organization. */
export const homeIssuerPrefix = (tenantId: TenantId): string => `${homeIssuerStart}${tenantId}:`

/**
 * The issuer under which the identities of an organization's own people are kept. What one organization says about a subject counts for its own
 * people alone: it can neither reserve somebody's account at a provider that all share nor sign in anybody whose home is elsewhere.
 */
export const homeIssuer = (tenantId: TenantId, issuer: string): string => homeIssuerPrefix(tenantId) + issuer
