/** Finding an organization by what somebody types or by what a link names. */
import type { AccountOrganization } from '../../../src/wire/account.ts'

const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

/**
 * Whether each word of `typed` is in the organization's name or domain, whatever its accents and
 * case.
 */
export const matchesOrganization = (
  { displayName, domain }: AccountOrganization,
  typed: string,
): boolean => {
  const text = plain(`${displayName} ${domain ?? ''}`)
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Whether a link's `tenantId`, an id or a domain, means this organization. */
export const isNamed = ({ id, domain }: AccountOrganization, tenantId: string | null): boolean =>
  tenantId !== null && (id === tenantId.toLowerCase() || domain === tenantId.toLowerCase())
