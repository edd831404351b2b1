/**
 * Taking mail out of the store and handing it over: debts to one receiver, the mail server, which
 * are delivered as those to all others are.
 */
import { minuteMs, plus, type Clock } from '../kernel/time.ts'
import {
  isStillTaken,
  setDue,
  takeOldest,
  type Debts,
  type Taken,
} from '../outbound/delivery/debts.sql.ts'
import { deliverDue } from '../outbound/delivery/deliver.ts'
import { ladders, pauseMs } from '../outbound/delivery/ladder.rule.ts'
import { sql, type Database } from '../store/database.ts'
import { forgetMails, type MailOutcome } from './outcome.sql.ts'
import { waitingColumns, type Waiting } from './outbox.ts'
import { readerJoins } from './reader.sql.ts'
import { noteServer } from './told.sql.ts'
import type { Codes, Delivery, Post } from './post.ts'

/** The most mails that are under way at once. */
const atOnce = 20
const longestSendMs = 5 * minuteMs
/**
 * How often a mail is handed over whose arrival is never confirmed: it may have arrived each time.
 */
const mostUnconfirmed = 5

type Claimed = Waiting & Taken

const mails: Debts<Claimed> = {
  table: 'mails',
  as: 'm',
  key: ['id'],
  dueAt: 'next_try_at',
  attempts: 'attempts',
  // Longer than one can take, so that no other process takes the same mails.
  leaseMs: 15 * minuteMs,
  joins: readerJoins,
  columns: waitingColumns,
  // Counted as unconfirmed before it is known, so that a process that dies in the middle is counted
  // too.
  taking: sql`, unconfirmed = m.unconfirmed + 1`,
  isOne: ({ id }) => sql`id = ${id}`,
}

/** What may be logged of a failure. `isFinal`: it is not tried again. */
export type MailFailure = Codes & { readonly attempts: number; readonly isFinal: boolean }

/** The failure in words for who runs the installation. */
export const mailFailureWords = ({ code, isFinal }: MailFailure): string => {
  if (isFinal) return 'a mail was refused for good, or never confirmed, and is given up'
  if (code === 'ETLS')
    return 'the mail server offers no TLS; mail waits. Set GUESTHOUSE_ALLOW_PLAIN_SMTP=true only where nobody can listen on the way'
  return 'a mail was not taken and is tried again'
}

/**
 * Drops what is not worth sending any more and, where there is a post, sends what is due. Returns
 * how many were handed over. May run in several processes at once: each mail is claimed by one, for
 * a lease that begins when it is claimed. What the mail server refuses for good is over at once;
 * any other failure is told without names and tried again, later each time, until the mail gives
 * up. Begins no further one after `signal`.
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
  return deliverDue(
    {
      most: atOnce,
      take: (now, room) => takeOldest(db, mails, now, room),
      deliver: async (mail) => ((await sendOne(db, mail, clock, post, onFailure)) ? 1 : 0),
    },
    { clock, signal },
  )
}

const sendOne = async (
  db: Database,
  claimed: Claimed,
  clock: Clock,
  post: Post,
  onFailure: (failure: MailFailure) => void,
): Promise<boolean> => {
  const { attempts, until: _, ...mail } = claimed
  const delivery = await inTime(post.send(mail))
  // The claim may have run out and be somebody else's by now; then what went wrong here changes
  // nothing.
  const mine = isStillTaken(mails, claimed)
  const end = async (outcome: MailOutcome, code: number | undefined): Promise<boolean> =>
    (await forgetMails(
      db,
      outcome === 'taken' ? mails.isOne(claimed) : mine,
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
  const next = plus(clock(), pauseMs(ladders.mail, claimed))
  const beside = sql`, unconfirmed = unconfirmed - ${counted}::int`
  await setDue(db, mails, claimed, next, { beside })
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
