/** Taking away what an application was given at the directory API. */
import type { Context } from '../../events/event.ts'
import { record } from '../../events/record.ts'
import type { AssignmentId, TenantId } from '../../kernel/ids.ts'
import { changed, sql, transaction, type Database } from '../../store/database.ts'
import { permissionEvent } from './permission-event.ts'
import { findPermission } from './permissions.sql.ts'

/**
 * Takes one away: it is good for nothing more from the next request on, whatever a token says.
 * `of`: whose it must be, where that is said.
 */
export const takePermission = (
  db: Database,
  {
    tenantId,
    id,
    of,
  }: { readonly tenantId: TenantId; readonly id: AssignmentId; readonly of?: string },
  givesScopes: boolean,
  context: Context,
): Promise<{ outcome: 'taken' | 'notFound' | 'needsScopeGiver' }> =>
  transaction(db, async (tx) => {
    const found = await findPermission(tx, tenantId, id)
    if (found === undefined || (of !== undefined && found.applicationId !== of))
      return { outcome: 'notFound' }
    if (!givesScopes) return { outcome: 'needsScopeGiver' }
    const done = await changed(
      tx,
      sql`delete from application_permissions where tenant_id = ${tenantId} and id = ${id}`,
    )
    if (done === 0) return { outcome: 'notFound' }
    const { applicationId, permission } = found
    await record(tx, permissionEvent({ tenantId, applicationId }, permission, false, context))
    return { outcome: 'taken' }
  })
