/**
 * How long it is waited between tries, and when nothing is tried any more: one row for each debt.
 */
import { hourMs, minuteMs, plus, secondMs } from '../../kernel/time.ts'

export type Ladder = {
  /** The pause after the first try; each is twice as long as the one before. */
  readonly firstMs: number
  readonly longestMs: number
  /** After so many tries it is over. */
  readonly tries?: number
  /** So long after the first failure it is over. */
  readonly forMs?: number
}

export const ladders = {
  /**
   * An application that is told of a sign-out; over about a day, then its session ends by itself.
   */
  signOut: { firstMs: 10 * secondMs, longestMs: hourMs, tries: 30 },
  /** A subscriber that is told of changes (contract §10). */
  notification: { firstMs: 10 * secondMs, longestMs: 10 * minuteMs, forMs: 4 * hourMs },
  /** A subscriber that is told of the subscription itself; about four hours. */
  lifecycle: { firstMs: 10 * secondMs, longestMs: 10 * minuteMs, tries: 30 },
  /** A mail; each has an end of its own. */
  mail: { firstMs: 30 * secondMs, longestMs: hourMs },
} as const satisfies Readonly<Record<string, Ladder>>

/** What was tried so often, and has failed since then. */
export type Tried = { readonly attempts: number; readonly failingSince?: Date | null }

// Beyond that a number of milliseconds is none any more.
const mostDoublings = 20

/** How long to wait after so many tries, in milliseconds. */
export const pauseMs = ({ firstMs, longestMs }: Ladder, { attempts }: Tried): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(attempts - 1, 0), mostDoublings))

/** Whether nothing is tried after this try. */
export const isLast = (
  { tries, forMs }: Ladder,
  { attempts, failingSince = null }: Tried,
  now: Date,
): boolean =>
  (tries !== undefined && attempts >= tries) ||
  (forMs !== undefined && failingSince !== null && plus(failingSince, forMs) <= now)
