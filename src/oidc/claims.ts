/**
 * What tokens say about somebody. Names for the directory's facts follow Microsoft Entra, so that
 * libraries that know it work here.
 */
import type { AccountClaims, KoaContextWithOIDC } from 'oidc-provider'
import { guestScope } from '../directory/identity-issuer.ts'
import type { TenantId } from '../kernel/ids.ts'
import { issuerOf } from '../kernel/page-address.ts'
import type { Account, ApplicationAccess } from '../tokens/account.sql.ts'
import type { identityScopes } from '../wire/sign-on.ts'
import { claimsByChoice, groupClaims } from './claims-by-choice.ts'

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

const knownAs = ({ homeName, mail, userPrincipalName }: Account): string =>
  homeName ?? mail ?? userPrincipalName

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
    preferred_username: knownAs(account),
    // With which somebody is asked for again (`login_hint` of a request).
    login_hint: knownAs(account),
    upn: account.userPrincipalName,
    locale: account.preferredLanguage ?? undefined,
    // Said only where it is true: applications must not recognise people by an address that an
    // administrator wrote down.
    ...(account.mail === null
      ? {}
      : { email: account.mail, ...(account.mailProved ? { email_verified: true } : {}) }),
  }
}

type SignOn = {
  readonly scope?: string | undefined
  readonly authTime?: number | undefined
  readonly sid?: string | undefined
}

// By which scope somebody's own facts are told, wherever they are.
const scopeOfClaim = new Map<string, string>([
  ...(['profile', 'email'] as const).flatMap((scope) =>
    claimsByScope[scope].map((name): [string, string] => [name, scope]),
  ),
  ['login_hint', 'profile'],
])

/**
 * Of an access token, those of the claims of these names that are told by no other way: what was
 * granted of the sign-on that it comes from, never more.
 */
export const claimsAsWished = (
  { oidc: { entities, params } }: KoaContextWithOIDC,
  names: readonly string[],
  about: About,
): Record<string, unknown> => {
  if (names.length === 0) return {}
  const { AuthorizationCode: code, RefreshToken: renewal, DeviceCode: device } = entities
  const from: SignOn = code ?? renewal ?? device ?? {}
  // A renewal may ask for less than was granted.
  const asked = String(params?.['scope'] ?? from.scope).split(' ')
  const granted = new Set((from.scope ?? '').split(' ').filter((one) => asked.includes(one)))
  const all: Record<string, unknown> = {
    ...identityClaims(about),
    auth_time: from.authTime,
    sid: from.sid,
  }
  const told = names.filter((name) => {
    const scope = scopeOfClaim.get(name)
    return name === 'auth_time' || name === 'sid' || (scope !== undefined && granted.has(scope))
  })
  const whether = told.includes('email') ? ['email_verified'] : []
  return Object.fromEntries([...told, ...whether].map((name) => [name, all[name]]))
}
