/** Finding objects by the words of their names. */
import type { TenantId } from '../kernel/ids.ts'
import { searchQuery, type Search } from '../kernel/search-words.ts'
import { plannedEachTime, sql, type RawBuilder } from '../store/database.ts'

/**
 * Whether an object with these search words is found by what somebody typed. Nothing typed finds
 * everything; symbols alone find nothing.
 */
export const foundBy = (
  tenantId: TenantId,
  searchWords: RawBuilder<unknown>,
  search: Search | undefined,
): RawBuilder<unknown> => {
  if (search === undefined) return sql`true`
  const query = searchQuery(tenantId, search)
  return query === null
    ? sql`false`
    : sql`${searchWords} @@ ${query}::tsquery ${sql.raw(plannedEachTime)}`
}
