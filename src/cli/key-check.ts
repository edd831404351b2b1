/**
 * Whether the key that seals secrets is the one of this store. A store opened with another would
 * say so in the middle of somebody's sign-in.
 */
import { ConfigError } from '../kernel/config.ts'
import type { TenantId } from '../kernel/ids.ts'
import { seal, unseal } from '../kernel/sealing.ts'
import { readSigningKeys } from '../tokens/signing-keys.ts'
import { select } from '../store/columns.ts'
import { firstRow, sql, type Database } from '../store/database.ts'
import { readKept } from '../store/kept-value.ts'

/** Where the mark is kept by which a key is told. */
export const keyCheck = 'key check'
const name = keyCheck
const value = 'guesthouse'

const opens = (open: () => unknown): boolean => {
  try {
    open()
    return true
  } catch {
    return false
  }
}

const wrongKey = () =>
  new ConfigError(
    'GUESTHOUSE_KEY, or the key file in the data folder, is not the key that this store was made with: what is sealed in it cannot be opened. Put back the key from your backup, and start again. Nothing was changed.',
  )

// A store from before the check was kept is told by what it has sealed, where it has sealed
// anything.
const opensOldSecrets = async (db: Database, sealKey: Buffer): Promise<boolean> => {
  const old = await firstRow(
    db,
    select<{ tenantId: TenantId }>({
      tenantId: 'tenant_id',
    })`from signing_keys order by signs_from desc limit 1`,
  )
  if (old === undefined) return true
  return readSigningKeys({ db, sealKey }, old.tenantId, new Date()).then(
    () => true,
    () => false,
  )
}

/**
 * Throws `ConfigError` when the store was made with another key. The first start leaves a mark by
 * which later ones are told.
 */
export const checkKey = async (db: Database, sealKey: Buffer): Promise<void> => {
  if ((await readKept(db, name)) === undefined) {
    if (!(await opensOldSecrets(db, sealKey))) throw wrongKey()
    await sql`insert into installation (name, value) values (${name}, ${seal(sealKey, name, value)}) on conflict do nothing`.execute(
      db,
    )
  }
  const kept = await readKept(db, name)
  if (kept === undefined || !opens(() => unseal(sealKey, name, kept))) throw wrongKey()
}
