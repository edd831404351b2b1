/**
 * Signing in with an identity that was just proved: a mail address by its code, or an account at an
 * external provider.
 */
import { findPersonOf, type Holder } from '../people/person-of-identity.sql.ts'
import { mayVouch, provedAccountOf } from '../directory/proved-account.sql.ts'
import { lockLiveTarget } from '../directory/target.sql.ts'
import { hasWayInOf, mayComeIn } from '../directory/users/ways-in.sql.ts'
import type { Around } from '../events/event.ts'
import type { PersonId } from '../kernel/ids.ts'
import { transaction, type Database } from '../store/database.ts'
import { holdTrust, noteProvider } from './provider/provider.sql.ts'
import type { ProvedIdentity } from '../people/proved-identity.ts'
import type { Device } from '../people/sessions.ts'
import type { SignInMethod } from '../wire/account-access.ts'
import { openSession } from '../people/open-session.ts'
import { openAtHome, refuseAtHome, type RefusedAtHome } from './sign-in.ts'
import { findAccountOfPerson, type LocalAccount } from './account.sql.ts'

export type IdentitySignInResult =
  | { outcome: 'signedIn'; token: string; deviceCookie?: string }
  | RefusedAtHome
  /**
   * The account at home has an authenticator app, and an address alone is no second factor: its
   * code is asked for next. No session yet.
   */
  | { outcome: 'codeNeeded'; account: LocalAccount }
  /** The identity belongs to nobody here. */
  | { outcome: 'unknown' }
  /** Its person's account at home was deleted (R43). */
  | { outcome: 'homeGone' }
  /** The provider is not trusted any more. */
  | { outcome: 'notTrusted' }

/**
 * Opens a session for the person of an identity, found by issuer and subject alone. What a resource
 * organization is like, or thinks of the person, is not looked at (R12, R13). A session that a
 * provider opened remembers it, and the provider cannot lose its trust while the session is made.
 */
export const signInWithIdentity = (
  db: Database,
  { issuer, subject, provider }: ProvedIdentity,
  {
    device,
    deviceCookie,
    method,
  }: { device: Device; deviceCookie: string | undefined; method: SignInMethod },
  context: Around,
): Promise<IdentitySignInResult> =>
  transaction(db, async (tx) => {
    if (provider !== undefined && !(await holdTrust(tx, provider.id)))
      return { outcome: 'notTrusted' }
    const holder = await findPersonOf(tx, { issuer, subject })
    if (holder === undefined) return { outcome: 'unknown' }
    const account = provedAccountOf({ issuer, subject, clientId: provider?.clientId })
    if (account !== undefined && !(await mayVouch(tx, account, holder.personId, context.now)))
      return { outcome: 'unknown' }
    // A provider that is somebody's home asks for its own factors; a code by mail is one, and only
    // one.
    const opened = await open(
      tx,
      holder,
      { device, deviceCookie, method },
      provider === undefined,
      context,
    )
    if (opened.outcome === 'signedIn' && provider !== undefined)
      await noteProvider(tx, opened.token, provider.id)
    return opened
  })

type Entry = { device: Device; deviceCookie: string | undefined; method: SignInMethod }

const open = async (
  tx: Database,
  { personId, homeTenantId }: Holder,
  entry: Entry,
  isOneFactor: boolean,
  context: Around,
): Promise<IdentitySignInResult> => {
  if (homeTenantId !== null) return openOfHome(tx, personId, entry, isOneFactor, context)
  const { token } = await openSession(tx, personId, entry.device, context.now, entry)
  return { outcome: 'signedIn', token }
}

const openOfHome = async (
  tx: Database,
  personId: PersonId,
  entry: Entry,
  isOneFactor: boolean,
  context: Around,
): Promise<IdentitySignInResult> => {
  const account = await findAccountOfPerson(tx, personId)
  if (account === undefined) return { outcome: 'homeGone' }
  const refused = await refuseAtHome(tx, account, entry.method, context)
  if (refused !== undefined) return refused
  const target = await lockLiveTarget(tx, account)
  if (target === undefined) return { outcome: 'homeGone' }
  // A tie that somebody too low has made is no way in, and one that others have made at all is one
  // factor (K16).
  const tied = !isOneFactor && (await hasWayInOf(tx, account, 'tie'))
  if (tied && !(await mayComeIn(tx, account, target, ['tie'], { every: true })))
    return { outcome: 'unknown' }
  if ((isOneFactor || tied) && account.hasAuthenticator) return { outcome: 'codeNeeded', account }
  const { token, deviceCookie } = await openAtHome(tx, account, entry, context)
  return { outcome: 'signedIn', token, deviceCookie }
}
