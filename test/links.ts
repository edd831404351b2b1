/** What everybody in an organization is tied to, as the store has it. */
import { ties } from '../src/directory/links/ties.sql.ts'
import type { TenantId } from '../src/kernel/ids.ts'
import { rows, sql, type Database } from '../src/store/database.ts'

/** The tables of ties. */
export const linkTables = [...new Set(Object.values(ties).map(({ table }) => table))]

/** Equal texts where every row of every table of ties is the same, column by column. */
export const linksOf = async (db: Database, tenantId: TenantId): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      linkTables.map((table) =>
        rows(
          db,
          sql`select * from ${sql.table(table)} where tenant_id = ${tenantId} order by 1, 2, 3`,
        ),
      ),
    ),
  )
