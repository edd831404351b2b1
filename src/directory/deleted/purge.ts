/**
 * Gone for good. Only deleted users are purged (R79); afterwards no role and no command brings them
 * back (R81).
 */
import { bySystem } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { goingOnFrom } from '../../kernel/time.ts'
import type { EventId, TenantId, UserId } from '../../kernel/ids.ts'
import { inBatchesApart } from '../../store/batches.ts'
import { select } from '../../store/columns.ts'
import { rows, sql, transaction, type Database } from '../../store/database.ts'
import { authorityReaches, type Authority } from '../authority.ts'
import { lockDeletedUsers, type Locked, type Several } from '../lock-user.sql.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'
import { type Candidate, erase, type ErasedBefore, proveAgain } from './erase.ts'
import { passDoor, protectionOf, type Door, type Protection } from './protected.ts'

export type PurgeOutcome =
  | 'purged'
  | 'notFound'
  | 'notDeleted'
  | 'targetTooHigh'
  | 'onHold'
  | Exclude<Door, 'passes'>

/** The most users that one job batch takes; a batch is one transaction. */
const batchSize = 500

type Chosen = Candidate & TargetRow & { readonly held: boolean; readonly protection: Protection }

/**
 * Permanently deletes deleted users of one organization (R78, R80), those that may be; each id gets
 * its outcome. One transaction, a fixed number of statements however many ids. `hasPassed`: what
 * the organization asks for before it was done (R137).
 */
export const purgeUsers = (
  db: Database,
  { tenantId, userIds }: { tenantId: TenantId; userIds: readonly UserId[] },
  authority: Authority,
  context: Context,
  { hasPassed = false }: { readonly hasPassed?: boolean } = {},
): Promise<Map<UserId, PurgeOutcome>> =>
  transaction(db, async (tx) => {
    const found = await lockDeletedUsers(
      tx,
      { tenantId, userIds },
      select<Chosen>({
        tenantId: 'u.tenant_id',
        id: 'u.id',
        personId: 'u.person_id',
        deletedAt: 'u.deleted_at',
        dueAt: 'u.restorable_until',
        held: sql`u.held_at is not null`,
        protection: protectionOf(sql`u.tenant_id`),
        ...targetColumns,
      })`from deleted_users u where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[])`,
    )
    const outcomes = new Map<UserId, PurgeOutcome>(userIds.map((id) => [id, 'notFound']))
    if (found.length < outcomes.size)
      for (const id of await liveAmong(tx, { tenantId, userIds })) outcomes.set(id, 'notDeleted')
    for (const user of found) outcomes.set(user.id, judge(user, authority))

    const chosen = found.filter(({ id }) => outcomes.get(id) === 'purged')
    const wish = { kind: 'user', ids: chosen.map(({ id }) => id) } as const
    const [one] = chosen
    const door =
      hasPassed || one === undefined
        ? 'passes'
        : await passDoor(tx, tenantId, wish, context, one.protection)
    if (door !== 'passes') {
      for (const { id } of chosen) outcomes.set(id, door)
      return outcomes
    }
    // What has waited for its time was asked for by an administrator.
    const isOperators = authority.kind === 'operator' && context.actor.kind !== 'user'
    await erase(tx, chosen, isOperators ? 'operator' : 'administrator', context)
    return outcomes
  })

const liveAmong = async (tx: Database, { tenantId, userIds }: Several): Promise<UserId[]> => {
  const live = select<{ id: UserId }>({
    id: 'id',
  })`from live_users where tenant_id = ${tenantId} and id = any(${[...userIds]}::uuid[])`
  return (await rows(tx, live)).map(({ id }) => id)
}

const judge = (user: Locked<Chosen>, authority: Authority): PurgeOutcome => {
  if (user.held) return 'onHold'
  return authorityReaches(authority, targetOf(user)) ? 'purged' : 'targetTooHigh'
}

/**
 * Purges what is due at `now`, in every organization, batch by batch (R82), except what is on hold
 * (R86). Stopping in the middle loses nothing and several processes may run it at once: each batch
 * takes rows that nobody else has, and commits by itself. Returns how many.
 */
export const purgeDue = (db: Database, now: Date): Promise<number> => {
  // What proves an erasure says when: a run may take an hour.
  const clock = goingOnFrom(now)
  return inBatchesApart(
    batchSize,
    (limit, without, took) =>
      transaction(db, async (tx) => {
        const due = await rows(
          tx,
          select<Candidate>({
            tenantId: 'u.tenant_id',
            id: 'u.id',
            personId: 'u.person_id',
            deletedAt: 'u.deleted_at',
            dueAt: 'u.restorable_until',
          })`from deleted_users u where u.restorable_until <= ${now} and u.held_at is null and u.id <> all(${without}::uuid[])
            order by u.restorable_until, u.tenant_id, u.id limit ${limit} for update of u skip locked`,
        )
        took(due.map(({ id }) => id))
        await erase(tx, due, 'windowEnded', bySystem(clock()))
        return due.length
      }),
    'Some users whose time was over could not be deleted permanently.',
  )
}

/** An erasure that was done once, as the store or the journal outside of it knows it. */
export type Done = {
  readonly tenantId: TenantId
  readonly userId: UserId
  readonly deletedAt: Date
  readonly dueAt: Date
  readonly doneAt: Date
  /** The reference of its receipt; lines of before it was written down have none. */
  readonly receipt?: EventId | null | undefined
}

/**
 * Erases again who was erased before and has come back with a backup, live or deleted, and proves
 * what has no proof. Idempotent. Returns how many users were there. One transaction. Erasures in
 * organizations that the store does not have are left out.
 */
export const eraseAgain = (
  db: Database,
  done: readonly Done[],
  context: Context,
): Promise<number> =>
  transaction(db, async (tx) => {
    const keys = sql`unnest(${done.map(({ tenantId }) => tenantId)}::uuid[], ${done.map(({ userId }) => userId)}::uuid[],
      ${done.map(({ deletedAt }) => deletedAt)}::timestamptz[], ${done.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${done.map(({ receipt }) => receipt ?? null)}::uuid[]) as k(tenant_id, id, deleted_at, due_at, receipt)`
    // The receipt that was promised once is found under the same reference.
    const reference = sql`case when not exists (select 1 from receipts r where r.tenant_id = k.tenant_id and r.id = k.receipt) then k.receipt end`
    const back = await rows(
      tx,
      select<ErasedBefore>({
        tenantId: 'u.tenant_id',
        id: 'u.id',
        personId: 'u.person_id',
        deletedAt: 'k.deleted_at',
        dueAt: 'k.due_at',
        reference,
      })`from users u join ${keys} on k.tenant_id = u.tenant_id and k.id = u.id order by u.tenant_id, u.id for update of u`,
    )
    await erase(tx, back, 'backupRestored', context)
    const unproved = await rows(
      tx,
      select<ErasedBefore>({
        tenantId: 'k.tenant_id',
        id: 'k.id',
        personId: sql`null::uuid`,
        deletedAt: 'k.deleted_at',
        dueAt: 'k.due_at',
        reference,
      })`from ${keys} join tenants t on t.id = k.tenant_id
        where not exists (select 1 from erasures e where e.tenant_id = k.tenant_id and e.user_id = k.id)`,
    )
    if (unproved.length > 0) await proveAgain(tx, unproved, context)
    return back.length
  })
