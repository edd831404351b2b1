/**
 * Taking mail out of the store and handing it over. A batch is claimed first, in one statement, by
 * moving its turn to the end of a lease; no transaction is open while a mail server is spoken to.
 * Whoever is stopped in the middle leaves its claim to run out.
 */
import { hourMs, minuteMs, plus, secondMs, type Clock } from '../kernel/time.ts'
import { answering } from '../store/columns.ts'
import { changed, rows, sql, type Database } from '../store/database.ts'
import { forgetMails, type MailOutcome } from './outcome.sql.ts'
import { waitingColumns, type Waiting } from './outbox.ts'
import { readerJoins } from './reader.sql.ts'
import { noteServer } from './told.sql.ts'
import type { Codes, Delivery, Post } from './post.ts'

/** The most mails that are claimed at once. */
const batchSize = 20
/** Longer than a batch can take, so that no other process takes the same mails. */
const leaseMs = 15 * minuteMs
const longestSendMs = 5 * minuteMs
const firstPauseMs = 30 * secondMs
const longestPauseMs = hourMs
/**
 * How often a mail is handed over whose arrival is never confirmed: it may have arrived each time.
 */
const mostUnconfirmed = 5

type Claimed = Waiting & { readonly attempts: number }

/** What may be logged of a failure. `isFinal`: it is not tried again. */
export type MailFailure = Codes & { readonly attempts: number; readonly isFinal: boolean }

/** The failure in words for who runs the installation. */
export const mailFailureWords = ({ code, isFinal }: MailFailure): string => {
  if (isFinal) return 'a mail was refused for good, or never confirmed, and is given up'
  if (code === 'ETLS')
    return 'the mail server offers no TLS; mail waits. Set GUESTHOUSE_ALLOW_PLAIN_SMTP=true only where nobody can listen on the way'
  return 'a mail was not taken and is tried again'
}

/** How long to wait after this many failed tries, in milliseconds. */
const pauseMs = (attempts: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 20))

/**
 * Drops what is not worth sending any more and, where there is a post, sends what is due. Returns
 * how many were handed over. May run in several processes at once: each mail is claimed by one, for
 * a lease that begins when it is claimed. What the mail server refuses for good is over at once;
 * any other failure is told without names and tried again, later each time, until the mail gives
 * up. Begins no further batch after `signal`.
 */
export const drainMails = async (
  db: Database,
  clock: Clock,
  post: Post | undefined,
  onFailure: (failure: MailFailure) => void,
  signal?: AbortSignal,
): Promise<number> => {
  await noteServer(db, post !== undefined)
  const late = post === undefined ? 'noServer' : 'expired'
  await forgetMails(db, sql`give_up_at <= ${clock()}`, late, undefined, clock())
  if (post === undefined) return 0
  // Claimed so often by processes that did not come back to say how it went.
  await forgetMails(
    db,
    sql`unconfirmed >= ${mostUnconfirmed} and next_try_at <= ${clock()}`,
    'unconfirmed',
    undefined,
    clock(),
  )
  let sent = 0
  for (;;) {
    const claimed = await claim(db, clock())
    const outcomes = await Promise.all(
      claimed.map((mail) => sendOne(db, mail, clock, post, onFailure)),
    )
    sent += outcomes.filter(Boolean).length
    if (claimed.length < batchSize || signal?.aborted === true) return sent
  }
}

// Counted as unconfirmed before it is known, so that a process that dies in the middle is counted
// too.
// What is due is chosen once: a choice that skips what is taken would give others each time that a
// plan asks for it anew.
const claim = (db: Database, now: Date): Promise<Claimed[]> =>
  rows(
    db,
    answering<Claimed>(
      { ...waitingColumns, attempts: 'm.attempts' },
      (list) => sql`
        with due as materialized (
          select id from mails where next_try_at <= ${now} order by next_try_at, id limit ${batchSize} for update skip locked),
        claimed as (
          update mails m set attempts = m.attempts + 1, unconfirmed = m.unconfirmed + 1, next_try_at = ${plus(now, leaseMs)}
          from due where m.id = due.id returning m.*)
        select ${list} from claimed m ${readerJoins}`,
    ),
  )

const sendOne = async (
  db: Database,
  { attempts, ...mail }: Claimed,
  clock: Clock,
  post: Post,
  onFailure: (failure: MailFailure) => void,
): Promise<boolean> => {
  const delivery = await inTime(post.send(mail))
  // The claim may have run out and be somebody else's by now; then what went wrong here changes
  // nothing.
  const mine = sql`id = ${mail.id} and attempts = ${attempts}`
  const end = async (outcome: MailOutcome, code: number | undefined): Promise<boolean> =>
    (await forgetMails(
      db,
      outcome === 'taken' ? sql`id = ${mail.id}` : mine,
      outcome,
      code,
      clock(),
    )) > 0
  if (delivery.outcome === 'taken') return end('taken', undefined)
  const isFinal =
    delivery.outcome === 'refused'
      ? await end('refused', delivery.responseCode)
      : delivery.mayHaveArrived &&
        (await forgetMails(
          db,
          sql`${mine} and unconfirmed >= ${mostUnconfirmed}`,
          'unconfirmed',
          undefined,
          clock(),
        )) > 0
  onFailure({ code: delivery.code, responseCode: delivery.responseCode, attempts, isFinal })
  if (isFinal || delivery.outcome === 'refused') return false
  const counted = delivery.mayHaveArrived ? 0 : 1
  await changed(
    db,
    sql`update mails set next_try_at = ${plus(clock(), pauseMs(attempts))}, unconfirmed = unconfirmed - ${counted}::int where ${mine}`,
  )
  return false
}

const inTime = async (sending: Promise<Delivery>): Promise<Delivery> => {
  const { promise, resolve } = Promise.withResolvers<Delivery>()
  // How far it came is not known.
  const late = {
    outcome: 'failed',
    mayHaveArrived: true,
    code: 'ETIMEDOUT',
    responseCode: undefined,
  } as const
  const timer = setTimeout(() => resolve(late), longestSendMs).unref()
  try {
    return await Promise.race([sending, promise])
  } finally {
    clearTimeout(timer)
  }
}
