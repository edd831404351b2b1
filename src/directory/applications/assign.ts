/**
 * Giving a user or a group an app role ("permission", in the words of the seed document), and
 * taking it away.
 */
import { isItself } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import {
  newId,
  type ApplicationId,
  type AppRoleId,
  type AssignmentId,
  type TenantId,
} from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import {
  attempt,
  changed,
  firstRow,
  sql,
  transaction,
  type Database,
} from '../../store/database.ts'
import { listAssignments, type AssignmentRow, type AssignmentsOf } from './assignments.sql.ts'
import { endUnassigned } from './end-unassigned.ts'
import { isAppRoleFor } from './app-roles.ts'

export type NewAssignment = {
  readonly principalId: string
  readonly applicationId: ApplicationId
  readonly appRoleId: AppRoleId
}

export type AssignResult =
  | { outcome: 'assigned'; assignmentId: AssignmentId }
  | { outcome: 'applicationNotFound' }
  | { outcome: 'principalNotFound' }
  | { outcome: 'alreadyAssigned' }
  /** An application gives itself nothing. */
  | { outcome: 'itself' }

const findPrincipal = (
  tx: Database,
  tenantId: TenantId,
  id: string,
): Promise<{ kind: 'user' | 'group' | 'application' } | undefined> =>
  firstRow(
    tx,
    answering<{ kind: 'user' | 'group' | 'application' }>(
      { kind: sql`'user'` },
      (list) => sql`select ${list} from live_users where tenant_id = ${tenantId} and id = ${id}
        union all select 'group' from live_groups where tenant_id = ${tenantId} and id = ${id}
        union all select 'application' from live_applications where tenant_id = ${tenantId} and id = ${id}`,
    ),
  )

/**
 * Assigns an app role of a live application to a live user or group of the same organization, or to
 * an application there.
 */
export const assignApplication = async (
  db: Database,
  tenantId: TenantId,
  assignment: NewAssignment,
  context: Context,
): Promise<AssignResult> => {
  const { principalId, applicationId, appRoleId } = assignment
  return attempt(
    db,
    async (tx) => {
      const principal = await findPrincipal(tx, tenantId, principalId)
      const isThere = await isAppRoleFor(
        tx,
        { tenantId, applicationId },
        appRoleId,
        principal?.kind ?? 'user',
      )
      if (!isThere) return { outcome: 'applicationNotFound' }
      if (principal === undefined) return { outcome: 'principalNotFound' }
      if (isItself(context, principalId)) return { outcome: 'itself' }
      const assignmentId = newId<AssignmentId>()
      const { kind } = principal
      await sql`insert into app_role_assignments (tenant_id, id, application_id, registration_id, app_role_id, user_id, group_id, client_id, created_at)
        select ${tenantId}, ${assignmentId}, a.id, case when a.home_tenant_id = a.tenant_id then a.registration_id end, ${appRoleId}, ${kind === 'user' ? principalId : null}::uuid,
          ${kind === 'group' ? principalId : null}::uuid, ${kind === 'application' ? principalId : null}::uuid, ${context.now}
        from live_applications a where a.tenant_id = ${tenantId} and a.id = ${applicationId}`.execute(
        tx,
      )
      const related = { kind: 'application', id: applicationId } as const
      await record(
        tx,
        eventOf(context, {
          tenantId,
          activity: 'application.assigned',
          target: { kind, id: principalId },
          related,
          details: { appRoleId },
        }),
      )
      return { outcome: 'assigned', assignmentId }
    },
    {
      a_user_is_assigned_once: { outcome: 'alreadyAssigned' },
      a_group_is_assigned_once: { outcome: 'alreadyAssigned' },
      an_application_is_assigned_once: { outcome: 'alreadyAssigned' },
    },
  )
}

type Side = Exclude<AssignmentsOf['kind'], 'assignment'>

const ownerOf = (found: AssignmentRow, side: Side): string | undefined => {
  if (side === 'application') return found.applicationId
  const kind = side === 'client' ? 'application' : side
  return found.principalKind === kind ? found.principalId : undefined
}

/**
 * Takes an assignment away, with what an application that requires it had given. `of` names whose
 * it must be, so that an id of somebody else's is not found.
 */
export const unassignApplication = (
  db: Database,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  of: { readonly kind: Side; readonly id: string },
  context: Context,
): Promise<{ outcome: 'unassigned' | 'notFound' }> =>
  transaction(db, async (tx) => {
    const page = { descending: false, after: undefined, limit: 1 }
    const [found] = await listAssignments(
      tx,
      tenantId,
      { kind: 'assignment', id: assignmentId },
      page,
    )
    if (found === undefined || ownerOf(found, of.kind) !== of.id) return { outcome: 'notFound' }
    const done = await changed(
      tx,
      sql`delete from app_role_assignments where tenant_id = ${tenantId} and id = ${assignmentId}`,
    )
    if (done === 0) return { outcome: 'notFound' }
    await endUnassigned(tx, tenantId, { applicationId: found.applicationId })
    const target = { kind: found.principalKind, id: found.principalId }
    const related = { kind: 'application', id: found.applicationId } as const
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'application.unassigned',
        target,
        related,
        details: { appRoleId: found.appRoleId },
      }),
    )
    return { outcome: 'unassigned' }
  })
