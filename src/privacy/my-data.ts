/** A copy of a person's data in exactly one organization (R106, R107). */
import { roleNamed, roles } from '../access/roles.ts'
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { PersonId, TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, rows, sql, transaction, type Database } from '../store/database.ts'

/** The most events a copy carries, newest first; it says when there were more. */
const maxEvents = 10_000

type Json = { readonly [key: string]: unknown }

/** The copy as plain JSON. Undefined when the person has no user, live or restorable, in the tenant. Records that it was made. */
export const copyMyData = (
  db: Database,
  { personId, tenantId }: { personId: PersonId; tenantId: TenantId },
  { now, correlationId }: Pick<Context, 'now' | 'correlationId'>,
): Promise<Json | undefined> =>
  transaction(db, async (tx) => {
    const user = await readUser(tx, personId, tenantId, now)
    if (user === undefined) return undefined
    const { id: userId } = user
    const [links] = await rows(tx, linksOf(tenantId, userId))
    const events = await rows(tx, eventsOf(tenantId, userId))

    const context: Context = { now, actor: { kind: 'user', id: userId }, correlationId }
    await record(tx, eventOf(context, { tenantId, activity: 'user.dataExported', target: { kind: 'user', id: userId } }))
    const { roleIds = [], ...others } = links ?? {}
    const roleNames = (roleIds as string[]).map((id) => {
      const name = roleNamed(id)
      return { id, displayName: name === undefined ? null : roles[name].displayName }
    })
    const shown = events.slice(0, maxEvents)
    return { copiedAt: now.toISOString(), user, ...others, roles: roleNames, events: shown, moreEvents: events.length > maxEvents }
  })

// Everything stored about the person on their user object. Derived columns (what names are sorted and searched by) say nothing new. Who
// disabled, deleted or held the user is about somebody else, and the reason of a hold is the organization's own.
const notTheirs = ['sort_name', 'search_words', 'hold_reason', 'held_by', 'disabled_by', 'deleted_by']

const readUser = (tx: Database, personId: PersonId, tenantId: TenantId, now: Date): Promise<(Json & { id: UserId }) | undefined> =>
  firstRow(
    tx,
    sql<Json & { id: UserId }>`
      select (to_jsonb(u) - ${notTheirs}::text[]) || jsonb_build_object('organization', t.display_name) as data, u.id
      from (select * from live_users where person_id = ${personId} and tenant_id = ${tenantId}
        union all select * from deleted_users where person_id = ${personId} and tenant_id = ${tenantId} and restorable_until > ${now}) u
      join tenants t on t.id = u.tenant_id
      order by u.deleted_at desc nulls first limit 1`,
  ).then((found) => (found === undefined ? undefined : { ...(found['data'] as Json), id: found.id }))

const linksOf = (tenantId: TenantId, userId: UserId) => sql<Json>`
  select
    (select coalesce(json_agg(json_build_object('id', g.id, 'displayName', g.display_name, 'addedAt', m.added_at) order by g.sort_name), '[]')
      from memberships m join live_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
      where m.tenant_id = ${tenantId} and m.user_id = ${userId}) as groups,
    (select coalesce(json_agg(json_build_object('id', g.id, 'displayName', g.display_name) order by g.sort_name), '[]')
      from group_owners o join live_groups g on g.tenant_id = o.tenant_id and g.id = o.group_id
      where o.tenant_id = ${tenantId} and o.user_id = ${userId}) as "ownedGroups",
    (select coalesce(json_agg(json_build_object('id', a.id, 'displayName', a.display_name, 'role', r.display_name, 'assignedAt', s.created_at) order by a.sort_name), '[]')
      from app_role_assignments s
      join live_applications a on a.tenant_id = s.tenant_id and a.id = s.application_id
      join app_roles r on r.tenant_id = s.tenant_id and r.application_id = s.application_id and r.id = s.app_role_id
      where s.tenant_id = ${tenantId} and s.user_id = ${userId}) as applications,
    array(select r.role_id::text from role_assignments r where r.tenant_id = ${tenantId} and r.user_id = ${userId}) as "roleIds",
    (select coalesce(json_agg(json_build_object('kind', q.kind, 'state', q.state, 'message', q.message, 'createdAt', q.created_at, 'answeredAt', q.answered_at)), '[]')
      from requests q where q.tenant_id = ${tenantId} and q.user_id = ${userId}) as requests,
    (select coalesce(json_agg(json_build_object('name', k.name, 'createdAt', k.created_at, 'lastUsedAt', k.last_used_at) order by k.created_at), '[]')
      from passkeys k where k.tenant_id = ${tenantId} and k.user_id = ${userId}) as passkeys,
    (select f.confirmed_at from authenticators f where f.tenant_id = ${tenantId} and f.user_id = ${userId}) as "authenticatorSince",
    (select coalesce(json_agg(json_build_object('displayName', a.display_name, 'scope', g.scope, 'since', g.created_at) order by a.sort_name, g.created_at), '[]')
      from oidc_records g join live_applications a on a.tenant_id = g.tenant_id and a.id = g.application_id
      where g.tenant_id = ${tenantId} and g.user_id = ${userId} and g.kind = 'Grant') as consents,
    (select coalesce(json_agg(json_build_object('displayName', a.display_name, 'endedAt', e.ended_at) order by a.sort_name), '[]')
      from ended_consents e join live_applications a on a.tenant_id = e.tenant_id and a.id = e.application_id
      where e.tenant_id = ${tenantId} and e.user_id = ${userId}) as "endedConsents",
    (select coalesce(json_agg(json_build_object('openedAt', ts.opened_at, 'address', s.address, 'userAgent', s.user_agent, 'lastSeenAt', s.last_seen_at)), '[]')
      from tenant_sessions ts join sessions s on s.id = ts.session_id
      where ts.tenant_id = ${tenantId} and ts.user_id = ${userId}) as sessions`

// Three ways to be in the log, each with an index that gives the newest first.
const eventsOf = (tenantId: TenantId, userId: UserId) => {
  const by = (column: 'target_id' | 'actor_id' | 'related_id') =>
    sql`(select e.* from events e where e.tenant_id = ${tenantId} and ${sql.ref(`e.${column}`)} = ${userId} order by e.at desc, e.id desc limit ${maxEvents + 1})`
  return sql<Json>`
    select e.at, e.activity, e.target_kind as "targetKind", e.target_id as "targetId", e.actor_id is not distinct from ${userId}::uuid as "byMe"
    from (${by('target_id')} union ${by('actor_id')} union ${by('related_id')}) e
    order by e.at desc, e.id desc limit ${maxEvents + 1}`
}
