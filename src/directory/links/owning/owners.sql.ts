/** The owners of groups and applications; and who is in a group or owns it. */
import type { Search } from '../../../kernel/search-words.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { counted, select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import { ownerColumns, ownerKinds } from '../../../store/owners.sql.ts'
import { beyond, byText, ordered, type Page } from '../../../store/keyset.ts'
import type { MemberKind } from '../closure.sql.ts'
import { links, type LinkTable } from '../link.ts'
import type { MemberRef } from '../members.sql.ts'
import { ownersOf, type OwnedKind } from './owner-applications.sql.ts'
import { foundBy } from '../../search.sql.ts'

type Of = { readonly tenantId: TenantId; readonly kind: OwnedKind; readonly holderId: string }

/** How owners are listed. */
export type OwnerList = Of & {
  readonly search: Search | undefined
  readonly kinds?: readonly MemberKind[] | undefined
}

const byName = byText(sql`x.sort`)

const ownersIn = ({ tenantId, kind, holderId, search, kinds }: OwnerList): RawBuilder<unknown> => {
  const { tables, owned } = ownersOf(kind)
  const wanted = ownerKinds.filter((one) => kinds?.includes(one) ?? true)
  const there = sql`exists (select 1 from ${links[kind].holders} h where h.tenant_id = ${tenantId} and h.id = ${holderId})`
  const found = wanted.map(
    (one) => sql`select ${sql.lit(one)} as kind, o.id, o.sort_name as sort
      from ${tables[one]} l join ${sql.table(`live_${one}s`)} o on o.tenant_id = l.tenant_id and o.id = l.${sql.ref(ownerColumns[one])}
      where l.${owned} = ${holderId} and l.tenant_id = ${tenantId} and ${there} and ${foundBy(tenantId, sql`o.search_words`, search)}`,
  )
  const none = sql`select ''::text as kind, null::uuid as id, ''::text as sort where false`
  return sql`(${sql.join(found.length === 0 ? [none] : found, sql` union all `)}) x`
}

/** A page of the live owners of a live group or application, people and applications, by name. */
export const listOwners = (db: Database, of: OwnerList, page: Page): Promise<MemberRef[]> =>
  rows(
    db,
    select<MemberRef>({
      kind: 'x.kind',
      id: 'x.id',
      sortValue: 'x.sort',
    })`from ${ownersIn(of)} where ${beyond(byName, sql`x.id`, page)} ${ordered(byName, sql`x.id`, page)}`,
  )

/** How many there are. Who is deleted does not count (R62). */
export const countOwners = async (db: Database, of: OwnerList): Promise<number> =>
  (await firstRow(db, select(counted)`from ${ownersIn(of)}`))?.count ?? 0

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
