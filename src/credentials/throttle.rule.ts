/**
 * How failed sign-ins are slowed. Three counts: per account from one address, per address, and per
 * account from devices that have never signed in to it. A device that has is counted by itself
 * alone, so nobody can lock somebody else out of their own device; and each count forgets, so
 * nothing is locked for good. (After OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies".)
 */
import { hourMs, minuteMs, secondMs } from '../kernel/time.ts'

export type Bucket = 'accountAndAddress' | 'address' | 'account' | 'device'

type Limit = { readonly free: number; readonly firstWaitMs: number; readonly longestWaitMs: number }

/** After `free` failures each further one doubles the wait. */
export const limits: Readonly<Record<Bucket, Limit>> = {
  accountAndAddress: { free: 5, firstWaitMs: 2 * secondMs, longestWaitMs: 15 * minuteMs },
  device: { free: 10, firstWaitMs: 2 * secondMs, longestWaitMs: 5 * minuteMs },
  address: { free: 50, firstWaitMs: 2 * secondMs, longestWaitMs: 15 * minuteMs },
  // Guessing one account from many addresses. Low enough to make it pointless, and short enough to
  // sit out.
  account: { free: 100, firstWaitMs: 10 * secondMs, longestWaitMs: 2 * minuteMs },
}

/** After this long without a failure a count starts at nothing. */
export const forgottenAfterMs = 24 * hourMs

export type Count = {
  readonly bucket: Bucket
  readonly failures: number
  readonly lastFailedAt: Date
}

/** Counts that several people share: what one of them did may not weigh on the others for long. */
const shared = new Set<Bucket>(['address', 'account'])

/**
 * How many of the failures still count at `now`: all for a day, then none; of a shared count half
 * are forgotten with each hour.
 */
export const remembered = ({ bucket, failures, lastFailedAt }: Count, now: Date): number => {
  const sinceMs = Math.max(0, now.getTime() - lastFailedAt.getTime())
  if (sinceMs >= forgottenAfterMs) return 0
  return shared.has(bucket) ? Math.floor(failures / 2 ** Math.floor(sinceMs / hourMs)) : failures
}

/** How long the next try has to wait at `now`, in milliseconds; 0 when it may be made. */
export const waitMs = (counts: readonly Count[], now: Date): number =>
  Math.max(0, ...counts.map((count) => waitOf(count, now)))

const waitOf = (count: Count, now: Date): number => {
  const sinceMs = now.getTime() - count.lastFailedAt.getTime()
  const { free, firstWaitMs, longestWaitMs } = limits[count.bucket]
  const failures = remembered(count, now)
  if (failures < free) return 0
  const pauseMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - free, 30))
  return Math.max(0, pauseMs - sinceMs)
}

/**
 * The counts a try belongs to: by its device when that is known to the account, else by account and
 * address.
 */
export const bucketsOf = (knownDevice: boolean): readonly Bucket[] =>
  knownDevice ? ['device'] : ['accountAndAddress', 'address', 'account']
