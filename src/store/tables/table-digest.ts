/** Whether two tables hold the same, without looking at them side by side. */
import { select } from '../columns.ts'
import { firstRow, sql, type Database } from '../database.ts'
import type { Table } from './catalog.ts'

/** What a whole table holds, as one digest, whatever order its rows stand in. */
export const digestOfTable = async (
  tx: Database,
  { name, columns }: Pick<Table, 'name' | 'columns'>,
): Promise<string> => {
  const row = sql`row_to_json((select r from (select ${sql.join(columns.map((column) => sql`x.${sql.id(column)}`))}) r))::text`
  const found = await firstRow(
    tx,
    select<{ digest: string }>({
      digest: sql`count(*) || ':' || encode(sha256(convert_to(coalesce(string_agg(d, '' order by d), ''), 'UTF8')), 'hex')`,
    })`from (select encode(sha256(convert_to(${row}, 'UTF8')), 'hex') as d from ${sql.id(name)} x) rows`,
  )
  return found?.digest ?? ''
}
