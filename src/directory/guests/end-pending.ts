/** A guest who never accepted goes. */
import type { Context } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import { newId, type EventId, type TenantId, type UserId } from '../../kernel/ids.ts'
import { receiptFrom } from '../../receipts/write.sql.ts'
import { answering, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import { homeUser, isInvited } from '../../store/relations.sql.ts'
import { newToken } from '../../store/token.ts'
import { receiptColumns, receiptOf, type ReceiptFacts } from '../users/receipt.ts'
import { restorableUntil } from '../users/retention.rule.ts'
import { softDelete } from '../users/soft-delete.sql.ts'
import { stayAway } from '../users/stay-away.sql.ts'

export type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/** A receipt, and the code by which it is held. */
export type HeldReceipt = { readonly reference: EventId; readonly code: string }
export type PendingEnded =
  | { readonly outcome: 'removed'; readonly receipt: HeldReceipt }
  | { readonly outcome: 'deleted' }

/**
 * Ends a pending guest. `removed`: nobody ever came as this guest, so nothing of theirs was used;
 * it is gone and the address is free (R36), with a receipt for whoever is there. `deleted`:
 * somebody had accepted before the redemption was reset, so it is the one soft deletion, with
 * receipt, restore and window (R122): `declined` as their own leaving, `merged` as our doing.
 */
export const endPendingGuest = async (
  tx: Database,
  which: Which,
  why: 'declined' | 'merged',
  context: Context,
): Promise<PendingEnded> => {
  const receipt = await removePendingGuest(tx, which, why, context.now)
  if (receipt !== undefined) return { outcome: 'removed', receipt }
  await deletePendingGuest(tx, which, why, context)
  return { outcome: 'deleted' }
}

/**
 * Only the purge deletes a row that was ever accepted; this deletes one that was not (R122), with
 * its receipt in the same statement. Undefined when there is none.
 */
export const removePendingGuest = async (
  tx: Database,
  { tenantId, userId }: Which,
  kind: 'declined' | 'merged' | 'neverAccepted',
  now: Date,
): Promise<HeldReceipt | undefined> => {
  const { token: code, hash: codeHash } = newToken()
  const reference = newId<EventId>()
  const nothingKept = { endedAt: now, restorableUntil: null, erasedBy: now }
  const written = receiptFrom(
    {
      reference,
      kind,
      codeHash,
      togetherId: null,
      mailState: 'neverCame',
      mailedTo: null,
      ...nothingKept,
    },
    sql`ended`,
  )
  const removed = await rows(
    tx,
    answering<{ id: UserId }>(
      { id: 'id' },
      (list) => sql`
        with ended as (
          delete from users where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null and not ever_accepted
            and ${isInvited('users')} returning tenant_id, id, person_id
        ), ${written} select ${list} from ended`,
    ),
  )
  return removed.length > 0 ? { reference, code } : undefined
}

const deletePendingGuest = async (
  tx: Database,
  { tenantId, userId }: Which,
  why: 'declined' | 'merged',
  context: Context,
): Promise<void> => {
  const facts = await firstRow(
    tx,
    select<ReceiptFacts & { retentionDays: number }>({
      retentionDays: 't.deleted_retention_days',
      ...receiptColumns,
    })`from live_users u join tenants t on t.id = u.tenant_id
      left join persons p on p.id = u.person_id left join ${homeUser()}
      where u.tenant_id = ${tenantId} and u.id = ${userId} and ${isInvited()}`,
  )
  if (facts === undefined) throw new Error('A pending guest whose invitation is held is gone.')
  const until = restorableUntil(context.now, facts.retentionDays)
  const activity = why === 'declined' ? 'user.left' : 'user.deletedByPolicy'
  const event = eventOf(context, {
    tenantId,
    activity,
    target: { kind: 'user', id: userId },
    reason: why,
  })
  if (await stayAway(tx, { tenantId, userId }, event)) return
  const by = why === 'declined' ? 'self' : 'policy'
  await softDelete(tx, {
    tenantId,
    userId,
    by,
    restorableUntil: until,
    event,
    receipt: receiptOf(facts, userId, event, { until, undoable: null }),
  })
}
