/** The service principals of an organization, with what they have of their registrations. */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import { type ApplicationId, type AppRoleId, type TenantId } from '../../kernel/ids.ts'
import { answering, select, type Columns } from '../../store/columns.ts'
import { meets, type Fields } from '../../store/condition.sql.ts'
import { defaultDomainOf } from '../../store/relations.sql.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import {
  applicationProperties,
  type SignInAudience,
} from '../../wire/graph/applications/application-parts.ts'
import { principalKept, type Kept } from '../../wire/graph/applications/application-kept.ts'
import { principalNone } from '../../wire/graph/applications/application-none.ts'
import { servicePrincipal } from '../../wire/graph/applications/service-principal.ts'
import { fieldsOf } from '../fields.sql.ts'
import { foundBy } from '../search.sql.ts'
import { keptFields } from './exposed/kept.sql.ts'
import { rowBeside } from './exposed/row-beside.sql.ts'
import { appRolesOf, identifierUrisOf, namesIn } from './exposed/shown.sql.ts'
import type { RegisteredAt } from './program.sql.ts'
import { applicationWithoutOwner } from '../without.sql.ts'

/** What a registration and its service principal have in common. */
export type OfBoth = RegisteredAt & {
  readonly appId: string
  readonly displayName: string
  readonly description: string | null
  readonly homepage: string | null
  readonly signInAudience: SignInAudience
  /** It works nowhere, in no organization. */
  readonly isDisabled: boolean
  /** The default domain of that organization. */
  readonly publisherDomain: string | null
  readonly createdAt: Date
  readonly appRoles: readonly {
    id: AppRoleId
    value: string | null
    displayName: string
    description: string | null
    isEnabled: boolean
    forUsers: boolean
    forApplications: boolean
  }[]
  /** What it is called as a resource, by name. */
  readonly identifierUris: readonly string[]
  /** What is kept of the registration as it was sent. */
  readonly registered: Kept
  readonly sortValue: string
}
export type ApplicationRow = OfBoth & {
  readonly id: ApplicationId
  /** What is kept of the service principal. */
  readonly kept: Kept
  /** What the registration says that it is for. */
  readonly registeredDescription: string | null
}

const applicationColumns: Columns<ApplicationRow> = {
  id: 'a.id',
  registrationId: 'a.registration_id',
  registeredDescription: 'a.registered_description',
  appId: 'a.app_id',
  displayName: 'a.display_name',
  description: 'a.description',
  homepage: 'a.homepage',
  homeTenantId: 'a.home_tenant_id',
  signInAudience: 'a.audience',
  isDisabled: 'a.is_disabled',
  publisherDomain: defaultDomainOf(sql`a.home_tenant_id`),
  createdAt: 'a.created_at',
  identifierUris: identifierUrisOf(sql`a.home_tenant_id`, sql`a.registration_id`),
  registered: 'a.registered',
  kept: 'a.kept',
  sortValue: 'a.sort_name',
  appRoles: appRolesOf(sql`a.home_tenant_id`, sql`a.registration_id`),
}

const byName = byText(sql`a.sort_name`)

const fields: Fields = {
  ...fieldsOf('a', {
    ...principalNone,
    ...applicationProperties,
    appOwnerOrganizationId: {
      ...servicePrincipal.properties.appOwnerOrganizationId,
      column: 'home_tenant_id',
    },
  }),
  servicePrincipalNames: namesIn(
    sql`(select a.app_id::text as name union all
      select x.uri from identifier_uris x where x.tenant_id = a.home_tenant_id and x.registration_id = a.registration_id) o`,
  ),
  ...keptFields(sql`a.kept`, principalKept),
  owners: { kind: 'links', none: applicationWithoutOwner },
}

/** Which live service principals of an organization are looked for. */
export type Looked = {
  readonly search: Search | undefined
  readonly filter?: Condition | undefined
  /** One that stands in no table, and is found as if it were registered nowhere. */
  readonly beside?: ApplicationRow | undefined
}

/** Those that stand in the tables, and are found. */
const stored = (tenantId: TenantId, { search, filter }: Looked): RawBuilder<unknown> =>
  sql`from live_applications a
    where a.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`a.search_words`, search)} and ${meets(filter, fields)}`

/** The one that stands in none, as a row like theirs, where it is found by the same conditions. */
const standingBeside = (
  tenantId: TenantId,
  { search, filter }: Looked,
  beside: ApplicationRow,
): RawBuilder<unknown> => {
  const names = [beside.appId, ...beside.identifierUris]
  const ofIt = { ...fields, servicePrincipalNames: namesIn(sql`unnest(${names}::text[]) o(name)`) }
  return sql`from ${rowBeside(tenantId, beside)} a
    where ${foundBy(tenantId, sql`a.search_words`, search)} and ${meets(filter, ofIt)}`
}

/** A page of live service principals by name, in one statement. */
export const listApplications = async (
  db: Database,
  tenantId: TenantId,
  list: Page & Looked,
): Promise<ApplicationRow[]> => {
  const { beside } = list
  const page = sql`${stored(tenantId, list)} and ${beyond(byName, sql`a.id`, list)} ${ordered(byName, sql`a.id`, list)}`
  if (beside === undefined) return rows(db, select(applicationColumns)`${page}`)
  const found = await rows(
    db,
    answering(
      applicationColumns,
      (columns) => sql`(select ${columns} ${page})
        union all (select ${columns} ${standingBeside(tenantId, list, beside)} and ${beyond(byName, sql`a.id`, list)})
        ${ordered(byText(sql.ref('sortValue')), sql.ref('id'), list)}`,
    ),
  )
  return found.map((row) => (row.id === beside.id ? beside : row))
}

/** How many live service principals are found. */
export const countApplications = async (
  db: Database,
  tenantId: TenantId,
  looked: Looked,
): Promise<number> => {
  const { beside } = looked
  const all = [
    stored(tenantId, looked),
    ...(beside === undefined ? [] : [standingBeside(tenantId, looked, beside)]),
  ]
  const each = all.map((one) => sql`(select count(*) ${one})`)
  const count = { count: sql`(${sql.join(each, sql` + `)})::int` }
  return (await firstRow(db, select<{ count: number }>(count)``))?.count ?? 0
}

/** One live service principal. */
export const findApplication = (
  db: Database,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<ApplicationRow | undefined> =>
  firstRow(
    db,
    select(
      applicationColumns,
    )`from live_applications a where a.tenant_id = ${tenantId} and a.id = ${applicationId}`,
  )

/**
 * Holds a live service principal until the transaction ends. False when there is none. Whoever
 * changes its registration too holds that first (program.sql.ts).
 */
export const lockApplication = async (
  tx: Database,
  tenantId: TenantId,
  applicationId: ApplicationId,
): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from service_principals a where a.tenant_id = ${tenantId} and a.id = ${applicationId} and a.deleted_at is null for no key update`,
  )) !== undefined
