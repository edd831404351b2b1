/**
 * When the last trace of somebody who was deleted is gone: the one date that every page, mail and
 * receipt says.
 */
import { dayMs, plus } from '../kernel/time.ts'

/** All personal data is gone at most this long after the window ends (R83). */
export const erasureDays = 30

/** When the last trace is gone, for a window that ends at `until` (R83). */
export const erasedBy = (until: Date): Date => plus(until, erasureDays * dayMs)
