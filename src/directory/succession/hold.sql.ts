/**
 * Holding what decides whether something is left without an owner or a sponsor, before that is
 * read: in one statement a reader that waited would see the owners from before it waited.
 */
import type { UserId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import type { Which } from '../lock-user.sql.ts'

// The rows that say who answers for a guest beside the leaver, their own among them.
const besideThem = ({ tenantId, userId }: Which) =>
  sql`sponsors s join sponsors o on o.tenant_id = s.tenant_id and o.user_id = s.user_id
    where s.tenant_id = ${tenantId} and s.sponsor_user_id = ${userId}`

/**
 * Holds until the transaction ends: the successor, whoever owns or sponsors the same as the leaver,
 * and the guests; then the groups and applications that the leaver owns, and groups that sponsor
 * with them. To be read afterwards.
 */
export const holdEstate = async (
  tx: Database,
  leaver: Which,
  successorId: UserId,
): Promise<void> => {
  const { tenantId, userId } = leaver
  await sql`select 1 from live_users u where u.tenant_id = ${tenantId} and u.id <> ${userId} and u.id in (
      select ${successorId}::uuid
      union select o.user_id from group_owners w join group_owners o on o.tenant_id = w.tenant_id and o.group_id = w.group_id
        where w.tenant_id = ${tenantId} and w.user_id = ${userId}
      union select o.user_id from application_owners w
        join application_owners o on o.tenant_id = w.tenant_id and o.registration_id = w.registration_id
        where w.tenant_id = ${tenantId} and w.user_id = ${userId}
      union select unnest(array[s.user_id, o.sponsor_user_id]) from ${besideThem(leaver)})
    order by u.id for no key update of u`.execute(tx)
  await sql`select 1 from live_groups h where h.tenant_id = ${tenantId} and h.id in (
      select w.group_id from group_owners w where w.tenant_id = ${tenantId} and w.user_id = ${userId}
      union select o.sponsor_group_id from ${besideThem(leaver)})
    order by h.id for no key update of h`.execute(tx)
  await sql`select 1 from live_registrations h where h.tenant_id = ${tenantId} and h.id in (
      select w.registration_id from application_owners w where w.tenant_id = ${tenantId} and w.user_id = ${userId})
    order by h.id for no key update of h`.execute(tx)
  await sql`select 1 from service_principals h where h.tenant_id = ${tenantId} and h.home_tenant_id <> h.tenant_id and h.id in (
      select w.application_id from application_owners w where w.tenant_id = ${tenantId} and w.user_id = ${userId})
    order by h.id for no key update of h`.execute(tx)
}
