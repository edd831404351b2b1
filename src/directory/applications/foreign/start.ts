/**
 * Somebody who opens an application begins to use it in their organization: they agree, and its
 * service principal is made. It gets nothing by that.
 */
import type { RoleName } from '../../../access/roles.ts'
import type { Context } from '../../../events/event.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../../../store/database.ts'
import { lockTenant } from '../../administrators.sql.ts'
import { createPrincipal } from '../create.ts'
import type { RegisteredAt } from '../program.sql.ts'
import { startOf, type Start, type StartFacts } from './start.rule.ts'

const readFacts = async (
  db: Database,
  tenantId: TenantId,
  { homeTenantId, registrationId }: RegisteredAt,
): Promise<StartFacts> => {
  const which = sql`p.tenant_id = t.id and p.home_tenant_id = ${homeTenantId} and p.registration_id = ${registrationId}`
  const found = await firstRow(
    db,
    select<StartFacts>({
      principal: sql`case when exists (select 1 from service_principals p where ${which} and p.deleted_at is null) then 'there'
        when exists (select 1 from service_principals p where ${which}) then 'deleted' else 'none' end`,
      usersConsent: 't.users_consent',
    })`from tenants t where t.id = ${tenantId}`,
  )
  return found ?? { principal: 'none', usersConsent: false }
}

/** Who may begin to use a registration in an organization. */
export const readStart = async (
  db: Database,
  tenantId: TenantId,
  which: RegisteredAt,
  roles: readonly RoleName[],
): Promise<Start> => startOf(await readFacts(db, tenantId, which), roles)

/**
 * Begins it, for somebody with these roles. What comes back is how it stands then: `begun`, or who
 * has to; `notOffered` where its home offers it no more.
 */
export const startUsing = (
  db: Database,
  tenantId: TenantId,
  which: RegisteredAt,
  roles: readonly RoleName[],
  context: Context,
): Promise<Start | 'notOffered'> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const start = await readStart(tx, tenantId, which, roles)
    if (start !== 'person') return start
    const made = await createPrincipal(tx, { tenantId, ...which }, {}, context)
    return made.outcome === 'notFound' ? 'notOffered' : 'begun'
  })
