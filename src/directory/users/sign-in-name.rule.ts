/** The user principal name that a member signs in with. */
import { domainOfName } from '../../kernel/principal-name.ts'

/** Whether a sign-in name ends in one of these domains, which are in the letters of DNS. */
export const inDomains = (userPrincipalName: string, domains: readonly string[]): boolean =>
  domains.includes(domainOfName(userPrincipalName))
