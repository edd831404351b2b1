/** The pending guest at the end of its invitation: it becomes somebody's, or it goes. */
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { changed, firstRow, sql, type Database } from '../store/database.ts'
import { userSearchWords, userSortName } from './user.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * Gives a pending guest to a person (R89, R90): same object, same name to sign in with, accepted at `now`. `alreadyHere` when the person has another
 * live user in the organization (R92). Throws when the user is not a pending guest: the caller holds its invitation.
 */
export const redeemGuest = async (
  tx: Database,
  { tenantId, userId, personId, displayName }: Which & { personId: PersonId; displayName: string | undefined },
  now: Date,
): Promise<'redeemed' | 'alreadyHere'> => {
  const other = await firstRow(
    tx,
    sql`select 1 from live_users where tenant_id = ${tenantId} and person_id = ${personId} and id <> ${userId}`,
  )
  if (other !== undefined) return 'alreadyHere'
  const user = await firstRow(
    tx,
    sql<{ displayName: string; givenName: string | null; surname: string | null; mail: string | null; userPrincipalName: string }>`
      select display_name as "displayName", given_name as "givenName", surname, mail, user_principal_name as "userPrincipalName"
      from live_users where tenant_id = ${tenantId} and id = ${userId} and external_user_state = 'PendingAcceptance' for update`,
  )
  if (user === undefined) throw new Error('A pending guest whose invitation is held is gone.')
  const named = { ...user, displayName: displayName ?? (await homeName(tx, personId)) ?? user.displayName }
  await sql`update users set person_id = ${personId}, external_user_state = 'Accepted', external_user_state_changed_at = ${now}, display_name = ${named.displayName},
      sort_name = ${userSortName(named)}, search_words = ${userSearchWords(tenantId, named)}
    where tenant_id = ${tenantId} and id = ${userId}`.execute(tx)
  return 'redeemed'
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

/** Removes a guest who never accepted, for good: nothing of theirs was ever used, and the address is free for another invitation (R36). */
export const removePendingGuest = async (tx: Database, { tenantId, userId }: Which): Promise<boolean> =>
  (await changed(
    tx,
    sql`delete from users where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null and external_user_state = 'PendingAcceptance'`,
  )) > 0

/** Takes a guest from its person again, so that it has to be redeemed anew (R100): same object, groups and assignments; sessions there end. */
export const unredeemGuest = async (tx: Database, { tenantId, userId }: Which, now: Date): Promise<boolean> => {
  await sql`delete from tenant_sessions where tenant_id = ${tenantId} and user_id = ${userId}`.execute(tx)
  return (
    (await changed(
      tx,
      sql`update users set person_id = null, home_deleted_at = null, without_home_until = null, external_user_state = 'PendingAcceptance', external_user_state_changed_at = ${now}
        where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null and creation_type = 'Invitation'`,
    )) > 0
  )
}
