/**
 * A guest who is to be redeemed: it becomes somebody's, or it goes. Who ever accepted goes as
 * everybody does, restorable (R122).
 */
import type { Context } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { changed, firstRow, sql, type Database } from '../../store/database.ts'
import { endAccess } from '../users/end-access.ts'
import { lockLiveUser, type Locked } from '../lock-user.sql.ts'
import { mergeGuest, nothingMerged, type Merged } from './merge.ts'
import { receiptColumns, receiptOf, type ReceiptFacts } from '../users/receipt.ts'
import { restorableUntil } from '../users/retention.rule.ts'
import { softDelete } from '../users/soft-delete.sql.ts'
import { userSearchWords, userSortName } from '../users/user.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

export type RedeemResult =
  | { outcome: 'redeemed'; merged: Merged }
  /**
   * The person has another user here, accepted: the pending one has ended, and that one has what it
   * was linked to (R92).
   */
  | { outcome: 'alreadyHere'; userId: UserId; merged: Merged }

type Other = { readonly id: UserId; readonly pending: boolean; readonly everAccepted: boolean }

/**
 * Gives a pending guest to a person (R89, R90): same object, same name to sign in with, accepted at
 * the instant of the context. A person has one user in an organization (R92), so of two guests one
 * is left, with the links of both. Throws when the user is not a pending guest: the caller holds
 * its invitation.
 */
export const redeemGuest = async (
  tx: Database,
  {
    tenantId,
    userId,
    personId,
    displayName,
  }: Which & { personId: PersonId; displayName: string | undefined },
  context: Context,
): Promise<RedeemResult> => {
  const other = await holdOther(tx, { tenantId, userId }, personId)
  if (other !== undefined && !other.pending) {
    const merged = await mergeGuest(tx, { tenantId, from: userId, into: other.id }, context)
    await endPendingGuest(tx, { tenantId, userId }, 'merged', context)
    return { outcome: 'alreadyHere', userId: other.id, merged }
  }
  let merged = nothingMerged
  if (other?.everAccepted === true)
    // Theirs until somebody redeems it anew; they have come in by another way, and it waits for
    // whoever proves its address.
    await sql`update users set person_id = null where tenant_id = ${tenantId} and id = ${other.id}`.execute(
      tx,
    )
  else if (other !== undefined) {
    merged = await mergeGuest(tx, { tenantId, from: other.id, into: userId }, context)
    await endPendingGuest(tx, { tenantId, userId: other.id }, 'merged', context)
  }
  await giveTo(tx, { tenantId, userId, personId, displayName }, context.now)
  return { outcome: 'redeemed', merged }
}

/** The person's other live user here, held. */
const holdOther = async (
  tx: Database,
  { tenantId, userId }: Which,
  personId: PersonId,
): Promise<Locked<Other> | undefined> => {
  const found = await firstRow(
    tx,
    sql<{
      id: UserId
    }>`select id from live_users where tenant_id = ${tenantId} and person_id = ${personId} and id <> ${userId}`,
  )
  if (found === undefined) return undefined
  const read = sql<Other>`select id, external_user_state is not distinct from 'PendingAcceptance' as pending, ever_accepted as "everAccepted"
    from live_users where tenant_id = ${tenantId} and id = ${found.id} and person_id = ${personId}`
  return lockLiveUser(tx, { tenantId, userId: found.id }, read)
}

const giveTo = async (
  tx: Database,
  {
    tenantId,
    userId,
    personId,
    displayName,
  }: Which & { personId: PersonId; displayName: string | undefined },
  now: Date,
): Promise<void> => {
  const user = await firstRow(
    tx,
    sql<{
      displayName: string
      givenName: string | null
      surname: string | null
      mail: string | null
      userPrincipalName: string
    }>`
      select display_name as "displayName", given_name as "givenName", surname, mail, user_principal_name as "userPrincipalName"
      from live_users where tenant_id = ${tenantId} and id = ${userId} and external_user_state = 'PendingAcceptance' for update`,
  )
  if (user === undefined) throw new Error('A pending guest whose invitation is held is gone.')
  const named = {
    ...user,
    displayName: displayName ?? (await homeName(tx, personId)) ?? user.displayName,
  }
  await sql`update users set person_id = ${personId}, external_user_state = 'Accepted', external_user_state_changed_at = ${now}, ever_accepted = true,
      display_name = ${named.displayName}, sort_name = ${userSortName(named)}, search_words = ${userSearchWords(tenantId, named)}
    where tenant_id = ${tenantId} and id = ${userId}`.execute(tx)
}

const homeName = async (tx: Database, personId: PersonId): Promise<string | undefined> =>
  (
    await firstRow(
      tx,
      sql<{
        displayName: string
      }>`select h.display_name as "displayName" from persons p join live_users h on h.tenant_id = p.home_tenant_id and h.person_id = p.id
        where p.id = ${personId}`,
    )
  )?.displayName

/**
 * Ends a pending guest. `removed`: nobody ever came as this guest, so nothing of theirs was used;
 * it is gone and the address is free (R36). `deleted`: somebody had accepted before the redemption
 * was reset, so it is the one soft deletion, with receipt, restore and window (R122): `declined` as
 * their own leaving, `merged` as our doing.
 */
export const endPendingGuest = async (
  tx: Database,
  which: Which,
  why: 'declined' | 'merged',
  context: Context,
): Promise<'removed' | 'deleted'> =>
  (await removePendingGuest(tx, which)) ? 'removed' : deletePendingGuest(tx, which, why, context)

/** Only the purge deletes a row that was ever accepted; this deletes one that was not (R122). */
export const removePendingGuest = async (
  tx: Database,
  { tenantId, userId }: Which,
): Promise<boolean> =>
  (await changed(
    tx,
    sql`delete from users where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null and not ever_accepted
      and external_user_state = 'PendingAcceptance'`,
  )) > 0

const deletePendingGuest = async (
  tx: Database,
  { tenantId, userId }: Which,
  why: 'declined' | 'merged',
  context: Context,
): Promise<'deleted'> => {
  const facts = await firstRow(
    tx,
    sql<ReceiptFacts & { retentionDays: number }>`
      select t.deleted_retention_days as "retentionDays", ${receiptColumns} from live_users u join tenants t on t.id = u.tenant_id
      left join persons p on p.id = u.person_id left join live_users h on h.tenant_id = p.home_tenant_id and h.person_id = p.id
      where u.tenant_id = ${tenantId} and u.id = ${userId} and u.external_user_state = 'PendingAcceptance'`,
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
  const by = why === 'declined' ? 'self' : 'policy'
  await softDelete(tx, {
    tenantId,
    userId,
    by,
    restorableUntil: until,
    event,
    receipt: receiptOf(facts, userId, event, until),
  })
  return 'deleted'
}

/**
 * Lets a guest be redeemed anew (R100): same object, groups and assignments; sessions there end. It
 * stays the person's, in their own list and to be left, until somebody has redeemed it (R123).
 * False when there is no such guest.
 */
export const unredeemGuest = async (
  tx: Database,
  { tenantId, userId }: Which,
  now: Date,
): Promise<boolean> => {
  await endAccess(tx, { tenantId, userId }, now)
  return (
    (await changed(
      tx,
      sql`update users set home_deleted_at = null, without_home_until = null, external_user_state = 'PendingAcceptance', external_user_state_changed_at = ${now}
        where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null and creation_type = 'Invitation'`,
    )) > 0
  )
}
