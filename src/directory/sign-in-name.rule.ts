/** The user principal name that a member signs in with. */

/** Whether a sign-in name ends in one of these domains, which are in lower case. */
export const inDomains = (userPrincipalName: string, domains: readonly string[]): boolean =>
  domains.includes(userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1).toLowerCase())
