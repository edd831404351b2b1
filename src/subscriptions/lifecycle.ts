/** Telling applications that a subscription of theirs has to be authorized anew. */
import { minuteMs, plus, secondMs } from '../kernel/time.ts'
import type { SubscriptionId, TenantId } from '../kernel/ids.ts'
import { answering } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import { lifecycleOf } from './told.ts'
import { post, type Sender } from './post.ts'

type DueLifecycle = {
  readonly tenantId: TenantId
  readonly id: SubscriptionId
  readonly lifecycleUrl: string
  readonly clientState: string | null
  readonly expiresAt: Date
  readonly attempts: number
}

const atOnce = 100
const claimMs = minuteMs
/** After so many tries, over about four hours, it is not said any more. */
const maxAttempts = 30

const claim = (db: Database, now: Date): Promise<DueLifecycle[]> =>
  rows(
    db,
    answering<DueLifecycle>(
      {
        tenantId: 's.tenant_id',
        id: 's.id',
        lifecycleUrl: 's.lifecycle_url',
        clientState: 's.client_state',
        expiresAt: 's.expires_at',
        attempts: 's.lifecycle_attempts',
      },
      (list) => sql`
        with due as (select tenant_id, id from subscriptions where lifecycle_due_at <= ${now} and expires_at > ${now} and lifecycle_url is not null
          order by lifecycle_due_at limit ${atOnce} for update skip locked)
        update subscriptions s set lifecycle_due_at = ${plus(now, claimMs)}, lifecycle_attempts = s.lifecycle_attempts + 1
        from due where s.tenant_id = due.tenant_id and s.id = due.id returning ${list}`,
    ),
  )

/** Says when it is tried again, unless it was set anew meanwhile. */
const settle = async (
  db: Database,
  { tenantId, id }: DueLifecycle,
  claimedUntil: Date,
  next: Date | null,
): Promise<void> => {
  await sql`update subscriptions set lifecycle_due_at = ${next}::timestamptz
    where tenant_id = ${tenantId} and id = ${id} and lifecycle_due_at = ${claimedUntil}`.execute(db)
}

const pauseMs = (attempts: number): number =>
  Math.min(2 ** Math.min(attempts, 7) * 5 * secondMs, 10 * minuteMs)

/** Tells what is due at `now`. Returns how many have taken it. */
export const tellLifecycles = async (
  sender: Sender,
  now: Date,
  signal?: AbortSignal,
): Promise<number> => {
  const claimed = await claim(sender.db, now)
  const told = await Promise.all(
    claimed.map(async (due) => {
      const isTaken = await post(sender, due.lifecycleUrl, [lifecycleOf(due)], signal)
      const isOver = isTaken || due.attempts >= maxAttempts
      const next = isOver ? null : plus(now, pauseMs(due.attempts))
      await settle(sender.db, due, plus(now, claimMs), next)
      return isTaken
    }),
  )
  return told.filter(Boolean).length
}
