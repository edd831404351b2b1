/** What a user is linked to, counted and listed, for the question "what would I lose?" */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { rows, sql, type Database } from '../store/database.ts'

/** How many of each kind are listed; the count is always whole. */
const listedItems = 100

export type LinkKind = 'group' | 'application' | 'role' | 'ownedGroup'
export type Ending = {
  readonly kind: LinkKind
  readonly count: number
  readonly items: readonly { id: string; displayName: string; detail: string | null }[]
}

/** What ends when the user leaves, by kind. One statement. Roles come as ids only: their names are not in the store. */
export const listEndings = (db: Database, tenantId: TenantId, userId: UserId): Promise<Ending[]> =>
  rows(
    db,
    sql<Ending>`
      with link (kind, id, name, sort, detail) as (
        select 'group', g.id, g.display_name, g.sort_name, null
          from memberships m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
          where m.tenant_id = ${tenantId} and m.user_id = ${userId}
        union all select 'ownedGroup', g.id, g.display_name, g.sort_name, null
          from group_owners o join live_groups g on g.tenant_id = o.tenant_id and g.id = o.group_id
          where o.tenant_id = ${tenantId} and o.user_id = ${userId}
        union all select 'application', a.id, a.display_name, a.sort_name, r.display_name
          from app_role_assignments s
          join live_applications a on a.tenant_id = s.tenant_id and a.id = s.application_id
          join app_roles r on r.tenant_id = s.tenant_id and r.application_id = s.application_id and r.id = s.app_role_id and r.deleted_at is null
          where s.tenant_id = ${tenantId} and s.user_id = ${userId}
        union all select 'role', r.role_id, r.role_id::text, r.role_id::text, null
          from role_assignments r where r.tenant_id = ${tenantId} and r.user_id = ${userId}
      ), numbered as (
        select *, row_number() over (partition by kind order by sort collate "C", id) as place, count(*) over (partition by kind)::int as total from link
      )
      select kind, max(total) as count,
        json_agg(json_build_object('id', id, 'displayName', name, 'detail', detail) order by place) filter (where place <= ${listedItems}) as items
      from numbered group by kind`,
  )
