/**
 * What a deleted group or application is tied to, as it is seen from there: the same rows that tie
 * a user stand in links/ties.sql.ts. They stay where they are until it is back or gone.
 */
import type { Activity } from '../../../events/event.ts'
import { sql, type RawBuilder } from '../../../store/database.ts'
import { ownerColumns, owning, type OwnableKind } from '../../../store/owners.sql.ts'
import {
  objectLinks,
  type ObjectKind,
  type ObjectLinkKind,
} from '../../../wire/graph/deleted-objects.ts'
import { maxSponsors, type LinkKind } from '../../../wire/ties.ts'
import { liveSponsorsOf } from '../../links/live-sponsors.sql.ts'
import { roleName, ties } from '../../links/ties.sql.ts'
import { objectKinds, type Objects } from './object-kinds.sql.ts'

type Tie = {
  readonly table: string
  /** The column that names the object, and the one that tells its ties of this kind apart. */
  readonly mine: string
  readonly item: string
  /** What is at the other end. */
  readonly end: 'user' | 'group' | 'application'
  /** What is written of one that is ended, about the other end unless the object lost it. */
  readonly ended: Activity
  readonly lostBy?: 'object'
  /** The rows of an object `o` that is deleted: `item, id, name, gone_at, lost`. */
  readonly rows: RawBuilder<unknown>
}

const seenFrom = (kind: LinkKind, mine: string): Pick<Tie, 'table' | 'mine' | 'item' | 'ended'> => {
  const { table, item, events } = ties[kind]
  return {
    table,
    mine,
    item: item === mine || kind === 'ownedApplication' ? 'user_id' : item,
    ended: events[1],
  }
}

const personOf = sql`join users u on u.tenant_id = l.tenant_id and u.id = l.user_id`

const people = (kind: LinkKind, mine: string): Tie => {
  const seen = seenFrom(kind, mine)
  return {
    ...seen,
    end: 'user',
    rows: sql`select u.id as item, u.id, u.display_name as name, u.deleted_at as gone_at, 'userDeleted' as lost
      from ${sql.table(seen.table)} l ${personOf} where l.tenant_id = o.tenant_id and l.${sql.ref(mine)} = o.id`,
  }
}

const assigned = (mine: string, end: Tie['end']): Tie => ({
  ...seenFrom('application', mine),
  end,
  rows: sql`select l.id as item, e.id, e.display_name || coalesce(' · ' || ${roleName}, '') as name, least(e.deleted_at, r.deleted_at) as gone_at,
      case when e.deleted_at is not null then ${sql.lit(`${end}Deleted`)} else 'appRoleRemoved' end as lost
    from app_role_assignments l join ${sql.table(`${end}s`)} e on e.tenant_id = l.tenant_id and e.id = l.${sql.ref(`${end}_id`)}
    join service_principals p on p.tenant_id = l.tenant_id and p.id = l.application_id
    join app_roles r on r.tenant_id = p.home_tenant_id and r.registration_id = p.registration_id and r.id = l.app_role_id
    where l.tenant_id = o.tenant_id and l.${sql.ref(mine)} = o.id`,
})

/**
 * Whether the other end `e` is back when `o` is: of two that come back together the later one finds
 * the other there, and what is tied to itself finds itself.
 */
const isBackWithIt = sql`exists (select 1 from wanted w where w.id = e.id and (o.place > w.place or w.id = o.id))`
/** The same of a registration, which comes back with its service principal. */
const registrationIsBack = sql`exists (select 1 from wanted w join service_principals p on p.tenant_id = o.tenant_id and p.id = w.id
  where p.own_registration_id = e.id and (o.place > w.place or w.id = o.id))`

/** Between a group and what is in it, seen from either end. */
const nested = (mine: string, item: string, end: 'group' | 'application'): Tie => ({
  table: 'group_members',
  mine,
  item,
  end,
  ended: 'group.memberRemoved',
  ...(mine === 'group_id' ? {} : { lostBy: 'object' }),
  rows: sql`select e.id as item, e.id, e.display_name as name,
      case when not ${isBackWithIt} then e.deleted_at end as gone_at, ${sql.lit(`${end}Deleted`)} as lost
    from group_members l join ${sql.table(`${end}s`)} e on e.tenant_id = l.tenant_id and e.id = l.${sql.ref(item)}
    where l.tenant_id = o.tenant_id and l.${sql.ref(mine)} = o.id`,
})

type Owned = { readonly ends: string; readonly ended: Activity }
const owned = {
  group: { ends: 'groups', ended: 'group.ownerRemoved' },
  application: { ends: 'applications', ended: 'application.ownerRemoved' },
  registration: { ends: 'registrations', ended: 'application.ownerRemoved' },
} as const satisfies Readonly<Record<OwnableKind, Owned>>

const owningRows = (
  kind: OwnableKind,
  { mine, item, ends }: { readonly mine: string; readonly item: string; readonly ends: string },
) => sql`select e.id as item, e.id, e.display_name as name,
    case when not ${ends === 'registrations' ? registrationIsBack : isBackWithIt} then e.deleted_at end as gone_at,
    ${sql.lit(ends === 'groups' ? 'groupDeleted' : 'applicationDeleted')} as lost
  from ${sql.table(owning[kind].table)} l join ${sql.table(ends)} e on e.tenant_id = l.tenant_id and e.id = l.${sql.ref(item)}
  where l.tenant_id = o.tenant_id and l.${sql.ref(mine)} = o.id`

/** An application that owns it. */
const ownedBy = (kind: OwnableKind): Tie => {
  const [{ table, owned: mine }, item] = [owning[kind], ownerColumns.application]
  const rows = owningRows(kind, { mine, item, ends: 'applications' })
  return { table, mine, item, end: 'application', ended: owned[kind].ended, rows }
}

/** What else an application owns: that it owns itself is told above. */
const owns = (kind: OwnableKind): Tie => {
  const [{ table, owned: item }, mine] = [owning[kind], ownerColumns.application]
  const { ended, ends } = owned[kind]
  const rows = sql`${owningRows(kind, { mine, item, ends })} and e.id <> o.id`
  const end = kind === 'group' ? 'group' : 'application'
  return { table, mine, item, end, ended, lostBy: 'object', rows }
}

// As many live sponsors as one may have (R104), with the groups that are back before this one.
const hasNoRoom = sql`${liveSponsorsOf(sql`l.tenant_id`, sql`l.user_id`)}
  + (select count(*) from sponsors s join wanted w on w.id = s.sponsor_group_id
    where s.tenant_id = l.tenant_id and s.user_id = l.user_id and w.place < o.place) >= ${sql.lit(maxSponsors)}`

export const objectTies: {
  readonly [K in ObjectKind]: Readonly<Record<(typeof objectLinks)[K][number], Tie>>
} = {
  group: {
    member: people('group', 'group_id'),
    memberGroup: nested('group_id', 'member_group_id', 'group'),
    memberApplication: nested('group_id', 'application_id', 'application'),
    memberOf: nested('member_group_id', 'group_id', 'group'),
    owner: people('ownedGroup', 'group_id'),
    ownerApplication: ownedBy('group'),
    application: { ...assigned('group_id', 'application'), lostBy: 'object' },
    sponsorOf: {
      ...seenFrom('sponsor', 'sponsor_group_id'),
      item: 'user_id',
      end: 'user',
      rows: sql`select u.id as item, u.id, u.display_name as name,
          case when u.deleted_at is null and ${hasNoRoom} then o.deleted_at else u.deleted_at end as gone_at,
          case when u.deleted_at is null then 'tooManySponsors' else 'userDeleted' end as lost
        from sponsors l ${personOf} where l.tenant_id = o.tenant_id and l.sponsor_group_id = o.id`,
    },
  },
  application: {
    user: assigned('application_id', 'user'),
    group: assigned('application_id', 'group'),
    memberOf: nested('application_id', 'group_id', 'group'),
    owner: people('ownedApplication', 'application_id'),
    ownerApplication: ownedBy('application'),
    ownedGroup: owns('group'),
    ownedApplication: owns('application'),
    ownedRegistration: owns('registration'),
  },
  registration: {
    owner: people('ownedApplication', 'owned_registration_id'),
    ownerApplication: ownedBy('registration'),
  },
}

/** How a kind of link of this kind of object stands in the store; undefined where it has none. */
export const objectTie = (kind: ObjectKind, link: ObjectLinkKind): Tie | undefined =>
  (objectTies[kind] as Readonly<Partial<Record<ObjectLinkKind, Tie>>>)[link]

/**
 * Relations to stand after `with`, of which `links` has every link that these objects had when they
 * were deleted: `object_id, kind, item, id, name, lost`. `together`: each is judged with those
 * before it back; else each as if it were restored alone. `only` some kinds of links.
 */
export const withLinks = (
  { tenantId, kind, ids }: Objects,
  {
    together,
    only = objectLinks[kind],
  }: {
    readonly together: boolean
    readonly only?: readonly ObjectLinkKind[]
  },
): RawBuilder<unknown> => sql`
  wanted as (select w.id, ${together ? sql`w.place` : sql`0`} as place from unnest(${[...ids]}::uuid[]) with ordinality as w(id, place)),
  deleted as (select d.tenant_id, d.id, d.deleted_at, w.place from ${sql.table(objectKinds[kind].deleted)} d join wanted w on w.id = d.id where d.tenant_id = ${tenantId}),
  links as materialized (
    select o.id as object_id, x.kind, x.item, x.id, x.name, case when x.gone_at is not null then x.lost end as lost
    from deleted o cross join lateral (${sql.join(
      only.flatMap((link) => {
        const tie = objectTie(kind, link)
        return tie === undefined
          ? []
          : [sql`select ${sql.lit(link)} as kind, found.* from (${tie.rows}) found`]
      }),
      sql` union all `,
    )}) x where x.gone_at is null or x.gone_at >= o.deleted_at)`
