/** How long it takes until every door refuses, and goes on refusing. */
import { setTimeout as pause } from 'node:timers/promises'

/** What a door did: `silent` where it gave no answer that says either. */
export type Tried = 'letIn' | 'refused' | 'silent'

export type Doors = Readonly<Record<string, () => Promise<Tried>>>

export type Refusal =
  | { readonly outcome: 'refused'; readonly ms: number }
  /** These did not refuse in time; `letIn` where one of them let somebody in. */
  | { readonly outcome: 'letIn' | 'notTried'; readonly doors: readonly string[] }

export type Patience = {
  /** How many times in a row all have to refuse. */
  readonly times: number
  readonly limitMs: number
  readonly pauseMs: number
}

/** Tries all doors at once. */
export const tryAll = async (doors: Doors): Promise<ReadonlyMap<string, Tried>> =>
  new Map(
    await Promise.all(
      Object.entries(doors).map(
        async ([name, door]) => [name, await door().catch((): Tried => 'silent')] as const,
      ),
    ),
  )

/**
 * Tries all doors until each has refused `times` in a row, and says when the first of those times
 * was over, in milliseconds from the call. Throws when `signal` says to stop.
 */
export const untilRefused = async (
  doors: Doors,
  patience: Patience,
  signal: AbortSignal,
): Promise<Refusal> => {
  const start = performance.now()
  let [refused, ms] = [0, 0]
  while (refused < patience.times) {
    const tried = await tryAll(doors)
    signal.throwIfAborted()
    const passed = performance.now() - start
    const open = [...tried].filter(([, found]) => found !== 'refused')
    if (open.length === 0) {
      if (refused === 0) ms = passed
      refused++
      continue
    }
    refused = 0
    if (passed > patience.limitMs) {
      const outcome = open.some(([, found]) => found === 'letIn') ? 'letIn' : 'notTried'
      return { outcome, doors: open.map(([name]) => name) }
    }
    await pause(patience.pauseMs)
  }
  return { outcome: 'refused', ms }
}
