/**
 * Noting what was told of guests who do not keep the rules of their policy. It is over once none
 * decides about them: whoever falls under one again later is told anew, and has the whole time
 * (R134).
 */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../../store/database.ts'
import { among, deciding } from './facts.sql.ts'
import { isGuest, type Which } from './guests.sql.ts'
import type { End, State } from './noted.rule.ts'
import type { Policy } from './policies.sql.ts'

/** What a guest knows of by a policy. */
export type Said = {
  readonly userId: UserId
  readonly policyId: string
  readonly said: End | null
}

type Told = Said & Pick<State, 'reason' | 'since' | 'notices'>

/** These have been told, in the transaction in which they are. */
export const noteTold = async (
  tx: Database,
  tenantId: TenantId,
  told: readonly Told[],
): Promise<void> => {
  await sql`
    insert into lifecycle_states (tenant_id, user_id, policy_id, reason, since, notices, said_ending, said_at)
    select ${tenantId}, k.* from unnest(
      ${told.map(({ userId }) => userId)}::uuid[], ${told.map(({ policyId }) => policyId)}::uuid[],
      ${told.map(({ reason }) => reason)}::text[], ${told.map(({ since }) => since)}::timestamptz[],
      ${told.map(({ notices }) => notices)}::smallint[], ${told.map(({ said }) => said?.ending ?? null)}::text[],
      ${told.map(({ said }) => said?.at ?? null)}::timestamptz[]) as k(user_id, policy_id, reason, since, notices, said_ending, said_at)
    on conflict (tenant_id, user_id) do update set policy_id = excluded.policy_id, reason = excluded.reason, since = excluded.since,
      notices = excluded.notices, said_ending = excluded.said_ending, said_at = excluded.said_at, disabled_at = null`.execute(
    tx,
  )
}

/** This counts as said to these, of whom something is noted, from now on. */
export const noteSaid = async (
  tx: Database,
  tenantId: TenantId,
  later: readonly Said[],
): Promise<void> => {
  if (later.length === 0) return
  await sql`
    update lifecycle_states n set policy_id = k.policy_id, said_ending = k.said_ending, said_at = k.said_at from unnest(
      ${later.map(({ userId }) => userId)}::uuid[], ${later.map(({ policyId }) => policyId)}::uuid[],
      ${later.map(({ said }) => said?.ending ?? null)}::text[], ${later.map(({ said }) => said?.at ?? null)}::timestamptz[]
    ) as k(user_id, policy_id, said_ending, said_at)
    where n.tenant_id = ${tenantId} and n.user_id = k.user_id`.execute(tx)
}

/** One is disabled now, who has been told until when they can be enabled. */
export const noteDisabled = async (
  tx: Database,
  { tenantId, userId }: Which,
  { at, deletedAt }: { readonly at: Date; readonly deletedAt: Date | null },
): Promise<void> => {
  await sql`update lifecycle_states set disabled_at = ${at}, said_ending = ${deletedAt === null ? null : 'delete'}, said_at = ${deletedAt}
    where tenant_id = ${tenantId} and user_id = ${userId}`.execute(tx)
}

const forgetWhere = async (tx: Database, where: RawBuilder<unknown>): Promise<void> => {
  await sql`delete from lifecycle_states n where ${where}`.execute(tx)
}

/** Nothing is noted of these any more. */
export const forget = (
  tx: Database,
  tenantId: TenantId,
  userIds: readonly UserId[],
): Promise<void> =>
  forgetWhere(tx, sql`n.tenant_id = ${tenantId} and n.user_id = any(${[...userIds]}::uuid[])`)

/** Of guests of a tenant about whom none of its `policies` decides, as they have left its group. */
export const forgetUngoverned = (
  tx: Database,
  tenantId: TenantId,
  policies: readonly Policy[],
): Promise<void> =>
  forgetWhere(
    tx,
    sql`n.tenant_id = ${tenantId} and not exists (
      select 1 from live_users u join lateral (select k.id ${deciding(among(policies))}) k on true
      where u.tenant_id = n.tenant_id and u.id = n.user_id and ${isGuest})`,
  )

/** In tenants where nothing is judged: all their policies are off, or they are closed. */
export const forgetWhereNothingIsJudged = (db: Database): Promise<void> =>
  forgetWhere(
    db,
    sql`n.tenant_id not in (select l.tenant_id from lifecycle_policies l join tenants t on t.id = l.tenant_id and t.state = 'active'
      where l.is_enabled)`,
  )
