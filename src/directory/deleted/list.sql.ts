/** The deleted users of an organization (R69, R70), and the proof of what was erased (R84). */
import type { Search } from '../../kernel/search-words.ts'
import { is, type Condition } from '../../kernel/condition.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { counted, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byInstant, byText, ordered, type OrderKey, type Page } from '../../store/keyset.ts'
import { foundBy } from '../search.sql.ts'
import { meetsDeletedUser, userColumns, type UserRow } from '../users/columns.sql.ts'
import type { DeletedByKind } from '../../wire/deleted-by.ts'

export type DeletedUserRow = UserRow & {
  readonly restorableUntil: Date
  readonly deletedByKind: DeletedByKind
  readonly deletedBy: string | null
  readonly deletedByName: string | null
  readonly originalName: string
  readonly heldAt: Date | null
  readonly holdReason: string | null
  /** What the row is ordered by, as text, for the next page. */
  readonly sortValue: string
}

export type DeletedList = Page & {
  readonly order: 'deletedAt' | 'name' | 'principalName'
  readonly search: Search | undefined
  readonly filter?: Condition | undefined
}

const keys: Readonly<Record<DeletedList['order'], OrderKey>> = {
  deletedAt: byInstant(sql`u.deleted_at`),
  name: byText(sql`u.sort_name`),
  principalName: byText(sql`u.name_key`),
}

const found = (
  tenantId: TenantId,
  search: Search | undefined,
  filter: Condition | undefined,
): RawBuilder<unknown> =>
  sql`u.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`u.search_words`, search)} and ${meetsDeletedUser(filter)}`

const deletedBy = sql`coalesce((select b.display_name from live_users b where b.tenant_id = u.tenant_id and b.id = u.deleted_by),
  case when u.deleted_by = u.id then u.display_name end)`

/**
 * A page of deleted users, in one statement. `after` is the `sortValue` and id of the last row
 * before.
 */
export const listDeletedUsers = (
  db: Database,
  tenantId: TenantId,
  list: DeletedList,
): Promise<DeletedUserRow[]> => {
  const key = keys[list.order]
  const columns = {
    ...userColumns,
    restorableUntil: 'u.restorable_until',
    deletedByKind: 'u.deleted_by_kind',
    deletedBy: 'u.deleted_by',
    deletedByName: deletedBy,
    originalName: 'u.original_user_principal_name',
    heldAt: 'u.held_at',
    holdReason: 'u.hold_reason',
    sortValue: key.text,
  }
  return rows(
    db,
    select<DeletedUserRow>(columns)`from deleted_users u
      where ${found(tenantId, list.search, list.filter)} and ${beyond(key, sql`u.id`, list)}
      ${ordered(key, sql`u.id`, list)}`,
  )
}

/** How many deleted users there are. */
export const countDeletedUsers = async (
  db: Database,
  tenantId: TenantId,
  search: Search | undefined,
  filter: Condition | undefined,
): Promise<number> =>
  (
    await firstRow(
      db,
      select(counted)`from deleted_users u where ${found(tenantId, search, filter)}`,
    )
  )?.count ?? 0

/** One deleted user, by id. */
export const findDeletedUser = async (
  db: Database,
  tenantId: TenantId,
  id: UserId,
): Promise<DeletedUserRow | undefined> =>
  (
    await listDeletedUsers(db, tenantId, {
      filter: is('id', id),
      order: 'deletedAt',
      descending: false,
      search: undefined,
      after: undefined,
      limit: 1,
    })
  )[0]
