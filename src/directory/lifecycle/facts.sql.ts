/** What policies are judged by: guests, the policy that each falls under, and what was noted. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { dayMs, plus } from '../../kernel/time.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered } from '../../store/keyset.ts'
import { isGuest, type Which } from './guests.sql.ts'
import type { Policy } from './policies.sql.ts'
import type { GuestFacts } from './breaches.rule.ts'
import { stateOf, type Noted, type State } from './noted.rule.ts'
import { isPending, lastUsed } from '../../store/relations.sql.ts'

export type GuestRow = GuestFacts &
  Noted & {
    readonly userId: UserId
    readonly displayName: string
    readonly userPrincipalName: string
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
  pending: isPending(),
  createdAt: 'u.created_at',
  invitedAt: sql`(select i.created_at from invitations i where i.tenant_id = u.tenant_id and i.user_id = u.id)`,
  lastActiveAt: 'u.last_sign_in_at',
  attestedAt: 'u.attested_at',
  countedFrom: 'u.lifecycle_from',
  hasSponsor: sql`u.has_sponsor`,
  accountEnabled: 'u.account_enabled',
  disabledByPolicy: 'u.disabled_by_policy',
  notedPolicyId: 'n.policy_id',
  since: 'n.since',
  notices: 'n.notices',
  notedDisabledAt: 'n.disabled_at',
  reason: 'n.reason',
  saidEnding: 'n.said_ending',
  saidAt: 'n.said_at',
}

const isMember = (group: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
  select 1 from memberships m where m.tenant_id = u.tenant_id and m.group_id = ${group} and m.user_id = u.id)`

/**
 * The first of the policies `k` that a user `u` falls under: a policy of a group that is deleted
 * is for nobody; one that excepts a group goes on doing so while that is deleted.
 */
export const deciding = (policies: RawBuilder<unknown>): RawBuilder<unknown> => sql`from ${policies}
  where (k.group_id is null or exists (select 1 from live_groups mg where mg.tenant_id = u.tenant_id and mg.id = k.group_id
      and ${isMember(sql`mg.id`)}))
    and (k.except_group_id is null or not ${isMember(sql`k.except_group_id`)})
  order by k.place limit 1`

/** These policies as `k`, in their order. */
export const among = (policies: readonly Policy[]): RawBuilder<unknown> =>
  sql`unnest(${policies.map(({ id }) => id)}::uuid[], ${policies.map(({ groupId }) => groupId)}::uuid[],
    ${policies.map(({ exceptGroupId }) => exceptGroupId)}::uuid[]) with ordinality as k(id, group_id, except_group_id, place)`

/** Guests stand in the order of their names: by this and their id. */
const byName = byText(sql`u.sort_name`)
/** A guest and where it stands. */
export type Place = readonly [name: string, id: UserId]

/** Where a guest stands, whatever has become of them; undefined for nobody. */
export const placeOfGuest = async (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<Place | undefined> => {
  const found = await firstRow(
    db,
    select<{ name: string }>({
      name: byName.text,
    })`from users u where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  return found === undefined ? undefined : [found.name, userId]
}

type Days = 'inactiveDays' | 'attestationDays' | 'redemptionDays'

const daysOf = (policies: readonly Policy[], rule: Days): number | undefined => {
  const all = policies.flatMap((policy) => policy[rule] ?? [])
  return all.length === 0 ? undefined : Math.min(...all)
}

/**
 * Whether any of `policies` could be broken by a user `u` at `by`, or something is noted: what the
 * rule says of everybody else is known without asking it. It lets through too many, never too few.
 */
const mayConcern = (policies: readonly Policy[], by: Date): RawBuilder<unknown> => {
  const since = (rule: Days, at: RawBuilder<unknown>): RawBuilder<unknown>[] => {
    const days = daysOf(policies, rule)
    return days === undefined
      ? []
      : [sql`greatest(${at}, u.lifecycle_from) <= ${plus(by, -days * dayMs)}`]
  }
  const { invitedAt, hasSponsor } = guestColumns
  const all = [
    sql`n.user_id is not null`,
    ...since('inactiveDays', lastUsed),
    ...since('attestationDays', sql`coalesce(u.attested_at, u.created_at)`),
    ...since('redemptionDays', sql`coalesce(${invitedAt}, u.created_at)`),
    ...(policies.some(({ needsSponsor }) => needsSponsor) ? [sql`not ${hasSponsor}`] : []),
  ]
  return sql`(${sql.join(all, sql` or `)})`
}

const governed = async (
  db: Database,
  tenantId: TenantId,
  policies: readonly Policy[],
  {
    guests,
    condition,
  }: { readonly guests: RawBuilder<unknown>; readonly condition: RawBuilder<unknown> },
): Promise<Governed[]> => {
  const found = await rows(
    db,
    select<GuestRow & { policyId: string }>({
      ...guestColumns,
      policyId: 'k.id',
    })`from (${guests}) u
      left join lifecycle_states n on n.tenant_id = u.tenant_id and n.user_id = u.id
      join lateral (select k.id ${deciding(among(policies))}) k on true
      where u.tenant_id = ${tenantId} and ${isGuest} and ${condition}`,
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

/** One guest, with the first of `policies` that it falls under; undefined where there is none. */
export const readGoverned = async (
  db: Database,
  { tenantId, userId }: Which,
  policies: readonly Policy[],
): Promise<Governed | undefined> =>
  (
    await governed(db, tenantId, policies, {
      guests: sql`select * from live_users l where l.tenant_id = ${tenantId} and l.id = ${userId}`,
      condition: sql`true`,
    })
  )[0]

type Slice = {
  /** Guests after this one; from the first without it. */
  readonly after: Place | undefined
  /** So many guests are looked at, whether they are concerned or not. */
  readonly limit: number
  /** Whoever keeps every rule until then is left out. */
  readonly by: Date
}

/**
 * The next guests of a tenant by name who may break a rule, each with the first of `policies` that
 * they fall under; those under none are left out. The job and the simulation read the same. `last`
 * is where the slice ends; undefined where it is the last one.
 */
export const readSlice = async (
  db: Database,
  tenantId: TenantId,
  policies: readonly Policy[],
  { after, limit, by }: Slice,
): Promise<{ readonly found: readonly Governed[]; readonly last: Place | undefined }> => {
  const page = { descending: false, after, limit }
  const guests = sql`from live_users u where u.tenant_id = ${tenantId} and u.user_type = 'Guest' and ${beyond(byName, sql`u.id`, page)}
    ${ordered(byName, sql`u.id`, page)}`
  const end = await firstRow(
    db,
    select<{ name: string; id: UserId }>({
      name: byName.text,
      id: 'u.id',
    })`${guests} offset ${limit - 1}`,
  )
  const found = await governed(db, tenantId, policies, {
    // Cut before anything else is asked of them, whatever the planner believes.
    guests: sql`select u.* ${guests} offset 0`,
    condition: sql`${mayConcern(policies, by)} order by u.sort_name, u.id`,
  })
  const last: Place | undefined = end === undefined ? undefined : [end.name, end.id]
  return { found, last }
}
