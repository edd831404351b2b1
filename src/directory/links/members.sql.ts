/** Who is in a group: people, groups and applications. */
import type { Condition } from '../../kernel/condition.ts'
import type { Search } from '../../kernel/search-words.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { counted, select } from '../../store/columns.ts'
import { meets } from '../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { directoryObject } from '../../wire/graph/named.ts'
import { fieldsOf } from '../fields.sql.ts'
import { foundBy } from '../search.sql.ts'
import { groupsWithin, type MemberKind, type Reach } from './closure.sql.ts'

const byName = byText(sql`x.sort`)

/** Which member of a group it is, and by what it is sorted. */
export type MemberRef = {
  readonly kind: MemberKind
  readonly id: string
  readonly sortValue: string
}

export type MemberList = {
  readonly tenantId: TenantId
  readonly groupId: string
  readonly reach: Reach
  readonly search: Search | undefined
  readonly kinds?: readonly MemberKind[] | undefined
  /** What is asked of each, whatever it is. */
  readonly filter?: Condition | undefined
}

const fields = fieldsOf('o', directoryObject.properties)

const columnOf = { user: 'user_id', group: 'member_group_id', application: 'application_id' }

// Each group and each member is looked up by its index (closure.sql.ts).
const membersOf = ({
  tenantId,
  groupId,
  reach,
  search,
  kinds,
  filter,
}: MemberList): RawBuilder<unknown> => {
  const root = sql`select g.id as group_id from live_groups g where g.tenant_id = ${tenantId} and g.id = ${groupId}`
  const within = reach === 'direct' ? root : groupsWithin(sql`${tenantId}`, sql`${groupId}`)
  const each = (kind: MemberKind): RawBuilder<unknown> => {
    const table = sql.table(kind === 'user' ? 'memberships' : 'group_members')
    const column = sql.ref(columnOf[kind])
    return sql`select ${sql.lit(kind)} as kind, o.id, o.sort_name as sort
      from (select ${reach === 'direct' ? sql`` : sql`distinct`} m.id from within w cross join lateral (
        select l.${column} as id from ${table} l
        where l.tenant_id = ${tenantId} and l.group_id = w.group_id and l.${column} is not null offset 0) m) f
      cross join lateral (select * from ${sql.table(`live_${kind}s`)} t where t.tenant_id = ${tenantId} and t.id = f.id offset 0) o
      where o.id <> ${groupId} and ${foundBy(tenantId, sql`o.search_words`, search)} and ${meets(filter, fields)}`
  }
  const all = kinds ?? (['user', 'group', 'application'] as const)
  if (all.length === 0)
    return sql`(select ''::text as kind, null::uuid as id, ''::text as sort where false) x`
  return sql`(with within as (${within}) ${sql.join(all.map(each), sql` union all `)}) x`
}

/** A page of the members of a live group, by name. One statement. */
export const listMembers = (db: Database, of: MemberList, page: Page): Promise<MemberRef[]> =>
  rows(
    db,
    select<MemberRef>({
      kind: 'x.kind',
      id: 'x.id',
      sortValue: 'x.sort',
    })`from ${membersOf(of)} where ${beyond(byName, sql`x.id`, page)} ${ordered(byName, sql`x.id`, page)}`,
  )

/** How many there are. What is deleted does not count (R62). */
export const countMembers = async (db: Database, of: MemberList): Promise<number> =>
  (await firstRow(db, select(counted)`from ${membersOf(of)}`))?.count ?? 0
