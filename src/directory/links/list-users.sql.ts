/** The members and owners of groups, and the owners of applications. */
import type { Search } from '../../kernel/search-words.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { counted, select } from '../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { links, type HeldKind, type LinkTable } from './link.ts'
import type { ListedUser } from '../users/list.sql.ts'
import { foundBy } from '../search.sql.ts'
import { userColumns } from '../users/columns.sql.ts'

type Of = { readonly tenantId: TenantId; readonly kind: HeldKind; readonly holderId: string }

const source = (
  { tenantId, kind, holderId }: Of,
  search: Search | undefined,
): RawBuilder<unknown> => {
  const link = links[kind]
  return sql`${link.holders} h
    join ${link.table} l on l.tenant_id = h.tenant_id and l.${link.holderId} = h.id
    join live_users u on u.tenant_id = l.tenant_id and u.id = l.user_id
    where h.tenant_id = ${tenantId} and h.id = ${holderId} and ${foundBy(tenantId, sql`u.search_words`, search)}`
}

const byName = byText(sql`u.sort_name`)

/** A page of the live users linked to a live group or application, by name. */
export const listLinkedUsers = (
  db: Database,
  of: Of,
  list: Page & { search: Search | undefined },
): Promise<ListedUser[]> =>
  rows(
    db,
    select<ListedUser>({ ...userColumns, sortValue: 'u.sort_name' })`from ${source(of, list.search)}
      and ${beyond(byName, sql`u.id`, list)} ${ordered(byName, sql`u.id`, list)}`,
  )

/** How many there are. Deleted users do not count (R62). */
export const countLinkedUsers = async (
  db: Database,
  of: Of,
  search: Search | undefined,
): Promise<number> => (await firstRow(db, select(counted)`from ${source(of, search)}`))?.count ?? 0

/** Whether a user is in a live group, or owns it. */
export const isInGroup = async (
  db: Database,
  tenantId: TenantId,
  groupId: string,
  userId: string,
): Promise<boolean> => {
  const linked = ({ table, holderId }: LinkTable) =>
    sql`exists (select 1 from ${table} l where l.tenant_id = g.tenant_id and l.${holderId} = g.id and l.user_id = ${userId})`
  const found = await firstRow(
    db,
    sql`select 1 from live_groups g where g.tenant_id = ${tenantId} and g.id = ${groupId}
      and (${linked(links.group)} or ${linked(links.ownedGroup)})`,
  )
  return found !== undefined
}

/**
 * Whether there is such a live group or application: asked when a page is empty, to tell nobody
 * from nothing.
 */
export const holderExists = async (
  db: Database,
  { tenantId, kind, holderId }: Of,
): Promise<boolean> =>
  (await firstRow(
    db,
    sql`select 1 from ${links[kind].holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId}`,
  )) !== undefined
