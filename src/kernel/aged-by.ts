/** The age of what a process remembers, by the clock that everything else goes by. */
import type { Clock } from './time.ts'

type Aged = { readonly perf: { readonly now: () => number }; readonly ttlResolution: 0 }

/**
 * For the options of an `LRUCache`: what it keeps is as old as `clock` says, which is asked each
 * time, so that whoever moves the clock finds it older.
 */
export const agedBy = (clock: Clock): Aged => ({
  perf: { now: () => clock().getTime() },
  ttlResolution: 0,
})
