/** The applications assigned to a user, directly or through a group: the tiles of the portal. */
import type { ApplicationId, TenantId, UserId } from '../../kernel/ids.ts'
import { answering } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { foundBy } from '../search.sql.ts'

export type MyApplication = {
  readonly id: ApplicationId
  readonly displayName: string
  readonly description: string | null
  readonly homepage: string | null
  readonly sortValue: string
  /** The roles held there, by name; none means plain access. */
  readonly roles: readonly string[]
}

export type MyApplicationList = Page & { readonly search: string | undefined }

const byName = byText(sql`a.sort_name`)

/** A page of the user's applications, by name. One statement. */
export const listMyApplications = (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
  list: MyApplicationList,
): Promise<MyApplication[]> =>
  rows(
    db,
    answering<MyApplication>(
      {
        id: 'a.id',
        displayName: 'a.display_name',
        description: 'a.description',
        homepage: 'a.homepage',
        sortValue: byName.text,
        roles: sql`coalesce(array_agg(r.display_name order by r.display_name) filter (where r.value is not null), '{}')`,
      },
      (columns) => sql`
        with assigned as (
          select s.application_id, s.app_role_id from app_role_assignments s where s.tenant_id = ${tenantId} and s.user_id = ${userId}
          union
          select s.application_id, s.app_role_id from memberships m
            join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
            join app_role_assignments s on s.tenant_id = m.tenant_id and s.group_id = m.group_id
            where m.tenant_id = ${tenantId} and m.user_id = ${userId})
        select ${columns}
        from assigned s
        join live_applications a on a.tenant_id = ${tenantId} and a.id = s.application_id and a.works
        join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = s.app_role_id and r.deleted_at is null
        where ${foundBy(tenantId, sql`a.search_words`, list.search)}
          and ${beyond(byName, sql`a.id`, list)}
        group by a.id, a.display_name, a.description, a.homepage, a.sort_name
        ${ordered(byName, sql`a.id`, list)}`,
    ),
  )
