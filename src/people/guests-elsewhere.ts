/** Whether a person agrees that their home sees where they are a guest (R141). */
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { changed, sql, type Database } from '../store/database.ts'
import { readMe } from './me.sql.ts'
import { listMyOrganizations } from './my-organizations.sql.ts'

type Which = { readonly personId: PersonId; readonly tenantId: TenantId }

/**
 * Agrees, or takes it back, at any time. `nothingToShow`: the organization names its guests to
 * nobody's home, or the person has none, so there is nothing to agree to. `notFound`: it is none of
 * theirs.
 */
export const showAtHome = async (
  db: Database,
  { personId, tenantId }: Which,
  shown: boolean,
  now: Date,
): Promise<'done' | 'nothingToShow' | 'notFound'> => {
  const [mine] = await listMyOrganizations(db, personId, now, tenantId)
  if (mine === undefined) return 'notFound'
  const { userId, shownAtHome } = mine
  const { homeTenantId } = await readMe(db, personId)
  if (shown && shownAtHome === null) return 'nothingToShow'
  // It is agreed to the home that there is now; of another one nothing is.
  await changed(
    db,
    shown
      ? sql`insert into shown_at_home (tenant_id, user_id, home_tenant_id, agreed_at)
          values (${tenantId}, ${userId}, ${homeTenantId}, ${now})
          on conflict (tenant_id, user_id) do update set home_tenant_id = excluded.home_tenant_id, agreed_at = excluded.agreed_at
            where shown_at_home.home_tenant_id <> excluded.home_tenant_id`
      : sql`delete from shown_at_home where tenant_id = ${tenantId} and user_id = ${userId}`,
  )
  return 'done'
}
