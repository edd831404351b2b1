/** A group that is restored sponsors nobody who has enough sponsors by now (R104). */
import type { Context } from '../../../events/event.ts'
import { eventOf, record } from '../../../events/record.ts'
import { answering } from '../../../store/columns.ts'
import { rows, sql, type Database } from '../../../store/database.ts'
import type { WhichObject } from './object-kinds.sql.ts'
import { hasNoRoom } from './sponsors-room.sql.ts'

/** Ends what would exceed the limit, while the group is still deleted. */
export const endSponsoringTooMuch = async (
  tx: Database,
  { tenantId, id }: WhichObject,
  context: Context,
): Promise<void> => {
  const ended = await rows(
    tx,
    answering<{ userId: string }>(
      { userId: 'l.user_id' },
      (list) => sql`
        delete from sponsors l using live_users u where l.tenant_id = ${tenantId} and l.sponsor_group_id = ${id}
          and u.tenant_id = l.tenant_id and u.id = l.user_id and ${hasNoRoom} returning ${list}`,
    ),
  )
  await record(
    tx,
    ...ended.map(({ userId }) =>
      eventOf(context, {
        tenantId,
        activity: 'user.sponsorRemoved',
        target: { kind: 'user', id: userId },
        related: { kind: 'group', id },
        reason: 'leftOutOfRestore',
      }),
    ),
  )
}
