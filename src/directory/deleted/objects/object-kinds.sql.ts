/**
 * Deleted groups and applications, a row for each kind: where they stand, and the links that stay
 * where they are until they are back or gone.
 */
import type { Activity } from '../../../events/event.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { sql, type RawBuilder } from '../../../store/database.ts'
import type { ObjectKind, ObjectLinkKind } from '../../../wire/graph/deleted-objects.ts'
import { hasNoRoom } from './sponsors-room.sql.ts'

export type WhichObject = { readonly tenantId: TenantId; readonly id: string }

type Kind = {
  readonly table: string
  readonly deleted: string
  readonly restored: Activity
  readonly purged: Activity
  /** Tables of links, with the columns that name the object. */
  readonly links: Readonly<Record<string, string>>
  /** The rows of an object `o` that is deleted: `kind, id, name, gone_at, lost`. */
  readonly rows: RawBuilder<unknown>
}

const row = (kind: ObjectLinkKind, columns: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select ${sql.lit(kind)} as kind, ${columns}`
const person = sql`u.id, u.display_name as name, u.deleted_at as gone_at, 'userDeleted' as lost`
const personOf = sql`join users u on u.tenant_id = l.tenant_id and u.id = l.user_id`

export const objectKinds: Readonly<Record<ObjectKind, Kind>> = {
  group: {
    table: 'groups',
    deleted: 'deleted_groups',
    restored: 'group.restored',
    purged: 'group.purged',
    links: {
      memberships: 'group_id',
      group_owners: 'group_id',
      app_role_assignments: 'group_id',
      sponsors: 'sponsor_group_id',
    },
    rows: sql`
      ${row('member', person)} from memberships l ${personOf} where l.tenant_id = o.tenant_id and l.group_id = o.id
      union all ${row('owner', person)} from group_owners l ${personOf} where l.tenant_id = o.tenant_id and l.group_id = o.id
      union all ${row('application', sql`a.id, a.display_name, least(a.deleted_at, r.deleted_at), case when a.deleted_at is not null then 'applicationDeleted' else 'appRoleRemoved' end`)}
        from app_role_assignments l join applications a on a.tenant_id = l.tenant_id and a.id = l.application_id
        join app_roles r on r.tenant_id = l.tenant_id and r.application_id = l.application_id and r.id = l.app_role_id
        where l.tenant_id = o.tenant_id and l.group_id = o.id
      union all ${row('sponsorOf', sql`u.id, u.display_name, case when u.deleted_at is null and ${hasNoRoom} then o.deleted_at else u.deleted_at end, case when u.deleted_at is null then 'tooManySponsors' else 'userDeleted' end`)}
        from sponsors l ${personOf} where l.tenant_id = o.tenant_id and l.sponsor_group_id = o.id`,
  },
  application: {
    table: 'applications',
    deleted: 'deleted_applications',
    restored: 'application.restored',
    purged: 'application.purged',
    links: { app_role_assignments: 'application_id', application_owners: 'application_id' },
    rows: sql`
      ${row('user', sql`u.id, u.display_name as name, least(u.deleted_at, r.deleted_at) as gone_at, case when u.deleted_at is not null then 'userDeleted' else 'appRoleRemoved' end as lost`)}
        from app_role_assignments l ${personOf} join app_roles r on r.tenant_id = l.tenant_id and r.application_id = l.application_id and r.id = l.app_role_id
        where l.tenant_id = o.tenant_id and l.application_id = o.id
      union all ${row('group', sql`g.id, g.display_name, least(g.deleted_at, r.deleted_at), case when g.deleted_at is not null then 'groupDeleted' else 'appRoleRemoved' end`)}
        from app_role_assignments l join groups g on g.tenant_id = l.tenant_id and g.id = l.group_id
        join app_roles r on r.tenant_id = l.tenant_id and r.application_id = l.application_id and r.id = l.app_role_id
        where l.tenant_id = o.tenant_id and l.application_id = o.id
      union all ${row('owner', person)} from application_owners l ${personOf} where l.tenant_id = o.tenant_id and l.application_id = o.id`,
  },
}
