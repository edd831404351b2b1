/**
 * Guests who never accepted are removed some days after their invitation has ended, and with them
 * their address (R144).
 */
import { holdLiveUser, type Which } from '../directory/lock-user.sql.ts'
import { invitationEnded, unacceptedUntil } from '../directory/lifecycle/guests.sql.ts'
import { removePendingGuest } from '../directory/guests/end-pending.ts'
import { bySystem } from '../events/context.ts'
import { eventOf, record } from '../events/record.ts'
import { inBatches } from '../store/batches.ts'
import { select } from '../store/columns.ts'
import {
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../store/database.ts'
import { isInvited } from '../store/relations.sql.ts'

const batchSize = 200

// An invitation ends when it is revoked, or by itself. Whoever accepted once stays, whatever was
// reset since (R122).
const due = (now: Date): RawBuilder<unknown> => sql`
  from invitations i join tenants t on t.id = i.tenant_id
  join live_users u on u.tenant_id = i.tenant_id and u.id = i.user_id and ${isInvited()} and not u.ever_accepted
  where i.accepted_at is null and ${invitationEnded} <= ${now} and ${unacceptedUntil} <= ${now}`

const remove = (db: Database, which: Which, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    // Invited again, or come after all, meanwhile.
    if (!(await holdLiveUser(tx, which))) return false
    const still = await firstRow(
      tx,
      sql`select 1 ${due(now)} and u.tenant_id = ${which.tenantId} and u.id = ${which.userId}`,
    )
    if (still === undefined) return false
    if ((await removePendingGuest(tx, which, 'neverAccepted', now)) === undefined) return false
    const target = { kind: 'user', id: which.userId } as const
    await record(
      tx,
      eventOf(bySystem(now), {
        tenantId: which.tenantId,
        activity: 'user.deletedByPolicy',
        target,
        reason: 'neverAccepted',
      }),
    )
    return true
  })

/**
 * Removes those whose time is over at `now`. Safe in several processes at once. Returns how many.
 */
export const removeWhoNeverCame = async (db: Database, now: Date): Promise<number> => {
  let total = 0
  await inBatches(batchSize, async () => {
    const found = await rows(
      db,
      select<Which>({
        tenantId: 'i.tenant_id',
        userId: 'i.user_id',
      })`${due(now)} limit ${batchSize}`,
    )
    let removed = 0
    for (const which of found) if (await remove(db, which, now)) removed++
    total += removed
    // Who cannot be removed would be found again and again.
    return removed === 0 ? 0 : found.length
  })
  return total
}
