/** The live users of an organization: list, search, filter, one. */
import type { Condition } from '../../kernel/condition.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { nameKey } from '../../kernel/principal-name.ts'
import { answering, counted, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byInstant, byText, ordered, type OrderKey, type Page } from '../../store/keyset.ts'
import { lastActivityText, pageByLastActivity, type Part } from '../by-last-activity.sql.ts'
import { foundBy } from '../search.sql.ts'
import { userColumns, type UserRow } from './columns.sql.ts'
import { meetsUser } from './filter.sql.ts'
import { liveUser } from '../lock-user.sql.ts'
import { foundByQuestion } from './standing.sql.ts'

export type UserOrder = 'name' | 'principalName' | 'createdAt' | 'lastActivity'
export type UserList = Page & {
  readonly order: UserOrder
  readonly search: string | undefined
  readonly filter: Condition | undefined
}
export type ListedUser = UserRow & { readonly sortValue: string }

const keys: Readonly<Record<Exclude<UserOrder, 'lastActivity'>, OrderKey>> = {
  name: byText(sql`u.sort_name`),
  principalName: byText(sql`u.name_key`),
  createdAt: byInstant(sql`u.created_at`),
}

const conditions = (
  tenantId: TenantId,
  search: string | undefined,
  filter: Condition | undefined,
): RawBuilder<unknown> =>
  sql`u.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`u.search_words`, search)} and ${meetsUser(filter)}`

/**
 * Up to so many hits are read by the index of words and sorted; a word that more people have is
 * soon met in the order of the list itself.
 */
const fewHits = 5_000

/** Of those whom `hits` names the rows, one by one: the planner cannot join them. */
const rowsOf = (tenantId: TenantId): RawBuilder<unknown> =>
  sql`hits cross join lateral (select * from live_users v where v.tenant_id = ${tenantId} and v.id = hits.id offset 0) u`

/** Where a search or a question about guests finds whom it is about; undefined for neither. */
const hitsOf = (
  tenantId: TenantId,
  search: string | undefined,
  filter: Condition | undefined,
): RawBuilder<unknown> | undefined =>
  search === undefined
    ? foundByQuestion(tenantId, filter)
    : sql`select u.id from live_users u where u.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`u.search_words`, search)}`

const sortValueOf = (order: UserOrder): RawBuilder<unknown> =>
  order === 'lastActivity' ? lastActivityText : keys[order].text

/** A page in the order of the list, of what is read from `part`. */
const pageFrom = (
  tenantId: TenantId,
  list: UserList,
  columns: RawBuilder<unknown>,
  part: Part,
): RawBuilder<unknown> => {
  if (list.order === 'lastActivity') return pageByLastActivity(tenantId, columns, part, list)
  const key = keys[list.order]
  return sql`select ${columns} from ${part.from} where ${part.where} and ${beyond(key, sql`u.id`, list)} ${ordered(key, sql`u.id`, list)}`
}

/**
 * A page of live users, in one statement. A search, and a question about guests, takes one of two
 * ways, chosen by how many it hits: the planner cannot know that of the beginning of a word, nor of
 * who was invited by somebody, and either way alone takes seconds in a large organization, for a
 * rare word or for a common one. For the same reason the hits are fetched one by one (`offset 0`
 * keeps the planner from joining them): it would read the whole table for the many that it expects.
 */
export const listUsers = (
  db: Database,
  tenantId: TenantId,
  list: UserList,
): Promise<ListedUser[]> => {
  const where = conditions(tenantId, undefined, list.filter)
  const found = foundBy(tenantId, sql`u.search_words`, list.search)
  const hits = hitsOf(tenantId, list.search, list.filter)
  const all = sql`live_users u`
  return rows(
    db,
    answering<ListedUser>({ ...userColumns, sortValue: sortValueOf(list.order) }, (columns) => {
      const page = (part: Part) => pageFrom(tenantId, list, columns, part)
      return hits === undefined
        ? page({ from: all, where })
        : sql`
      with hits as materialized (${hits} limit ${fewHits + 1}),
        how as materialized (select count(*) > ${fewHits} as many from hits)
      (${page({ from: rowsOf(tenantId), where: sql`not (select many from how) and ${where}` })})
      union all
      (${page({ from: all, where: sql`(select many from how) and ${found} and ${where}` })})`
    }),
  )
}

/** How many live users the filter and search find. */
export const countUsers = async (
  db: Database,
  tenantId: TenantId,
  search: string | undefined,
  filter: Condition | undefined,
): Promise<number> => {
  const hits = search === undefined ? foundByQuestion(tenantId, filter) : undefined
  const found = await firstRow(
    db,
    hits === undefined
      ? select(counted)`from live_users u where ${conditions(tenantId, search, filter)}`
      : answering(
          counted,
          (columns) =>
            sql`with hits as materialized (${hits}) select ${columns} from ${rowsOf(tenantId)} where ${conditions(tenantId, search, filter)}`,
        ),
  )
  return found?.count ?? 0
}

/** One live user, by id. */
export const readUser = (
  db: Database,
  tenantId: TenantId,
  userId: UserId,
): Promise<UserRow | undefined> =>
  firstRow(db, select(userColumns)`from ${liveUser({ tenantId, userId })}`)

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
      })`from live_users u where u.tenant_id = ${tenantId} and u.name_key = ${nameKey(userPrincipalName)}`,
    )
  )?.id
