/** Changing what protects permanent deletions: more of it at once, less of it by the same door. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { passDoor, readProtection, type Door, type Protection } from '../deleted/protected.ts'
import { isWeaker } from './protection.rule.ts'

export type ChangeProtectionResult = {
  outcome:
    | 'changed'
    | Exclude<Door, 'passes'>
    /** Another change is asked for already, and would be what comes of a yes. */
    | 'otherProtectionWaits'
}

/** Whether another protection than this one is asked for. The caller holds the organization. */
const otherWaits = async (
  tx: Database,
  tenantId: TenantId,
  { protection, waitingHours }: Protection,
): Promise<boolean> => {
  const asked = await firstRow(
    tx,
    select<Protection>({
      protection: 'p.wanted_protection',
      waitingHours: 'p.wanted_hours',
    })`from purge_requests p
      where p.tenant_id = ${tenantId} and p.kind = 'protection' and p.target_id = ${tenantId} and p.state = 'open'`,
  )
  return (
    asked !== undefined && (asked.protection !== protection || asked.waitingHours !== waitingHours)
  )
}

/** Sets it, whatever was before. */
export const setProtection = async (
  tx: Database,
  tenantId: TenantId,
  wanted: Protection,
  context: Context,
): Promise<void> => {
  await sql`update tenants set purge_protection = ${wanted.protection}, purge_waiting_hours = ${wanted.waitingHours} where id = ${tenantId}`.execute(
    tx,
  )
  const details = { protection: wanted.protection, waitingHours: wanted.waitingHours }
  const target = { kind: 'organization', id: tenantId } as const
  const activity = 'organization.purgeProtectionChanged'
  await record(tx, eventOf(context, { tenantId, activity, target, details }))
}

/**
 * Changes it. What protects less than before needs what is asked for now: the yes of a second
 * administrator, or the time (R137).
 */
export const changeProtection = (
  db: Database,
  tenantId: TenantId,
  wanted: Protection,
  context: Context,
): Promise<ChangeProtectionResult> =>
  transaction(db, async (tx) => {
    await lockTenant(tx, tenantId)
    const before = await readProtection(tx, tenantId)
    if (isWeaker(before, wanted)) {
      if (await otherWaits(tx, tenantId, wanted)) return { outcome: 'otherProtectionWaits' }
      const door = await passDoor(tx, tenantId, { kind: 'protection', wanted }, context)
      if (door !== 'passes') return { outcome: door }
    }
    await setProtection(tx, tenantId, wanted, context)
    return { outcome: 'changed' }
  })
