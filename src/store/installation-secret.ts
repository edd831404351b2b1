/** Secrets of the installation: made at first use, the same for every process on the store. */
import { createHmac, randomBytes } from 'node:crypto'
import { answering } from './columns.ts'
import { firstRow, sql, type Database } from './database.ts'
import { keptValue, readKept } from './kept-value.ts'

const cache = new WeakMap<Database, Map<string, Promise<Buffer>>>()

/** The secret of this name, 32 bytes. One statement at first use in a process, none afterwards. */
export const installationSecret = (db: Database, name: string): Promise<Buffer> => {
  const known = cache.get(db) ?? new Map<string, Promise<Buffer>>()
  cache.set(db, known)
  const secret = known.get(name) ?? readOrMake(db, name)
  known.set(name, secret)
  secret.catch(() => known.delete(name))
  return secret
}

const readOrMake = async (db: Database, name: string): Promise<Buffer> => {
  const found = await firstRow(
    db,
    answering(
      keptValue,
      (list) => sql`
        with made as (insert into installation (name, value) values (${name}, ${randomBytes(32)}) on conflict do nothing returning value)
        select ${list} from made union all select ${list} from installation where name = ${name}`,
    ),
  )
  // Two processes at once: the one whose insert waited sees neither its own row nor, in that
  // snapshot, the other's.
  const value = found?.value ?? (await readKept(db, name))
  if (value === undefined) throw new Error(`The secret ${name} could not be made.`)
  return Buffer.from(value)
}

/**
 * A keyed digest: equal inputs are recognised, but nothing can be read from it without the secret.
 */
export const keyedDigest = (secret: Buffer, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
