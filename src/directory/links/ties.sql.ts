/**
 * Everything that a user of an organization can be tied to, told once: the preview of leaving, the
 * preview and the report of a restore, the copy of my data and the lists of a user's page are made
 * from this table (R56, R59, R61, R107). A test compares it with the foreign keys.
 */
import type { Activity, Event, TargetKind } from '../../events/event.ts'
import { zeroId, type UserId } from '../../kernel/ids.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import type { LinkKind } from '../../wire/ties.ts'
import type { LostReason, TieObject } from './ties.rule.ts'

export type Tie = {
  readonly table: string
  /** The columns that name the user. */
  readonly mine: readonly string[]
  /**
   * Those that name the other end, where it is another user: the same row seen from there is
   * another kind.
   */
  readonly other?: readonly string[]
  /** What is written when the tie is made and when it is ended by itself. */
  readonly events: readonly [Activity, Activity]
  /** The user owns what is at the other end: the column that names it. */
  readonly owns?: string
  /** The column that tells it from the other ties of this kind that the user has. */
  readonly item: string
  /** The rows of a user `u`, live or deleted, with the columns of `TieRow`. */
  readonly rows: RawBuilder<unknown>
}

/**
 * A tie as the table gives it. `goneAt`: the other end has been deleted, or its role removed;
 * `lost` says why it cannot come back then.
 */
export type TieRow = {
  readonly kind: LinkKind
  readonly object: TieObject
  readonly id: string
  readonly name: string
  /** A user's principal name, a group's or application's description. */
  readonly detail: string | null
  /** The role in an application, unless it is default access. */
  readonly role: string | null
  readonly since: Date | null
  readonly goneAt: Date | null
  readonly lost: LostReason
  /** What tells it from others of its kind: two roles in one application are two ties. */
  readonly item: string
}

/** The columns that each tie gives, in this order. */
export const tieColumns = sql`kind, object, id, name, sort, detail, role, since, gone_at, lost, item`

const groupColumns = (since: string) =>
  sql`'group', g.id, g.display_name, g.sort_name, g.description, null::text, ${sql.raw(since)}, g.deleted_at, 'groupDeleted', g.id`
const applicationColumns = sql`'servicePrincipal', a.id, a.display_name, a.sort_name, a.description`
/** The name of the role `r`; default access is none that anybody would miss by its name. */
export const roleName = sql`case when r.id <> ${sql.lit(zeroId)}::uuid then r.display_name end`
const userTie = (
  kind: LinkKind,
  table: string,
  mine: string,
  other: string,
): RawBuilder<unknown> => sql`
  select ${sql.lit(kind)}, 'user', o.id, o.display_name, o.sort_name,
    coalesce(o.original_user_principal_name, o.user_principal_name), null::text, null::timestamptz, o.deleted_at, 'userDeleted', o.id
  from ${sql.table(table)} l join users o on o.tenant_id = l.tenant_id and o.id = l.${sql.ref(other)}
  where l.tenant_id = u.tenant_id and l.${sql.ref(mine)} = u.id`

export const ties: Readonly<Record<LinkKind, Tie>> = {
  group: {
    table: 'memberships',
    mine: ['user_id'],
    item: 'group_id',
    events: ['group.memberAdded', 'group.memberRemoved'],
    rows: sql`select 'group', ${groupColumns('l.added_at')}
      from memberships l join groups g on g.tenant_id = l.tenant_id and g.id = l.group_id
      where l.tenant_id = u.tenant_id and l.user_id = u.id`,
  },
  ownedGroup: {
    table: 'group_owners',
    mine: ['user_id'],
    item: 'group_id',
    events: ['group.ownerAdded', 'group.ownerRemoved'],
    owns: 'group_id',
    rows: sql`select 'ownedGroup', ${groupColumns('null::timestamptz')}
      from group_owners l join groups g on g.tenant_id = l.tenant_id and g.id = l.group_id
      where l.tenant_id = u.tenant_id and l.user_id = u.id`,
  },
  application: {
    table: 'app_role_assignments',
    mine: ['user_id'],
    item: 'id',
    events: ['application.assigned', 'application.unassigned'],
    rows: sql`select 'application', ${applicationColumns}, ${roleName}, l.created_at, least(a.deleted_at, r.deleted_at),
        case when a.deleted_at is not null then 'applicationDeleted' else 'appRoleRemoved' end, l.id
      from app_role_assignments l join applications a on a.tenant_id = l.tenant_id and a.id = l.application_id
      join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = l.app_role_id
      where l.tenant_id = u.tenant_id and l.user_id = u.id`,
  },
  ownedApplication: {
    table: 'application_owners',
    mine: ['user_id'],
    item: 'registration_id',
    events: ['application.ownerAdded', 'application.ownerRemoved'],
    owns: 'registration_id',
    // One tie for both, told by the service principal where that is there.
    rows: sql`select 'ownedApplication', case when a.id is null then 'application' else 'servicePrincipal' end, coalesce(a.id, r.id), r.display_name,
        r.sort_name, coalesce(a.description, r.description), null::text, null::timestamptz, coalesce(a.deleted_at, r.deleted_at), 'applicationDeleted', r.id
      from application_owners l left join service_principals p on p.tenant_id = l.tenant_id and p.id = l.application_id
      join registrations r on r.tenant_id = coalesce(p.home_tenant_id, l.tenant_id) and r.id = l.registration_id
      left join service_principals a on a.tenant_id = l.tenant_id and a.id = l.application_id
        and (a.deleted_at is null or l.owned_registration_id is null or r.deleted_at is not null)
      where (a.id is not null or l.owned_registration_id is not null) and l.tenant_id = u.tenant_id and l.user_id = u.id`,
  },
  role: {
    table: 'role_assignments',
    mine: ['user_id'],
    item: 'role_id',
    events: ['role.assigned', 'role.unassigned'],
    // The names of roles are not in the store.
    rows: sql`select 'role', 'role', l.role_id, l.role_id::text, l.role_id::text, null::text, null::text, l.assigned_at,
        null::timestamptz, 'roleGone', l.role_id
      from role_assignments l where l.tenant_id = u.tenant_id and l.user_id = u.id`,
  },
  sponsor: {
    table: 'sponsors',
    mine: ['user_id'],
    item: 'id',
    other: ['sponsor_user_id'],
    events: ['user.sponsorAdded', 'user.sponsorRemoved'],
    rows: sql`${userTie('sponsor', 'sponsors', 'user_id', 'sponsor_user_id')}
      union all select 'sponsor', ${groupColumns('null::timestamptz')}
      from sponsors l join groups g on g.tenant_id = l.tenant_id and g.id = l.sponsor_group_id
      where l.tenant_id = u.tenant_id and l.user_id = u.id`,
  },
  sponsorOf: {
    table: 'sponsors',
    mine: ['sponsor_user_id'],
    item: 'user_id',
    other: ['user_id'],
    events: ['user.sponsorAdded', 'user.sponsorRemoved'],
    rows: userTie('sponsorOf', 'sponsors', 'sponsor_user_id', 'user_id'),
  },
  manager: {
    table: 'managers',
    mine: ['user_id'],
    item: 'manager_id',
    other: ['manager_id'],
    events: ['user.managerChanged', 'user.managerChanged'],
    rows: userTie('manager', 'managers', 'user_id', 'manager_id'),
  },
  directReport: {
    table: 'managers',
    mine: ['manager_id'],
    item: 'user_id',
    other: ['user_id'],
    events: ['user.managerChanged', 'user.managerChanged'],
    rows: userTie('directReport', 'managers', 'manager_id', 'user_id'),
  },
}

const targetKinds = {
  user: 'user',
  group: 'group',
  servicePrincipal: 'application',
  application: 'application',
  role: 'role',
} as const satisfies Readonly<Record<TieObject, TargetKind>>

/**
 * Whose tie it is and to what, as it stands in the log: one tie is told alike from both of its
 * ends. `userId` is the user that it is seen from.
 */
export const endsOf = (
  kind: LinkKind,
  userId: UserId,
  other: { readonly object: TieObject; readonly id: string },
): Required<Pick<Event, 'target' | 'related'>> => {
  const user = { kind: 'user', id: userId } as const
  const end = { kind: targetKinds[other.object], id: other.id }
  return ties[kind].mine.includes('user_id')
    ? { target: user, related: end }
    : { target: end, related: user }
}

/**
 * A relation of `tieColumns`: the ties of these kinds of a user `u`, also those whose other end is
 * gone. Stands in a `lateral`.
 */
export const tiesOf = (kinds: readonly LinkKind[]): RawBuilder<unknown> =>
  sql.join(
    kinds.map((kind) => ties[kind].rows),
    sql` union all `,
  )

/**
 * Registrations that a user `u` owns beside their service principals, which are one tie: where
 * every object that is owned is listed, these are listed too.
 */
const registrationsBeside: RawBuilder<unknown> = sql`
  select 'ownedApplication', 'application', r.id, r.display_name, r.sort_name, r.description, null::text, null::timestamptz, null::timestamptz,
    'applicationDeleted', r.id
  from application_owners l join live_registrations r on r.tenant_id = l.tenant_id and r.id = l.owned_registration_id
  join service_principals a on a.tenant_id = l.tenant_id and a.id = l.application_id and a.deleted_at is null
  where l.tenant_id = u.tenant_id and l.user_id = u.id`

/** The same with every object at the other end. */
export const objectsOf = (kinds: readonly LinkKind[]): RawBuilder<unknown> =>
  kinds.includes('ownedApplication')
    ? sql`${tiesOf(kinds)} union all ${registrationsBeside}`
    : tiesOf(kinds)

/**
 * Applications that a user `u` reaches through a group: no tie of their own, but lost with that of
 * the group, which is the `detail`.
 */
export const throughGroups: RawBuilder<unknown> = sql`
  select 'throughGroup', 'servicePrincipal', a.id, a.display_name, a.sort_name, g.display_name, ${roleName}, l.created_at,
    least(a.deleted_at, r.deleted_at, g.deleted_at), 'groupDeleted', l.id
  from memberships m join groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
  join app_role_assignments l on l.tenant_id = m.tenant_id and l.group_id = m.group_id
  join applications a on a.tenant_id = l.tenant_id and a.id = l.application_id
  join app_roles r on r.tenant_id = a.home_tenant_id and r.registration_id = a.registration_id and r.id = l.app_role_id
  where m.tenant_id = u.tenant_id and m.user_id = u.id`
