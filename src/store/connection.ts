/**
 * One connection to PostgreSQL, as the pool makes it: every statement has a limit of our own, and
 * is prepared under a name where that works.
 *
 * A server whose machine is gone without a word would be waited for forever: its own limits go with
 * it. So who does not answer in time is hung up on, and the pool makes a new connection (F1).
 */
import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import { hourMs, minuteMs } from '../kernel/time.ts'
import { plannedEachTime } from './database.ts'
import { Contention } from './store-error.ts'

/** The most statements that are sent by name. Who needs a place takes that of the least used. */
const maxPrepared = 500

/**
 * A server keeps what was prepared for as long as a connection lives, also what has lost its place
 * here. So no more than this many get a name in so long a time: of texts without end, as filters
 * have them, the rest is sent whole.
 */
const maxNewNames = 500

/** How long a connection lives at most. */
export const longestLifeMs = 30 * minuteMs

/**
 * The most texts that are remembered as sent once. A statement is prepared when it comes again: the
 * hundreds that make the schema come once, and would leave no place for those that come all day.
 */
const maxSeenOnce = 1_000

/**
 * To be written at the head of a statement that has a limit of its own on the server, and may take
 * longer than others.
 */
export const takesLong = '/* may take long */'
const longMs = 2 * hourMs

type Query = (...given: readonly unknown[]) => Promise<pg.QueryResult>

/** Whether statements are prepared, and under which names: one for all connections of a pool. */
export type Naming = {
  readonly nameOf: (text: string) => string | undefined
  /**
   * Another's connection answers to our names, as behind a pooler: from now on nothing is named.
   */
  readonly switchOff: () => void
}

/**
 * A name is a digest of its text, so that it means the same in every process that shares a
 * connection through a pooler.
 */
export const naming = (on: boolean, now: () => number = Date.now): Naming => {
  const names = new LRUCache<string, string>({ max: maxPrepared })
  const seenOnce = new LRUCache<string, true>({ max: maxSeenOnce })
  let isOn = on
  let since = now()
  let newNames = 0
  const mayBeNamed = (): boolean => {
    if (now() - since >= longestLifeMs) [since, newNames] = [now(), 0]
    return newNames < maxNewNames
  }
  return {
    nameOf: (text) => {
      if (!isOn || text.includes(plannedEachTime) || text.startsWith(takesLong)) return undefined
      const known = names.get(text)
      if (known !== undefined || !mayBeNamed()) return known
      if (!seenOnce.has(text)) {
        seenOnce.set(text, true)
        return undefined
      }
      seenOnce.delete(text)
      const name = `g${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
      names.set(text, name)
      newNames++
      return name
    },
    switchOff: () => (isOn = false),
  }
}

// A name that the server does not know, or knows already: behind a pooler that hands its
// connections around.
const isAboutNames = (error: unknown): boolean =>
  ['26000', '42P05'].includes((error as { code?: string }).code ?? '')
const isFailedTransaction = (error: unknown): boolean =>
  (error as { code?: string }).code === '25P02'

/**
 * Makes `client` ready for the pool. `answerWithinMs`: longer than the server's own limit on a
 * statement.
 */
export const prepareClient = (
  client: pg.Client,
  { nameOf, switchOff }: Naming,
  answerWithinMs: number,
): void => {
  // A connection that breaks in the middle of a query tells the query, and then this event, which
  // would end the process unheard.
  client.on('error', () => {})
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const query = client.query.bind(client) as Query
  const limited: Query = async (...given) => {
    const [text] = given
    const withinMs =
      typeof text === 'string' && text.startsWith(takesLong) ? longMs : answerWithinMs
    const timer = setTimeout(
      () => stream.destroy(new Error('PostgreSQL did not answer in time')),
      withinMs,
    )
    try {
      return await query(...given)
    } finally {
      clearTimeout(timer)
    }
  }
  const named: Query = async (...given) => {
    const [text, values] = given
    const name = typeof text === 'string' && given.length === 2 ? nameOf(text) : undefined
    if (name === undefined) return limited(...given)
    try {
      return await limited({ name, text, values })
    } catch (error) {
      if (!isAboutNames(error)) throw error
      switchOff()
      // It was not run. In a transaction all of it has to be begun again.
      return limited(text, values).catch((again: unknown) =>
        Promise.reject(
          isFailedTransaction(again) ? new Contention('a prepared statement was not there') : again,
        ),
      )
    }
  }
  client.query = named as unknown as typeof client.query
}
