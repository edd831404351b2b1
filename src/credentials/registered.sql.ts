/** What the users of an organization have registered beside a password. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { counted, select } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import { beyond, byText, ordered, type Page } from '../store/keyset.ts'
import { hasAuthenticator, hasPasskey } from './held.sql.ts'

export type Registered = {
  readonly id: UserId
  readonly userPrincipalName: string
  readonly userDisplayName: string
  readonly isGuest: boolean
  readonly isAdmin: boolean
  readonly hasPasskey: boolean
  readonly hasAuthenticator: boolean
  readonly sortValue: string
}

const byName = byText(sql`u.sort_name`)

// Of each of the page, by the key.
const persons = sql`persons h where h.id = u.person_id and h.home_tenant_id = u.tenant_id`

/** A page of the live users by name. What guests have is their home's: it is not looked at. */
export const listRegistered = (
  db: Database,
  tenantId: TenantId,
  page: Page,
): Promise<Registered[]> =>
  rows(
    db,
    select<Registered>({
      id: 'u.id',
      userPrincipalName: 'u.user_principal_name',
      userDisplayName: 'u.display_name',
      isGuest: sql`u.user_type = 'Guest'`,
      isAdmin: sql`exists (select 1 from role_assignments r where r.tenant_id = u.tenant_id and r.user_id = u.id)`,
      hasPasskey,
      hasAuthenticator: sql`(p.id is not null and ${hasAuthenticator})`,
      sortValue: 'u.sort_name',
    })`from (select * from live_users u where u.tenant_id = ${tenantId}
        and ${beyond(byName, sql`u.id`, page)} ${ordered(byName, sql`u.id`, page)}) u
      left join lateral (select * from ${persons} offset 0) p on true ${ordered(byName, sql`u.id`, page)}`,
  )

/** How many there are. */
export const countRegistered = async (db: Database, tenantId: TenantId): Promise<number> =>
  (await firstRow(db, select(counted)`from live_users u where u.tenant_id = ${tenantId}`))?.count ??
  0
