/**
 * A guest who is to be redeemed: it becomes somebody's, or it goes. Who ever accepted goes as
 * everybody does, restorable (R122).
 */
import type { Context } from '../../events/event.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { PersonId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { changed, firstRow, sql, type Database } from '../../store/database.ts'
import { homeUser, hasAccepted, isInvited } from '../../store/relations.sql.ts'
import { endRemoval } from '../users/close-requests.sql.ts'
import { endAccess } from '../users/end-access.ts'
import { invitedKey } from '../users/own-address.sql.ts'
import { liveUser, lockLiveUser, type Locked } from '../lock-user.sql.ts'
import { mergeGuest, nothingMerged, type Merged } from './merge.ts'
import { userSearchWords, userSortName } from '../users/user.ts'
import { type Which, endPendingGuest } from './end-pending.ts'

export type RedeemResult =
  | { outcome: 'redeemed'; merged: Merged }
  /**
   * The person has another user here, accepted: the pending one has ended, and that one has what it
   * was linked to (R92).
   */
  | { outcome: 'alreadyHere'; userId: UserId; merged: Merged }

type Other = { readonly id: UserId; readonly pending: boolean; readonly everAccepted: boolean }

type Redeemed = Which & {
  readonly personId: PersonId
  readonly displayName: string | undefined
  /** Of the invitation. */
  readonly addressKey: AddressKey
}

/**
 * Gives a pending guest to a person (R89, R90): same object, same name to sign in with, accepted at
 * the instant of the context. The address of the invitation is the one at which they came, but for
 * who was asked to come back: nobody has shown that one. A person has one user in an organization
 * (R92), so of two guests one is left, with the links of both. Throws when the user is not a
 * pending guest: the caller holds its invitation.
 */
export const redeemGuest = async (
  tx: Database,
  { tenantId, userId, personId, displayName, addressKey }: Redeemed,
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
  await giveTo(tx, { tenantId, userId, personId, displayName, addressKey }, context.now)
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
    select<{ id: UserId }>({
      id: 'id',
    })`from live_users where tenant_id = ${tenantId} and person_id = ${personId} and id <> ${userId}`,
  )
  if (found === undefined) return undefined
  const read = select<Other>({
    id: 'id',
    pending: sql`not (${hasAccepted('live_users')})`,
    everAccepted: 'ever_accepted',
  })`from live_users where tenant_id = ${tenantId} and id = ${found.id} and person_id = ${personId}`
  return lockLiveUser(tx, { tenantId, userId: found.id }, read)
}

const giveTo = async (
  tx: Database,
  { tenantId, userId, personId, displayName, addressKey }: Redeemed,
  now: Date,
): Promise<void> => {
  const user = await firstRow(
    tx,
    select<{
      displayName: string
      givenName: string | null
      surname: string | null
      mail: string | null
      userPrincipalName: string
    }>({
      displayName: 'display_name',
      givenName: 'given_name',
      surname: 'surname',
      mail: 'mail',
      userPrincipalName: 'user_principal_name',
    })`from live_users where tenant_id = ${tenantId} and id = ${userId} and ${isInvited('live_users')} for update`,
  )
  if (user === undefined) throw new Error('A pending guest whose invitation is held is gone.')
  const named = {
    ...user,
    displayName: displayName ?? (await homeName(tx, personId)) ?? user.displayName,
  }
  await sql`update users set person_id = ${personId}, external_user_state = 'Accepted', external_user_state_changed_at = ${now}, ever_accepted = true,
      first_mail_key = case when left_event_id is null or person_id is distinct from ${personId} then ${addressKey} else first_mail_key end,
      left_event_id = null, left_by_kind = null, left_state = null, left_state_changed_at = null,
      display_name = ${named.displayName}, sort_name = ${userSortName(named)}, search_words = ${userSearchWords(tenantId, named)}
    where tenant_id = ${tenantId} and id = ${userId}`.execute(tx)
}

const homeName = async (tx: Database, personId: PersonId): Promise<string | undefined> =>
  (
    await firstRow(
      tx,
      select<{
        displayName: string
      }>({
        displayName: 'h.display_name',
      })`from persons p join ${homeUser()}
        where p.id = ${personId}`,
    )
  )?.displayName

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

/**
 * A guest is invited at this address, of whose home it is where that is known. As whom nobody has
 * come yet, they wait in the list of that person and in nobody else's, and the reader of an address
 * of before has nothing to ask for any more.
 */
export const expectAt = async (
  tx: Database,
  { tenantId, userId }: Which,
  { key, personId }: { readonly key: AddressKey; readonly personId: PersonId | null },
  context: Context,
): Promise<void> => {
  const isAnother = sql`select 1 from ${liveUser({ tenantId, userId })} and ${invitedKey} <> ${key}`
  if ((await firstRow(tx, isAnother)) !== undefined)
    await endRemoval(tx, { tenantId, userId }, 'corrected', context)
  await sql`update users set person_id = ${personId}::uuid where tenant_id = ${tenantId} and id = ${userId} and not ever_accepted`.execute(
    tx,
  )
}
