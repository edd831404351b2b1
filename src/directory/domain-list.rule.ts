/** An organization's list of domains: whose addresses may come (R95). */
import { domainOfKey, type AddressKey } from '../kernel/address.ts'

export type DomainRule = 'none' | 'allow' | 'block'

/** Whether the domain list lets an address in (R95). A domain stands for its subdomains too. */
export const domainAllowed = (
  address: AddressKey,
  rule: DomainRule,
  domains: readonly string[],
): boolean => {
  const domain = domainOfKey(address)
  const listed = domains.some((one) => domain === one || domain.endsWith(`.${one}`))
  return rule === 'none' || (rule === 'allow') === listed
}
