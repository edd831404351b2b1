/**
 * Proof of erasure: what is going to be erased, what is being erased, and what was, by opaque id
 * (R84).
 */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { select } from '../store/columns.ts'
import { firstRow, rows, sql, type Database } from '../store/database.ts'
import type { Done } from '../directory/deleted/purge.ts'
import { beyond, byInstant, ordered, type Page } from '../store/keyset.ts'

export type ErasureRow = {
  readonly id: UserId
  readonly deletedAt: Date
  /** Null while a hold keeps them. */
  readonly dueAt: Date | null
  readonly doneAt: Date | null
  readonly cause: 'windowEnded' | 'administrator' | 'operator' | 'backupRestored' | null
  readonly status: 'scheduled' | 'running' | 'done' | 'onHold'
  readonly sortValue: string
}

const key = byInstant(sql`x.deleted_at`)

/**
 * A page of erasures by date of deletion. What is due at `now` and not done yet is running: the
 * next turn of the job takes it.
 */
export const listErasures = (
  db: Database,
  tenantId: TenantId,
  now: Date,
  page: Page,
): Promise<ErasureRow[]> =>
  rows(
    db,
    select<ErasureRow>({
      id: 'x.id',
      deletedAt: 'x.deleted_at',
      dueAt: 'x.due_at',
      doneAt: 'x.done_at',
      cause: 'x.cause',
      status: 'x.status',
      sortValue: key.text,
    })`from (
        select e.user_id as id, e.deleted_at, e.due_at, e.done_at, e.cause, 'done' as status from erasures e where e.tenant_id = ${tenantId}
        union all
        select d.id, d.deleted_at, case when d.held_at is null then d.restorable_until end, null, null,
          case when d.held_at is not null then 'onHold' when d.restorable_until <= ${now} then 'running' else 'scheduled' end
        from deleted_users d where d.tenant_id = ${tenantId}) x
      where ${beyond(key, sql`x.id`, page)} ${ordered(key, sql`x.id`, page)}`,
  )

const byDone = byInstant(sql`e.done_at`)

/** Erasures in the order in which they were done, oldest first: a page of them. */
export const listDone = (
  db: Database,
  page: Pick<Page, 'after' | 'limit'>,
): Promise<(Done & { readonly sortValue: string })[]> => {
  const which = { ...page, descending: false }
  return rows(
    db,
    select<Done & { readonly sortValue: string }>({
      tenantId: 'e.tenant_id',
      userId: 'e.user_id',
      deletedAt: 'e.deleted_at',
      dueAt: 'e.due_at',
      doneAt: 'e.done_at',
      receipt: 'e.event_id',
      sortValue: byDone.text,
    })`from erasures e where ${beyond(byDone, sql`e.user_id`, which)} ${ordered(byDone, sql`e.user_id`, which)}`,
  )
}

/**
 * Those of `done` that the store does not know, or whose user is there: it comes from a backup that
 * is older than they are.
 */
export const unknownErasures = async (db: Database, done: readonly Done[]): Promise<Done[]> => {
  const found = await rows(
    db,
    select<{ userId: UserId }>({
      userId: 'k.id',
    })`from unnest(${done.map(({ tenantId }) => tenantId)}::uuid[], ${done.map(({ userId }) => userId)}::uuid[]) as k(tenant_id, id)
      join tenants t on t.id = k.tenant_id
      where not exists (select 1 from erasures e where e.tenant_id = k.tenant_id and e.user_id = k.id)
        or exists (select 1 from users u where u.tenant_id = k.tenant_id and u.id = k.id)`,
  )
  const ids = new Set(found.map(({ userId }) => userId))
  return done.filter(({ userId }) => ids.has(userId))
}

/** Whether anybody was erased here, ever. */
export const hasErasures = async (db: Database): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from erasures limit 1`)) !== undefined

/**
 * Those who were users and are no more: erased, or removed before they ever came. Of each there is
 * a proof or a receipt.
 */
export const goneForGood = async (
  db: Database,
  users: readonly Pick<Done, 'tenantId' | 'userId'>[],
): Promise<UserId[]> => {
  const gone = await rows(
    db,
    select<{ userId: UserId }>({
      userId: 'k.id',
    })`from unnest(${users.map(({ tenantId }) => tenantId)}::uuid[], ${users.map(({ userId }) => userId)}::uuid[]) as k(tenant_id, id)
      where not exists (select 1 from users u where u.tenant_id = k.tenant_id and u.id = k.id)
        and (exists (select 1 from erasures e where e.tenant_id = k.tenant_id and e.user_id = k.id)
          or exists (select 1 from receipts r where r.tenant_id = k.tenant_id and r.user_id = k.id))`,
  )
  return gone.map(({ userId }) => userId)
}
