/** The dates that a deletion fixes. */
import { dayMs, plus } from '../../kernel/time.ts'

/**
 * The end of the window in which a user deleted at `deletedAt` can be restored: exactly
 * `retentionDays` × 24 h later (R52).
 */
export const restorableUntil = (deletedAt: Date, retentionDays: number): Date =>
  plus(deletedAt, retentionDays * dayMs)

/**
 * When a deleted user whose window ends at `until` is permanently deleted; null of one on hold,
 * whom nothing deletes before the hold has ended (R86, R129).
 */
export const deletedForGood = (until: Date, held: boolean): Date | null => (held ? null : until)

/** Whether a user whose window ends at `until` can still be restored at `now` (R52, R54). */
export const isRestorable = (until: Date, now: Date): boolean => now.getTime() < until.getTime()

/**
 * Whole days until the window ends, never more than there are and never negative: 0 on the last day
 * (R69).
 */
export const daysLeft = (until: Date, now: Date): number =>
  Math.max(0, Math.floor((until.getTime() - now.getTime()) / dayMs))
