/** What a live user is linked to, page by page: groups, things they own, who answers for them and for whom they answer. */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { beyond, byText, ordered, type Page } from '../store/keyset.ts'

export type LinkedObject = {
  readonly kind: 'user' | 'group' | 'servicePrincipal'
  readonly id: string
  readonly displayName: string
  /** A user's principal name, a group's or application's description. */
  readonly detail: string | null
  readonly sortValue: string
}

export type LinkList = 'memberOf' | 'ownedObjects' | 'directReports' | 'sponsors' | 'manager' | 'sponsorOf'

const group = (links: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select 'group' as kind, g.id, g.display_name, g.description as detail, g.sort_name from ${links} join live_groups g on g.tenant_id = l.tenant_id and g.id = l.group_id`
const user = (links: RawBuilder<unknown>, column: string): RawBuilder<unknown> => sql`
  select 'user' as kind, o.id, o.display_name, o.user_principal_name as detail, o.sort_name from ${links} join live_users o on o.tenant_id = l.tenant_id and o.id = l.${sql.ref(column)}`

const sources = (mine: RawBuilder<unknown>): Readonly<Record<LinkList, RawBuilder<unknown>>> => ({
  memberOf: sql`${group(sql`memberships l`)} where ${mine}`,
  ownedObjects: sql`${group(sql`group_owners l`)} where ${mine} union all
    select 'servicePrincipal', a.id, a.display_name, a.description, a.sort_name from application_owners l
    join live_applications a on a.tenant_id = l.tenant_id and a.id = l.application_id where ${mine}`,
  directReports: sql`${user(sql`managers l`, 'user_id')} where l.tenant_id = me.tenant_id and l.manager_id = me.id`,
  manager: sql`${user(sql`managers l`, 'manager_id')} where ${mine}`,
  sponsors: sql`${user(sql`sponsors l`, 'sponsor_user_id')} where ${mine} union all
    select 'group', g.id, g.display_name, g.description, g.sort_name from sponsors l join live_groups g on g.tenant_id = l.tenant_id and g.id = l.sponsor_group_id where ${mine}`,
  sponsorOf: sql`${user(sql`sponsors l`, 'user_id')} where l.tenant_id = me.tenant_id and l.sponsor_user_id = me.id`,
})

/** A page of one kind of link, by name. One statement. Nothing for a user that is not live. */
export const listLinkedObjects = (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
  list: LinkList,
  page: Page,
): Promise<LinkedObject[]> => {
  const key = byText(sql`x.sort_name`)
  return rows(
    db,
    sql<LinkedObject>`
      select x.kind, x.id, x.display_name as "displayName", x.detail, x.sort_name as "sortValue"
      from live_users me cross join lateral (${sources(sql`l.tenant_id = me.tenant_id and l.user_id = me.id`)[list]}) x
      where me.tenant_id = ${tenantId} and me.id = ${userId} and ${beyond(key, sql`x.id`, page)} ${ordered(key, sql`x.id`, page)}`,
  )
}
