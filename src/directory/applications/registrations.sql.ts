/** The applications that are registered in an organization, with their app roles. */
import type { Search } from '../../kernel/search-words.ts'
import type { Condition } from '../../kernel/condition.ts'
import type { RegistrationId, TenantId } from '../../kernel/ids.ts'
import { counted, select, type Columns } from '../../store/columns.ts'
import { meets, type Fields } from '../../store/condition.sql.ts'
import { defaultDomainOf } from '../../store/relations.sql.ts'
import { firstRow, rows, sql, type Database } from '../../store/database.ts'
import { beyond, byText, ordered, type Page } from '../../store/keyset.ts'
import { applicationProperties } from '../../wire/graph/applications/application-parts.ts'
import { applicationKept } from '../../wire/graph/applications/application-kept.ts'
import { applicationNone } from '../../wire/graph/applications/application-none.ts'
import { fieldsOf } from '../fields.sql.ts'
import { foundBy } from '../search.sql.ts'
import { registrationWithoutOwner } from '../without.sql.ts'
import { keptFields } from './exposed/kept.sql.ts'
import { appRolesOf, identifierUrisOf } from './exposed/shown.sql.ts'
import type { OfBoth } from './list.sql.ts'

export type RegistrationRow = OfBoth & { readonly id: RegistrationId }

const columns: Columns<RegistrationRow> = {
  id: 'r.id',
  registrationId: 'r.id',
  appId: 'r.app_id',
  displayName: 'r.display_name',
  description: 'r.description',
  homepage: 'r.homepage',
  homeTenantId: 'r.tenant_id',
  signInAudience: 'r.audience',
  isDisabled: 'r.is_disabled',
  publisherDomain: defaultDomainOf(sql`r.tenant_id`),
  createdAt: 'r.created_at',
  identifierUris: identifierUrisOf(sql`r.tenant_id`, sql`r.id`),
  registered: 'r.kept',
  sortValue: 'r.sort_name',
  appRoles: appRolesOf(sql`r.tenant_id`, sql`r.id`),
}

const byName = byText(sql`r.sort_name`)

const fields: Fields = {
  ...fieldsOf('r', { ...applicationNone, ...applicationProperties }),
  ...keptFields(sql`r.kept`, applicationKept),
  identifierUris: {
    kind: 'elements',
    from: sql`(select x.uri from identifier_uris x where x.tenant_id = r.tenant_id and x.registration_id = r.id) o`,
    fields: fieldsOf('o', { '': { is: 'text', column: 'uri', means: 'The name.' } }),
  },
  owners: { kind: 'links', none: registrationWithoutOwner },
}

/** A page of live registrations by name, in one statement. */
export const listRegistrations = (
  db: Database,
  tenantId: TenantId,
  list: Page & { search: Search | undefined; filter?: Condition | undefined },
): Promise<RegistrationRow[]> =>
  rows(
    db,
    select(columns)`from live_registrations r
      where r.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`r.search_words`, list.search)} and ${meets(list.filter, fields)} and ${beyond(byName, sql`r.id`, list)}
      ${ordered(byName, sql`r.id`, list)}`,
  )

/** How many live registrations are found. */
export const countRegistrations = async (
  db: Database,
  tenantId: TenantId,
  search: Search | undefined,
  filter?: Condition,
): Promise<number> =>
  (
    await firstRow(
      db,
      select(counted)`from live_registrations r
        where r.tenant_id = ${tenantId} and ${foundBy(tenantId, sql`r.search_words`, search)} and ${meets(filter, fields)}`,
    )
  )?.count ?? 0

/** One live registration. */
export const findRegistration = (
  db: Database,
  tenantId: TenantId,
  registrationId: RegistrationId,
): Promise<RegistrationRow | undefined> =>
  firstRow(
    db,
    select(
      columns,
    )`from live_registrations r where r.tenant_id = ${tenantId} and r.id = ${registrationId}`,
  )

/** The id of the live registration with this client id. */
export const registrationNamed = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
): Promise<RegistrationId | undefined> =>
  (
    await firstRow(
      db,
      select<{ id: RegistrationId }>({
        id: 'r.id',
      })`from live_registrations r where r.tenant_id = ${tenantId} and r.app_id = ${appId}::uuid`,
    )
  )?.id
