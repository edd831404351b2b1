/** What statements show of an application as others know it: its names and its app roles. */
import { zeroId } from '../../../kernel/ids.ts'
import type { Field } from '../../../store/condition.sql.ts'
import { sql, type RawBuilder } from '../../../store/database.ts'
import { fieldsOf } from '../../fields.sql.ts'

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

/** What it is called as a resource: rows of `from`, an `o` with a name each. */
export const namesIn = (from: RawBuilder<unknown>): Field => ({
  kind: 'elements',
  from,
  fields: fieldsOf('o', { '': { is: 'text', column: 'name', means: 'The client id.' } }),
})
