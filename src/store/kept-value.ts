/** What is kept about the installation as a whole, by its name. */
import { select, type Columns } from './columns.ts'
import { firstRow, sql, type Database } from './database.ts'

/** The columns of what is kept. */
export const keptValue: Columns<{ readonly value: Uint8Array }> = { value: 'value' }

/** What is kept by this name; undefined for nothing. */
export const readKept = async (db: Database, name: string): Promise<Buffer | undefined> => {
  const found = await firstRow(db, select(keptValue)`from installation where name = ${name}`)
  return found === undefined ? undefined : Buffer.from(found.value)
}

/** Keeps `value` by this name, in place of what was kept by it. */
export const keepValue = async (db: Database, name: string, value: Buffer): Promise<void> => {
  await sql`insert into installation (name, value) values (${name}, ${value})
    on conflict (name) do update set value = excluded.value`.execute(db)
}
