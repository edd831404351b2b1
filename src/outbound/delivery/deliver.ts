/**
 * The one loop that delivers: it takes what is due, calls so many at a time, and goes on looking
 * while calls are under way, so that nobody waits for somebody else's receiver (K19).
 */
import { setTimeout as pause } from 'node:timers/promises'
import { secondMs, plus, type Clock } from '../../kernel/time.ts'
import type { Lanes } from '../lanes.ts'
import type { Taken } from './debts.sql.ts'
import { isLast, pauseMs, type Ladder, type Tried } from './ladder.rule.ts'

/** The most under way at a time, of one organization and of all. */
export const atOnce = { organization: 32, all: 128 }
/** How often it is looked whether more is due while calls are under way. */
const lookEveryMs = secondMs / 2
/** Whoever has just ended is followed by others: one statement takes for many. */
const momentMs = 10

export type Deliveries<One> = {
  /** The most under way at a time. */
  readonly most: number
  /** Takes at most `room` that are due at `now`. */
  readonly take: (now: Date, room: number) => Promise<readonly One[]>
  /** Delivers one. Returns how many were received. */
  readonly deliver: (one: One) => Promise<number>
}

/** The time as it goes on, and what tells to stop. */
export type When = { readonly clock: Clock; readonly signal: AbortSignal | undefined }

const someEnd = async (underWay: ReadonlySet<Promise<void>>): Promise<void> => {
  if (underWay.size === 0) return
  await Promise.race([...underWay, pause(lookEveryMs, undefined, { ref: false })])
  if (underWay.size > 0) await Promise.race([Promise.all(underWay), pause(momentMs)])
}

/**
 * Delivers whatever is due. Returns how many were received. Ends early at `signal`; what was not
 * delivered stays due. What fails in the store, and not at a receiver, is thrown when what is under
 * way has ended.
 */
export const deliverDue = async <One>(
  { most, take, deliver }: Deliveries<One>,
  { clock, signal }: When,
): Promise<number> => {
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  let received = 0
  const begin = (one: One): void => {
    const delivering = deliver(one)
      .then((count) => void (received += count))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(delivering))
    underWay.add(delivering)
  }
  const isEnding = (): boolean => signal?.aborted === true || failures.length > 0
  for (let more = true; more || underWay.size > 0;) {
    const room = isEnding() ? 0 : most - underWay.size
    const taken = room === 0 ? [] : await take(clock(), room)
    for (const one of taken) begin(one)
    more = taken.length > 0
    await someEnd(underWay)
  }
  if (failures.length > 0) throw failures[0]
  return received
}

/** What becomes of a debt in the store. */
export type Settling = {
  readonly received: (now: Date) => Promise<unknown>
  /** It was not called: it is due again at once, and counts as not tried. */
  readonly notCalled: (now: Date) => Promise<unknown>
  readonly later: (until: Date, now: Date) => Promise<unknown>
  readonly givenUp: (now: Date) => Promise<void>
}

export type CallInTurn = {
  readonly lanes: Lanes
  readonly lane: string
  readonly ladder: Ladder
  readonly leaseMs: number
  /** Calls the receiver; whether it has taken what it was told. */
  readonly call: () => Promise<boolean>
  readonly settling: Settling
}

/**
 * Calls a receiver on its lane and settles what comes of it: received, tried again later and later,
 * given up. Who has waited for half of the lease leaves it to whoever takes it next, and so does
 * who is told to stop.
 */
export const callInTurn = async (
  taken: Taken & Tried,
  { lanes, lane, ladder, leaseMs, call, settling }: CallInTurn,
  { clock, signal }: When,
): Promise<'received' | 'notCalled' | 'failed' | 'givenUp'> => {
  let isLate = false
  const work = async (): Promise<boolean> => {
    isLate = plus(clock(), leaseMs / 2) > taken.until
    return isLate || call()
  }
  const outcome = await lanes.run(lane, work, clock)
  const now = clock()
  if (outcome === 'taken' && !isLate) {
    await settling.received(now)
    return 'received'
  }
  if (outcome !== 'failed' || signal?.aborted === true) {
    await settling.notCalled(now)
    return 'notCalled'
  }
  if (isLast(ladder, taken, now)) {
    await settling.givenUp(now)
    return 'givenUp'
  }
  await settling.later(plus(now, pauseMs(ladder, taken)), now)
  return 'failed'
}
