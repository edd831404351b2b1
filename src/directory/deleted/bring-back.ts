/** The change of a restore: the rows come back. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { notingRestored } from '../../receipts/write.sql.ts'
import { sql, type Database, type RawBuilder } from '../../store/database.ts'
import { listed } from '../../store/listed.ts'
import { defaultDomainOf } from '../../store/relations.sql.ts'
import { endsAccess } from '../users/end-access.ts'
import { keptWithoutHomeDays } from '../../kernel/kept-days.ts'
import type { LinkName } from './plan.rule.ts'
import { lapsing } from './protected.ts'
import { readClashingAddresses, type DeletedUser } from './restore.sql.ts'
import { userSearchLexemes } from '../users/user.ts'

export type RestoreOptions = {
  /** Comes back under this user principal name instead of its original one (R64). */
  readonly newUserPrincipalName?: string | undefined
  /** Gives up proxy addresses that somebody live has, instead of refusing (R65). */
  readonly autoReconcileProxyConflict?: boolean | undefined
  /** Links that do not come back, by choice: of one of several, or of each. */
  readonly leaveOut?: readonly (LinkName & { readonly of?: UserId | undefined })[] | undefined
  /**
   * It answers requests, and whoever asked hears of the answer; whose own wish it was, has said
   * yes by that.
   */
  readonly answersRequest?: { readonly saidYes: ReadonlySet<UserId> } | undefined
  /** The person undoes their own leaving, and has said yes by that (R142). */
  readonly undone?: boolean | undefined
}

const leavingTypes = {
  user_id: 'uuid',
  event_id: 'uuid',
  by_kind: 'text',
  until: 'timestamptz',
} as const

/**
 * Where the organization wants it so, who left by themselves or refuses it is back when they say
 * yes (R127):
 * these guests wait like invited ones, in their list, and no longer than their leaving could be
 * undone. Until then it stands (`stayAway`).
 */
export const askAgain = async (
  tx: Database,
  tenantId: TenantId,
  users: readonly DeletedUser[],
  now: Date,
): Promise<void> => {
  if (users.length === 0) return
  const leavings = users.map((user) => ({
    user_id: user.id,
    event_id: user.deletionEventId,
    by_kind: user.deletedByKind,
    until: user.restorableUntil,
  }))
  await sql`
      with guest as (
        update users u set external_user_state = 'PendingAcceptance', external_user_state_changed_at = ${now},
          left_event_id = k.event_id, left_by_kind = k.by_kind, left_state = u.external_user_state, left_state_changed_at = u.external_user_state_changed_at
        from ${listed('k', leavingTypes, leavings)}, tenants t
        where t.id = u.tenant_id and u.tenant_id = ${tenantId} and u.id = k.user_id and u.deleted_at is null
        returning u.tenant_id, u.id, u.person_id, u.mail, u.mail_key, t.invitation_lifetime_days as days, k.until
      )
      insert into invitations (tenant_id, id, user_id, address, address_key, redirect_url, for_person_id, created_at, expires_at)
      select tenant_id, gen_random_uuid(), id, mail, mail_key, coalesce('https://' || ${defaultDomainOf(sql`guest.tenant_id`)} || '/', 'https://localhost/'), person_id, ${now},
        least(${now}::timestamptz + days * interval '1 day', until)
      from guest
      on conflict (tenant_id, user_id) do update set for_person_id = excluded.for_person_id,
        expires_at = excluded.expires_at, accepted_at = null, revoked_at = null`.execute(tx)
}

// By an administrator's yes (R135). Who undoes their own leaving is what they were: leaving is no
// way to be enabled, nor to have more time.
const clocksReset = (now: Date): RawBuilder<unknown> =>
  sql`account_enabled = account_enabled or disabled_by_policy, disabled_at = case when disabled_by_policy then null else disabled_at end,
    disabled_by_policy = false, lifecycle_from = ${now}, ends_at = case when ends_at > ${now} then ends_at end,`

/** Addresses that each gives up, as somebody live has them (R65). */
const readGivenUp = async (
  tx: Database,
  tenantId: TenantId,
  users: readonly DeletedUser[],
): Promise<ReadonlyMap<UserId, string[]>> => {
  const given = new Map<UserId, string[]>()
  const clashing = users.filter(({ addressHolder }) => addressHolder !== undefined)
  if (clashing.length === 0) return given
  const userIds = clashing.map(({ id }) => id)
  for (const { id, address } of await readClashingAddresses(tx, { tenantId, userIds }))
    given.set(id, [...(given.get(id) ?? []), address])
  return given
}

const namedTypes = {
  user_id: 'uuid',
  new_name: 'text',
  new_key: 'text',
  words: 'text[]',
  given_up: 'text[]',
} as const

/**
 * These deleted users, who are held, are live again; `beside` are parts of the `with` that write of
 * `back` (tenant_id, id, person_id), in the same statement.
 */
export const bringBack = async (
  tx: Database,
  tenantId: TenantId,
  users: readonly DeletedUser[],
  { options, now }: { readonly options: RestoreOptions; readonly now: Date },
  beside: RawBuilder<unknown>,
): Promise<void> => {
  const given = await readGivenUp(tx, tenantId, users)
  const each = users.map((user) => {
    const name = options.newUserPrincipalName ?? user.originalName
    const words = userSearchLexemes(tenantId, { ...user, userPrincipalName: name })
    const [new_key, given_up] = [nameKey(name), given.get(user.id) ?? []]
    return { user_id: user.id, new_name: name, new_key, words, given_up }
  })
  const userIds = users.map(({ id }) => id)
  const objects = userIds.map((id) => ({ tenantId, id }))
  await sql`
    with back as (
    update users u set ${endsAccess('u', now)}, deleted_at = null, restorable_until = null, deleted_by_kind = null, deleted_by = null, deletion_event_id = null,
      original_user_principal_name = null,
      without_home_until = case when home_deleted_at is not null then ${plus(now, keptWithoutHomeDays * dayMs)}::timestamptz end, ${options.undone === true ? sql`` : clocksReset(now)}
      hold_reason = null, held_at = null, held_by = null, user_principal_name = k.new_name, name_key = k.new_key, search_words = array_to_tsvector(k.words),
      proxy_addresses = array(select a from unnest(proxy_addresses) with ordinality as p(a, n) where a <> all(k.given_up) order by n)
    from ${listed('k', namedTypes, each)}
    where u.tenant_id = ${tenantId} and u.id = k.user_id and u.deleted_at is not null returning u.tenant_id, u.id, u.person_id
    ), ${notingRestored({ tenantId, userIds }, now)}, ${lapsing('user', objects, now)}, ${beside}
    select 1`.execute(tx)
}
