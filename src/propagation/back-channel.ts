/**
 * Telling applications that somebody is gone: signed out, left, disabled, deleted, also
 * permanently. A job sends what the store says has ended.
 */
import { randomUUID } from 'node:crypto'
import { goingOnFrom } from '../kernel/time.ts'
import { giveBack, setDue } from '../outbound/delivery/debts.sql.ts'
import { callInTurn, type When } from '../outbound/delivery/deliver.ts'
import { deliverInTurns } from '../outbound/delivery/in-turns.ts'
import { ladders } from '../outbound/delivery/ladder.rule.ts'
import { outboundDoor, Unreachable } from '../outbound/door.ts'
import { lanesByStore, type Lanes } from '../outbound/lanes.ts'
import { noteAnswer } from '../receipts/write.sql.ts'
import type { Installation } from '../store/installation.ts'
import { pairwiseSubject } from '../tokens/pairwise-subject.ts'
import { endedSignOns, forgetSignOn, type EndedSignOn } from '../tokens/sign-ons.sql.ts'
import { signAsOrganization } from '../tokens/signing-keys.ts'

/**
 * What sending needs: the keys to sign with, the address that the issuers have, and which receivers
 * may be called.
 */
export type Sender = Pick<
  Installation,
  'db' | 'sealKey' | 'publicUrl' | 'log' | 'clock' | 'allowPrivateProviders'
>

const tokenSeconds = 120
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const lanesOf = lanesByStore()

/**
 * Tells every application whose sign-ons have ended and are due at `now`. Returns how many were
 * told. Organizations take turns, each application has a lane of its own, and one that hangs is
 * paused: nobody waits for somebody else's receiver (K19). Ends early at `signal`; what was not
 * told stays due.
 */
export const tellEnded = (sender: Sender, now: Date, signal?: AbortSignal): Promise<number> => {
  const lanes = lanesOf(sender)
  const when: When = { clock: goingOnFrom(now, sender.clock), signal }
  const together = () => (ended: EndedSignOn) => tell(sender, lanes, ended, when)
  return deliverInTurns(sender.db, endedSignOns, lanes, together, when)
}

const tell = async (
  sender: Sender,
  lanes: Lanes,
  ended: EndedSignOn,
  when: When,
): Promise<number> => {
  const { db } = sender
  const { address, applicationId, attempts } = ended
  const subject = await subjectOf(db, ended)
  if (address === null || subject === undefined) {
    await closeSignOn(db, ended, 'givenUp', when.clock())
    return 0
  }
  const outcome = await callInTurn(
    ended,
    {
      lanes,
      lane: applicationId,
      ladder: ladders.signOut,
      leaseMs: endedSignOns.leaseMs,
      call: async () =>
        send(sender, address, await logoutToken(sender, ended, subject), when.signal),
      settling: {
        received: (now) => closeSignOn(db, ended, 'acknowledged', now),
        notCalled: (now) => giveBack(db, endedSignOns, ended, now),
        later: (until) => setDue(db, endedSignOns, ended, until),
        givenUp: (now) => closeSignOn(db, ended, 'givenUp', now),
      },
    },
    when,
  )
  if (outcome === 'failed' || outcome === 'givenUp')
    sender.log.warn({ applicationId, attempts }, 'back-channel logout was not received')
  return outcome === 'received' ? 1 : 0
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

const logoutToken = (
  sender: Sender,
  { tenantId, appId, sid }: EndedSignOn,
  subject: string,
): Promise<string> =>
  signAsOrganization(sender, tenantId, {
    typ: 'logout+jwt',
    audience: appId,
    goodForSeconds: tokenSeconds,
    claims: { sub: subject, sid, jti: randomUUID(), events: { [logoutEvent]: {} } },
  })

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
