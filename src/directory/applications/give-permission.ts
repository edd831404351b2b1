/** Giving an application a permission at the directory API by itself. */
import type { GraphRole } from '../../access/graph-scopes.ts'
import { isItself } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import { newId, type ApplicationId, type AssignmentId, type TenantId } from '../../kernel/ids.ts'
import { attempt, sql, type Database } from '../../store/database.ts'
import { lockApplication } from './list.sql.ts'
import { permissionEvent } from './permission-event.ts'
import { findPermission, type PermissionRow } from './permissions.sql.ts'

type Which = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }

export type GivePermissionResult =
  | { outcome: 'given'; given: PermissionRow }
  | { outcome: 'notFound' }
  | { outcome: 'alreadyGiven' }
  /** Only who gives roles gives what is as good as one. */
  | { outcome: 'needsScopeGiver' }
  /** An application cannot raise itself. */
  | { outcome: 'itself' }

/** Gives a live application an app role of the directory API; `givesScopes`: who does may. */
export const givePermission = (
  db: Database,
  which: Which,
  permission: GraphRole,
  givesScopes: boolean,
  context: Context,
): Promise<GivePermissionResult> =>
  attempt(
    db,
    async (tx): Promise<GivePermissionResult> => {
      const { tenantId, applicationId } = which
      if (!(await lockApplication(tx, tenantId, applicationId))) return { outcome: 'notFound' }
      if (!givesScopes) return { outcome: 'needsScopeGiver' }
      if (isItself(context, applicationId)) return { outcome: 'itself' }
      const id = newId<AssignmentId>()
      await sql`insert into application_permissions (tenant_id, id, application_id, permission, created_at)
        values (${tenantId}, ${id}, ${applicationId}, ${permission}, ${context.now})`.execute(tx)
      await record(tx, permissionEvent(which, permission, true, context))
      const given = await findPermission(tx, tenantId, id)
      if (given === undefined) throw new Error('A permission that was just given is gone.')
      return { outcome: 'given', given }
    },
    { an_application_has_a_permission_once: { outcome: 'alreadyGiven' } },
  )
