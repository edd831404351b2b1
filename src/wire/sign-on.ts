/**
 * What the provider and the product's own web app, its client, both know: who it is, where it comes
 * back, and what it asks for.
 */

/**
 * The issuer of people. An organization's issuer knows its users; this one knows the person behind
 * them, whichever homes they have, so that nobody needs an organization's leave to see where they
 * are and to leave (R10, R12). Its id is the same in every installation.
 */
export const peopleIssuerId = '00000000-0000-4000-8000-000000000001'

/** What tells an application who somebody is (OpenID Connect Core, 5.4). */
export const identityScopes = ['openid', 'profile', 'email'] as const

/** All scopes that belong to OpenID Connect itself, whatever interface a token is for. */
export const openIdScopes = [...identityScopes, 'offline_access'] as const

/**
 * What an application may be given at the account API: to look, or to do everything that the person
 * can.
 */
export const accountScopes = ['Account.Read', 'Account.ReadWrite'] as const
export type AccountScope = (typeof accountScopes)[number]

/** The web app by its client id, with the path that an answer of the provider comes back to. */
export const ownApps = {
  admin: {
    appId: '00000000-0000-4000-8000-000000000003',
    name: 'Guesthouse admin centre',
    callback: '/admin/signed-in',
  },
} as const
export type OwnApp = keyof typeof ownApps

/** Addresses of an issuer, below the product's own. */
export const issuerPaths = (issuerId: string) => ({
  issuer: `/${issuerId}/v2.0`,
  authorization: `/${issuerId}/oauth2/v2.0/authorize`,
  token: `/${issuerId}/oauth2/v2.0/token`,
})
