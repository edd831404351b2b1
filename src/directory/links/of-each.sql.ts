/**
 * What each of many objects is linked to, at most so many of each: one statement, however many they
 * are, which reads about so many of each kind of end, however many there are.
 */
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { ownerColumns, ownerKinds } from '../../store/owners.sql.ts'
import { mostExpanded } from '../../wire/at-once.ts'
import type { LinkKind } from '../../wire/ties.ts'
import { groupsAbove, memberColumns, type MemberKind, type Reach } from './closure.sql.ts'
import { links } from './link.ts'
import { rolesHeldBy } from './member-of.sql.ts'
import { ownersOf, type OwnedKind } from './owning/owner-applications.sql.ts'
import { ties } from './ties.sql.ts'

/** One end of a link, and whose link it is. */
export type EndRef = {
  readonly holderId: string
  readonly kind: MemberKind | 'registration' | 'role'
  readonly id: string
  readonly sortValue: string
}

export type Holders = { readonly tenantId: TenantId; readonly ids: readonly string[] }

/** The first of the rows of `of` by their ids, in whose order their index has them. */
const firstOf = (of: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${of} order by ${id} limit ${mostExpanded})`

/** Each of `ends` is a relation (kind, id, sort) of a holder `h`. They are told by name. */
const endsOfEach = (
  db: Database,
  { tenantId, ids }: Holders,
  holder: MemberKind | 'registration',
  ends: readonly RawBuilder<unknown>[],
): Promise<EndRef[]> =>
  rows(
    db,
    select<EndRef>({
      holderId: 'h.id',
      kind: 'x.kind',
      id: 'x.id',
      sortValue: 'x.sort',
    })`from unnest(${[...ids]}::uuid[]) a(id)
      cross join lateral (select * from ${sql.table(`live_${holder}s`)} t where t.tenant_id = ${tenantId} and t.id = a.id offset 0) h
      cross join lateral (select * from (${sql.join(ends, sql` union all `)}) e(kind, id, sort) order by e.sort, e.id limit ${mostExpanded}) x
      order by x.sort, x.id`,
  )

type EndColumns = Readonly<Partial<Record<MemberKind | 'registration', string>>>

/**
 * Live objects that columns of rows name, which begin after `links`, each of its kind: looked up
 * one by one (`offset 0`) in the order of `key` until there are enough.
 */
const liveBy = (
  links: RawBuilder<unknown>,
  key: string,
  columns: EndColumns,
): RawBuilder<unknown> => {
  const each = Object.entries(columns).map(
    ([kind, column]) =>
      sql`select ${sql.lit(kind)} as kind, t.id, t.sort_name from ${sql.table(`live_${kind}s`)} t
        where t.tenant_id = l.tenant_id and t.id = l.${sql.ref(column)}`,
  )
  return firstOf(
    sql`select o.kind, o.id, o.sort_name from (select * from ${links}) l
      cross join lateral (${sql.join(each, sql` union all `)} offset 0) o`,
    sql`l.${sql.ref(key)}`,
  )
}

/** The ties that lead to something which is told by itself, each with the columns that name it. */
const tiedBy = {
  ownedGroup: { group: 'group_id' },
  ownedApplication: { application: 'application_id', registration: 'owned_registration_id' },
  sponsor: { user: 'sponsor_user_id', group: 'sponsor_group_id' },
  manager: { user: 'manager_id' },
  directReport: { user: 'user_id' },
} as const satisfies Readonly<Partial<Record<LinkKind, EndColumns>>>
export type TiedKind = keyof typeof tiedBy
export const tiedKinds = Object.keys(tiedBy) as TiedKind[]

/** The ends of the ties of these kinds, of each user. */
export const tiesOfEach = (
  db: Database,
  of: Holders,
  kinds: readonly TiedKind[],
): Promise<EndRef[]> =>
  endsOfEach(
    db,
    of,
    'user',
    kinds.map((kind) => {
      const { table, mine, item } = ties[kind]
      const [user = ''] = mine
      const links = sql`${sql.table(table)} l where l.tenant_id = h.tenant_id and l.${sql.ref(user)} = h.id`
      return liveBy(links, item, tiedBy[kind])
    }),
  )

/** The groups that each is in, and the directory roles that it holds. */
export const memberOfEach = (
  db: Database,
  of: Holders,
  kind: MemberKind,
  reach: Reach,
): Promise<EndRef[]> => {
  const held = rolesHeldBy(kind, sql`h.tenant_id`, sql`h.id`)
  const { table, column } = memberColumns[kind]
  const direct = sql`${table} l where l.tenant_id = h.tenant_id and l.${column} = h.id`
  const above = groupsAbove(kind, sql`h.tenant_id`, sql`h.id`)
  return endsOfEach(db, of, kind, [
    reach === 'direct'
      ? liveBy(direct, 'group_id', { group: 'group_id' })
      : firstOf(
          sql`select 'group', g.id, g.sort_name from (${above}) f
            join live_groups g on g.tenant_id = h.tenant_id and g.id = f.group_id where g.id <> h.id`,
          sql`g.id`,
        ),
    ...(held === undefined
      ? []
      : [sql`select 'role', r.role_id, r.role_id::text from (${held}) r`]),
  ])
}

const ofGroup = sql`l where l.tenant_id = h.tenant_id and l.group_id = h.id`

/** Who is in each group by themselves. */
export const membersOfEach = (db: Database, of: Holders): Promise<EndRef[]> =>
  endsOfEach(db, of, 'group', [
    liveBy(sql`memberships ${ofGroup}`, 'user_id', { user: 'user_id' }),
    liveBy(sql`group_members ${ofGroup}`, 'id', {
      group: 'member_group_id',
      application: 'application_id',
    }),
  ])

/** Who owns each group or application. */
export const ownersOfEach = (db: Database, of: Holders, kind: OwnedKind): Promise<EndRef[]> => {
  const { holderKind, side = holderKind } = links[kind]
  const { tables, owned } = ownersOf(kind)
  const each = ownerKinds.map((one) =>
    liveBy(
      sql`${tables[one]} l where l.tenant_id = h.tenant_id and l.${owned} = h.id`,
      ownerColumns[one],
      { [one]: ownerColumns[one] },
    ),
  )
  return endsOfEach(db, of, side, each)
}
