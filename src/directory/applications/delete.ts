/** Deleting the service principal of an application, or its registration and with it both. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { ApplicationId, TenantId } from '../../kernel/ids.ts'
import { changed, sql, transaction, type Database } from '../../store/database.ts'
import { windowEnd } from '../retention.sql.ts'
import { endApplications, endEverywhere } from './end-applications.ts'
import { lockProgram, type WhichRegistration } from './program.sql.ts'

type WhichPrincipal = { readonly tenantId: TenantId; readonly applicationId: ApplicationId }
type Deleted = { outcome: 'deleted' | 'notFound' }

/**
 * Soft-deletes a service principal: its tile, what it grants and what it holds of people are gone
 * at once; its links stay until its window ends, so that it can be restored, and a user's restore
 * can name it. Its registration stays.
 */
export const deleteApplication = (
  db: Database,
  { tenantId, applicationId }: WhichPrincipal,
  context: Context,
): Promise<Deleted> =>
  transaction(db, async (tx) => {
    const done = await changed(
      tx,
      sql`update service_principals set deleted_at = ${context.now}, restorable_until = ${windowEnd(tenantId, context.now)} where tenant_id = ${tenantId} and id = ${applicationId} and deleted_at is null`,
    )
    if (done === 0) return { outcome: 'notFound' }
    await endApplications(tx, tenantId, [applicationId])
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'application.deleted',
        target: { kind: 'application', id: applicationId },
      }),
    )
    return { outcome: 'deleted' }
  })

/**
 * Soft-deletes a registration, and its service principal with it. Those of other organizations
 * stay, and do nothing from the next request on.
 */
export const deleteRegistration = (
  db: Database,
  which: WhichRegistration,
  context: Context,
): Promise<Deleted> =>
  transaction(db, async (tx) => {
    const { tenantId, registrationId } = which
    const program = await lockProgram(tx, which)
    if (program === undefined) return { outcome: 'notFound' }
    await sql`update registrations set deleted_at = ${context.now}, restorable_until = ${windowEnd(tenantId, context.now)}
      where tenant_id = ${tenantId} and id = ${registrationId}`.execute(tx)
    await endEverywhere(tx, which, { atHome: false })
    await record(
      tx,
      eventOf(context, {
        tenantId,
        activity: 'application.deleted',
        target: { kind: 'application', id: registrationId },
        details: { registration: true },
      }),
    )
    const { applicationId } = program
    if (applicationId !== undefined)
      await deleteApplication(tx, { tenantId, applicationId }, context)
    return { outcome: 'deleted' }
  })
