/** Which applications act in the directory: only who gives roles changes how one gets at that. */
import { harmlessScopes } from '../access/graph-scopes.ts'
import { topRoles } from '../access/may.rule.ts'
import { roles } from '../access/roles.ts'
import { sql, type RawBuilder } from '../store/database.ts'

/**
 * A condition on an application, by the name that its row has in the statement: it has scopes of
 * the directory beside `User.Read`, or may do something there by itself.
 */
export const isPowerfulApplication = (row: string): RawBuilder<unknown> => {
  const a = sql.ref(row)
  return sql`(exists (select 1 from permission_grants g, unnest(g.scopes) as s(name)
      where g.tenant_id = ${a}.tenant_id and g.application_id = ${a}.id and g.resource_id is null and s.name <> all(${[...harmlessScopes]}::text[]))
    or exists (select 1 from application_permissions p where p.tenant_id = ${a}.tenant_id and p.application_id = ${a}.id)
    or exists (select 1 from application_roles d where d.tenant_id = ${a}.tenant_id and d.application_id = ${a}.id))`
}

const top = topRoles.map((name) => roles[name].id)

/** The same condition: it holds a role that only a Global Administrator gives. */
export const isTopApplication = (row: string): RawBuilder<unknown> => {
  const a = sql.ref(row)
  return sql`exists (select 1 from application_roles d where d.tenant_id = ${a}.tenant_id and d.application_id = ${a}.id
    and d.role_id = any(${top}::uuid[]))`
}
