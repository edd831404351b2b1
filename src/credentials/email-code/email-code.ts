/**
 * One-time codes by mail, for people whose home is a mailbox. A code proves that its bearer reads
 * the mail of an address, in the browser that asked for it, and nothing else: nobody is looked up
 * before it was given, and no account is found by an address that stands on it.
 */
import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../events/event.ts'
import { networkOf } from '../../kernel/network.ts'
import {
  addressProblemWords,
  inSmallLetters,
  parseAddress,
  type Address,
  type AddressKey,
} from '../../kernel/address.ts'
import { minuteMs, plus } from '../../kernel/time.ts'
import { asSecret } from '../../mail/letters.ts'
import { queueMail } from '../../mail/outbox.ts'
import { answering } from '../../store/columns.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { installationSecret, keyedDigest } from '../../store/installation-secret.ts'
import { newToken, tokenHash } from '../../store/token.ts'
import { giveBackTry, takeTry, type Keys } from '../throttle.sql.ts'

export const codeLifetimeMs = 10 * minuteMs
const codeDigits = 8
const maxTries = 5

/**
 * A code on its way. The browser keeps it, sealed: the store knows no address. `address` as it was
 * typed.
 */
export type CodeFlow = { readonly token: string; readonly address: string }

export type SendCodeResult =
  | { outcome: 'sent'; flow: CodeFlow }
  /** `why` in words, to stand after a colon. */
  | { outcome: 'notAnAddress'; why: string }
  | { outcome: 'throttled'; retryAfterMs: number }

export type CheckCodeResult =
  | { outcome: 'proved'; address: Address }
  /** It does not look like a code, so it is not counted as a try. */
  | { outcome: 'notACode' }
  | { outcome: 'wrong'; triesLeft: number }
  /** Used, too old, or tried too often: a new code is needed. */
  | { outcome: 'over' }

// Sent mails are counted like failures: per mailbox and caller, per caller, and per mailbox. The
// last has the short waits of the count "device", because nobody shall keep somebody else from
// their code for long.
const sendKeys = async (
  db: Database,
  address: AddressKey,
  caller: string | null,
): Promise<Keys> => {
  const secret = await installationSecret(db, 'throttle')
  const from = networkOf(caller ?? 'unknown')
  return [
    { bucket: 'device', key: keyedDigest(secret, 'code', 'mailbox', address) },
    {
      bucket: 'accountAndAddress',
      key: keyedDigest(secret, 'code', 'mailbox and caller', address, from),
    },
    { bucket: 'address', key: keyedDigest(secret, 'code', 'caller', from) },
  ]
}

const digestOf = (sealKey: Buffer, { token, address }: CodeFlow, code: string): Buffer =>
  keyedDigest(sealKey, 'email code', token, address, code)

/**
 * Sends a code to whatever address was typed, in the language of the page; whether anybody is known
 * by it makes no difference.
 */
export const sendCode = async (
  db: Database,
  sealKey: Buffer,
  {
    address: typed,
    caller,
    language,
  }: { address: string; caller: string | null; language?: string },
  { now }: Pick<Context, 'now'>,
): Promise<SendCodeResult> => {
  const parsed = parseAddress(typed)
  if ('problem' in parsed)
    return { outcome: 'notAnAddress', why: addressProblemWords(parsed.problem) }
  const { display, key } = inSmallLetters(parsed.address)
  const keys = await sendKeys(db, key, caller)
  return transaction(db, async (tx) => {
    const taken = await takeTry(tx, keys, now)
    if (taken.outcome === 'throttled') return taken
    const { token, hash } = newToken()
    const flow = { token, address: display }
    const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
    const expiresAt = plus(now, codeLifetimeMs)
    await sql`insert into email_codes (flow_hash, code_hash, expires_at) values (${hash}, ${digestOf(sealKey, flow, code)}, ${expiresAt})`.execute(
      tx,
    )
    const values = {
      code: asSecret(`${code.slice(0, 4)} ${code.slice(4)}`),
      minutes: codeLifetimeMs / minuteMs,
    }
    await queueMail(
      tx,
      {
        recipient: display,
        letter: { kind: 'signInCode', values },
        language,
        usefulUntil: expiresAt,
      },
      now,
    )
    return { outcome: 'sent', flow }
  })
}

/**
 * Judges a code. A right one works once: of two at the same moment one gets `over`. Each try counts
 * before it is looked at.
 */
export const checkCode = async (
  db: Database,
  sealKey: Buffer,
  { flow, code: typed, caller }: { flow: CodeFlow; code: string; caller: string | null },
  { now }: Pick<Context, 'now'>,
): Promise<CheckCodeResult> => {
  const code = typed.replaceAll(/[\s-]/g, '')
  if (!/^\d{8}$/.test(code)) return { outcome: 'notACode' }
  const hash = tokenHash(flow.token)
  const parsed = parseAddress(flow.address)
  if (hash === undefined || 'problem' in parsed) return { outcome: 'over' }
  const found = await firstRow(
    db,
    answering<{ codeHash: Uint8Array; tries: number }>(
      { codeHash: 'code_hash', tries: 'tries' },
      (list) => sql`
        update email_codes set tries = tries + 1 where flow_hash = ${hash} and expires_at > ${now} and tries < ${maxTries}
        returning ${list}`,
    ),
  )
  if (found === undefined) return { outcome: 'over' }
  if (!timingSafeEqual(Buffer.from(found.codeHash), digestOf(sealKey, flow, code)))
    return found.tries >= maxTries
      ? { outcome: 'over' }
      : { outcome: 'wrong', triesLeft: maxTries - found.tries }
  if ((await changed(db, sql`delete from email_codes where flow_hash = ${hash}`)) === 0)
    return { outcome: 'over' }
  // Who reads the mail need not wait for the next one; what else the caller has asked for stays
  // counted.
  const own = (await sendKeys(db, parsed.address.key, caller)).filter(
    ({ bucket }) => bucket !== 'address',
  )
  await giveBackTry(
    db,
    own.map((one) => ({ ...one, failures: 0, lastFailedAt: now })),
    now,
  )
  return { outcome: 'proved', address: parsed.address }
}
