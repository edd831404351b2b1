/** The facts of restoring a user. Deletion left every link where it was, so what comes back is read, not remembered. */
import { roleNamed, roles } from '../access/roles.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import type { Holder, Link, RestoreFacts } from './restore.rule.ts'
import { targetColumns, type TargetRow } from './target.sql.ts'

export type DeletedUser = RestoreFacts &
  TargetRow & {
    readonly displayName: string
    readonly givenName: string | null
    readonly surname: string | null
    readonly mail: string | null
    readonly originalName: string
    readonly proxyAddresses: readonly string[]
    readonly held: boolean
    readonly isHome: boolean
    readonly domains: readonly string[]
  }

type Nullable<T> = { [K in keyof T]: T[K] | null }
type Row = Omit<DeletedUser, keyof RestoreFacts> & Nullable<RestoreFacts> & { restorableUntil: Date }

/** The deleted user and who holds what it would need, in one statement. `name` is the user principal name it would come back with; its own when undefined. */
export const readDeletedUser = async (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
  name: string | undefined,
): Promise<DeletedUser | undefined> => {
  const row = await firstRow(
    db,
    sql<Row>`
      select ${targetColumns}, u.restorable_until as "restorableUntil", u.display_name as "displayName", u.given_name as "givenName", u.surname, u.mail,
        u.original_user_principal_name as "originalName", u.proxy_addresses as "proxyAddresses", u.held_at is not null as held,
        exists (select 1 from persons p where p.id = u.person_id and p.home_tenant_id = u.tenant_id) as "isHome",
        array(select d.name from tenant_domains d where d.tenant_id = u.tenant_id and d.verified_at is not null) as domains,
        (select jsonb_build_object('id', h.id, 'displayName', h.display_name) from live_users h
          where h.tenant_id = u.tenant_id and lower(h.user_principal_name) = lower(coalesce(${name ?? null}::text, u.original_user_principal_name))) as "nameHolder",
        case when cardinality(u.proxy_addresses) > 0 then (
          select jsonb_build_object('id', h.id, 'displayName', h.display_name,
            'addresses', array(select unnest(h.proxy_addresses) intersect select unnest(u.proxy_addresses)))
          from live_users h where h.tenant_id = u.tenant_id and h.proxy_addresses && u.proxy_addresses limit 1) end as "addressHolder",
        (select jsonb_build_object('id', h.id, 'displayName', h.display_name) from live_users h
          where h.tenant_id = u.tenant_id and h.person_id = u.person_id) as "personHolder"
      from deleted_users u where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )
  if (row === undefined) return undefined
  return {
    ...row,
    nameHolder: row.nameHolder ?? undefined,
    addressHolder: row.addressHolder ?? undefined,
    personHolder: row.personHolder ?? undefined,
  }
}

/** Every proxy address of the deleted user that somebody live has now. */
export const readClashingAddresses = (db: Database, tenantId: TenantId, userId: UserId): Promise<(Holder & { address: string })[]> =>
  rows(
    db,
    sql<Holder & { address: string }>`
      select h.id, h.display_name as "displayName", a.address
      from deleted_users u cross join unnest(u.proxy_addresses) as a(address)
      join live_users h on h.tenant_id = u.tenant_id and h.proxy_addresses && array[a.address]
      where u.tenant_id = ${tenantId} and u.id = ${userId}`,
  )

// A link whose other end was gone before the user was deleted had ended by then; it is not one the user "had at deletion" (R56).
const lostSince = (end: string, reason: string) => sql`case when ${sql.ref(`${end}.deleted_at`)} is not null then ${sql.lit(reason)} end`
const hadAtDeletion = (end: string) => sql`(${sql.ref(`${end}.deleted_at`)} is null or ${sql.ref(`${end}.deleted_at`)} >= u.deleted_at)`

/** Every link the user had at deletion, and whether its other end still is there. One statement. */
export const listLinks = async (db: Database, tenantId: TenantId, userId: UserId): Promise<Link[]> => {
  const found = await rows(
    db,
    sql<Link>`
      with u as (select * from deleted_users where tenant_id = ${tenantId} and id = ${userId}),
      link (kind, id, "displayName", lost) as (
        select 'group', g.id, g.display_name, ${lostSince('g', 'groupDeleted')} from u
          join memberships m on m.tenant_id = u.tenant_id and m.user_id = u.id
          join groups g on g.tenant_id = m.tenant_id and g.id = m.group_id where ${hadAtDeletion('g')}
        union all select 'ownedGroup', g.id, g.display_name, ${lostSince('g', 'groupDeleted')} from u
          join group_owners o on o.tenant_id = u.tenant_id and o.user_id = u.id
          join groups g on g.tenant_id = o.tenant_id and g.id = o.group_id where ${hadAtDeletion('g')}
        union all select 'application', a.id, a.display_name || case when r.value is null then '' else ' · ' || r.display_name end,
            case when a.deleted_at is not null then 'applicationDeleted' when r.deleted_at is not null then 'appRoleRemoved' end from u
          join app_role_assignments s on s.tenant_id = u.tenant_id and s.user_id = u.id
          join applications a on a.tenant_id = s.tenant_id and a.id = s.application_id
          join app_roles r on r.tenant_id = s.tenant_id and r.application_id = s.application_id and r.id = s.app_role_id
          where ${hadAtDeletion('a')} and ${hadAtDeletion('r')}
        union all select 'ownedApplication', a.id, a.display_name, ${lostSince('a', 'applicationDeleted')} from u
          join application_owners o on o.tenant_id = u.tenant_id and o.user_id = u.id
          join applications a on a.tenant_id = o.tenant_id and a.id = o.application_id where ${hadAtDeletion('a')}
        union all select 'role', r.role_id, r.role_id::text, null from u
          join role_assignments r on r.tenant_id = u.tenant_id and r.user_id = u.id
        union all select 'sponsor', s.id, coalesce(x.display_name, g.display_name),
            case when x.deleted_at is not null then 'userDeleted' when g.deleted_at is not null then 'groupDeleted' end from u
          join sponsors s on s.tenant_id = u.tenant_id and s.user_id = u.id
          left join users x on x.tenant_id = s.tenant_id and x.id = s.sponsor_user_id
          left join groups g on g.tenant_id = s.tenant_id and g.id = s.sponsor_group_id
          where ${hadAtDeletion('x')} and ${hadAtDeletion('g')}
        union all select 'sponsorOf', x.id, x.display_name, ${lostSince('x', 'userDeleted')} from u
          join sponsors s on s.tenant_id = u.tenant_id and s.sponsor_user_id = u.id
          join users x on x.tenant_id = s.tenant_id and x.id = s.user_id where ${hadAtDeletion('x')}
        union all select 'manager', x.id, x.display_name, ${lostSince('x', 'userDeleted')} from u
          join managers m on m.tenant_id = u.tenant_id and m.user_id = u.id
          join users x on x.tenant_id = m.tenant_id and x.id = m.manager_id where ${hadAtDeletion('x')}
        union all select 'directReport', x.id, x.display_name, ${lostSince('x', 'userDeleted')} from u
          join managers m on m.tenant_id = u.tenant_id and m.manager_id = u.id
          join users x on x.tenant_id = m.tenant_id and x.id = m.user_id where ${hadAtDeletion('x')})
      select * from link order by kind, "displayName", id`,
  )
  return found.map((link) => (link.kind === 'role' ? namedRole(link) : link))
}

const namedRole = (link: Link): Link => {
  const name = roleNamed(link.id)
  return name === undefined ? { ...link, lost: 'roleGone' } : { ...link, displayName: roles[name].displayName }
}
