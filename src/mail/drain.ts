/**
 * Taking mail out of the store and handing it over. A batch is claimed first, in one statement, by moving its turn to the end of a lease; no
 * transaction is open while a mail server is spoken to. Whoever is stopped in the middle leaves its claim to run out.
 */
import { hourMs, minuteMs, plus, secondMs } from '../kernel/time.ts'
import { changed, rows, sql, type Database } from '../store/database.ts'
import type { Letter, Post } from './post.ts'

/** The most mails that are claimed at once. */
const batchSize = 20
/** Longer than a batch can take, so that no other process takes the same mails. */
const leaseMs = 15 * minuteMs
const longestSendMs = 5 * minuteMs
const firstPauseMs = 30 * secondMs
const longestPauseMs = hourMs

type Claimed = Letter & { readonly attempts: number }

/** What may be logged of a failure: codes. What a mail server says often quotes the recipient. */
export type MailFailure = { readonly code: string; readonly responseCode: number | undefined; readonly attempts: number }

/** How long to wait after this many failed tries, in milliseconds. */
const pauseMs = (attempts: number): number => Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 20))

/**
 * Drops what is not worth sending any more and, where there is a post, sends what is due. Returns how many were handed over. May run in several
 * processes at once: each mail is claimed by one. A failure is told without names and tried again, later each time, until the mail gives up.
 */
export const drainMails = async (
  db: Database,
  now: Date,
  post: Post | undefined,
  onFailure: (failure: MailFailure) => void,
): Promise<number> => {
  await sql`delete from mails where give_up_at <= ${now}`.execute(db)
  if (post === undefined) return 0
  let sent = 0
  for (;;) {
    const claimed = await claim(db, now)
    const outcomes = await Promise.all(claimed.map((mail) => sendOne(db, mail, now, post, onFailure)))
    sent += outcomes.filter(Boolean).length
    if (claimed.length < batchSize) return sent
  }
}

const claim = (db: Database, now: Date): Promise<Claimed[]> =>
  rows(
    db,
    sql<Claimed>`
      update mails m set attempts = m.attempts + 1, next_try_at = ${plus(now, leaseMs)}
      from (select id from mails where next_try_at <= ${now} order by next_try_at, id limit ${batchSize} for update skip locked) due
      where m.id = due.id returning m.id, m.recipient, m.subject, m.body, m.attempts`,
  )

const sendOne = async (
  db: Database,
  { attempts, ...letter }: Claimed,
  now: Date,
  post: Post,
  onFailure: (failure: MailFailure) => void,
): Promise<boolean> => {
  try {
    await inTime(post.send(letter))
  } catch (error) {
    onFailure({ ...codesOf(error), attempts })
    // The claim may have run out and be somebody else's by now; then this changes nothing.
    await sql`update mails set next_try_at = ${plus(now, pauseMs(attempts))} where id = ${letter.id} and attempts = ${attempts}`.execute(db)
    return false
  }
  return (await changed(db, sql`delete from mails where id = ${letter.id}`)) > 0
}

const inTime = async (sending: Promise<void>): Promise<void> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(Object.assign(new Error('The mail server took too long.'), { code: 'ETIMEDOUT' })), longestSendMs)
  try {
    await Promise.race([sending, promise])
  } finally {
    clearTimeout(timer)
  }
}

const codesOf = (error: unknown): Pick<MailFailure, 'code' | 'responseCode'> => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  return { code: typeof code === 'string' ? code : 'unknown', responseCode: typeof responseCode === 'number' ? responseCode : undefined }
}
