/**
 * Applications that their organizations offer to others: an organization takes one up by making its
 * service principal there.
 */
import type { TenantId } from '../../../kernel/ids.ts'
import { select } from '../../../store/columns.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../../../store/database.ts'
import type { RegisteredAt } from '../program.sql.ts'

// A registration `r` that everybody may use.
const isOffered: RawBuilder<unknown> = sql`exists (select 1 from offered_registrations o where o.tenant_id = r.tenant_id and o.id = r.id)`

type Named = RegisteredAt & { readonly isOwn: boolean }

// A client id is made at random, and nobody chooses one. Should two others have the same, it names
// neither; one of the organization's own goes before another's.
const namedFor = async (
  db: Database,
  appId: string,
  tenantId: TenantId | null,
): Promise<RegisteredAt | undefined> => {
  const [first, second] = await rows(
    db,
    select<Named>({
      homeTenantId: 'r.tenant_id',
      registrationId: 'r.id',
      isOwn: sql`r.tenant_id is not distinct from ${tenantId}::uuid`,
    })`from live_registrations r
      where r.app_id = ${appId}::uuid and (r.tenant_id = ${tenantId}::uuid or ${isOffered})
      order by r.tenant_id is not distinct from ${tenantId}::uuid desc limit 2`,
  )
  if (first === undefined || (second !== undefined && !first.isOwn)) return undefined
  return { homeTenantId: first.homeTenantId, registrationId: first.registrationId }
}

/**
 * The live registration with this client id, as far as an organization may use it: its own, or one
 * that another offers. Undefined, without a difference, for what is not there and what is not
 * offered.
 */
export const usableNamed = (
  db: Database,
  tenantId: TenantId,
  appId: string,
): Promise<RegisteredAt | undefined> => namedFor(db, appId, tenantId)

/**
 * The live registration with this client id that its organization offers to all; undefined, without
 * a difference, for every other.
 */
export const offeredNamed = (db: Database, appId: string): Promise<RegisteredAt | undefined> =>
  namedFor(db, appId, null)

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
