/** What a user holds, as far as sensitive actions on it care (spec §8.2). */
import { roleNamed, type RoleName } from '../access/roles.ts'
import type { Target } from '../access/may.rule.ts'
import { select, type Columns } from '../store/columns.ts'
import { sql, type Database } from '../store/database.ts'
import { roleIdsOf } from '../store/relations.sql.ts'
import { authorityReaches, type Authority } from './authority.ts'
import { liveUser, lockLiveUser, type Locked, type Which } from './lock-user.sql.ts'

/**
 * The columns of a target, around a user `u`, live or deleted: its roles, and whether it is in a
 * group that can hold roles.
 */
export const targetColumns: Columns<TargetRow> = {
  roleIds: roleIdsOf(),
  // From the user to the groups: an organization may have very many.
  inRoleAssignableGroup: sql`(
    exists (select 1 from memberships m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id and g.is_assignable_to_role
      where m.tenant_id = u.tenant_id and m.user_id = u.id)
    or exists (select 1 from group_owners o join live_groups g on g.tenant_id = o.tenant_id and g.id = o.group_id and g.is_assignable_to_role
      where o.tenant_id = u.tenant_id and o.user_id = u.id))`,
}

export type TargetRow = {
  readonly roleIds: readonly string[]
  readonly inRoleAssignableGroup: boolean
}

type Held = Target & { readonly roles: readonly RoleName[] }
/** What a user holds, read under its lock: only this can be judged by `authorityReaches`. */
export type LockedTarget = Locked<Held>

/**
 * A row of `targetColumns` as the rule wants it; of a row that was read under the lock, a target
 * that an act may be judged by.
 */
export function targetOf(row: Locked<TargetRow>): LockedTarget
export function targetOf(row: TargetRow): Held
export function targetOf({ roleIds, inRoleAssignableGroup }: TargetRow): Held {
  return { roles: roleIds.flatMap((id) => roleNamed(id) ?? []), inRoleAssignableGroup }
}

/**
 * Holds a live user until the transaction ends, and tells the target that it is; undefined when
 * there is none of that id.
 */
export const lockLiveTarget = async (
  tx: Database,
  which: Which,
): Promise<LockedTarget | undefined> => {
  const { tenantId, userId } = which
  const found = await lockLiveUser(
    tx,
    which,
    select(targetColumns)`from ${liveUser({ tenantId, userId })}`,
  )
  return found === undefined ? undefined : targetOf(found)
}

/**
 * Whether a live user, held from here on, may be touched with this authority; such as a pending
 * guest, who was given a role, invited anew (K16).
 */
export const reachesLive = async (
  tx: Database,
  which: Which,
  authority: Authority,
): Promise<boolean> => {
  const target = await lockLiveTarget(tx, which)
  return target !== undefined && authorityReaches(authority, target)
}
