/** The live users of an organization: list, search, filter, one. */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { answering, counted, select, type Columns } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type OrderKey, type Page } from '../../store/keyset.ts'
import { idsAlong, indexed } from '../along-an-index.sql.ts'
import {
  idsByLastActivity,
  lastActivityText,
  orderedByLastActivity,
  type Part,
} from '../by-last-activity.sql.ts'
import { foundBy } from '../search.sql.ts'
import { meetsUser, userColumns, type UserRow } from './columns.sql.ts'
import { howMany, isCounted, kindsOf } from '../counts/kinds.sql.ts'
import { liveUser } from '../lock-user.sql.ts'
import { targetColumns, type TargetRow } from '../target.sql.ts'
import { alongQuestion, foundByOwn, foundByQuestion, ofOneType } from './standing.sql.ts'

export type UserOrder = 'name' | 'principalName' | 'createdAt' | 'lastActivity'
export type UserList = Page & {
  readonly order: UserOrder
  readonly search: Search | undefined
  readonly filter: Condition | undefined
}
export type ListedUser = UserRow & { readonly sortValue: string }

const keys: Readonly<Record<Exclude<UserOrder, 'lastActivity'>, OrderKey>> = {
  name: indexed.name(sql`u`),
  principalName: byText(sql`u.name_key`),
  createdAt: indexed.createdAt(sql`u`),
}

const conditions = (
  tenantId: TenantId,
  search: Search | undefined,
  filter: Condition | undefined,
): RawBuilder<unknown> =>
  sql`u.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`u.search_words`, search)} and ${meetsUser(filter)}`

/**
 * Up to so many hits are read by the index of words and sorted; a word that more people have is
 * soon met in the order of the list itself.
 */
const fewHits = 5_000

/**
 * So many pages of the list are looked through before: what is true of many fills a page by then,
 * and nobody has to count them.
 */
export const pagesAhead = 5

/** Of those whom `hits` names the rows, one by one: the planner cannot join them. */
const rowsOf = (tenantId: TenantId, hits: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${hits} h cross join lateral (select * from live_users v where v.tenant_id = ${tenantId} and v.id = h.id offset 0) u`

/** Where a search or a question about guests finds whom it is about; undefined for neither. */
const hitsOf = (
  tenantId: TenantId,
  { search, filter, order }: UserList,
): RawBuilder<unknown> | undefined =>
  search === undefined
    ? foundByQuestion(tenantId, filter, order === 'name')
    : sql`select u.id from live_users u where u.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`u.search_words`, search)}`

const sortValueOf = (order: UserOrder): RawBuilder<unknown> =>
  order === 'lastActivity' ? lastActivityText : keys[order].text

const inOrder = (list: UserList): RawBuilder<unknown> =>
  list.order === 'lastActivity'
    ? orderedByLastActivity(list)
    : ordered(keys[list.order], sql`u.id`, list)

/** The ids of a page in the order of the list, of what is read from `part`. */
const idsFrom = (list: UserList, part: Part): RawBuilder<unknown> =>
  list.order === 'lastActivity'
    ? idsByLastActivity(part, list)
    : sql`select u.id from ${part.from} where ${part.where} and ${beyond(keys[list.order], sql`u.id`, list)} ${inOrder(list)}`

/** Those of a page who are among the next of the list. */
const near = (tenantId: TenantId, list: UserList, where: RawBuilder<unknown>) => {
  if (list.order === 'lastActivity') return sql`select null::uuid as id where false`
  const key = keys[list.order]
  const type = list.order === 'name' ? ofOneType(list.filter) : sql`true`
  const next = sql`(select * from live_users u where u.tenant_id = ${tenantId} and ${type} and ${beyond(key, sql`u.id`, list)}
    ${ordered(key, sql`u.id`, { ...list, limit: pagesAhead * list.limit })})`
  return sql`select u.id from ${next} u where ${where} ${inOrder(list)}`
}

/**
 * The ids of a page of those who are searched for, or whom a question about guests is about. It
 * takes one of three ways, chosen by how many there are: the planner cannot know that of the
 * beginning of a word, nor of who was invited by somebody, and each way alone takes seconds in a
 * large organization, for a rare word or for a common one. For the same reason the hits are fetched
 * one by one (`offset 0` keeps the planner from joining them): it would read the whole table for
 * the many that it expects.
 */
const idsOfHits = (
  tenantId: TenantId,
  list: UserList,
  hits: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const where = conditions(tenantId, undefined, list.filter)
  const found = conditions(tenantId, list.search, list.filter)
  const few = sql`case when (select enough from ahead) then false else not (select many from how) end`
  const many = sql`case when (select enough from ahead) then false else (select many from how) end`
  return sql`
    with near as materialized (${near(tenantId, list, found)}),
      ahead as materialized (select count(*) = ${list.limit} as enough from near),
      hits as materialized (${hits} limit ${fewHits + 1}),
      how as materialized (select count(*) > ${fewHits} as many from hits)
    select id from near where (select enough from ahead)
    union all (${idsFrom(list, { from: rowsOf(tenantId, sql`hits`), where: sql`${few} and ${where}` })})
    union all (${idsFrom(list, { from: sql`live_users u`, where: sql`${many} and ${found}` })})`
}

/** The ids of a page along an index that has them in the order of the list; undefined without. */
const idsInOrder = (
  tenantId: TenantId,
  list: UserList,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> | undefined => {
  const { order, search, filter } = list
  if (search !== undefined || (order !== 'name' && order !== 'createdAt')) return undefined
  const along = alongQuestion(filter)
  return along === undefined ? undefined : idsAlong(along, { tenantId, order, page: list, where })
}

/** The ids of a page where an index, a search or a question finds them; undefined for none. */
const idsFound = (
  tenantId: TenantId,
  list: UserList,
  part: Part,
): RawBuilder<unknown> | undefined => {
  const few = list.search === undefined ? foundByOwn(tenantId, list.filter) : undefined
  if (few !== undefined)
    return idsFrom(list, { from: rowsOf(tenantId, sql`(${few})`), where: part.where })
  const along = idsInOrder(tenantId, list, part.where)
  if (along !== undefined) return along
  const hits = hitsOf(tenantId, list)
  if (hits !== undefined) return idsOfHits(tenantId, list, hits)
  return list.order === 'lastActivity' ? idsFrom(list, part) : undefined
}

/** The columns of these properties, and of what lies within them; the id is always read. */
const columnsOfThese = (wanted: readonly string[]): Partial<Columns<UserRow>> => {
  const names = new Set(['id', ...wanted])
  return Object.fromEntries(
    Object.entries(userColumns).filter(([name]) => names.has(name.split('/')[0] ?? name)),
  )
}

/**
 * A page of live users, in one statement. `wanted`: the properties that are read of each, as the
 * query chooses them; others are not in the rows, and cost nothing.
 */
export const listUsers = (
  db: Database,
  tenantId: TenantId,
  list: UserList,
  wanted?: readonly string[],
): Promise<ListedUser[]> => {
  const part = { from: sql`live_users u`, where: conditions(tenantId, undefined, list.filter) }
  const { order } = list
  const ids = idsFound(tenantId, list, part)
  const from =
    ids === undefined && order !== 'lastActivity'
      ? sql`${part.from} where ${part.where} and ${beyond(keys[order], sql`u.id`, list)}`
      : rowsOf(tenantId, sql`(${ids})`)
  const chosen = wanted === undefined ? userColumns : columnsOfThese(wanted)
  const columns = { ...chosen, sortValue: sortValueOf(order) } as Columns<ListedUser>
  return rows(db, select<ListedUser>(columns)`from ${from} ${inOrder(list)}`)
}

const countKinds = async (
  db: Database,
  tenantId: TenantId,
  filter: Condition | undefined,
): Promise<number> => {
  const count = howMany(sql`not u.is_deleted and ${meetsUser(filter)}`)
  return (
    (await firstRow(db, select<{ count: number }>({ count })`from ${kindsOf(tenantId)}`))?.count ??
    0
  )
}

/** How many live users the filter and search find. */
export const countUsers = async (
  db: Database,
  tenantId: TenantId,
  search: Search | undefined,
  filter: Condition | undefined,
): Promise<number> => {
  if (search === undefined && isCounted(filter)) return countKinds(db, tenantId, filter)
  const hits =
    search === undefined
      ? (foundByOwn(tenantId, filter) ?? foundByQuestion(tenantId, filter, true))
      : undefined
  const found = await firstRow(
    db,
    hits === undefined
      ? select(counted)`from live_users u where ${conditions(tenantId, search, filter)}`
      : answering(
          counted,
          (columns) =>
            sql`with hits as materialized (${hits}) select ${columns} from ${rowsOf(tenantId, sql`hits`)} where ${conditions(tenantId, search, filter)}`,
        ),
  )
  return found?.count ?? 0
}

/** A user who is read alone, with what they hold. */
export type ReadUser = UserRow & TargetRow

/** One live user, by id. */
export const readUser = (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<ReadUser | undefined> => {
  const columns = { ...userColumns, ...targetColumns }
  return firstRow(db, select<ReadUser>(columns)`from ${liveUser({ tenantId, userId })}`)
}

/**
 * One live user, by id or user principal name, with `wanted` of it as in a list. What it holds is
 * not read where only that would need it.
 */
export const readChosen = (
  db: Database,
  tenantId: TenantId,
  named: { readonly userId: UserId } | { readonly userPrincipalName: string },
  { wanted, held }: { readonly wanted: readonly string[]; readonly held: boolean },
): Promise<ReadUser | undefined> => {
  const columns = { ...columnsOfThese(wanted), ...(held ? targetColumns : {}) } as Columns<ReadUser>
  const from =
    'userId' in named
      ? liveUser({ tenantId, userId: named.userId })
      : liveUserNamed(tenantId, named.userPrincipalName)
  return firstRow(db, select<ReadUser>(columns)`from ${from}`)
}

const liveUserNamed = (tenantId: TenantId, userPrincipalName: string): RawBuilder<unknown> =>
  sql`live_users u where u.tenant_id = ${tenantId} and u.name_key = ${nameKey(userPrincipalName)}`

/** The id of the live user with this user principal name. */
export const findUserId = async (
  db: Database,
  tenantId: TenantId,
  userPrincipalName: string,
): Promise<UserId | undefined> =>
  (
    await firstRow(
      db,
      select<{
        id: UserId
      }>({
        id: 'u.id',
      })`from ${liveUserNamed(tenantId, userPrincipalName)}`,
    )
  )?.id
