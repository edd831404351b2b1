/** Whether a job may take away for good by this clock, and who is told when it may not (K26). */
import type { Logger } from 'pino'
import type { Database } from '../store/database.ts'
import { askClock, clockWords, isBelieved } from './clock.ts'
import type { ClockState } from './clock.rule.ts'

/**
 * Who hears of the jobs: what each did, which took too long, and what is wrong with the clock
 * (undefined: nothing).
 */
export type Told = {
  readonly ran: (job: string, count: number) => void
  readonly overran: (job: string) => void
  readonly clock: (problem: string | undefined) => void
}

/** What was said of the clock of a store last: it is said when it changes, and not at each job. */
const saidLast = new WeakMap<Database, ClockState>()

/** Whether `now` is believed. */
export const mayGoOn = async (
  db: Database,
  now: Date,
  log: Logger,
  told?: Told,
): Promise<boolean> => {
  const state = await askClock(db, now)
  if (saidLast.get(db) !== state) {
    saidLast.set(db, state)
    if (state === 'stood') log.warn({ clock: state }, clockWords[state])
    else if (!isBelieved(state)) log.error({ clock: state }, clockWords[state])
  }
  told?.clock(isBelieved(state) ? undefined : clockWords[state])
  return isBelieved(state)
}
