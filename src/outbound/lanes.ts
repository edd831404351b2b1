/**
 * Lanes to receivers, one each: a few calls at a time, and a pause after several failures in a row,
 * so that one who hangs takes from nobody else. What a process has learned of a receiver is its own
 * and is forgotten when it ends.
 */
import { minuteMs, plus, secondMs, systemClock } from '../kernel/time.ts'
import { Unreachable, type Call } from './door.ts'

/** The most calls to one receiver at a time. */
export const laneWidth = 4
/** The most that wait for their turn on a lane, those under way included. */
const laneLength = 20
/** More than this do not wait: whoever asks for more is told that there is no answer now. */
const mostWaiting = 64
const firstPauseMs = 5 * secondMs
const longestPauseMs = minuteMs
/** Who failed is forgotten when nobody has called so long: far longer than any pause. */
const forgottenAfterMs = 10 * minuteMs
/** As many are known at most, those apart who are being called: anybody can name receivers. */
export const mostLanes = 10_000

type Lane = {
  underWay: number
  failures: number
  pausedUntil: Date
  calledAt: Date
  readonly waiting: (() => void)[]
}

export type Lanes = {
  /**
   * How many calls each receiver that is not idle takes at `now`: none while it is paused, one to
   * try it afterwards.
   */
  readonly room: (now: Date) => ReadonlyMap<string, number>
  /**
   * Calls in turn. `work` says whether it was taken. `paused`: the receiver has failed too often,
   * or too many wait for it, and was not called.
   */
  readonly run: (
    receiver: string,
    work: () => Promise<boolean>,
    clock: () => Date,
  ) => Promise<'taken' | 'failed' | 'paused'>
}

/** An idle receiver takes this many. */
export const idleRoom = laneLength

const isIdle = ({ underWay, waiting }: Lane): boolean => underWay === 0 && waiting.length === 0

const roomOf = ({ underWay, failures, pausedUntil, waiting }: Lane, now: Date): number => {
  if (pausedUntil > now) return 0
  const length = failures >= laneWidth ? 1 : laneLength
  return Math.max(0, length - underWay - waiting.length)
}

const note = (lane: Lane, taken: boolean, now: Date): void => {
  lane.failures = taken ? 0 : lane.failures + 1
  if (lane.failures >= laneWidth)
    lane.pausedUntil = plus(
      now,
      Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(lane.failures - laneWidth, 10)),
    )
}

/** The lanes of those who are called, or were not long ago: whoever was called last at the end. */
const knownLanes = () => {
  const lanes = new Map<string, Lane>()
  const forget = (now: Date): void => {
    for (const [receiver, lane] of lanes) {
      const isOver = lanes.size > mostLanes || plus(lane.calledAt, forgottenAfterMs) <= now
      if (!isOver) return
      if (isIdle(lane)) lanes.delete(receiver)
    }
  }
  return {
    all: (now: Date): readonly (readonly [string, Lane])[] => {
      forget(now)
      return [...lanes]
    },
    of: (receiver: string, now: Date): Lane => {
      const lane = lanes.get(receiver) ?? {
        underWay: 0,
        failures: 0,
        pausedUntil: new Date(0),
        calledAt: now,
        waiting: [],
      }
      lanes.set(receiver, lane)
      return lane
    },
    called: (receiver: string, lane: Lane, now: Date): void => {
      lane.calledAt = now
      lanes.delete(receiver)
      lanes.set(receiver, lane)
      forget(now)
    },
    // Whoever waits gets the place as it is, so that nobody comes between.
    leave: (receiver: string, lane: Lane): void => {
      const next = lane.waiting.shift()
      if (next === undefined) lane.underWay--
      else next()
      if (isIdle(lane) && lane.failures === 0) lanes.delete(receiver)
    },
  }
}

/** Lanes that know nobody yet. */
export const newLanes = (): Lanes => {
  const lanes = knownLanes()
  return {
    room: (now) => new Map(lanes.all(now).map(([receiver, lane]) => [receiver, roomOf(lane, now)])),
    run: async (receiver, work, clock) => {
      const lane = lanes.of(receiver, clock())
      if (lane.waiting.length >= mostWaiting) return 'paused'
      if (lane.underWay < laneWidth) lane.underWay++
      else await new Promise<void>((turn) => lane.waiting.push(turn))
      try {
        const now = clock()
        if (lane.pausedUntil > now) return 'paused'
        lanes.called(receiver, lane, now)
        const taken = await work()
        note(lane, taken, clock())
        return taken ? 'taken' : 'failed'
      } finally {
        lanes.leave(receiver, lane)
      }
    },
  }
}

/** Lanes of one kind of receivers, for each store that speaks with them. */
export const lanesByStore = (): ((of: { readonly db: object }) => Lanes) => {
  const lanesOver = new WeakMap<object, Lanes>()
  return ({ db }) => {
    const lanes = lanesOver.get(db) ?? newLanes()
    lanesOver.set(db, lanes)
    return lanes
  }
}

/**
 * A fetch on the lane of `receiver`. While that is paused it throws `Unreachable` at once: nobody
 * waits once more for who does not answer.
 */
export const fetchOnLane =
  (lanes: Lanes, receiver: string, fetch: (address: string, call: Call) => Promise<Response>) =>
  async (address: string, call: Call): Promise<Response> => {
    let answer: Response | undefined
    let failure: unknown
    const work = async (): Promise<boolean> => {
      try {
        answer = await fetch(address, call)
      } catch (error) {
        failure = error
      }
      return answer !== undefined
    }
    await lanes.run(receiver, work, systemClock)
    if (answer !== undefined) return answer
    throw failure ?? new Unreachable('The last calls were not answered.')
  }
