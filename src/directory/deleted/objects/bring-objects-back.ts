/** The change of restoring groups or applications. */
import type { Context } from '../../../events/event.ts'
import type { ApplicationId } from '../../../kernel/ids.ts'
import { eventOf, record } from '../../../events/record.ts'
import { answering } from '../../../store/columns.ts'
import { rows, sql, type Database } from '../../../store/database.ts'
import { endApplications } from '../../applications/end-applications.ts'
import { lapse } from '../protected.ts'
import { endSponsoringTooMuch } from './end-object-links.ts'
import { objectKinds, type Objects } from './object-kinds.sql.ts'
import { raiseMembers } from './raise-members.ts'

// Nothing is a service principal of what is not registered: that comes back with it.
const bringRegistrationsBack = async (
  tx: Database,
  { tenantId, ids }: Objects,
  context: Context,
): Promise<void> => {
  const back = await rows(
    tx,
    answering<{ id: string }>(
      { id: 'r.id' },
      (
        list,
      ) => sql`update registrations r set deleted_at = null, restorable_until = null from service_principals p
        where r.tenant_id = ${tenantId} and p.tenant_id = r.tenant_id and p.own_registration_id = r.id
          and p.id = any(${[...ids]}::uuid[]) and r.deleted_at is not null returning ${list}`,
    ),
  )
  await lapse(
    tx,
    'application',
    back.map(({ id }) => ({ tenantId, id })),
    context.now,
  )
  await record(
    tx,
    ...back.map(({ id }) =>
      eventOf(context, {
        tenantId,
        activity: 'application.restored',
        target: { kind: 'application', id },
        details: { registration: true },
      }),
    ),
  )
}

/**
 * These are live again, of which `powerful` give what a role gives. What an application held before
 * it was deleted counts no more.
 */
export const bringObjectsBack = async (
  tx: Database,
  which: Objects,
  powerful: readonly string[],
  context: Context,
): Promise<void> => {
  const { tenantId, kind, ids } = which
  if (kind === 'group') await endSponsoringTooMuch(tx, which, context)
  if (kind === 'application') await bringRegistrationsBack(tx, which, context)
  await sql`update ${sql.table(objectKinds[kind].table)} set deleted_at = null, restorable_until = null
    where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`.execute(tx)
  await lapse(
    tx,
    objectKinds[kind].target,
    ids.map((id) => ({ tenantId, id })),
    context.now,
  )
  if (kind === 'group') await raiseMembers(tx, tenantId, powerful, context)
  if (kind === 'application') await endApplications(tx, tenantId, ids as readonly ApplicationId[])
}
