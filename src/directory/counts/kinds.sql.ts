/**
 * How many users an organization has, of the kinds that are counted with each change
 * (`user_counts`): a filter that asks for nothing else is answered without reading the users.
 */
import type { Condition } from '../../kernel/condition.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { sql, type RawBuilder } from '../../store/database.ts'
import { storedIn } from '../../wire/graph/definition/row.ts'
import { user } from '../../wire/graph/users/user.ts'

const countedColumns: ReadonlySet<string> = new Set([
  'user_type',
  'account_enabled',
  'creation_type',
  'external_user_state',
])

const countedProperties: ReadonlySet<string> = new Set([
  ...storedIn(user.properties)
    .filter(([, { column }]) => countedColumns.has(column))
    .map(([name]) => name),
  // None or some, kept in the row of the user.
  'sponsors',
])

/** Whether a filter asks for nothing but what is counted with each change. */
export const isCounted = (filter: Condition | undefined): boolean => {
  if (filter === undefined) return true
  if (filter.kind === 'not') return isCounted(filter.of)
  if (filter.kind === 'and' || filter.kind === 'or') return filter.of.every(isCounted)
  return countedProperties.has(filter.property)
}

/** The kinds of users of an organization, as a row `u` each with how many there are. */
export const kindsOf = (tenantId: TenantId): RawBuilder<unknown> =>
  sql`counted_users u where u.tenant_id = ${tenantId}`

/** How many of `kindsOf` meet a condition. */
export const howMany = (where: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce(sum(u.users) filter (where ${where}), 0)::int`
