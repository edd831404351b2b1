/**
 * When a table may be written anew: nobody can read it meanwhile, so not often and not for long.
 */
import { dayMs, hourMs, minuteMs, secondMs } from '../../kernel/time.ts'

/** Why a table was not written anew: others used it, it took too long, or our role may not. */
export type Refused = 'busy' | 'tooLong' | 'notAllowed'

export type RewriteFacts = {
  readonly now: Date
  /** Since when it is owed. */
  readonly owedSince: Date
  /** The last time it was tried. */
  readonly last:
    | { readonly beganAt: Date; readonly tookMs: number; readonly refused: Refused | null }
    | undefined
  /** How many others ask the store something at this moment. */
  readonly active: number
}

/** Of its time a table is out of use for a thousandth at most. */
const share = 1_000
const calm = 3
const afterRefusal = { busy: 10 * secondMs, tooLong: dayMs, notAllowed: dayMs } as const

/**
 * Whether a table may be written anew now: when it was not done, or tried, just before, and when
 * the store is calm. After an hour it is not waited for calm any more.
 */
export const mayRewrite = ({ now, owedSince, last, active }: RewriteFacts): boolean => {
  const isCalm = active <= calm || now.getTime() - owedSince.getTime() >= hourMs
  if (last === undefined) return isCalm
  const pauseMs =
    last.refused === null ? Math.max(minuteMs, last.tookMs * share) : afterRefusal[last.refused]
  return isCalm && now.getTime() - last.beganAt.getTime() >= pauseMs
}
