/**
 * Holding a user while it is judged. What a user holds decides who may touch it, so the row is locked in one statement and its roles are read
 * in the next: whoever gives it a role at the same moment is waited for. The order is always tenant, then user.
 */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, sql, type Database } from '../store/database.ts'

/** Holds a live user until the transaction ends, without hindering those who only refer to it. False when there is none. */
export const lockUser = async (tx: Database, { tenantId, userId }: { tenantId: TenantId; userId: UserId }): Promise<boolean> =>
  (await firstRow(tx, sql`select 1 from live_users where tenant_id = ${tenantId} and id = ${userId} for no key update`)) !== undefined
