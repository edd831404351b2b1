/**
 * What the log is asked for by a name that it does not hold: the objects that have it are found
 * first, once for the statement, and the log is then read by their ids, which its indexes have.
 */
import { roles } from '../access/roles.ts'
import type { Comparison, TextMatch } from '../kernel/condition.ts'
import { isUuid, type TenantId } from '../kernel/ids.ts'
import { nameKey } from '../kernel/principal-name.ts'
import { sortName } from '../kernel/search-words.ts'
import { literally, type Field } from '../store/condition.sql.ts'
import { sql, type RawBuilder } from '../store/database.ts'

type Operator = Comparison | TextMatch

/** Whether the id in `column` is among those that `found` has for the text. */
export const foundAmong = (
  column: RawBuilder<unknown>,
  found: (text: string, operator: Operator) => RawBuilder<unknown>,
): Field => ({
  kind: 'own',
  sql: (operator, value) => sql`${column} = any(array(${found(String(value), operator)})::uuid[])`,
})

/** The users with this name to sign in with; of deleted ones the name that they had. */
export const usersAt = (tenantId: TenantId, name: string): RawBuilder<unknown> => {
  const meets = sql`where tenant_id = ${tenantId} and name_key = ${nameKey(name)}`
  // Each from its own view, whose index has the name: there is none over both.
  return sql`select id from live_users ${meets} union all select id from deleted_users ${meets}`
}

/** The application with this client id. */
export const applicationAt = (tenantId: TenantId, appId: string): RawBuilder<unknown> =>
  sql`select id from applications where tenant_id = ${tenantId} and app_id = ${isUuid(appId) ? appId : null}::uuid`

const tables = ['live_users', 'deleted_users', 'groups', 'applications', 'registrations'] as const

/** Users, groups, applications and roles of this display name, or whose name begins so. */
export const objectsNamed = (
  tenantId: TenantId,
  name: string,
  operator: Operator,
): RawBuilder<unknown> => {
  const wanted = sortName(name)
  const isBeginning = operator === 'startsWith'
  const meets = isBeginning
    ? sql`sort_name like ${`${literally(wanted)}%`}`
    : sql`sort_name = ${wanted}`
  const held = Object.values(roles)
    .filter(({ displayName }) => {
      const key = sortName(displayName)
      return isBeginning ? key.startsWith(wanted) : key === wanted
    })
    .map(({ id }) => id)
  const stored = tables.map(
    (table) => sql`select id from ${sql.table(table)} where tenant_id = ${tenantId} and ${meets}`,
  )
  return sql.join([...stored, sql`select unnest(${held}::uuid[])`], sql` union all `)
}
