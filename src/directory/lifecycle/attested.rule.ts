/** What saying that a guest is needed changes of what their rules ask (R136). */
import { dayMs } from '../../kernel/time.ts'
import type { GuestFacts } from './breaches.rule.ts'

/** So long saying it again says nothing new. */
const againAfterMs = dayMs

/** Whether it is noted, or stands so already. */
export const saysAnew = (attestedAt: Date | null, now: Date): boolean =>
  attestedAt === null || now.getTime() - attestedAt.getTime() >= againAfterMs

/**
 * The guest as they stand once it is said at `now`. Of one whom a policy has disabled every rule
 * counts from then on, as after a restore (R135): who is disabled cannot come.
 */
export const asAttested = <
  Facts extends Pick<GuestFacts, 'attestedAt' | 'countedFrom' | 'disabledByPolicy'>,
>(
  facts: Facts,
  now: Date,
): Facts => {
  const { attestedAt, countedFrom, disabledByPolicy } = facts
  return {
    ...facts,
    attestedAt: saysAnew(attestedAt, now) ? now : attestedAt,
    countedFrom: disabledByPolicy ? now : countedFrom,
  }
}
