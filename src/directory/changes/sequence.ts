/**
 * Numbering what has changed, in the order of commits: one at a time for each organization numbers
 * what has committed by then. A transaction that commits late gets its number afterwards, so nobody
 * who has read further has passed it. Its time comes with its number, by the
 * clock that gives it up and forgets it.
 */
import type { TenantId } from '../../kernel/ids.ts'
import { byKeyOnly } from '../../store/by-key.ts'
import { eachAlone, inBatches } from '../../store/batches.ts'
import { select } from '../../store/columns.ts'
import {
  firstRow,
  rows,
  sql,
  transaction,
  type Database,
  type RawBuilder,
} from '../../store/database.ts'
import { tenantsIn } from '../../store/tenants-in.sql.ts'
import type { Change, ChangeKind } from './change.ts'
import { beginFeed } from './changes.sql.ts'
import { tellLinksOf } from './ends.sql.ts'

/** As many as one transaction numbers. */
const atOnce = 1_000

/** As many batches as somebody waits for who asks what has changed; jobs do the rest. */
const batchesWaitedFor = 20

type Waiting = Pick<Change, 'kind' | 'what'> & {
  readonly id: string
  readonly objectId: string
}

/** Whoever numbers holds this row; others wait, and then see what was numbered meanwhile. */
const lockFeed = async (tx: Database, tenantId: TenantId): Promise<number> => {
  const held = await firstRow(
    tx,
    select<{ last: number }>({
      last: sql`f.last_sequence::float8`,
    })`from directory_feeds f where f.tenant_id = ${tenantId} for update`,
  )
  if (held !== undefined) return held.last
  await beginFeed(tx, tenantId)
  return lockFeed(tx, tenantId)
}

/** In the order in which only the index of those that wait has them. */
const place = sql`c.tenant_id, c.id + 0`

const waitingIn = (tenantId: TenantId): RawBuilder<unknown> =>
  sql`directory_changes c where c.tenant_id = ${tenantId} and c.sequence is null order by ${place}`

const takeWaiting = (tx: Database, tenantId: TenantId): Promise<Waiting[]> =>
  rows(
    tx,
    select<Waiting>({
      id: sql`c.id::text`,
      kind: 'c.kind',
      what: 'c.what',
      objectId: 'c.object_id',
    })`from ${waitingIn(tenantId)} limit ${atOnce}`,
  )

/** Of these the objects that were deleted, or restored, each kind by itself. */
const endedIn = (waiting: readonly Waiting[], what: 'deleted' | 'restored') =>
  [
    ...Map.groupBy(
      waiting.filter((one) => one.what === what),
      ({ kind }) => kind,
    ),
  ].map(([kind, all]: [ChangeKind, Waiting[]]) => ({
    kind,
    ids: [...new Set(all.map(({ objectId }) => objectId))],
  }))

/** Numbers a batch of what waits in one organization. Returns how many. */
const sequenceBatch = (db: Database, tenantId: TenantId, now: Date): Promise<number> =>
  transaction(db, async (tx) => {
    await byKeyOnly.execute(tx)
    const before = await lockFeed(tx, tenantId)
    const waiting = await takeWaiting(tx, tenantId)
    if (waiting.length === 0) return 0
    // Their numbers are their places among each other.
    const ids = sql`${waiting.map(({ id }) => id)}::bigint[]`
    await sql`update directory_changes set sequence = ${before}::bigint + width_bucket(id, ${ids}), at = ${now}
      where tenant_id = ${tenantId} and id = any(${ids})`.execute(tx)
    let last = before + waiting.length
    for (const ended of endedIn(waiting, 'deleted'))
      last += await tellLinksOf(tx, tenantId, ended, 'deleted', { last, now })
    for (const back of endedIn(waiting, 'restored'))
      last += await tellLinksOf(tx, tenantId, back, 'restored', { last, now })
    await sql`update directory_feeds set last_sequence = ${last} where tenant_id = ${tenantId}`.execute(
      tx,
    )
    return waiting.length
  })

const waits = async (db: Database, tenantId: TenantId): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from ${waitingIn(tenantId)} limit 1`)) !== undefined

/**
 * Numbers what waits in one organization at `now`, so that who has changed something and asks is
 * told of it. Of very much a part is left to the job; nothing is passed over.
 */
export const sequenceChanges = async (
  db: Database,
  tenantId: TenantId,
  now: Date,
): Promise<void> => {
  for (let batch = 0; batch < batchesWaitedFor && (await waits(db, tenantId)); batch++)
    await sequenceBatch(db, tenantId, now)
}

/** Numbers what waits anywhere at `now`; safe in several processes at once. Returns how many. */
export const sequenceAll = async (db: Database, now: Date): Promise<number> =>
  eachAlone(
    await tenantsIn(db, sql`directory_changes`, { where: sql`c.sequence is null`, order: place }),
    ({ id }) => inBatches(atOnce, () => sequenceBatch(db, id, now)),
    'Changes of some organizations were not numbered.',
  )
