/** When somebody was last active in an organization, whichever way they used it (R131). */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { minuteMs, plus } from '../../kernel/time.ts'
import { sql, type Database } from '../../store/database.ts'

/**
 * How stale the time may be before it is written again: a write per request would cost more than it
 * tells.
 */
const stepMs = 5 * minuteMs

/** Whether it is time to write it again, for who reads it beside something else. */
export const activityIsStale = (lastActiveAt: Date | null, now: Date): boolean =>
  lastActiveAt === null || lastActiveAt <= plus(now, -stepMs)

/**
 * Notes that a live user was active at `now`: they signed in, opened the organization, or an
 * application got a token for them. Written at most once in five minutes, and never back: a clock
 * that is behind changes nothing.
 */
export const noteActivity = async (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  now: Date,
): Promise<void> => {
  await sql`
    update users set last_sign_in_at = ${now}
    where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null
      and (last_sign_in_at is null or last_sign_in_at <= ${plus(now, -stepMs)})`.execute(db)
}
