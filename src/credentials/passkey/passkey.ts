/**
 * Passkeys: adding one, removing one, and signing in with one. The library judges signatures;
 * challenges, counters and whose it is are ours.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { byUser } from '../../events/context.ts'
import type { Around, Context } from '../../events/event.ts'
import { newId } from '../../kernel/ids.ts'
import { minuteMs, plus } from '../../kernel/time.ts'
import { transaction, type Database } from '../../store/database.ts'
import { noteFactorChange } from '../change.ts'
import type { RegistrationAnswer } from './answer.ts'
import type { RelyingParty } from './relying-party.ts'
import { deletePasskey, insertPasskey, spendChallenge } from './passkey.sql.ts'
import type { Session } from '../../people/sessions.ts'

/** How long a browser may take to answer a challenge. */
export const challengeLifetimeMs = 10 * minuteMs

/** EdDSA, ES256 and RS256, which every authenticator knows one of. */
export const algorithms: number[] = [-8, -7, -257]

export const digestOf = (challenge: string): Buffer =>
  createHash('sha256').update(challenge).digest()

export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b)

/**
 * The handle by which an authenticator knows a person: their id, as bytes. It tells nothing to
 * others.
 */
export const handleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex'))

// The library throws for what it refuses; an answer that does not hold is an outcome here.
export const orUndefined = async <T>(verification: Promise<T>): Promise<T | undefined> => {
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

const byOneself = ({ homeUserId, personId }: Session, context: Around): Context =>
  byUser(context, homeUserId ?? personId)
