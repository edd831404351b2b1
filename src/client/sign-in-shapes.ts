/**
 * How people sign in, as the directory API writes it: other providers, and who is tied to which
 * account there.
 */
import type { Answer, Change, Creation } from '../wire/graph/definition.ts'
import type { federatedIdentity, identityProvider } from '../wire/graph/identity-provider.ts'

/** An OpenID provider that signs in the people of some domains, or guests (`domains` is null). */
export type IdentityProvider = Answer<typeof identityProvider>
type Secret = { readonly clientSecret?: string }
export type NewIdentityProvider = Creation<typeof identityProvider> & Secret
export type IdentityProviderChanges = Change<typeof identityProvider> & Secret

/** What trying a provider came to; `isRight` is null for what only a sign-in shows. */
export type ProviderReport = {
  readonly outcome: string
  readonly message: string | null
  readonly findings: readonly { readonly isRight: boolean | null; readonly message: string }[]
}

/** A member's account at a provider. */
export type FederatedIdentity = Answer<typeof federatedIdentity>
export type RemovedFactors = { readonly passkeys: number; readonly authenticator: boolean }
