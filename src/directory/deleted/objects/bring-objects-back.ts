/** The change of restoring groups or applications. */
import type { Context } from '../../../events/event.ts'
import type { ApplicationId } from '../../../kernel/ids.ts'
import { sql, type Database } from '../../../store/database.ts'
import { endApplications } from '../../applications/end-applications.ts'
import { lapse } from '../protected.ts'
import { endSponsoringTooMuch } from './end-object-links.ts'
import { objectKinds, type Objects } from './object-kinds.sql.ts'
import { raiseMembers } from './raise-members.ts'

/**
 * These are live again, of which `powerful` give what a role gives. What an application held before
 * it was deleted counts no more.
 */
export const bringObjectsBack = async (
  tx: Database,
  which: Objects,
  powerful: readonly string[],
  context: Context,
): Promise<void> => {
  const { tenantId, kind, ids } = which
  if (kind === 'group') await endSponsoringTooMuch(tx, which, context)
  await sql`update ${sql.table(objectKinds[kind].table)} set deleted_at = null, restorable_until = null
    where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`.execute(tx)
  await lapse(
    tx,
    kind,
    ids.map((id) => ({ tenantId, id })),
    context.now,
  )
  if (kind === 'group') await raiseMembers(tx, tenantId, powerful, context)
  else await endApplications(tx, tenantId, ids as readonly ApplicationId[])
}
