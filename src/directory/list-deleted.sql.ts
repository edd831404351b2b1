/** The deleted users of an organization (R69, R70), and the proof of what was erased (R84). */
import { searchQuery } from '../kernel/words.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { userSelect, type UserRow } from './user-columns.sql.ts'

export type DeletedUserRow = UserRow & {
  readonly restorableUntil: Date
  readonly deletedByKind: 'self' | 'administrator' | 'policy' | 'operator'
  readonly deletedBy: string | null
  readonly deletedByName: string | null
  readonly originalName: string
  readonly heldAt: Date | null
  readonly holdReason: string | null
  /** What the row is ordered by, as text, for the next page. */
  readonly sortValue: string
}

export type DeletedList = {
  readonly id?: UserId
  readonly order: 'deletedAt' | 'name' | 'principalName'
  readonly descending: boolean
  readonly search: string | undefined
  readonly after: readonly string[] | undefined
  readonly limit: number
}

const keys: Readonly<
  Record<DeletedList['order'], { column: RawBuilder<unknown>; text: RawBuilder<unknown>; value: (text: string) => RawBuilder<unknown> }>
> = {
  // As text in microseconds: a JavaScript date would lose the last three digits and with them rows at the page's edge.
  deletedAt: {
    column: sql`u.deleted_at`,
    text: sql`to_char(u.deleted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    value: (text) => sql`${text}::timestamptz`,
  },
  name: { column: sql`u.sort_name`, text: sql`u.sort_name`, value: (text) => sql`${text}::text collate "C"` },
  principalName: {
    column: sql`lower(u.original_user_principal_name) collate "C"`,
    text: sql`lower(u.original_user_principal_name)`,
    value: (text) => sql`${text}::text collate "C"`,
  },
}

const found = (tenantId: TenantId, search: string | undefined): RawBuilder<unknown> => {
  const query = search === undefined ? null : searchQuery(tenantId, search)
  return query === null ? sql`u.tenant_id = ${tenantId}` : sql`u.tenant_id = ${tenantId} and u.search_words @@ ${query}::tsquery`
}

/** A page of deleted users, in one statement. `after` is the `sortValue` and id of the last row before. */
export const listDeletedUsers = (db: Database, tenantId: TenantId, list: DeletedList): Promise<DeletedUserRow[]> => {
  const key = keys[list.order]
  const [value, id] = list.after ?? []
  const direction = list.descending ? sql`desc` : sql`asc`
  const beyond =
    value === undefined || id === undefined
      ? sql`true`
      : sql`(${key.column}, u.id) ${list.descending ? sql`<` : sql`>`} (${key.value(value)}, ${id}::uuid)`
  return rows(
    db,
    sql<DeletedUserRow>`
      select ${userSelect}, u.restorable_until as "restorableUntil", u.deleted_by_kind as "deletedByKind", u.deleted_by as "deletedBy",
        coalesce((select b.display_name from live_users b where b.tenant_id = u.tenant_id and b.id = u.deleted_by), case when u.deleted_by = u.id then u.display_name end) as "deletedByName",
        u.original_user_principal_name as "originalName", u.held_at as "heldAt", u.hold_reason as "holdReason", ${key.text} as "sortValue"
      from deleted_users u
      where ${found(tenantId, list.search)} and ${list.id === undefined ? sql`true` : sql`u.id = ${list.id}`} and ${beyond}
      order by ${key.column} ${direction}, u.id ${direction} limit ${list.limit}`,
  )
}

/** How many deleted users there are. */
export const countDeletedUsers = async (db: Database, tenantId: TenantId, search: string | undefined): Promise<number> =>
  (await firstRow(db, sql<{ count: number }>`select count(*)::int as count from deleted_users u where ${found(tenantId, search)}`))
    ?.count ?? 0
