/** The deleted groups and applications of an organization. */
import type { Search } from '../../../kernel/search-words.ts'
import type { Condition } from '../../../kernel/condition.ts'
import type { TenantId } from '../../../kernel/ids.ts'
import { counted, select, type Columns } from '../../../store/columns.ts'
import { meets, type Fields } from '../../../store/condition.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import {
  beyond,
  byInstant,
  byText,
  ordered,
  type OrderKey,
  type Page,
} from '../../../store/keyset.ts'
import {
  deletedApplication,
  deletedGroup,
  deletedServicePrincipal,
} from '../../../wire/graph/deleted-objects.ts'
import type { Visibility } from '../../../wire/graph/group.ts'
import { fieldsOf, securityIdentifierField } from '../../fields.sql.ts'
import { foundBy } from '../../search.sql.ts'

type Common = {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly createdAt: Date
  readonly deletedAt: Date
  readonly restorableUntil: Date
  /** What the row is ordered by, as text, for the next page. */
  readonly sortValue: string
}
export type DeletedGroupRow = Common & {
  readonly mailNickname: string
  readonly assignableToRole: boolean
  readonly visibility: Visibility
}
export type DeletedApplicationRow = Common & { readonly appId: string }

export type ObjectList = Page & {
  readonly order: 'deletedAt' | 'name'
  readonly search: Search | undefined
  readonly filter?: Condition | undefined
}
type Sought = Pick<ObjectList, 'search' | 'filter'>

const keys: Readonly<Record<ObjectList['order'], OrderKey>> = {
  deletedAt: byInstant(sql`o.deleted_at`),
  name: byText(sql`o.sort_name`),
}

const common = {
  id: 'o.id',
  displayName: 'o.display_name',
  description: 'o.description',
  createdAt: 'o.created_at',
  deletedAt: 'o.deleted_at',
  restorableUntil: 'o.restorable_until',
} as const

type Source<Row extends Common> = {
  readonly columns: Omit<Columns<Row>, 'sortValue'>
  readonly from: RawBuilder<unknown>
  readonly fields: Fields
}

const found = <Row extends Common>(
  { from, fields }: Source<Row>,
  tenantId: TenantId,
  { search, filter }: Sought,
): RawBuilder<unknown> =>
  sql`${from} o where o.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`o.search_words`, search)} and ${meets(filter, fields)}`

const listOf =
  <Row extends Common>(source: Source<Row>) =>
  (db: Database, tenantId: TenantId, list: ObjectList): Promise<Row[]> => {
    const key = keys[list.order]
    const columns = { ...source.columns, sortValue: key.text } as Columns<Row>
    return rows(
      db,
      select<Row>(columns)`from ${found(source, tenantId, list)} and ${beyond(key, sql`o.id`, list)}
        ${ordered(key, sql`o.id`, list)}`,
    )
  }

const countOf =
  <Row extends Common>(source: Source<Row>) =>
  async (db: Database, tenantId: TenantId, sought: Sought): Promise<number> =>
    (await firstRow(db, select(counted)`from ${found(source, tenantId, sought)}`))?.count ?? 0

const groups: Source<DeletedGroupRow> = {
  columns: {
    ...common,
    mailNickname: 'o.mail_nickname',
    assignableToRole: 'o.is_assignable_to_role',
    visibility: 'o.visibility',
  },
  from: sql`deleted_groups`,
  fields: {
    ...fieldsOf('o', deletedGroup.properties),
    securityIdentifier: securityIdentifierField(sql`o.id`),
  },
}
const applications: Source<DeletedApplicationRow> = {
  columns: { ...common, appId: 'o.app_id' },
  from: sql`deleted_applications`,
  fields: fieldsOf('o', deletedServicePrincipal.properties),
}
const registrations: Source<DeletedApplicationRow> = {
  columns: { ...common, appId: 'o.app_id' },
  from: sql`deleted_registrations`,
  fields: fieldsOf('o', deletedApplication.properties),
}

/** A page of each kind, in one statement, and how many are found. */
export const listDeletedGroups = listOf(groups)
export const countDeletedGroups = countOf(groups)
export const listDeletedApplications = listOf(applications)
export const countDeletedApplications = countOf(applications)
export const listDeletedRegistrations = listOf(registrations)
export const countDeletedRegistrations = countOf(registrations)

const owned =
  <Row extends Common>(
    source: Source<Row>,
    table: 'group_owners' | 'application_owners',
    column: 'group_id' | 'application_id' | 'owned_registration_id',
  ) =>
  (
    db: Database,
    { tenantId, userId }: { readonly tenantId: TenantId; readonly userId: string },
    limit: number,
  ): Promise<Row[]> =>
    rows(
      db,
      select<Row>({
        ...source.columns,
        sortValue: keys.name.text,
      } as Columns<Row>)`from ${sql.table(table)} l join ${source.from} o on o.tenant_id = l.tenant_id and o.id = l.${sql.ref(column)}
      where l.tenant_id = ${tenantId} and l.user_id = ${userId} order by o.id limit ${limit}`,
    )

/** Those of each kind that a user owns, in the order of their ids. One statement. */
export const listDeletedGroupsOf = owned(groups, 'group_owners', 'group_id')
export const listDeletedApplicationsOf = owned(applications, 'application_owners', 'application_id')
export const listDeletedRegistrationsOf = owned(
  registrations,
  'application_owners',
  'owned_registration_id',
)
