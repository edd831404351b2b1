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
    if (ended.length === 0) return { outcome: 'notFound' }
    const events = ended.flatMap((one) => {
      const [tenantId, userId] =
        one.userId === null ? [homeTenantId, homeUserId] : [one.tenantId, one.userId]
      if (tenantId === null || userId === null) return []
      const target = { kind: 'user', id: userId } as const
      const related = { kind: 'application', id: one.applicationId } as const
      const happened = { tenantId, activity: 'user.consentEnded', target, related } as const
      return [eventOf({ ...context, actor: target }, happened)]
    })
    await record(tx, ...events)
    return { outcome: 'ended' }
  })
