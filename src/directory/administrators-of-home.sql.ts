/** Who remains elsewhere when a whole home can act no more (R124). */
import type { TenantId } from '../kernel/ids.ts'
import { answering } from '../store/columns.ts'
import { rows, sql, type Database } from '../store/database.ts'
import {
  canAct,
  lastAdministratorOf,
  topRole,
  type LastAdministrator,
} from './administrators.sql.ts'

/**
 * The refusal, when other organizations would be left without an able administrator if nobody of
 * this home could act any more.
 */
export const lastAdministratorsOfHome = async (
  tx: Database,
  tenantId: TenantId,
): Promise<LastAdministrator | undefined> =>
  lastAdministratorOf(
    await rows(
      tx,
      answering<{ name: string }>(
        { name: 't.display_name' },
        (list) => sql`
          with able as (
            select r.tenant_id, p.home_tenant_id from role_assignments r
            join live_users u on u.tenant_id = r.tenant_id and u.id = r.user_id and ${canAct('u')}
            join persons p on p.id = u.person_id
            where r.role_id = ${topRole})
          select ${list} from tenants t
          where t.id <> ${tenantId} and t.state = 'active'
            and exists (select 1 from able a where a.tenant_id = t.id and a.home_tenant_id = ${tenantId})
            and not exists (select 1 from able a where a.tenant_id = t.id and a.home_tenant_id is distinct from ${tenantId})
          order by t.display_name`,
      ),
    ),
  )
