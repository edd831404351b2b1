/** Signing in with a passkey. */
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Around } from '../../events/event.ts'
import { plus } from '../../kernel/time.ts'
import { transaction, type Database } from '../../store/database.ts'
import type { AssertionAnswer } from './answer.ts'
import type { RelyingParty } from './relying-party.ts'
import { countUse, findCredential, spendChallenge, type KnownCredential } from './passkey.sql.ts'
import type { Device } from '../../people/sessions.ts'
import { openSession } from '../../people/open-session.ts'
import { openAtHome, refuseAtHome, type Opened, type RefusedAtHome } from '../sign-in.ts'
import { findAccountOfPerson } from '../account.sql.ts'
import { bytesOf, challengeLifetimeMs, digestOf, handleOf, isSame, orUndefined } from './passkey.ts'

export type PasskeySignInResult =
  | Opened
  /** Somebody without a home here: a session, and no device to remember at one. */
  | { outcome: 'signedInWithoutHome'; token: string }
  | { outcome: 'expired' }
  | { outcome: 'notVerified' }
  | { outcome: 'unknown' }
  | RefusedAtHome

/**
 * Opens a session for the holder of the passkey that answered `challenge`, which counts once. The
 * person must have unlocked it. A home account that is disabled is refused as it is after a
 * password; one that is deleted is `unknown`.
 */
export const signInWithPasskey = async (
  db: Database,
  party: RelyingParty,
  given: { challenge: string; answer: AssertionAnswer; deviceCookie: string | undefined },
  device: Device,
  context: Around,
): Promise<PasskeySignInResult> => {
  const known = await findCredential(db, bytesOf(given.answer.id))
  if (known === undefined) return { outcome: 'unknown' }
  const counter = await verifiedCounter(party, given, known)
  if (counter === undefined) return { outcome: 'notVerified' }
  return transaction(db, async (tx) => {
    if (
      !(await spendChallenge(tx, digestOf(given.challenge), plus(context.now, challengeLifetimeMs)))
    )
      return { outcome: 'expired' }
    if (!(await countUse(tx, known.id, counter, context.now))) return { outcome: 'notVerified' }
    return openFor(tx, known, given.deviceCookie, device, context)
  })
}

const verifiedCounter = async (
  party: RelyingParty,
  { challenge, answer }: { challenge: string; answer: AssertionAnswer },
  known: KnownCredential,
): Promise<number | undefined> => {
  const { userHandle, ...response } = answer.response
  // The authenticator says whose passkey it is; it must be the person we stored it for.
  if (typeof userHandle !== 'string' || !isSame(bytesOf(userHandle), handleOf(known.personId)))
    return undefined
  const verified = await orUndefined(
    verifyAuthenticationResponse({
      response: { ...answer, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: answer.id,
        publicKey: Uint8Array.from(known.publicKey),
        counter: known.counter,
        transports: known.transports,
      },
      requireUserVerification: true,
    }),
  )
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined
}

const openFor = async (
  tx: Database,
  { personId, homeTenantId }: KnownCredential,
  deviceCookie: string | undefined,
  device: Device,
  context: Around,
): Promise<PasskeySignInResult> => {
  if (homeTenantId === null) {
    const { token } = await openSession(tx, personId, device, context.now, { method: 'passkey' })
    return { outcome: 'signedInWithoutHome', token }
  }
  const account = await findAccountOfPerson(tx, personId)
  if (account === undefined) return { outcome: 'unknown' }
  const refused = await refuseAtHome(tx, account, 'passkey', context)
  return refused ?? openAtHome(tx, account, { device, deviceCookie, method: 'passkey' }, context)
}
