/** What policies are judged by: guests, the policy that each falls under, and what was noted. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { isGuest } from './guests.sql.ts'
import type { Policy } from './policies.sql.ts'
import type { GuestFacts, State } from './policy.rule.ts'

export type GuestRow = GuestFacts & {
  readonly userId: UserId
  readonly displayName: string
  readonly userPrincipalName: string
  readonly notedPolicyId: string | null
  readonly since: Date | null
  readonly notices: number | null
  readonly notedDisabledAt: Date | null
}

/** A guest, the policy that decides about them, and what was noted under it. */
export type Governed = {
  readonly guest: GuestRow & { readonly policyId: string }
  readonly policy: Policy
  readonly state: State | undefined
  /** Something is noted, under this policy or another. */
  readonly isNoted: boolean
}

// Of a user `u` and what was noted of it, `n`.
export const guestColumns: Columns<GuestRow> = {
  userId: 'u.id',
  displayName: 'u.display_name',
  userPrincipalName: 'u.user_principal_name',
  pending: sql`coalesce(u.external_user_state = 'PendingAcceptance', false)`,
  createdAt: 'u.created_at',
  invitedAt: sql`(select i.created_at from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id)`,
  lastActiveAt: 'u.last_sign_in_at',
  attestedAt: 'u.attested_at',
  countedFrom: 'u.lifecycle_from',
  hasSponsor: sql`exists (select 1 from sponsors s
    left join live_users su on su.tenant_id = s.tenant_id and su.id = s.sponsor_user_id
    left join live_groups sg on sg.tenant_id = s.tenant_id and sg.id = s.sponsor_group_id
    where s.tenant_id = u.tenant_id and s.user_id = u.id and (su.id is not null or sg.id is not null))`,
  accountEnabled: 'u.account_enabled',
  disabledByPolicy: 'u.disabled_by_policy',
  notedPolicyId: 'n.policy_id',
  since: 'n.since',
  notices: 'n.notices',
  notedDisabledAt: 'n.disabled_at',
}

/** The first of the policies `k` that a user `u` falls under. */
export const deciding = (policies: RawBuilder<unknown>): RawBuilder<unknown> => sql`from ${policies}
  where k.group_id is null or exists (
    select 1 from memberships m join live_groups mg on mg.tenant_id = m.tenant_id and mg.id = m.group_id
    where m.tenant_id = u.tenant_id and m.group_id = k.group_id and m.user_id = u.id)
  order by k.place limit 1`

const among = (policies: readonly Policy[]): RawBuilder<unknown> =>
  sql`unnest(${policies.map(({ id }) => id)}::uuid[], ${policies.map(({ groupId }) => groupId)}::uuid[])
    with ordinality as k(id, group_id, place)`

type Wanted = {
  readonly after?: UserId | undefined
  readonly userId?: UserId
  readonly limit: number
}

/**
 * Guests of a tenant by id, each with the first of `policies` that they fall under; those under
 * none are left out. The job and the simulation read the same.
 */
export const readGoverned = async (
  db: Database,
  tenantId: TenantId,
  policies: readonly Policy[],
  { after, userId, limit }: Wanted,
): Promise<Governed[]> => {
  const found = await rows(
    db,
    select<GuestRow & { policyId: string }>({
      ...guestColumns,
      policyId: 'k.id',
    })`from live_users u
      join lateral (select k.id ${deciding(among(policies))}) k on true
      left join lifecycle_states n on n.tenant_id = u.tenant_id and n.user_id = u.id
      where u.tenant_id = ${tenantId} and ${isGuest}
        and ${after === undefined ? sql`true` : sql`u.id > ${after}`} and ${userId === undefined ? sql`true` : sql`u.id = ${userId}`}
      order by u.id limit ${limit}`,
  )
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  return found.flatMap((guest) => {
    const policy = byId.get(guest.policyId)
    const isNoted = guest.notedPolicyId !== null
    return policy === undefined
      ? []
      : [{ guest, policy, state: stateOf(guest, guest.policyId), isNoted }]
  })
}

/** What was noted under another policy, or before the clocks were reset, counts no more (R135). */
export const stateOf = (guest: GuestRow, policyId: string): State | undefined => {
  const { since, notices, notedDisabledAt: disabledAt, countedFrom } = guest
  if (since === null || notices === null) return undefined
  if (policyId !== guest.notedPolicyId && disabledAt === null) return undefined
  return countedFrom !== null && since < countedFrom ? undefined : { since, notices, disabledAt }
}
