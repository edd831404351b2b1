/** Requests that an organization held before it was closed go on (R32, R121). */
import { bySystem } from '../../events/context.ts'
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { inBatches } from '../../store/batches.ts'
import { select } from '../../store/columns.ts'
import { rows, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import { release } from './hold.ts'

const batchSize = 200

type Held = {
  readonly requestId: RequestId
  readonly userId: UserId
  readonly dueAt: Date
  readonly heldAt: Date | null
}

// Which of them are closed is judged when they are held.
const listNotOpen = (db: Database): Promise<{ tenantId: TenantId }[]> =>
  rows(
    db,
    select<{ tenantId: TenantId }>({ tenantId: 't.id' })`from tenants t where t.state <> 'active'
      and exists (select 1 from requests q where q.tenant_id = t.id and q.state = 'open' and q.held_at is not null) order by t.id`,
  )

// One that is suspended opens again, as it was: its holds wait for that. Those that others hold are
// left.
const lockHeld = (tx: Database, tenantId: TenantId): Promise<Held[]> =>
  rows(
    tx,
    select<Held>({
      requestId: 'q.id',
      userId: 'q.user_id',
      dueAt: 'q.due_at',
      heldAt: 'q.held_at',
    })`from tenants t join requests q on q.tenant_id = t.id and q.state = 'open' and q.held_at is not null
      where t.id = ${tenantId} and t.state = 'closed' order by q.id limit ${batchSize} for update of q skip locked`,
  )

// The organization is held, so that it does not open meanwhile.
const releaseIn = (db: Database, tenantId: TenantId, now: Date): Promise<number> =>
  inBatches(batchSize, () =>
    transaction(db, async (tx) => {
      await lockTenant(tx, tenantId)
      const held = await lockHeld(tx, tenantId)
      await release(tx, tenantId, held, bySystem(now))
      return held.length
    }),
  )

/**
 * Ends each hold on a request at a closed organization, as nobody is there who could, and tells
 * whoever asked. Returns how many.
 */
export const releaseOfClosed = async (db: Database, now: Date): Promise<number> => {
  let released = 0
  for (const { tenantId } of await listNotOpen(db)) released += await releaseIn(db, tenantId, now)
  return released
}
