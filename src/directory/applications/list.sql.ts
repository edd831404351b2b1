/** The service principals of an organization, with what they have of their registrations. */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import {
  zeroId,
  type ApplicationId,
  type AppRoleId,
  type RegistrationId,
  type TenantId,
} from '../../kernel/ids.ts'
import { counted, select, type Columns } from '../../store/columns.ts'
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
import { applicationWithoutOwner } from '../without.sql.ts'

/** What a registration and its service principal have in common. */
export type OfBoth = {
  readonly registrationId: RegistrationId
  readonly appId: string
  readonly displayName: string
  readonly description: string | null
  readonly homepage: string | null
  /** The organization in which it is registered. */
  readonly homeTenantId: TenantId
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

/** What a registration is called as a resource. */
export const identifierUrisOf = (
  tenantId: RawBuilder<unknown>,
  registrationId: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`array(select x.uri from identifier_uris x where x.tenant_id = ${tenantId} and x.registration_id = ${registrationId} order by x.uri)`

/** The app roles of a registration, by its tenant and its id, but for the one of zeros. */
export const appRolesOf = (
  tenantId: RawBuilder<unknown>,
  registrationId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`coalesce((select json_agg(json_build_object('id', x.id, 'value', x.value, 'displayName', x.display_name, 'description', x.description, 'isEnabled', x.is_enabled, 'forUsers', x.for_users, 'forApplications', x.for_applications) order by x.display_name, x.id)
    from app_roles x where x.tenant_id = ${tenantId} and x.registration_id = ${registrationId} and x.deleted_at is null and x.id <> ${zeroId}::uuid), '[]')`

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
  servicePrincipalNames: {
    kind: 'elements',
    from: sql`(select a.app_id::text as name union all
      select x.uri from identifier_uris x where x.tenant_id = a.home_tenant_id and x.registration_id = a.registration_id) o`,
    fields: fieldsOf('o', { '': { is: 'text', column: 'name', means: 'The client id.' } }),
  },
  ...keptFields(sql`a.kept`, principalKept),
  owners: { kind: 'links', none: applicationWithoutOwner },
}

/** A page of live service principals by name, in one statement. */
export const listApplications = (
  db: Database,
  tenantId: TenantId,
  list: Page & { search: Search | undefined; filter?: Condition | undefined },
): Promise<ApplicationRow[]> =>
  rows(
    db,
    select(applicationColumns)`from live_applications a
      where a.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`a.search_words`, list.search)} and ${meets(list.filter, fields)} and ${beyond(byName, sql`a.id`, list)}
      ${ordered(byName, sql`a.id`, list)}`,
  )

/** How many live service principals are found. */
export const countApplications = async (
  db: Database,
  tenantId: TenantId,
  search: Search | undefined,
  filter?: Condition,
): Promise<number> =>
  (
    await firstRow(
      db,
      select(counted)`from live_applications a
        where a.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`a.search_words`, search)} and ${meets(filter, fields)}`,
    )
  )?.count ?? 0

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

/** The id of the live service principal that signs people in as `appId`. */
export const applicationNamed = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
): Promise<ApplicationId | undefined> =>
  (
    await firstRow(
      db,
      select<{ id: ApplicationId }>({
        id: 'a.id',
      })`from live_applications a where a.tenant_id = ${tenantId} and a.app_id = ${appId}`,
    )
  )?.id

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
