/** Whoever is in a group that is restored holds again what it gives. */
import type { Context } from '../../../events/event.ts'
import type { UserId } from '../../../kernel/ids.ts'
import { answering } from '../../../store/columns.ts'
import { rows, sql, type Database } from '../../../store/database.ts'
import { endLowerWaysIn } from '../../users/ways-in.sql.ts'
import type { WhichObject } from './object-kinds.sql.ts'

/**
 * Being in a group that can hold directory roles is as good as a role: what others have made with
 * fewer rights meanwhile is no way in any more (R49).
 */
export const raiseMembers = async (
  tx: Database,
  { tenantId, id }: WhichObject,
  context: Context,
): Promise<void> => {
  const raised = await rows(
    tx,
    answering<{ userId: UserId }>(
      { userId: 'u.id' },
      (list) => sql`
        select ${list} from live_users u where u.tenant_id = ${tenantId} and u.id in (
          select m.user_id from memberships m where m.tenant_id = ${tenantId} and m.group_id = ${id}
          union select w.user_id from group_owners w where w.tenant_id = ${tenantId} and w.group_id = ${id}) order by u.id`,
    ),
  )
  await sql`delete from password_links where tenant_id = ${tenantId} and user_id = any(${raised.map(({ userId }) => userId)}::uuid[])`.execute(
    tx,
  )
  for (const { userId } of raised) await endLowerWaysIn(tx, { tenantId, userId }, context)
}
