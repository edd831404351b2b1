/**
 * Applications that their organizations offer to others: an organization takes one up by making its
 * service principal there.
 */
import type { TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import type { RegisteredAt } from '../sign-in.ts'

// A registration `r` that everybody may use.
const isOffered: RawBuilder<unknown> = sql`exists (select 1 from offered_registrations o where o.tenant_id = r.tenant_id and o.id = r.id)`

/**
 * The live registration with this client id, as far as an organization may use it: its own, or one
 * that another offers. Undefined, without a difference, for what is not there and what is not
 * offered.
 */
export const usableNamed = async (
  db: Database,
  tenantId: TenantId,
  appId: string,
): Promise<RegisteredAt | undefined> => {
  const found = await rows(
    db,
    select<RegisteredAt>({
      homeTenantId: 'r.tenant_id',
      registrationId: 'r.id',
    })`
      from live_registrations r
      where r.app_id = ${appId}::uuid and (r.tenant_id = ${tenantId} or ${isOffered})
      order by r.tenant_id = ${tenantId} desc limit 2`,
  )
  const [first] = found
  // A client id is made at random, and nobody chooses one. Should two others have the same, it
  // names neither.
  return found.length === 1 || first?.homeTenantId === tenantId ? first : undefined
}

/**
 * The live registration with this client id that its organization offers to all; undefined, without
 * a difference, for every other.
 */
export const offeredNamed = async (
  db: Database,
  appId: string,
): Promise<RegisteredAt | undefined> => {
  const found = await rows(
    db,
    select<RegisteredAt>({
      homeTenantId: 'r.tenant_id',
      registrationId: 'r.id',
    })`from live_registrations r join tenants h on h.id = r.tenant_id
      where r.app_id = ${appId}::uuid and ${isOffered} limit 2`,
  )
  return found.length === 1 ? found[0] : undefined
}

/**
 * Holds a registration of another organization, so that it is not gone for good before its service
 * principal is made; false when it is not offered.
 */
export const holdOffered = async (
  tx: Database,
  { homeTenantId, registrationId }: RegisteredAt,
): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from registrations r
      where r.tenant_id = ${homeTenantId} and r.id = ${registrationId} and ${isOffered} for key share of r`,
  )) !== undefined
