/** Telling applications that somebody is gone: signed out, left, disabled, deleted, also permanently. A job sends what the store says has ended. */
import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import type { Services } from '../edge/app.ts'
import { hourMs, minuteMs, plus, secondMs } from '../kernel/time.ts'
import { issuerOf } from './access-token.ts'
import { pairwiseSubject } from './claims.ts'
import { claimEnded, forgetSignOn, postponeSignOn, type EndedSignOn } from './sign-ons.sql.ts'
import { readOrMakeSigningKeys, signingAlgorithm } from './signing-keys.ts'

/** What sending needs: the keys to sign with, and the address that the issuers have. */
export type Sender = Pick<Services, 'db' | 'sealKey' | 'publicUrl' | 'log' | 'clock'>

const atOnce = 50
const patienceMs = 5 * secondMs
const tokenSeconds = 120
/** After so many tries, over about a day, the application is not told any more; its own session ends by itself. */
const maxAttempts = 24
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

const pauseMs = (attempts: number): number => Math.min(2 ** attempts * 5 * secondMs, attempts > 8 ? hourMs : 20 * minuteMs)

/** Tells every application whose sign-ons have ended and are due at `now`. Returns how many were told. */
export const tellEnded = async (sender: Sender, now: Date): Promise<number> => {
  let told = 0
  for (;;) {
    const ended = await claimEnded(sender.db, now, atOnce)
    const results = await Promise.all(ended.map((one) => tell(sender, one, now)))
    told += results.filter(Boolean).length
    if (ended.length < atOnce) return told
  }
}

const tell = async (sender: Sender, ended: EndedSignOn, now: Date): Promise<boolean> => {
  const { db } = sender
  const { address } = ended
  const subject = await subjectOf(db, ended)
  if (address === null || subject === undefined) {
    await forgetSignOn(db, ended)
    return false
  }
  const received = await send(address, await logoutToken(sender, ended, subject))
  if (received || ended.attempts >= maxAttempts) await forgetSignOn(db, ended)
  else await postponeSignOn(db, ended, plus(now, pauseMs(ended.attempts)))
  if (!received) sender.log.warn({ applicationId: ended.applicationId, attempts: ended.attempts }, 'back-channel logout was not received')
  return received
}

const subjectOf = async (db: Sender['db'], { tenantId, appId, subject, userId }: EndedSignOn): Promise<string | undefined> =>
  subject ?? (userId === null ? undefined : pairwiseSubject(db, tenantId, appId, userId))

const logoutToken = async (sender: Sender, { tenantId, appId, sid }: EndedSignOn, subject: string): Promise<string> => {
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

// Redirects are not followed and the answer's body is not read: the address was set by an administrator, its answer was not.
const send = async (address: string, token: string): Promise<boolean> => {
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }),
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.body?.cancel()
    return response.status === 200 || response.status === 204
  } catch {
    return false
  }
}
