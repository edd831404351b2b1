/**
 * What tokens say about somebody. Names for the directory's facts follow Microsoft Entra, so that
 * libraries that know it work here.
 */
import type { AccountClaims } from 'oidc-provider'
import { guestScope } from '../directory/identity-issuer.ts'
import type { TenantId } from '../kernel/ids.ts'
import { issuerOf } from '../kernel/page-address.ts'
import type { Account, ApplicationAccess } from '../tokens/account.sql.ts'
import type { identityScopes } from '../wire/sign-on.ts'
import { claimsByChoice, groupClaims } from './group-claims.ts'

/** Which claims come with which scope. */
export const claimsByScope = {
  openid: ['sub', 'tid', 'oid', 'idp', 'acct', 'roles', 'ver', 'auth_time', 'acr', 'amr'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'upn', 'locale'],
  email: ['email', 'email_verified'],
} as const satisfies Readonly<Record<(typeof identityScopes)[number], readonly string[]>>

/** All of them. */
export const claimNames: ReadonlySet<string> = new Set([
  ...Object.values(claimsByScope).flat(),
  ...Object.keys(claimsByChoice),
])

type About = {
  readonly publicUrl: string
  readonly tenantId: TenantId
  readonly account: Account
  /** Absent for the directory, which reads groups and roles itself with each request. */
  readonly access?: ApplicationAccess
}

/** Claims about the organization and the standing of a user in it; in every token. */
export const standingClaims = ({ publicUrl, tenantId, account, access }: About) => ({
  tid: tenantId,
  oid: account.userId,
  acct: account.userType === 'Guest' ? 1 : 0,
  ver: '2.0',
  ...homeClaim(publicUrl, tenantId, account),
  ...(access === undefined || access.roles.length === 0 ? {} : { roles: access.roles }),
})

// Only somebody from elsewhere has a home worth naming: the issuer that knows them.
const homeClaim = (publicUrl: string, tenantId: TenantId, account: Account): { idp?: string } => {
  if (account.homeTenantId === tenantId) return {}
  if (account.homeTenantId !== null) return { idp: issuerOf(publicUrl, account.homeTenantId) }
  return account.identityIssuer === null
    ? {}
    : { idp: guestScope(account.identityIssuer)?.issuer ?? account.identityIssuer }
}

/**
 * All claims of an ID token or of userinfo; the library leaves out what neither the scope, the
 * request nor the administrator asks for.
 */
export const identityClaims = (about: About): AccountClaims => {
  const { account, access } = about
  return {
    // Made pairwise by the library.
    sub: account.userId,
    ...standingClaims(about),
    ...(access === undefined ? {} : groupClaims(about.publicUrl, account, access)),
    name: account.displayName,
    given_name: account.givenName ?? undefined,
    family_name: account.surname ?? undefined,
    // What people know as their name; the one of a guest here is made of it, and unique.
    preferred_username: account.homeName ?? account.mail ?? account.userPrincipalName,
    upn: account.userPrincipalName,
    locale: account.preferredLanguage ?? undefined,
    // Said only where it is true: applications must not recognise people by an address that an
    // administrator wrote down.
    ...(account.mail === null
      ? {}
      : { email: account.mail, ...(account.mailProved ? { email_verified: true } : {}) }),
  }
}
