/** Ending one's own sessions, and recording it. */
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { SessionId } from '../kernel/ids.ts'
import { transaction, type Database } from '../store/database.ts'
import { endSession, type Session } from './sessions.ts'

/**
 * Ends one session of the person who asks in `session`, everywhere. Records user.signedOut at home.
 * False when it was not theirs or not there.
 */
export const signOut = (
  db: Database,
  { personId, homeTenantId, homeUserId }: Session,
  sessionId: SessionId,
  context: Around,
): Promise<boolean> =>
  transaction(db, async (tx) => {
    const ended = await endSession(tx, personId, sessionId)
    if (ended && homeTenantId !== null && homeUserId !== null) {
      const target = { kind: 'user', id: homeUserId } as const
      await record(
        tx,
        eventOf(
          { ...context, actor: target },
          { tenantId: homeTenantId, activity: 'user.signedOut', target },
        ),
      )
    }
    return ended
  })
