/** The change of restoring a group or an application. */
import type { Context } from '../../../events/event.ts'
import type { ApplicationId } from '../../../kernel/ids.ts'
import { sql, type Database } from '../../../store/database.ts'
import type { ObjectKind } from '../../../wire/graph/deleted-objects.ts'
import { endApplication } from '../../applications/end-application.ts'
import { endSponsoringTooMuch } from './end-sponsoring.ts'
import { lapse } from '../protected.ts'
import { objectKinds, type WhichObject } from './object-kinds.sql.ts'
import { raiseMembers } from './raise-members.ts'
import type { ObjectFacts } from './restore-object.rule.ts'

const backOf = (tx: Database, kind: ObjectKind, { tenantId, id }: WhichObject) =>
  sql`update ${sql.table(objectKinds[kind].table)} set deleted_at = null, restorable_until = null where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )

/** The change itself. What an application held before it was deleted counts no more. */
export const bringObjectBack = async (
  tx: Database,
  kind: ObjectKind,
  which: WhichObject,
  { powerful: isPowerful }: ObjectFacts,
  context: Context,
): Promise<void> => {
  if (kind === 'group') await endSponsoringTooMuch(tx, which, context)
  await backOf(tx, kind, which)
  await lapse(tx, kind, [which], context.now)
  if (kind === 'group' && isPowerful) await raiseMembers(tx, which, context)
  if (kind === 'application') {
    await endApplication(tx, which.tenantId, which.id as ApplicationId)
  }
}
