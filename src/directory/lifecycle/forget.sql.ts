/**
 * What was noted of guests under a policy is over once no policy decides about them: whoever falls
 * under one again later is told anew, and has the whole time (R134).
 */
import type { TenantId } from '../../kernel/ids.ts'
import { sql, type Database, type RawBuilder } from '../../store/database.ts'
import { among, deciding } from './facts.sql.ts'
import { isGuest } from './guests.sql.ts'
import type { Policy } from './policies.sql.ts'

const forgetWhere = async (tx: Database, where: RawBuilder<unknown>): Promise<void> => {
  await sql`delete from lifecycle_states n where ${where}`.execute(tx)
}

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
