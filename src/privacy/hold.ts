/** A documented legal hold keeps a deleted user from being purged until it ends (R86). */
import type { Activity, Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { TenantId, UserId } from '../kernel/ids.ts'
import { answering, select } from '../store/columns.ts'
import { rows, sql, transaction, type Database, type RawBuilder } from '../store/database.ts'
import { tellAll } from '../directory/users/tell.ts'
import { authorityReaches, type Authority } from '../directory/authority.ts'
import { lockSeveral, type Locked, type Several } from '../directory/lock-user.sql.ts'
import { byUserId, theOne, type Outcomes } from '../directory/slices.ts'
import { targetColumns, targetOf, type TargetRow } from '../directory/target.sql.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
export type HoldResult = {
  outcome: 'held' | 'notFound' | 'alreadyHeld' | 'windowOver' | 'targetTooHigh'
}
export type EndHoldResult = { outcome: 'ended' | 'notFound' | 'notHeld' | 'targetTooHigh' }

type Facts = TargetRow & { readonly id: UserId; readonly held: boolean; readonly until: Date }

const lockFacts = async (tx: Database, which: Several) =>
  byUserId(
    await lockSeveral(
      tx,
      'deleted_users',
      which,
      select<Facts>({
        ...targetColumns,
        id: 'u.id',
        held: sql`u.held_at is not null`,
        until: 'u.restorable_until',
      })`from deleted_users u where u.tenant_id = ${which.tenantId} and u.id = any(${[...which.userIds]}::uuid[])`,
    ),
  )

/**
 * Places a hold with a written reason, while the window is open: what is due is purged, whoever
 * changes their mind (R82, R129). The reason stays on the user object and is purged with it; the
 * event and the mail to the person say only that there is one (R128).
 */
export const holdUser = async (
  db: Database,
  { tenantId, userId }: Which,
  reason: string,
  authority: Authority,
  context: Context,
): Promise<HoldResult> =>
  theOne(await holdUsers(db, { tenantId, userIds: [userId] }, reason, authority, context))

/** The same on several of one organization, in one transaction and as many statements. */
export const holdUsers = (
  db: Database,
  which: Several,
  reason: string,
  authority: Authority,
  context: Context,
): Promise<Outcomes<HoldResult>> =>
  transaction(db, async (tx) => {
    const found = await lockFacts(tx, which)
    const outcomes = new Map<UserId, HoldResult>(
      which.userIds.map((id) => [id, holding(found.get(id), authority, context.now)]),
    )
    const by = context.actor.kind === 'user' ? context.actor.id : null
    const userIds = await switchTo(
      tx,
      { tenantId: which.tenantId, userIds: those(outcomes, 'held') },
      sql`hold_reason = ${reason}, held_at = ${context.now}, held_by = ${by}::uuid`,
    )
    await note(tx, { ...which, userIds }, 'user.held', context)
    await tellAll(tx, { ...which, userIds }, { kind: 'held' }, context.now)
    return outcomes
  })

const holding = (facts: Locked<Facts> | undefined, authority: Authority, now: Date): HoldResult => {
  if (facts === undefined) return { outcome: 'notFound' }
  if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
  if (facts.held) return { outcome: 'alreadyHeld' }
  return { outcome: facts.until > now ? 'held' : 'windowOver' }
}

/**
 * Ends a hold. A user whose window is over meanwhile is purged by the next run of the job.
 * `notHeld` when there is none.
 */
export const endHold = async (
  db: Database,
  { tenantId, userId }: Which,
  authority: Authority,
  context: Context,
): Promise<EndHoldResult> =>
  theOne(await endHolds(db, { tenantId, userIds: [userId] }, authority, context))

/** The same on several of one organization, in one transaction and as many statements. */
export const endHolds = (
  db: Database,
  which: Several,
  authority: Authority,
  context: Context,
): Promise<Outcomes<EndHoldResult>> =>
  transaction(db, async (tx) => {
    const found = await lockFacts(tx, which)
    const outcomes = new Map<UserId, EndHoldResult>(
      which.userIds.map((id) => [id, ending(found.get(id), authority)]),
    )
    const userIds = await switchTo(
      tx,
      { tenantId: which.tenantId, userIds: those(outcomes, 'ended') },
      sql`hold_reason = null, held_at = null, held_by = null`,
    )
    await note(tx, { ...which, userIds }, 'user.holdEnded', context)
    await tellAll(tx, { ...which, userIds }, { kind: 'holdEnded' }, context.now)
    return outcomes
  })

const ending = (facts: Locked<Facts> | undefined, authority: Authority): EndHoldResult => {
  if (facts === undefined) return { outcome: 'notFound' }
  if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
  return { outcome: facts.held ? 'ended' : 'notHeld' }
}

const those = <Outcome extends string>(
  outcomes: Outcomes<{ readonly outcome: Outcome }>,
  wanted: Outcome,
): UserId[] => [...outcomes].flatMap(([id, { outcome }]) => (outcome === wanted ? [id] : []))

/** They are locked and were judged: each of them is changed. */
const switchTo = async (
  tx: Database,
  { tenantId, userIds }: Several,
  change: RawBuilder<unknown>,
): Promise<UserId[]> => {
  if (userIds.length === 0) return []
  const done = await rows(
    tx,
    answering<{ id: UserId }>(
      { id: 'id' },
      (list) =>
        sql`update users set ${change} where tenant_id = ${tenantId} and id = any(${[...userIds]}::uuid[]) and deleted_at is not null returning ${list}`,
    ),
  )
  return done.map(({ id }) => id)
}

const note = (
  tx: Database,
  { tenantId, userIds }: Several,
  activity: Extract<Activity, 'user.held' | 'user.holdEnded'>,
  context: Context,
): Promise<void> =>
  record(
    tx,
    ...userIds.map((id) => eventOf(context, { tenantId, activity, target: { kind: 'user', id } })),
  )
