/**
 * Which ways to sign in are offered, in which order. To somebody who has shown nothing, what
 * follows from the domain that they typed, which everybody can ask for, and nothing that follows
 * from whether there is such an account (U9); to a person whom this browser knows, exactly those
 * that they have.
 */

/** An external provider as people choose it. */
export type ProviderWay = {
  readonly id: string
  readonly displayName: string
  readonly host: string
}

export type Way =
  | { readonly kind: 'provider'; readonly provider: ProviderWay }
  | { readonly kind: 'password' | 'passkey' }
  /** A code by mail, to `address`. */
  | { readonly kind: 'code'; readonly address: string }

/** What everybody may know of a name that somebody typed. */
export type PublicFacts = {
  /** The name as an address that mail can be sent to; undefined when it is none. */
  readonly address: string | undefined
  /** The domain is a verified one of an organization here. */
  readonly isHere: boolean
  /**
   * The provider that is the home of the domain's people, or what the domain's own name stands for.
   */
  readonly providers: readonly ProviderWay[]
  /** A whole name, not a domain alone. */
  readonly isName: boolean
  /** Browsers know passkeys for the address that this server is reached by. */
  readonly passkeys: boolean
}

const providerWays = (providers: readonly ProviderWay[]): Way[] =>
  providers.map((provider) => ({ kind: 'provider', provider }))
const codeWays = (address: string | undefined): Way[] =>
  address === undefined ? [] : [{ kind: 'code', address }]
const passkeyWays = (has: boolean): Way[] => (has ? [{ kind: 'passkey' }] : [])
const passwordWays = (has: boolean): Way[] => (has ? [{ kind: 'password' }] : [])

/** The ways of a name, for whoever types it; none when nothing is known of its domain alone. */
export const publicWays = ({
  address,
  isHere,
  providers,
  isName,
  passkeys,
}: PublicFacts): Way[] => {
  const others = passkeyWays(passkeys)
  if (!isName) return providers.length === 0 ? [] : [...providerWays(providers), ...others]
  // Passwords are kept for names at verified domains alone, so elsewhere nobody has one.
  if (!isHere) return [...codeWays(address), ...others]
  return [...providerWays(providers), ...passwordWays(true), ...others, ...codeWays(address)]
}

/** What one person has to sign in with. */
export type OwnFacts = {
  /** The name that the password goes with; null for somebody without a home here. */
  readonly name: string | null
  readonly hasPassword: boolean
  readonly hasPasskey: boolean
  /** The mailbox that is their home. */
  readonly mailbox: string | null
  readonly providers: readonly ProviderWay[]
}

/** Of each kind, what somebody has; the strongest first. `passkeys`: this server can use them. */
const own: Readonly<Record<Way['kind'], (facts: OwnFacts, passkeys: boolean) => Way[]>> = {
  provider: ({ providers }) => providerWays(providers),
  passkey: ({ hasPasskey }, passkeys) => passkeyWays(passkeys && hasPasskey),
  password: ({ hasPassword, name }) => passwordWays(hasPassword && name !== null),
  code: ({ mailbox }) => codeWays(mailbox ?? undefined),
}

/** A person's own ways; what this server cannot be reached for is left out. */
export const ownWays = (facts: OwnFacts, passkeys: boolean): Way[] =>
  Object.values(own).flatMap((waysOf) => waysOf(facts, passkeys))
