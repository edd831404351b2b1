/**
 * What the end of an object, or its return, changes at others: a deleted user is no member any
 * more, though the link stays where it is; a restored group has its members again.
 */
import type { TenantId } from '../../kernel/ids.ts'
import { changed, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { owners } from '../../store/owners.sql.ts'
import type { ChangeKind } from './change.ts'

/** What is deleted and comes back, and is linked: nothing is to an application. */
type Ending = Extract<ChangeKind, 'user' | 'group' | 'servicePrincipal'>

/** Objects that were deleted or restored, by what they are. */
export type Ended = { readonly kind: ChangeKind; readonly ids: readonly string[] }

/** Columns of what is told: whose link, which, and what it leads to. */
const told = sql.raw('kind, object_id, link, other_kind, other_id')

const { tables: ownersOfGroups } = owners.group

/** Links that lead to an object `o`, for each kind of it, and grants that are for it. */
const leadingTo: Readonly<Record<Ending, RawBuilder<unknown>>> = {
  user: sql`
    select 'group', m.group_id, 'members', 'user', m.user_id from memberships m where m.tenant_id = o.tenant_id and m.user_id = o.id
    union all select 'group', w.group_id, 'owners', 'user', w.user_id from ${ownersOfGroups.user} w where w.tenant_id = o.tenant_id and w.user_id = o.id
    union all select 'user', r.user_id, 'manager', 'user', r.manager_id from managers r where r.tenant_id = o.tenant_id and r.manager_id = o.id
    union all select 'directoryRole', a.role_id, 'members', 'user', a.user_id from role_assignments a where a.tenant_id = o.tenant_id and a.user_id = o.id
    union all select 'permissionGrant', g.id, null, null, null from permission_grants g where g.tenant_id = o.tenant_id and g.user_id = o.id`,
  group: sql`
    select 'group', m.group_id, 'members', 'group', m.member_group_id from group_members m where m.tenant_id = o.tenant_id and m.member_group_id = o.id`,
  servicePrincipal: sql`
    select 'group', m.group_id, 'members', 'servicePrincipal', m.application_id from group_members m where m.tenant_id = o.tenant_id and m.application_id = o.id
    union all select 'group', w.group_id, 'owners', 'servicePrincipal', w.owner_id from ${ownersOfGroups.application} w where w.tenant_id = o.tenant_id and w.owner_id = o.id
    union all select 'directoryRole', a.role_id, 'members', 'servicePrincipal', a.application_id from application_roles a where a.tenant_id = o.tenant_id and a.application_id = o.id
    union all select 'permissionGrant', g.id, null, null, null from permission_grants g where g.tenant_id = o.tenant_id and (g.application_id = o.id or g.resource_id = o.id)`,
}

/** Links of an object `o`, which are there again with it. */
const ofItself: Readonly<Partial<Record<Ending, RawBuilder<unknown>>>> = {
  user: sql`select 'user', r.user_id, 'manager', 'user', r.manager_id from managers r where r.tenant_id = o.tenant_id and r.user_id = o.id`,
  group: sql`
    select 'group', m.group_id, 'members', 'user', m.user_id from memberships m where m.tenant_id = o.tenant_id and m.group_id = o.id
    union all select 'group', n.group_id, 'members', case when n.member_group_id is null then 'servicePrincipal' else 'group' end, n.id
      from group_members n where n.tenant_id = o.tenant_id and n.group_id = o.id
    union all select 'group', w.group_id, 'owners', 'user', w.user_id from ${ownersOfGroups.user} w where w.tenant_id = o.tenant_id and w.group_id = o.id
    union all select 'group', w.group_id, 'owners', 'servicePrincipal', w.owner_id from ${ownersOfGroups.application} w where w.tenant_id = o.tenant_id and w.group_id = o.id`,
}

const isEnding = (kind: ChangeKind): kind is Ending => Object.hasOwn(leadingTo, kind)

/**
 * Writes that the links of these are seen no more, or again, numbered after `last` at `now`.
 * Returns how many it wrote. One statement.
 */
export const tellLinksOf = async (
  tx: Database,
  tenantId: TenantId,
  { kind, ids }: Ended,
  what: 'deleted' | 'restored',
  { last, now }: { readonly last: number; readonly now: Date },
): Promise<number> => {
  if (!isEnding(kind)) return 0
  const isBack = what === 'restored'
  const own = isBack ? ofItself[kind] : undefined
  const links = own === undefined ? leadingTo[kind] : sql`${leadingTo[kind]} union all ${own}`
  return changed(
    tx,
    sql`insert into directory_changes (tenant_id, sequence, at, what, ${told})
      select ${tenantId}::uuid, ${last}::bigint + row_number() over (), ${now}::timestamptz,
        case when l.link is null then ${what} else ${isBack ? 'linked' : 'unlinked'} end, ${told}
      from (select ${tenantId}::uuid as tenant_id, i.id from unnest(${[...ids]}::uuid[]) i(id)) o
      cross join lateral (select * from (${links}) l(${told}) offset 0) l`,
  )
}
