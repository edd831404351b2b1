/** The change of a restore: the row comes back, and is told. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { noteRestored } from '../../receipts/write.sql.ts'
import { changed, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { defaultDomainOf } from '../../store/relations.sql.ts'
import { endsAccess } from '../users/end-access.ts'
import { keptWithoutHomeDays } from '../../kernel/kept-days.ts'
import type { LinkName } from './plan.rule.ts'
import { lapse } from './protected.ts'
import { readClashingAddresses, type DeletedUser } from './restore.sql.ts'
import { userSearchWords } from '../users/user.ts'

export type RestoreOptions = {
  /** Comes back under this user principal name instead of its original one (R64). */
  readonly newUserPrincipalName?: string | undefined
  /** Gives up proxy addresses that somebody live has, instead of refusing (R65). */
  readonly autoReconcileProxyConflict?: boolean | undefined
  /** Links that do not come back, by choice. */
  readonly leaveOut?: readonly LinkName[] | undefined
  /** It answers a request of the person, who has said yes by that and hears of the answer. */
  readonly answersRequest?: boolean | undefined
  /** The person undoes their own leaving, and has said yes by that (R142). */
  readonly undone?: boolean | undefined
}

export type Which = { readonly tenantId: TenantId; readonly userId: UserId }

/**
 * Where the organization wants it so, who left by themselves is back when they say yes (R127): the
 * guest waits like an invited one, in their list.
 */
export const askAgain = async (
  tx: Database,
  { tenantId, userId }: Which,
  now: Date,
): Promise<void> => {
  await sql`
      with guest as (
        update users u set external_user_state = 'PendingAcceptance', external_user_state_changed_at = ${now}
        from tenants t where t.id = u.tenant_id and u.tenant_id = ${tenantId} and u.id = ${userId} and u.deleted_at is null
        returning u.tenant_id, u.id, u.person_id, u.mail, u.mail_key, t.invitation_lifetime_days as days
      )
      insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, for_person_id, created_at, expires_at)
      select tenant_id, gen_random_uuid(), id, mail, mail_key, coalesce('https://' || ${defaultDomainOf(sql`guest.tenant_id`)} || '/', 'https://localhost/'), person_id, ${now}, ${now}::timestamptz + days * interval '1 day'
      from guest
      on conflict (tenant_id, user_id) do update set address = excluded.address, address_key = excluded.address_key, for_person_id = excluded.for_person_id,
        expires_at = excluded.expires_at, accepted_at = null, revoked_at = null`.execute(tx)
}

// By an administrator's yes (R135). Who undoes their own leaving is what they were: leaving is no
// way to be enabled, nor to have more time.
const clocksReset = (now: Date): RawBuilder<unknown> =>
  sql`account_enabled = account_enabled or disabled_by_policy, disabled_at = case when disabled_by_policy then null else disabled_at end,
    disabled_by_policy = false, lifecycle_from = ${now}, ends_at = case when ends_at > ${now} then ends_at end,`

export const bringBack = async (
  tx: Database,
  { tenantId, userId }: Which,
  user: DeletedUser,
  options: RestoreOptions,
  now: Date,
): Promise<boolean> => {
  const name = options.newUserPrincipalName ?? user.originalName
  const clashing =
    user.addressHolder === undefined
      ? []
      : (await readClashingAddresses(tx, tenantId, userId)).map(({ address }) => address)
  const restored = await changed(
    tx,
    sql`
      update users u set ${endsAccess('u', now)}, deleted_at = null, restorable_until = null, deleted_by_kind = null, deleted_by = null, deletion_event_id = null,
        original_user_principal_name = null,
        without_home_until = case when home_deleted_at is not null then ${plus(now, keptWithoutHomeDays * dayMs)}::timestamptz end, ${options.undone === true ? sql`` : clocksReset(now)}
        hold_reason = null, held_at = null, held_by = null, user_principal_name = ${name}, name_key = ${nameKey(name)},
        search_words = ${userSearchWords(tenantId, { ...user, userPrincipalName: name })},
        proxy_addresses = array(select a from unnest(proxy_addresses) with ordinality as p(a, n) where a <> all(${clashing}::text[]) order by n)
      where tenant_id = ${tenantId} and id = ${userId} and deleted_at is not null`,
  )
  if (restored > 0) await noteRestored(tx, { tenantId, userId }, now)
  if (restored > 0) await lapse(tx, 'user', [{ tenantId, id: userId }], now)
  return restored > 0
}
