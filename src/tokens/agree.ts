/** Somebody agrees that an application acts in the directory for them. */
import type { Around } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import { scopesChanged } from '../events/scopes-changed.ts'
import { transaction, type Database } from '../store/database.ts'
import { noteAgreement } from './permission-grants.sql.ts'
import type { PowerAsked } from './scopes.ts'

/**
 * Notes it, and in the log with which scopes; what the application was not given, whoever may give
 * it gives by this for themselves.
 */
export const agreeTo = (
  db: Database,
  which: Parameters<typeof noteAgreement>[1],
  { asked, missing }: PowerAsked,
  context: Around,
): Promise<void> =>
  transaction(db, async (tx) => {
    const { tenantId, userId, applicationId } = which
    await noteAgreement(tx, which, { scopes: asked, giving: missing }, context.now)
    const target = { kind: 'user', id: userId } as const
    await record(
      tx,
      eventOf(
        { ...context, actor: target },
        {
          tenantId,
          activity: 'user.consentGiven',
          target,
          related: { kind: 'application', id: applicationId },
          details: scopesChanged([], asked),
        },
      ),
    )
  })
