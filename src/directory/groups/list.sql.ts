/** The groups of an organization. */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { GroupId, TenantId } from '../../kernel/ids.ts'
import { counted, select, type Columns } from '../../store/columns.ts'
import { meets, type Fields } from '../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { group, type Visibility } from '../../wire/graph/group.ts'
import { fieldsOf, securityIdentifierField } from '../fields.sql.ts'
import { foundBy } from '../search.sql.ts'
import { groupWithoutOwner } from '../without.sql.ts'

export type GroupRow = {
  readonly id: GroupId
  readonly displayName: string
  readonly description: string | null
  readonly mailNickname: string
  readonly assignableToRole: boolean
  readonly visibility: Visibility
  readonly createdAt: Date
  readonly sortValue: string
}

const groupColumns: Columns<GroupRow> = {
  id: 'g.id',
  displayName: 'g.display_name',
  description: 'g.description',
  mailNickname: 'g.mail_nickname',
  assignableToRole: 'g.is_assignable_to_role',
  visibility: 'g.visibility',
  createdAt: 'g.created_at',
  sortValue: 'g.sort_name',
}

const byName = byText(sql`g.sort_name`)

type Sought = { readonly search: Search | undefined; readonly filter?: Condition | undefined }

const fields: Fields = {
  ...fieldsOf('g', group.properties),
  securityIdentifier: securityIdentifierField(sql`g.id`),
  owners: { kind: 'links', none: groupWithoutOwner },
}

const found = (tenantId: TenantId, { search, filter }: Sought): RawBuilder<unknown> =>
  sql`g.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`g.search_words`, search)} and ${meets(filter, fields)}`

/** A page of live groups by name, in one statement. */
export const listGroups = (
  db: Database,
  tenantId: TenantId,
  list: Page & Sought,
): Promise<GroupRow[]> =>
  rows(
    db,
    select(groupColumns)`from live_groups g
      where ${found(tenantId, list)} and ${beyond(byName, sql`g.id`, list)}
      ${ordered(byName, sql`g.id`, list)}`,
  )

/** How many live groups are found. */
export const countGroups = async (
  db: Database,
  tenantId: TenantId,
  sought: Sought,
): Promise<number> =>
  (await firstRow(db, select(counted)`from live_groups g where ${found(tenantId, sought)}`))
    ?.count ?? 0

/** One group; undefined when there is none of that id, or it is deleted. */
export const findGroup = (
  db: Database,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<GroupRow | undefined> =>
  firstRow(
    db,
    select(groupColumns)`from live_groups g where g.tenant_id = ${tenantId} and g.id = ${groupId}`,
  )

/** The same, held until the transaction ends. */
export const lockGroup = (
  tx: Database,
  tenantId: TenantId,
  groupId: GroupId,
): Promise<GroupRow | undefined> =>
  firstRow(
    tx,
    select(
      groupColumns,
    )`from live_groups g where g.tenant_id = ${tenantId} and g.id = ${groupId} for no key update`,
  )
