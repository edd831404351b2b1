/** With what right something is done later that somebody has asked for. */
import { may, type Action } from '../access/may.rule.ts'
import type { TenantId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, type Database } from '../store/database.ts'
import { canAct } from './administrators.sql.ts'
import { authorityOfRoles, type Authority } from './authority.ts'
import { targetColumns, targetOf, type TargetRow } from './target.sql.ts'

type Asker = { readonly tenantId: TenantId; readonly userId: string }

/**
 * The authority of who has asked for something before, as they are now; undefined when they may no
 * longer do it: without the role, disabled here or at home, or gone.
 */
export const authorityNow = async (
  db: Database,
  { tenantId, userId }: Asker,
  action: Action,
): Promise<Authority | undefined> => {
  const found = await firstRow(
    db,
    select<TargetRow>(targetColumns)`from live_users u
      where u.tenant_id = ${tenantId} and u.id = ${userId}::uuid and ${canAct('u')}
        and exists (select 1 from tenants t where t.id = u.tenant_id and t.state = 'active')`,
  )
  if (found === undefined) return undefined
  const { roles } = targetOf(found)
  return may(roles, action) ? authorityOfRoles(roles, userId) : undefined
}
