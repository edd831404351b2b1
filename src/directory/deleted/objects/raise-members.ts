/** Whoever is in a group that is restored holds again what it gives. */
import type { Context } from '../../../events/event.ts'
import type { TenantId, UserId } from '../../../kernel/ids.ts'
import { answering } from '../../../store/columns.ts'
import { rows, sql, type Database } from '../../../store/database.ts'
import { endLowerWaysIn } from '../../users/ways-in.sql.ts'

/**
 * Being in a group that can hold directory roles is as good as a role: what others have made with
 * fewer rights meanwhile is no way in any more (R49). Looks at those alone for whom somebody made
 * one.
 */
export const raiseMembers = async (
  tx: Database,
  tenantId: TenantId,
  groupIds: readonly string[],
  context: Context,
): Promise<void> => {
  if (groupIds.length === 0) return
  const these = sql`any(${[...groupIds]}::uuid[])`
  const raised = sql`(select m.user_id from memberships m where m.tenant_id = ${tenantId} and m.group_id = ${these}
    union select w.user_id from group_owners w where w.tenant_id = ${tenantId} and w.group_id = ${these})`
  await sql`delete from password_links where tenant_id = ${tenantId} and user_id in ${raised}`.execute(
    tx,
  )
  const opened = await rows(
    tx,
    answering<{ userId: UserId }>(
      { userId: 'u.id' },
      (
        list,
      ) => sql`select ${list} from live_users u where u.tenant_id = ${tenantId} and u.id in ${raised}
        and exists (select 1 from ways_in w where w.tenant_id = u.tenant_id and w.user_id = u.id) order by u.id`,
    ),
  )
  for (const { userId } of opened) await endLowerWaysIn(tx, { tenantId, userId }, context)
}
