/** Changing what protects permanent deletions: more of it at once, less of it by the same door. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { passDoor, readProtection, type Door, type Protection } from '../deleted/protected.ts'
import { isWeaker } from './protection.rule.ts'

export type ChangeProtectionResult = { outcome: 'changed' | Exclude<Door, 'passes'> }

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
      const door = await passDoor(tx, tenantId, { kind: 'protection', wanted }, context)
      if (door !== 'passes') return { outcome: door }
    }
    await setProtection(tx, tenantId, wanted, context)
    return { outcome: 'changed' }
  })
