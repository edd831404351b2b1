/** The requests that are answered, held with whom they are about. */
import type { RequestId, TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, type Database } from '../../store/database.ts'
import type { RequestKind, RequestState } from '../../wire/requests.ts'
import { lockWhereAdministrators } from '../administrators.sql.ts'
import { lockSeveral } from '../lock-user.sql.ts'
import { readFreedByEnabling } from '../users/leave.sql.ts'

export type Asking = {
  readonly requestId: RequestId
  readonly kind: RequestKind
  readonly state: RequestState
  readonly userId: UserId
  readonly askedAt: Date
  readonly dueAt: Date
  readonly heldAt: Date | null
  /** The person themselves has asked; not known of requests that are older than the column. */
  readonly byPerson: boolean
  readonly freedByEnabling: boolean
}

/**
 * Whatever ends or restores a user closes its requests, and holds the tenants and the user before:
 * so does an answer. Those that are there, in the order of the list.
 */
export const lockRequests = async (
  tx: Database,
  tenantId: TenantId,
  requestIds: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, Asking>> => {
  const these = sql`from requests where tenant_id = ${tenantId} and id = any(${[...requestIds]}::uuid[])`
  const found = await rows(tx, select<{ userId: UserId }>({ userId: 'user_id' })`${these}`)
  if (found.length === 0) return new Map()
  const which = { tenantId, userIds: found.map(({ userId }) => userId) }
  await lockWhereAdministrators(tx, which)
  const held = await lockSeveral(
    tx,
    'users',
    which,
    select<Omit<Asking, 'freedByEnabling'>>({
      requestId: 'id',
      kind: 'kind',
      state: 'state',
      userId: 'user_id',
      askedAt: 'created_at',
      dueAt: 'due_at',
      heldAt: 'held_at',
      byPerson: 'by_person',
    })`${these} order by id for update`,
  )
  const freed = await readFreedByEnabling(tx, which)
  const byId = new Map(
    held.map((one) => [one.requestId, { ...one, freedByEnabling: freed.has(one.userId) }]),
  )
  return new Map(
    requestIds.flatMap((id) => {
      const one = byId.get(id)
      return one === undefined ? [] : [[id, one] as const]
    }),
  )
}
