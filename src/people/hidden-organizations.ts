/** Organizations that a person does not want to see in their list (R34). */
import type { PersonId, TenantId } from '../kernel/ids.ts'
import { changed, sql, type Database } from '../store/database.ts'
import { listMyOrganizations } from './my-organizations.sql.ts'

type Which = { readonly personId: PersonId; readonly tenantId: TenantId }

/**
 * Hides an organization, or shows it again. Nothing else changes, and nobody there hears of it.
 * False where it is none of theirs.
 */
export const hideOrganization = async (
  db: Database,
  { personId, tenantId }: Which,
  hidden: boolean,
  now: Date,
): Promise<boolean> => {
  const [mine] = await listMyOrganizations(db, personId, now, tenantId)
  if (mine === undefined) return false
  const { userId } = mine
  await changed(
    db,
    hidden
      ? sql`insert into hidden_organizations (tenant_id, user_id, hidden_at) values (${tenantId}, ${userId}, ${now})
          on conflict do nothing`
      : sql`delete from hidden_organizations where tenant_id = ${tenantId} and user_id = ${userId}`,
  )
  return true
}
