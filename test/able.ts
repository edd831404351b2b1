/**
 * Who can act as administrator of an organization (R124), told by a statement of its own, so that
 * tests do not believe the product.
 */
import { roles } from '../src/access/roles.ts'
import { rows } from '../src/store/database.ts'
import { sql } from 'kysely'
import type { Organization, world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

/** The names of those who can, in order. */
export const able = async (w: Pick<World, 'db'>, at: Organization): Promise<string[]> => {
  const found = await rows(
    w.db,
    sql<{ name: string }>`
      select u.display_name as name from users u join role_assignments r on r.tenant_id = u.tenant_id and r.user_id = u.id and r.role_id = ${roles.globalAdministrator.id}::uuid
      join persons p on p.id = u.person_id
      where u.tenant_id = ${at.id} and u.deleted_at is null and u.account_enabled and coalesce(u.external_user_state, 'Accepted') = 'Accepted'
        and (p.home_tenant_id is null or exists (
          select 1 from users h join tenants t on t.id = h.tenant_id
          where h.tenant_id = p.home_tenant_id and h.person_id = p.id and h.deleted_at is null and h.account_enabled and t.state = 'active'))
      order by u.display_name`,
  )
  return found.map(({ name }) => name)
}
