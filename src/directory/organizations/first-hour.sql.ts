/** What a new organization has done of what each should do in its first hour. */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, type Database } from '../../store/database.ts'
import { canAct, topRole } from '../administrators.sql.ts'

export type FirstHour = {
  readonly secondAdministrator: boolean
  readonly verifiedDomain: boolean
  readonly privacyContact: boolean
  readonly invitedGuest: boolean
}

/** Each of them as it is now; a guest counts for good, also when they have left. */
export const readFirstHour = async (db: Database, tenantId: TenantId): Promise<FirstHour> => {
  const found = await firstRow(
    db,
    select<FirstHour>({
      secondAdministrator: sql`(select count(*) from (
        select from role_assignments r
        join live_users a on a.tenant_id = r.tenant_id and a.id = r.user_id and ${canAct('a')}
        where r.tenant_id = t.id and r.role_id = ${topRole} limit 2) able) = 2`,
      verifiedDomain: sql`exists (select from verified_domains d where d.tenant_id = t.id)`,
      privacyContact: sql`t.privacy_contact is not null`,
      invitedGuest: sql`exists (select from invitations i where i.tenant_id = t.id)
        or exists (select from live_users g where g.tenant_id = t.id and g.user_type = 'Guest')`,
    })`from tenants t where t.id = ${tenantId}`,
  )
  if (found === undefined) throw new Error(`There is no organization ${tenantId}.`)
  return found
}
