/** A person ends what an application may do for them. */
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { Session } from '../people/sessions.ts'
import { transaction, type Database } from '../store/database.ts'
import { removeConsent } from './consents.sql.ts'

/**
 * Ends every grant that the application of this client id holds of the person in `session`,
 * wherever that is, with every token of it. Nothing stands in the way of it: not being disabled
 * there, nor that the organization is closed. Recorded where the application is; for one that acted
 * in every organization, at home. `notFound` when it holds none.
 */
export const endConsent = (
  db: Database,
  { personId, homeTenantId, homeUserId }: Session,
  appId: string,
  context: Around,
): Promise<{ outcome: 'ended' | 'notFound' }> =>
  transaction(db, async (tx) => {
    const ended = await removeConsent(tx, personId, appId, context.now)
    if (ended === undefined) return { outcome: 'notFound' }
    const [tenantId, userId] =
      ended.userId === null ? [homeTenantId, homeUserId] : [ended.tenantId, ended.userId]
    if (tenantId !== null && userId !== null) {
      const target = { kind: 'user', id: userId } as const
      const related = { kind: 'application', id: ended.applicationId } as const
      await record(
        tx,
        eventOf(
          { ...context, actor: target },
          { tenantId, activity: 'user.consentEnded', target, related },
        ),
      )
    }
    return { outcome: 'ended' }
  })
