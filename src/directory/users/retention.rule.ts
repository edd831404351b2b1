/** The dates that a deletion fixes. */
import { dayMs, plus } from '../../kernel/time.ts'

/** All personal data is gone at most this long after the window ends (R83). */
export const erasureDays = 30
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

/** When the last trace is gone, for a window that ends at `until` (R83). */
export const erasedBy = (until: Date): Date => plus(until, erasureDays * dayMs)

/** Whether a user whose window ends at `until` can still be restored at `now` (R52, R54). */
export const isRestorable = (until: Date, now: Date): boolean => now.getTime() < until.getTime()

/**
 * Whole days until the window ends, never more than there are and never negative: 0 on the last day
 * (R69).
 */
export const daysLeft = (until: Date, now: Date): number =>
  Math.max(0, Math.floor((until.getTime() - now.getTime()) / dayMs))
