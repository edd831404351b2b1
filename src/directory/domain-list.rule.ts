/** An organization's list of domains: whose addresses may come (R95). */
import { domainOfKey, type AddressKey } from '../kernel/address.ts'

export type DomainRule = 'none' | 'allow' | 'block'

/** Whether the domain list lets a domain in (R95). A domain stands for its subdomains too. */
export const letsIn = (domain: string, rule: DomainRule, domains: readonly string[]): boolean => {
  const listed = domains.some((one) => domain === one || domain.endsWith(`.${one}`))
  return rule === 'none' || (rule === 'allow') === listed
}

/** Whether the domain list lets an address in (R95). */
export const domainAllowed = (
  address: AddressKey,
  rule: DomainRule,
  domains: readonly string[],
): boolean => letsIn(domainOfKey(address), rule, domains)
