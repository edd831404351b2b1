/**
 * Passkeys: adding one, removing one, and signing in with one. The library judges signatures;
 * challenges, counters and whose it is are ours.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Around, Context } from '../../events/event.ts'
import { newId } from '../../kernel/ids.ts'
import { minuteMs, plus } from '../../kernel/time.ts'
import { transaction, type Database } from '../../store/database.ts'
import { noteFactorChange } from '../change.ts'
import type { AssertionAnswer, RegistrationAnswer } from './answer.ts'
import type { RelyingParty } from './relying-party.ts'
import {
  countUse,
  deletePasskey,
  findCredential,
  insertPasskey,
  spendChallenge,
  type KnownCredential,
} from './passkey.sql.ts'
import { openSession, type Device, type Session } from '../../people/sessions.ts'
import { openAtHome, refuseAtHome, type Opened, type RefusedAtHome } from '../sign-in.ts'
import { findAccountOfPerson } from '../account.sql.ts'

/** How long a browser may take to answer a challenge. */
export const challengeLifetimeMs = 10 * minuteMs

/** EdDSA, ES256 and RS256, which every authenticator knows one of. */
export const algorithms: number[] = [-8, -7, -257]

const digestOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest()
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

/**
 * The handle by which an authenticator knows a person: their id, as bytes. It tells nothing to
 * others.
 */
export const handleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex'))

// The library throws for what it refuses; an answer that does not hold is an outcome here.
const orUndefined = async <T>(verification: Promise<T>): Promise<T | undefined> => {
  try {
    return await verification
  } catch {
    return undefined
  }
}

export type AddPasskeyResult = { outcome: 'added' | 'expired' | 'notVerified' | 'alreadyThere' }

/**
 * Adds the passkey that an authenticator made for `challenge`, which counts once. `notVerified`
 * when it was made for another site or challenge, or without the person unlocking it;
 * `alreadyThere` when it is known, or the person has as many as there can be.
 */
export const addPasskey = async (
  db: Database,
  party: RelyingParty,
  session: Session,
  given: { challenge: string; answer: RegistrationAnswer; name: string },
  context: Around,
): Promise<AddPasskeyResult> => {
  const verified = await orUndefined(
    verifyRegistrationResponse({
      response: { ...given.answer, clientExtensionResults: {} },
      expectedChallenge: given.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (verified?.verified !== true) return { outcome: 'notVerified' }
  const { id, publicKey, counter } = verified.registrationInfo.credential
  const { personId, homeTenantId, homeUserId } = session
  const home =
    homeTenantId === null || homeUserId === null
      ? null
      : { tenantId: homeTenantId, userId: homeUserId }
  return transaction(db, async (tx) => {
    if (
      !(await spendChallenge(tx, digestOf(given.challenge), plus(context.now, challengeLifetimeMs)))
    )
      return { outcome: 'expired' }
    const key = {
      id: newId(),
      personId,
      home,
      counter,
      name: given.name,
      transports: given.answer.response.transports,
    }
    const stored = await insertPasskey(
      tx,
      { ...key, credentialId: bytesOf(id), publicKey: Buffer.from(publicKey) },
      context.now,
    )
    if (!stored) return { outcome: 'alreadyThere' }
    await noteFactorChange(tx, personId, 'user.passkeyAdded', byOneself(session, context))
    return { outcome: 'added' }
  })
}

/** Removes a passkey of the person. False when it is not theirs or not there. */
export const removePasskey = (
  db: Database,
  session: Session,
  id: string,
  context: Around,
): Promise<boolean> =>
  transaction(db, async (tx) => {
    const removed = await deletePasskey(tx, session.personId, id)
    if (removed)
      await noteFactorChange(
        tx,
        session.personId,
        'user.passkeyRemoved',
        byOneself(session, context),
      )
    return removed
  })

const byOneself = ({ homeUserId, personId }: Session, context: Around): Context => ({
  ...context,
  actor: { kind: 'user', id: homeUserId ?? personId },
})

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
    const { token } = await openSession(tx, personId, device, context.now, 'passkey')
    return { outcome: 'signedInWithoutHome', token }
  }
  const account = await findAccountOfPerson(tx, personId)
  if (account === undefined) return { outcome: 'unknown' }
  const refused = await refuseAtHome(tx, account, 'passkey', context)
  return refused ?? openAtHome(tx, account, { device, deviceCookie, method: 'passkey' }, context)
}
