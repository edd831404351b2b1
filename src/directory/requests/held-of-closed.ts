/** Requests that an organization held before it was closed go on (R32, R121). */
import { bySystem } from '../../events/context.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { inBatches } from '../../store/batches.ts'
import { select } from '../../store/columns.ts'
import { rows, transaction, type Database } from '../../store/database.ts'
import { release } from './hold.ts'

const batchSize = 200

type Held = {
  readonly tenantId: TenantId
  readonly requestId: RequestId
  readonly userId: UserId
  readonly dueAt: Date
  readonly heldAt: Date | null
}

// Those that others hold are left.
const lockHeld = (tx: Database): Promise<Held[]> =>
  rows(
    tx,
    select<Held>({
      tenantId: 'q.tenant_id',
      requestId: 'q.id',
      userId: 'q.user_id',
      dueAt: 'q.due_at',
      heldAt: 'q.held_at',
    })`from tenants t join requests q on q.tenant_id = t.id and q.state = 'open' and q.held_at is not null
      where t.state <> 'active' order by q.tenant_id, q.id limit ${batchSize} for update of q skip locked`,
  )

/**
 * Ends each hold on a request at a closed organization, as nobody is there who could, and tells
 * whoever asked. Returns how many.
 */
export const releaseOfClosed = (db: Database, now: Date): Promise<number> =>
  inBatches(batchSize, () =>
    transaction(db, async (tx) => {
      const held = await lockHeld(tx)
      for (const [tenantId, requests] of Map.groupBy(held, (one) => one.tenantId))
        await release(tx, tenantId, requests, bySystem(now))
      return held.length
    }),
  )
