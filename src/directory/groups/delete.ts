/**
 * Deleting a group: it and what it grants are hidden at once; members, owners and assignments stay
 * where they are.
 */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { GroupId, TenantId } from '../../kernel/ids.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { mayAssignRoles, type Authority } from '../authority.ts'
import { windowEnd } from '../retention.sql.ts'
import { endUnassigned } from '../applications/end-unassigned.ts'
import { mayChangeGroup } from './group.rule.ts'
import { lockGroup } from './list.sql.ts'

export type DeleteGroupResult = { outcome: 'deleted' | 'notFound' | 'needsRoleAssigner' }

/**
 * Soft-deletes a live group; it can be restored until its window ends. A restored user hears that
 * it is gone (R60).
 */
export const deleteGroup = (
  db: Database,
  { tenantId, groupId }: { tenantId: TenantId; groupId: GroupId },
  authority: Authority,
  context: Context,
): Promise<DeleteGroupResult> =>
  transaction(db, async (tx) => {
    const group = await lockGroup(tx, tenantId, groupId)
    if (group === undefined) return { outcome: 'notFound' }
    if (!mayChangeGroup(group, { mayAssignRoles: mayAssignRoles(authority) }))
      return { outcome: 'needsRoleAssigner' }

    await sql`update groups set deleted_at = ${context.now}, restorable_until = ${windowEnd(tenantId, context.now)} where tenant_id = ${tenantId} and id = ${groupId}`.execute(
      tx,
    )
    await endUnassigned(tx, tenantId, { groupId })
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'group.deleted',
        target: { kind: 'group', id: groupId },
      }),
    )
    return { outcome: 'deleted' }
  })
