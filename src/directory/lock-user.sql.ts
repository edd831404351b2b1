/**
 * Lock first, read next. What a user is and holds decides who may touch it, so its row is locked in
 * one statement and read in the next: whoever changes it at the same moment is waited for. In one
 * statement a reader that waited would see what was true before it waited. These helpers give
 * nothing but what was read after the lock. The order is always tenant, then user, then what hangs
 * on the user.
 */
import type { TenantId, UserId } from '../kernel/ids.ts'
import { firstRow, rows, sql, type Database, type RawBuilder } from '../store/database.ts'

export type Which = { readonly tenantId: TenantId; readonly userId: UserId }
/** Several users of one tenant. */
export type Several = { readonly tenantId: TenantId; readonly userIds: readonly UserId[] }

/** A live user `u` of a tenant, to stand after `from`. */
export const liveUser = ({ tenantId, userId }: Which): RawBuilder<unknown> =>
  sql`live_users u where u.tenant_id = ${tenantId} and u.id = ${userId}`

/** Several live users `u` of a tenant, to stand after `from`. */
export const liveUsers = ({ tenantId, userIds }: Several): RawBuilder<unknown> =>
  sql`live_users u where u.tenant_id = ${tenantId} and u.id = any(${[...userIds]}::uuid[])`

/**
 * Users of any tenants, each with its place among `users`, from 1, as `k(tenant_id, user_id,
 * place)` beside the user `u`; to stand after `from`. Each is found by its key (`offset 0`): of so
 * many the planner would rather read everybody.
 */
export const usersInOrder = (
  users: readonly Which[],
  {
    from = 'users',
    as = 'u',
  }: { readonly from?: 'users' | 'live_users'; readonly as?: string } = {},
): RawBuilder<unknown> =>
  sql`unnest(${users.map(({ tenantId }) => tenantId)}::uuid[], ${users.map(({ userId }) => userId)}::uuid[])
    with ordinality as k(tenant_id, user_id, place)
    cross join lateral (select * from ${sql.table(from)} z where z.tenant_id = k.tenant_id and z.id = k.user_id offset 0) ${sql.id(as)}`

/** Whether there is such a user now; nothing is held. */
export const isLiveUser = async (db: Database, which: Which): Promise<boolean> =>
  (await firstRow(db, sql`select 1 from ${liveUser(which)}`)) !== undefined

declare const locked: unique symbol
/**
 * What was read of a user while its row was held, and so stays true until the transaction ends.
 * Nothing else compiles in its place.
 */
export type Locked<T> = T & { readonly [locked]: true }

const readLocked = <Row>(tx: Database, read: RawBuilder<Row>) =>
  rows(tx, read) as Promise<Locked<Row>[]>

const lock = async (
  tx: Database,
  from: 'live_users' | 'deleted_users' | 'users',
  { tenantId, userId }: Which,
): Promise<boolean> =>
  (await firstRow(
    tx,
    sql`select 1 from ${sql.table(from)} where tenant_id = ${tenantId} and id = ${userId} for no key update`,
  )) !== undefined

/**
 * Holds a live user until the transaction ends, without hindering those who only refer to it, and
 * reads. Undefined when there is none, or nothing is read.
 */
export const lockLiveUser = async <Row>(
  tx: Database,
  which: Which,
  read: RawBuilder<Row>,
): Promise<Locked<Row> | undefined> =>
  (await lock(tx, 'live_users', which)) ? (await readLocked(tx, read))[0] : undefined

/**
 * The same for several of any state, in the order of their ids, so that two who hold the same
 * ones wait for each other in one direction. What is read of those that are there.
 */
export const lockSeveral = async <Row>(
  tx: Database,
  from: 'live_users' | 'deleted_users' | 'users',
  { tenantId, userIds }: Several,
  read: RawBuilder<Row>,
): Promise<Locked<Row>[]> => {
  const held = sql`select 1 from ${sql.table(from)} where tenant_id = ${tenantId} and id = any(${[...userIds]}::uuid[]) order by id for no key update`
  return readHeld(tx, held, read)
}

/** What is read in the statement after `held`, which holds the users that it reads of. */
export const readHeld = async <Row>(
  tx: Database,
  held: RawBuilder<unknown>,
  read: RawBuilder<Row>,
): Promise<Locked<Row>[]> => {
  await held.execute(tx)
  return readLocked(tx, read)
}

/**
 * The same for several deleted users of a tenant, which are about to be gone: those that are there.
 */
export const lockDeletedUsers = async <Row>(
  tx: Database,
  { tenantId, userIds }: Several,
  read: RawBuilder<Row>,
): Promise<Locked<Row>[]> => {
  await sql`select 1 from deleted_users where tenant_id = ${tenantId} and id = any(${[...userIds]}::uuid[]) order by id for update`.execute(
    tx,
  )
  return readLocked(tx, read)
}

/** Holds a live user for a change that does not depend on what it is. False when there is none. */
export const holdLiveUser = (tx: Database, which: Which): Promise<boolean> =>
  lock(tx, 'live_users', which)

/** Holds a user, live or deleted, whose state decides nothing yet. False when it is gone. */
export const holdUserOfAnyState = (tx: Database, which: Which): Promise<boolean> =>
  lock(tx, 'users', which)
