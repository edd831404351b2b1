/** What a user, a group or an application is a member of. */
import { roles } from '../../access/roles.ts'
import { sortName } from '../../kernel/search-words.ts'
import { select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import {
  groupsAbove,
  groupsAround,
  type Member,
  type MemberKind,
  type Reach,
} from './closure.sql.ts'
import type { LinkedObject } from './list.sql.ts'

const isThere = ({ tenantId, kind, id }: Member): RawBuilder<unknown> =>
  sql`exists (select 1 from ${sql.table(`live_${kind}s`)} t where t.tenant_id = ${tenantId} and t.id = ${id})`

/** Whether there is such a live user, group or application. */
export const memberExists = async (db: Database, member: Member): Promise<boolean> =>
  (await firstRow(db, sql`select 1 where ${isThere(member)}`)) !== undefined

// A group in a circle is above itself, and is no member of itself.
const groupsOf = (member: Member, reach: Reach): RawBuilder<unknown> => {
  const { kind, tenantId, id } = member
  const found = (reach === 'direct' ? groupsAround : groupsAbove)(
    kind,
    sql`${tenantId}`,
    sql`${id}`,
  )
  return sql`select x.group_id from (${found}) x where x.group_id <> ${id} and ${isThere(member)}`
}

// A group holds none.
const roleTables = {
  user: sql`role_assignments r where r.user_id`,
  application: sql`application_roles r where r.application_id`,
} as const

/** `role_id`: the directory roles that something holds; undefined where none can be held. */
export const rolesHeldBy = (
  kind: MemberKind,
  tenant: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> | undefined =>
  kind === 'group'
    ? undefined
    : sql`select r.role_id from ${roleTables[kind]} = ${id} and r.tenant_id = ${tenant}`

const rolesOf = (member: Member): RawBuilder<unknown> | undefined => {
  const held = rolesHeldBy(member.kind, sql`${member.tenantId}`, sql`${member.id}`)
  return held && sql`${held} and ${isThere(member)}`
}

// The names of roles are not in the store.
const roleNames = sql.join(
  Object.values(roles).map(
    ({ id, displayName, description }) =>
      sql`(${id}::uuid, ${displayName}::text, ${description}::text, ${sortName(displayName)}::text)`,
  ),
)

const rolesNamed = (member: Member): RawBuilder<unknown> => {
  const held = rolesOf(member)
  return held === undefined
    ? sql``
    : sql`union all select 'directoryRole', n.id, n.name, n.detail, n.sort from (${held}) r
        join (values ${roleNames}) n(id, name, detail, sort) on n.id = r.role_id`
}

const byName = byText(sql`x.sort`)

/**
 * A page of the groups that something is in, and of the directory roles that it holds, by name.
 * One statement. Nothing for what is not there. Each group is looked up by its id: the planner
 * would read all of them for the many that it expects.
 */
export const listMemberOf = (
  db: Database,
  member: Member,
  list: Page & {
    readonly reach: Reach
    readonly kinds?: readonly LinkedObject['kind'][] | undefined
  },
): Promise<LinkedObject[]> => {
  const ofKinds = list.kinds === undefined ? sql`true` : sql`x.kind = any(${list.kinds})`
  return rows(
    db,
    select<LinkedObject>({
      kind: 'x.kind',
      id: 'x.id',
      displayName: 'x.name',
      detail: 'x.detail',
      sortValue: 'x.sort',
    })`from (
        select 'group' as kind, g.id, g.display_name as name, g.description as detail, g.sort_name as sort
        from (${groupsOf(member, list.reach)}) f cross join lateral (
          select * from groups t where t.tenant_id = ${member.tenantId} and t.id = f.group_id offset 0) g
        ${rolesNamed(member)}) x
      where ${ofKinds} and ${beyond(byName, sql`x.id`, list)} ${ordered(byName, sql`x.id`, list)}`,
  )
}

/** What is looked for: groups, or directory roles too. */
export type Sought = { readonly roles: boolean; readonly among?: readonly string[] | undefined }

/**
 * The ids of the groups that something is in, through others too, and of its roles; of `among`
 * alone where that is given. In their order, at most `limit`.
 */
export const memberOfIds = async (
  db: Database,
  member: Member,
  { roles: withRoles, among }: Sought,
  limit: number,
): Promise<string[]> => {
  const held = withRoles ? rolesOf(member) : undefined
  const found = await rows(
    db,
    select<{ id: string }>({ id: 'x.id' })`from (
        select f.group_id as id from (${groupsOf(member, 'transitive')}) f
        ${held === undefined ? sql`` : sql`union all ${held}`}) x
      where ${among === undefined ? sql`true` : sql`x.id = any(${[...among]}::uuid[])`} order by x.id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}
