/**
 * Telling applications that somebody is gone: signed out, left, disabled, deleted, also
 * permanently. A job sends what the store says has ended.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { importJWK, SignJWT } from 'jose'
import { hourMs, minuteMs, plus, secondMs } from '../kernel/time.ts'
import { outboundDoor, Unreachable } from '../outbound/door.ts'
import { newLanes, type Lanes } from '../outbound/lanes.ts'
import { noteAnswer } from '../receipts/write.sql.ts'
import type { Installation } from '../store/installation.ts'
import { issuerOf } from '../tokens/access-token.ts'
import { pairwiseSubject } from '../tokens/pairwise-subject.ts'
import {
  claimEnded,
  forgetSignOn,
  giveBackSignOn,
  postponeSignOn,
  type EndedSignOn,
} from '../tokens/sign-ons.sql.ts'
import { readOrMakeSigningKeys, signingAlgorithm } from '../tokens/signing-keys.ts'

/**
 * What sending needs: the keys to sign with, the address that the issuers have, and which receivers
 * may be called.
 */
export type Sender = Pick<
  Installation,
  'db' | 'sealKey' | 'publicUrl' | 'log' | 'clock' | 'allowPrivateProviders'
>

/** The most messages under way at a time, of one organization and of all. */
const atOnce = { organization: 32, all: 128 }
const tokenSeconds = 120
/**
 * After so many tries, over about a day, the application is not told any more; its own session ends
 * by itself.
 */
const maxAttempts = 24
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
/** How often it is looked whether somebody else has ended while messages are under way. */
const lookEveryMs = secondMs / 2

const pauseMs = (attempts: number): number =>
  Math.min(2 ** attempts * 5 * secondMs, attempts > 8 ? hourMs : 20 * minuteMs)

const lanesOver = new WeakMap<Sender['db'], Lanes>()
const lanesOf = ({ db }: Sender): Lanes => {
  const lanes = lanesOver.get(db) ?? newLanes()
  lanesOver.set(db, lanes)
  return lanes
}

/**
 * Tells every application whose sign-ons have ended and are due at `now`. Returns how many were
 * told. Organizations take turns, each application has a lane of its own, and one that hangs is
 * paused: nobody waits for somebody else's receiver (K19). Ends early at `signal`; what was not
 * told stays due.
 */
export const tellEnded = async (
  sender: Sender,
  now: Date,
  signal?: AbortSignal,
): Promise<number> => {
  const lanes = lanesOf(sender)
  const begun = sender.clock().getTime()
  // Reckoned anew each time: a lease begins when it is taken, however long the backlog is.
  const clock = (): Date => plus(now, sender.clock().getTime() - begun)
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  let told = 0
  for (let more = true; more || underWay.size > 0;) {
    const room = signal?.aborted === true || failures.length > 0 ? 0 : atOnce.all - underWay.size
    const claimed =
      room === 0
        ? []
        : await claimEnded(sender.db, clock(), {
            room,
            organization: atOnce.organization,
            lanes: lanes.room(clock()),
          })
    for (const one of claimed) {
      const telling = tell(sender, lanes, one, { clock, signal })
        .then((taken) => void (told += taken ? 1 : 0))
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(telling))
      underWay.add(telling)
    }
    more = claimed.length > 0
    if (underWay.size > 0)
      await Promise.race([...underWay, pause(lookEveryMs, undefined, { ref: false })])
  }
  if (failures.length > 0) throw failures[0]
  return told
}

type When = { readonly clock: () => Date; readonly signal: AbortSignal | undefined }

const tell = async (
  sender: Sender,
  lanes: Lanes,
  ended: EndedSignOn,
  { clock, signal }: When,
): Promise<boolean> => {
  const { db } = sender
  const { address } = ended
  const subject = await subjectOf(db, ended)
  if (address === null || subject === undefined) {
    await closeSignOn(db, ended, 'givenUp', clock())
    return false
  }
  const work = async () => send(sender, address, await logoutToken(sender, ended, subject), signal)
  const outcome = await lanes.run(ended.applicationId, work, clock)
  if (signal?.aborted === true && outcome !== 'taken') await giveBackSignOn(db, ended, clock())
  else if (outcome === 'paused') await giveBackSignOn(db, ended, clock())
  else if (outcome === 'taken') await closeSignOn(db, ended, 'acknowledged', clock())
  else if (ended.attempts >= maxAttempts) await closeSignOn(db, ended, 'givenUp', clock())
  else await postponeSignOn(db, ended, plus(clock(), pauseMs(ended.attempts)))
  if (outcome === 'failed')
    sender.log.warn(
      { applicationId: ended.applicationId, attempts: ended.attempts },
      'back-channel logout was not received',
    )
  return outcome === 'taken'
}

// What the receipt says first, so that nothing is forgotten that it does not know of.
const closeSignOn = async (
  db: Sender['db'],
  ended: EndedSignOn,
  answer: 'acknowledged' | 'givenUp',
  now: Date,
): Promise<void> => {
  await noteAnswer(db, ended, answer, now)
  await forgetSignOn(db, ended)
}

const subjectOf = async (
  db: Sender['db'],
  { tenantId, appId, subject, userId }: EndedSignOn,
): Promise<string | undefined> =>
  subject ?? (userId === null ? undefined : pairwiseSubject(db, tenantId, appId, userId))

const logoutToken = async (
  sender: Sender,
  { tenantId, appId, sid }: EndedSignOn,
  subject: string,
): Promise<string> => {
  const [key] = await readOrMakeSigningKeys(sender, tenantId, sender.clock())
  if (key === undefined) throw new Error(`The organization ${tenantId} has no signing key.`)
  return new SignJWT({ sid, events: { [logoutEvent]: {} } })
    .setProtectedHeader({ alg: signingAlgorithm, kid: key.kid, typ: 'logout+jwt' })
    .setIssuer(issuerOf(sender.publicUrl, tenantId))
    .setAudience(appId)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${tokenSeconds}s`)
    .sign(await importJWK(key.privateJwk, signingAlgorithm))
}

const send = async (
  { allowPrivateProviders }: Sender,
  address: string,
  token: string,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  try {
    const body = new URLSearchParams({ logout_token: token }).toString()
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }
    const status = await outboundDoor(allowPrivateProviders === true).status(address, {
      method: 'POST',
      headers,
      body,
      signal,
    })
    return status === 200 || status === 204
  } catch (error) {
    if (error instanceof Unreachable) return false
    throw error
  }
}
