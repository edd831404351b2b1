/** Giving a user a directory role, and taking it away; the same of an application stands beside. */
import { mayGive } from '../../access/may.rule.ts'
import { roles, type RoleName } from '../../access/roles.ts'
import type { Context, Event } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { changed, firstRow, sql, transaction, type Database } from '../../store/database.ts'
import {
  lastAdministrator,
  lockTenant,
  lockToPromote,
  type LastAdministrator,
} from '../administrators.sql.ts'
import type { Authority } from '../authority.ts'
import { findRoleAssignment, type RoleAssignmentRow } from './assignments.sql.ts'
import { lockLiveTarget } from '../target.sql.ts'
import { tellPerson } from '../users/tell.ts'
import { endLowerWaysIn } from '../users/ways-in.sql.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId; readonly role: RoleName }

export type AssignRoleResult =
  /**
   * `waysInEnded`: what the user signed in with was made by somebody who stands below the role;
   * they need a new link, tie or invitation.
   */
  | { outcome: 'assigned'; assignment: RoleAssignmentRow; waysInEnded: boolean }
  | { outcome: 'alreadyAssigned' | 'notFound' | 'needsGlobalAdministrator' }
export type UnassignRoleResult =
  | { outcome: 'unassigned' | 'notFound' | 'needsGlobalAdministrator' }
  | LastAdministrator

/** Whether somebody with this authority gives and takes a role (R49). */
export const mayAssign = (authority: Authority, role: RoleName): boolean =>
  authority.kind !== 'roles' || mayGive(authority.roles, role)

/** The event that somebody, or an application, was given a role, or lost it. */
export const roleEvent = (
  { tenantId, role }: { readonly tenantId: TenantId; readonly role: RoleName },
  target: { readonly kind: 'user' | 'application'; readonly id: string },
  activity: 'role.assigned' | 'role.unassigned',
  context: Context,
): Event =>
  eventOf(context, {
    tenantId,
    activity,
    target,
    related: { kind: 'role', id: roles[role].id },
  })

// Not who did it themselves, nor who is only just being made by an operator.
const tell = async (
  tx: Database,
  { tenantId, userId, role }: Which,
  kind: 'roleGiven' | 'roleTaken',
  { actor, now }: Context,
): Promise<void> => {
  if (actor.kind === 'operator' || (actor.kind === 'user' && actor.id === userId)) return
  await tellPerson(tx, { tenantId, userId }, { kind, role: roles[role].displayName }, now)
}

/**
 * Gives a live user a role. Whoever calls has judged it, and holds the organization where it is the
 * top role; they tell it, and end what does not reach so high (`endLower`).
 */
export const giveRole = async (
  tx: Database,
  which: Which,
  context: Context,
): Promise<'assigned' | 'alreadyAssigned' | 'notFound'> => {
  const { tenantId, userId, role } = which
  // The user's row is changed too, though by nothing: a leave that read it as no administrator
  // has to read again (decision 0006).
  const user = await firstRow(
    tx,
    sql`update users set account_enabled = account_enabled where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null returning id`,
  )
  if (user === undefined) return 'notFound'
  const inserted = await firstRow(
    tx,
    sql`insert into role_assignments (tenant_id, user_id, role_id, assigned_at) values (${tenantId}, ${userId}, ${roles[role].id}, ${context.now})
      on conflict do nothing returning user_id`,
  )
  if (inserted === undefined) return 'alreadyAssigned'
  await record(tx, roleEvent(which, { kind: 'user', id: which.userId }, 'role.assigned', context))
  return 'assigned'
}

/**
 * What was made when the user held less was judged by that; whoever has it must not become an
 * administrator with it (R49).
 */
export const endLower = async (
  tx: Database,
  { tenantId, userId }: Pick<Which, 'tenantId' | 'userId'>,
  context: Context,
): Promise<boolean> => {
  await sql`delete from password_links where tenant_id = ${tenantId} and user_id = ${userId}`.execute(
    tx,
  )
  const waysInEnded = await endLowerWaysIn(tx, { tenantId, userId }, context)
  return waysInEnded
}

/** Takes a role of a live user away, which was judged before. False when they have it not. */
export const takeRole = async (tx: Database, which: Which, context: Context): Promise<boolean> => {
  const { tenantId, userId, role } = which
  const done = await changed(
    tx,
    sql`delete from role_assignments where tenant_id = ${tenantId} and user_id = ${userId} and role_id = ${roles[role].id}::uuid`,
  )
  if (done === 0) return false
  await record(tx, roleEvent(which, { kind: 'user', id: which.userId }, 'role.unassigned', context))
  return true
}

/** Gives a live user a role, who is told (R128); guests may hold one too. */
export const assignRole = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<AssignRoleResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId, role } = which
    if (!mayAssign(authority, role)) return { outcome: 'needsGlobalAdministrator' }
    if (role === 'globalAdministrator') {
      const person = await firstRow(
        tx,
        select<{ id: PersonId | null }>({
          id: 'person_id',
        })`from live_users where tenant_id = ${tenantId} and id = ${userId}`,
      )
      await lockToPromote(tx, tenantId, person?.id ?? null)
    }
    const given = await giveRole(tx, which, context)
    if (given !== 'assigned') return { outcome: given }
    await tell(tx, which, 'roleGiven', context)
    const waysInEnded = await endLower(tx, which, context)
    // Read here: a moment later the user may be gone, and the answer would say that nothing was
    // assigned.
    const roleId = roles[role].id
    const assignment = await findRoleAssignment(tx, { tenantId, principalId: userId, roleId })
    if (assignment === undefined) throw new Error('A role that was just assigned is gone.')
    return { outcome: 'assigned', assignment, waysInEnded }
  })

/**
 * Takes a role from a live user, who is told (R128). `lastAdministrator`: nobody else who is
 * enabled would be Global Administrator.
 */
export const unassignRole = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<UnassignRoleResult> =>
  transaction(db, async (tx) => {
    const { tenantId, userId, role } = which
    if (!mayAssign(authority, role)) return { outcome: 'needsGlobalAdministrator' }
    if (role === 'globalAdministrator') await lockTenant(tx, tenantId)
    const target = await lockLiveTarget(tx, { tenantId, userId })
    if (target === undefined || !target.roles.includes(role)) return { outcome: 'notFound' }
    const last =
      role === 'globalAdministrator'
        ? await lastAdministrator(tx, { tenantId, userId }, 'here')
        : undefined
    if (last !== undefined) return last
    if (!(await takeRole(tx, which, context))) return { outcome: 'notFound' }
    await tell(tx, which, 'roleTaken', context)
    return { outcome: 'unassigned' }
  })
