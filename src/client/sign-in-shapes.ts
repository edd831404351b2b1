/** How people sign in, as the directory API writes it: other providers, and who is tied to which account there. */

/** An OpenID provider that signs in the people of some domains, or guests (`domains` is null). */
export type IdentityProvider = {
  readonly id: string
  readonly displayName: string
  readonly issuer: string
  readonly clientId: string
  readonly hasClientSecret: boolean
  readonly domains: readonly string[] | null
  readonly isEnabled: boolean
  readonly createdDateTime: string
  /** The address to register at the provider. */
  readonly redirectUri: string
}
export type NewIdentityProvider = {
  readonly displayName: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  readonly domains: readonly string[] | null
}
export type IdentityProviderChanges = Partial<Omit<NewIdentityProvider, 'issuer' | 'clientSecret'>> & {
  readonly clientSecret?: string
  readonly isEnabled?: boolean
}

/** What trying a provider came to; `isRight` is null for what only a sign-in shows. */
export type ProviderReport = {
  readonly outcome: string
  readonly message: string | null
  readonly findings: readonly { readonly isRight: boolean | null; readonly message: string }[]
}

/** A member's account at a provider. */
export type FederatedIdentity = {
  readonly id: string
  readonly issuer: string
  readonly issuerAssignedId: string
  readonly createdDateTime: string
}
export type RemovedFactors = { readonly passkeys: number; readonly authenticator: boolean }
