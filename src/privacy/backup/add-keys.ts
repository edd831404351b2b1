/** A key for everybody who has none yet, before anything is sealed under it. */
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import { batchesOf } from '../../store/tables/read-rows.ts'
import { addKeys } from './change-keys.ts'
import { readKeys } from './keys.ts'

type Row = { readonly tenantId: string; readonly userId: string }

/**
 * Makes keys for the users of a snapshot. Nobody else may do so at the same time. A key that was
 * destroyed stays so: whoever is there again with a backup is erased again, and is not taken along.
 */
export const addKeysOfUsers = async (tx: Database, keysFile: string): Promise<void> => {
  const { stateOf } = readKeys(keysFile)
  const users = batchesOf<Row>(
    tx,
    { tenantId: sql`u.tenant_id::text`, userId: sql`u.id::text` },
    sql`from users u order by u.tenant_id, u.id`,
  )
  for await (const batch of users) {
    const without = batch.filter(({ userId }) => stateOf(userId) === 'missing')
    addKeys(
      keysFile,
      without.map(({ tenantId, userId }) => ({
        tenantId: tenantId as TenantId,
        userId: userId as UserId,
      })),
    )
  }
}
