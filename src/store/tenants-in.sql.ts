/** Which organizations have a row in a table whose key begins with the organization. */
import type { TenantId } from '../kernel/ids.ts'
import { answering } from './columns.ts'
import { rows, sql, type Database, type RawBuilder } from './database.ts'

type Which = {
  readonly where?: RawBuilder<unknown>
  /** The order of an index of these rows `c`, which begins with the organization. */
  readonly order?: RawBuilder<unknown>
}

/**
 * The organizations of the rows of `table` that meet `where`, each found by its first row: however
 * many rows each has, no more are read.
 */
export const tenantsIn = (
  db: Database,
  table: RawBuilder<unknown>,
  { where = sql`true`, order = sql`c.tenant_id` }: Which = {},
): Promise<{ id: TenantId }[]> => {
  const first = (after: RawBuilder<unknown>) =>
    sql`select c.tenant_id from ${table} c where ${where} and ${after} order by ${order} limit 1`
  return rows(
    db,
    answering<{ id: TenantId }>(
      { id: 't.tenant_id' },
      (list) => sql`
        with recursive t as (
          (${first(sql`true`)})
          union all
          select (${first(sql`c.tenant_id > t.tenant_id`)}) from t where t.tenant_id is not null)
        select ${list} from t where t.tenant_id is not null`,
    ),
  )
}
