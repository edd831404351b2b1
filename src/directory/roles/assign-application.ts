/**
 * Giving an application a directory role, and taking it away. It counts from the next request on,
 * whatever its tokens say. Whether an administrator remains is not asked: applications never count
 * as one (R42), since nobody can sign in as one and set things right.
 */
import { roles, type RoleName } from '../../access/roles.ts'
import { isItself } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { changed, sql, transaction, type Database } from '../../store/database.ts'
import { lockApplication } from '../applications/list.sql.ts'
import type { Authority } from '../authority.ts'
import { mayAssign, roleEvent } from './assign.ts'
import { findRoleAssignment, type RoleAssignmentRow } from './assignments.sql.ts'

type Which = {
  readonly tenantId: TenantId
  readonly applicationId: ApplicationId
  readonly role: RoleName
}

export type AssignToApplicationResult =
  | { outcome: 'assigned'; assignment: RoleAssignmentRow }
  /** `itself`: an application cannot raise itself. */
  | { outcome: 'alreadyAssigned' | 'notFound' | 'needsGlobalAdministrator' | 'itself' }

const refusalOf = (authority: Authority, { applicationId, role }: Which, context: Context) => {
  if (!mayAssign(authority, role)) return 'needsGlobalAdministrator'
  return isItself(context, applicationId) ? 'itself' : undefined
}

/** Gives a live application a role; nobody gives more than to a user (R49). */
export const assignRoleToApplication = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<AssignToApplicationResult> =>
  transaction(db, async (tx) => {
    const { tenantId, applicationId, role } = which
    const refused = refusalOf(authority, which, context)
    if (refused !== undefined) return { outcome: refused }
    if (!(await lockApplication(tx, tenantId, applicationId))) return { outcome: 'notFound' }
    const roleId = roles[role].id
    const given = await changed(
      tx,
      sql`insert into application_roles (tenant_id, application_id, role_id, assigned_at)
        values (${tenantId}, ${applicationId}, ${roleId}, ${context.now}) on conflict do nothing`,
    )
    if (given === 0) return { outcome: 'alreadyAssigned' }
    await record(
      tx,
      roleEvent(which, { kind: 'application', id: applicationId }, 'role.assigned', context),
    )
    const assignment = await findRoleAssignment(tx, {
      tenantId,
      principalId: applicationId,
      roleId,
    })
    if (assignment === undefined) throw new Error('A role that was just assigned is gone.')
    return { outcome: 'assigned', assignment }
  })

/** Takes a role from a live application. */
export const unassignRoleFromApplication = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
): Promise<{ outcome: 'unassigned' | 'notFound' | 'needsGlobalAdministrator' }> =>
  transaction(db, async (tx) => {
    const { tenantId, applicationId, role } = which
    if (!mayAssign(authority, role)) return { outcome: 'needsGlobalAdministrator' }
    if (!(await lockApplication(tx, tenantId, applicationId))) return { outcome: 'notFound' }
    const taken = await changed(
      tx,
      sql`delete from application_roles
        where tenant_id = ${tenantId} and application_id = ${applicationId} and role_id = ${roles[role].id}::uuid`,
    )
    if (taken === 0) return { outcome: 'notFound' }
    await record(
      tx,
      roleEvent(which, { kind: 'application', id: applicationId }, 'role.unassigned', context),
    )
    return { outcome: 'unassigned' }
  })
