/**
 * An administrator, an operator or a policy ends a user: soft-deleted, restorable for the
 * organization's retention period.
 */
import type { Context } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { transaction, type Database } from '../../store/database.ts'
import { homeUser } from '../../store/relations.sql.ts'
import {
  lastAdministrator,
  lockWhereAdministrator,
  type LastAdministrator,
} from '../administrators.sql.ts'
import { authorityReaches, deletedByKind, type Authority } from '../authority.ts'
import { lockLiveUser } from '../lock-user.sql.ts'
import { receiptColumns, receiptOf, type ReceiptFacts } from './receipt.ts'
import { restorableUntil } from './retention.rule.ts'
import { softDelete } from './soft-delete.sql.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'

/** Why a job of ours deletes or disables somebody: their home, their end date, or a rule (R134). */
export type PolicyReason =
  | 'homeGone'
  | 'endDate'
  | 'inactivity'
  | 'sponsor'
  | 'attestation'
  | 'redemption'

export type DeleteUserResult =
  | { outcome: 'deleted'; restorableUntil: Date }
  | { outcome: 'notFound' }
  /** The target's roles stand above the caller's (R49). */
  | { outcome: 'targetTooHigh' }
  /** People do not delete themselves by mistake; a guest leaves. */
  | { outcome: 'yourself' }
  | LastAdministrator

type Facts = TargetRow & ReceiptFacts & { readonly retentionDays: number }

const lockFacts = (tx: Database, { tenantId, userId }: { tenantId: TenantId; userId: UserId }) =>
  lockLiveUser(
    tx,
    { tenantId, userId },
    select<Facts>({
      ...targetColumns,
      retentionDays: 't.deleted_retention_days',
      ...receiptColumns,
    })`from live_users u join tenants t on t.id = u.tenant_id
      left join persons p on p.id = u.person_id left join ${homeUser()}
      where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )

/**
 * Soft-deletes a live user and tells the person by mail (R21, R48, R52, R53, R63): one row changed,
 * its links stay. The event is `user.deleted`, or `user.deletedByPolicy` for a job of ours,
 * with its `reason` where it has one.
 */
export const deleteUser = (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  authority: Authority,
  context: Context,
  reason?: PolicyReason,
): Promise<DeleteUserResult> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, { tenantId, userId })
    const facts = await lockFacts(tx, { tenantId, userId })
    if (facts === undefined) return { outcome: 'notFound' }
    if (authority.kind === 'roles' && authority.userId === userId) return { outcome: 'yourself' }
    if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
    const last = await lastAdministrator(tx, { tenantId, userId }, 'everywhere')
    if (last !== undefined) return last

    const until = restorableUntil(context.now, facts.retentionDays)
    const activity = authority.kind === 'system' ? 'user.deletedByPolicy' : 'user.deleted'
    const target = { kind: 'user', id: userId } as const
    const why = reason === undefined ? {} : { reason }
    const event = eventOf(context, { tenantId, activity, target, ...why })
    const receipt = receiptOf(facts, userId, event, until)
    const done = await softDelete(tx, {
      tenantId,
      userId,
      by: deletedByKind(authority),
      restorableUntil: until,
      event,
      receipt,
    })
    if (!done) return { outcome: 'notFound' }
    return { outcome: 'deleted', restorableUntil: until }
  })
