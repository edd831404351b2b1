/** The ways to sign in that are offered to whoever typed a name, or to the person of a session. */
import { parseAddress } from '../../kernel/address.ts'
import { longestDomain } from '../../kernel/domain.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { domainOfName, isPrincipalName, nameKey } from '../../kernel/principal-name.ts'
import { plus } from '../../kernel/time.ts'
import type { Exchange } from '../exchange.ts'
import { browserKnownForMs } from '../../people/known-browsers.ts'
import { knownBrowserHash } from '../browser-cookie.ts'
import { relyingPartyAt } from '../../credentials/passkey/relying-party.ts'
import { findProvidersAt, type Provider } from '../../credentials/provider/provider.sql.ts'
import { ownWays, publicWays, type ProviderWay, type Way } from '../../credentials/ways.rule.ts'
import { findPersonOfBrowser, isDomainHere, readOwnFacts } from '../../credentials/ways.sql.ts'

/** `name` is what to sign in with a password as. */
export type Offered = { readonly name: string; readonly ways: readonly Way[] }

const chosen = ({ id, displayName, issuer }: Provider): ProviderWay => ({
  id,
  displayName,
  host: new URL(issuer).host,
})
const passkeysAt = ({ services }: Exchange): boolean => relyingPartyAt(services.publicUrl).possible

/**
 * What this person has, `name` being what they are called when they have no name at home; undefined
 * when nothing is left to them.
 */
export const waysOfPerson = async (
  x: Exchange,
  personId: PersonId,
  name: string,
): Promise<Offered | undefined> => {
  const own = await readOwnFacts(x.db, personId)
  const ways = ownWays(own, passkeysAt(x))
  return ways.length === 0 ? undefined : { name: own.name ?? own.mailbox ?? name, ways }
}

/**
 * What is offered for a name. Nobody is looked up by it: the domain decides, unless a person of
 * this name has signed in with this browser before. No ways when it is a domain that says nothing,
 * or no name at all.
 */
export const waysOfName = async (x: Exchange, name: string): Promise<Offered> => {
  const parsed = parseAddress(name)
  const address = 'address' in parsed ? parsed.address : undefined
  const browser = knownBrowserHash(x.c)
  const since = plus(x.now, -browserKnownForMs)
  const personId =
    browser === undefined
      ? undefined
      : await findPersonOfBrowser(x.db, browser, {
          name: nameKey(name),
          address: address?.key,
          since,
        })
  const own = personId === undefined ? undefined : await waysOfPerson(x, personId, name)
  if (own !== undefined) return own
  const domain = domainOfName(name).slice(0, longestDomain)
  const isName = address !== undefined || isPrincipalName(name)
  const isHere = await isDomainHere(x.db, domain)
  const providers = await findProvidersAt(x.db, domain)
  // What an organization offers to its guests is for who comes with its domain: nobody at the
  // domain signs in there.
  const offered = providers.filter(({ domains }) => domains !== null || !isName)
  if (!isName && name.includes('@')) return { name, ways: [] }
  return {
    name,
    ways: publicWays({
      address: address?.display,
      isHere,
      providers: offered.map(chosen),
      isName,
      passkeys: passkeysAt(x),
    }),
  }
}
