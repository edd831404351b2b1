/** The links that are told of as they are now: who is in a group and owns it, and whose manager. */
import type { TenantId } from '../../kernel/ids.ts'
import { select, type Columns } from '../../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { ownerColumns, ownerKinds, owners, type OwnerKind } from '../../store/owners.sql.ts'
import type { ChangeKind, EndKind, LinkName } from './change.ts'

/** A link of an object to another. */
export type LinkEnd = {
  readonly holderId: string
  readonly link: LinkName
  readonly otherKind: EndKind
  readonly otherId: string
}

/** Where links of one name stand that lead to objects of one kind. */
type Table = {
  readonly link: LinkName
  readonly otherKind: EndKind
  readonly table: RawBuilder<unknown>
  readonly holder: RawBuilder<unknown>
  readonly other: RawBuilder<unknown>
  readonly others: RawBuilder<unknown>
}

const toUsers = (link: LinkName, table: string, holder: string, other = 'user_id'): Table => ({
  link,
  otherKind: 'user',
  table: sql.table(table),
  holder: sql.ref(`l.${holder}`),
  other: sql.ref(`l.${other}`),
  others: sql`live_users`,
})

const inGroups = { link: 'members', table: sql`group_members`, holder: sql`l.group_id` } as const

const ownersOfGroups = (one: OwnerKind): Table => ({
  link: 'owners',
  otherKind: one === 'user' ? 'user' : 'servicePrincipal',
  table: owners.group.tables[one],
  holder: sql`l.${owners.group.owned}`,
  other: sql.ref(`l.${ownerColumns[one]}`),
  others: sql.table(`live_${one}s`),
})

const tables: Readonly<Record<ChangeKind, readonly Table[]>> = {
  user: [toUsers('manager', 'managers', 'user_id', 'manager_id')],
  group: [
    toUsers('members', 'memberships', 'group_id'),
    { ...inGroups, otherKind: 'group', other: sql`l.member_group_id`, others: sql`live_groups` },
    {
      ...inGroups,
      otherKind: 'servicePrincipal',
      other: sql`l.application_id`,
      others: sql`live_applications`,
    },
    ...ownerKinds.map(ownersOfGroups),
  ],
  directoryRole: [
    toUsers('members', 'role_assignments', 'role_id'),
    {
      link: 'members',
      otherKind: 'servicePrincipal',
      table: sql`application_roles`,
      holder: sql`l.role_id`,
      other: sql`l.application_id`,
      others: sql`live_applications`,
    },
  ],
  application: [],
  servicePrincipal: [],
  permissionGrant: [],
}

// Each other end is looked up by its key, however many there are.
const isThere = (tenantId: TenantId, { others, other }: Table): RawBuilder<unknown> =>
  sql`cross join lateral (select 1 from ${others} o where o.tenant_id = ${tenantId} and o.id = ${other} offset 0) o`

const ends: Columns<LinkEnd> = {
  holderId: 'h.id',
  link: 'l.link',
  otherKind: 'l.other_kind',
  otherId: 'l.other_id',
}

export type Wanted = {
  readonly tenantId: TenantId
  readonly kind: ChangeKind
  /** Whose links. */
  readonly ids: readonly string[]
  readonly links: readonly LinkName[]
  readonly limit: number
  /** Of one object: the last of its links that was told. */
  readonly after?: { readonly link: string; readonly other: string } | undefined
}

/**
 * The links of these objects to what is there, object by object, in the order of their names and
 * ids; at most `limit`. One statement.
 */
export const listLinks = (
  db: Database,
  { tenantId, kind, ids, links, limit, after }: Wanted,
): Promise<LinkEnd[]> => {
  const from = tables[kind].filter(
    ({ link }) => links.includes(link) && (after === undefined || link >= after.link),
  )
  if (from.length === 0) return Promise.resolve([])
  const each = from.map((one) => {
    const { link, otherKind, table, holder, other } = one
    const behind = after?.link === link ? sql`and ${other} > ${after.other}::uuid` : sql``
    return sql`(select ${link} as link, ${otherKind} as other_kind, ${other} as other_id from ${table} l ${isThere(tenantId, one)}
      where l.tenant_id = ${tenantId} and ${holder} = h.id and ${other} is not null ${behind} order by ${other} limit ${limit})`
  })
  return rows(
    db,
    select(ends)`from unnest(${[...ids]}::uuid[]) with ordinality h(id, place)
      cross join lateral (select * from (${sql.join(each, sql` union all `)}) l order by l.link, l.other_id limit ${limit}) l
      order by h.place, l.link, l.other_id limit ${limit}`,
  )
}

const key = ({ holderId, link, otherId }: LinkEnd): string => `${holderId} ${link} ${otherId}`

/** Which of these links of objects that are there are there now. One statement. */
export const linksThere = async (
  db: Database,
  tenantId: TenantId,
  kind: ChangeKind,
  all: readonly LinkEnd[],
): Promise<(link: LinkEnd) => boolean> => {
  if (all.length === 0) return () => false
  const each = tables[kind].map(
    (one) => sql`select 1 from ${one.table} l ${isThere(tenantId, one)}
      where h.link = ${one.link} and l.tenant_id = ${tenantId} and ${one.holder} = h.id and ${one.other} = h.other_id`,
  )
  const found = await rows(
    db,
    select<LinkEnd>({
      holderId: 'h.id',
      link: 'h.link',
      otherKind: 'h.other_kind',
      otherId: 'h.other_id',
    })`from unnest(${all.map(({ holderId }) => holderId)}::uuid[], ${all.map(({ link }) => link)}::text[],
              ${all.map(({ otherKind }) => otherKind)}::text[], ${all.map(({ otherId }) => otherId)}::uuid[]) h(id, link, other_kind, other_id)
            cross join lateral (select 1 from (${sql.join(each, sql` union all `)}) t limit 1) t`,
  )
  const there = new Set(found.map(key))
  return (link) => there.has(key(link))
}
