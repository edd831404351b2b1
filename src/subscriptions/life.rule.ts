/** How long a subscription lives, and when its application is reminded that it ends. */
import { dayMs, minuteMs, plus } from '../kernel/time.ts'
import { mostMinutes } from '../wire/graph/applications/subscription.ts'

/** Whether it may end then: after now, and not later than one lives at most. */
export const mayEndAt = (expiresAt: Date, now: Date): boolean =>
  expiresAt > now && expiresAt <= plus(now, mostMinutes * minuteMs)

/** When it is said that it ends: a day before, of a short life when a third of it is left. */
export const remindedAt = (now: Date, expiresAt: Date): Date => {
  const life = expiresAt.getTime() - now.getTime()
  return plus(expiresAt, -Math.min(dayMs, Math.floor(life / 3)))
}
