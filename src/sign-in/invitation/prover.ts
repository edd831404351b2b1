/** Who is in front of a page, and which addresses they have shown to be theirs. */
import type { AddressKey } from '../../kernel/address.ts'
import type { PersonId, TenantId } from '../../kernel/ids.ts'
import { rows, type Database } from '../../store/database.ts'
import { readMe } from '../../people/me.sql.ts'
import type { Identity } from '../../people/person-of-identity.sql.ts'
import { provedAddressesOf } from '../../people/proved-addresses.sql.ts'
import type { Exchange } from '../exchange.ts'
import { presentSession } from '../present-session.ts'
import type { ProvedIdentity } from '../../people/proved-identity.ts'
import { readProvedIdentity } from '../proved-identity.ts'

export type Prover = {
  /** Absent for an identity that belongs to nobody yet. */
  readonly personId?: PersonId | undefined
  readonly identity: Identity
  /**
   * An account at a provider of this organization for its guests, proved in the person's session;
   * it may come to be theirs (K23).
   */
  readonly account?: Identity | undefined
  /** The external provider that vouches for it. */
  readonly providerId?: string | undefined
  /** What the identity's provider calls them. */
  readonly identityName?: string | undefined
  readonly name: string
  readonly addresses: readonly AddressKey[]
}

const listAddresses = async (db: Database, personId: PersonId): Promise<AddressKey[]> =>
  (await rows(db, provedAddressesOf(personId))).map(({ address }) => address)

const identityOf = ({ issuer, subject, provider }: ProvedIdentity): Identity => ({
  issuer,
  subject,
  clientId: provider?.clientId,
})

// A provider that an organization offers to its guests is believed about addresses by that
// organization alone.
const isBelieved = ({ provider }: ProvedIdentity, tenantId: TenantId): boolean =>
  provider === undefined || provider.isHome || provider.tenantId === tenantId

const proverOf = (proved: ProvedIdentity, addresses: readonly AddressKey[]): Prover => {
  const { subject, displayName, provider } = proved
  return {
    identity: identityOf(proved),
    providerId: provider?.id,
    identityName: displayName,
    name: displayName ?? subject,
    addresses,
  }
}

/**
 * The person of the session, or the identity that was just proved; undefined for somebody unknown.
 * Somebody disabled at home is nobody here.
 */
export const findProver = async (x: Exchange, tenantId: TenantId): Promise<Prover | undefined> => {
  const proved = await readProvedIdentity(x)
  const session = await presentSession(x)
  const believed = proved !== undefined && isBelieved(proved, tenantId) ? proved : undefined
  const justProved = believed?.verifiedEmail === undefined ? [] : [believed.verifiedEmail]
  if (session?.homeEnabled === true) {
    const { personId } = session
    const [me, addresses] = [await readMe(x.db, personId), await listAddresses(x.db, personId)]
    return {
      personId,
      identity: { issuer: '', subject: '' },
      account: believed?.provider && identityOf(believed),
      name: me.displayName,
      addresses: [...addresses, ...justProved],
    }
  }
  return proved && proverOf(proved, justProved)
}
