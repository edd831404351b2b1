/**
 * What one stranger may have of what is written for strangers: a little at once, and then so much a
 * second. Kept in this process only.
 */
import { LRUCache } from 'lru-cache'
import { secondMs } from '../kernel/time.ts'

/**
 * The most networks that are remembered; the one that came longest ago goes. What is forgotten has
 * its whole burst again.
 */
const maxNetworks = 10_000

export type Budget = {
  /** Whether `network` may have one more at `now`, which is then counted. */
  readonly spend: (network: string, now: Date) => boolean
  /** Gives back what was counted for somebody who turned out to be no stranger. */
  readonly giveBack: (network: string) => void
  /** Whether nothing is left for `network`. Counts nothing. */
  readonly isSpent: (network: string, now: Date) => boolean
}

/** A budget of `burst` at once and `perSecond` from then on, for each network by itself. */
export const budgetOf = ({ burst, perSecond }: { burst: number; perSecond: number }): Budget => {
  const known = new LRUCache<string, { readonly left: number; readonly at: number }>({
    max: maxNetworks,
  })
  const leftOf = (network: string, at: number): number => {
    const before = known.peek(network)
    return before === undefined
      ? burst
      : Math.min(burst, before.left + (Math.max(0, at - before.at) * perSecond) / secondMs)
  }
  return {
    giveBack: (network) => {
      const before = known.get(network)
      if (before !== undefined)
        known.set(network, { ...before, left: Math.min(burst, before.left + 1) })
    },
    isSpent: (network, now) => leftOf(network, now.getTime()) < 1,
    spend: (network, now) => {
      const at = now.getTime()
      const left = leftOf(network, at)
      known.set(network, { left: left < 1 ? left : left - 1, at })
      return left >= 1
    },
  }
}
