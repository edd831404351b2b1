/**
 * An administrator, an operator or a policy ends a user: soft-deleted, restorable for the
 * organization's retention period.
 */
import type { Context } from '../../events/event.ts'
import { eventOf } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import { homeUser } from '../../store/relations.sql.ts'
import {
  isTopAnywhere,
  lastAdministrator,
  lockWhereAdministrators,
  type LastAdministrator,
} from '../administrators.sql.ts'
import { authorityReaches, deletedByKind, ownRefusal, type Authority } from '../authority.ts'
import { lockSeveral, type Locked, type Several } from '../lock-user.sql.ts'
import { byUserId, theOne, type Outcomes } from '../slices.ts'
import { receiptColumns, receiptOf, type ReceiptFacts } from './receipt.ts'
import { restorableUntil } from './retention.rule.ts'
import { softDeleteEach } from './soft-delete.sql.ts'
import { stayAwayEach } from './stay-away.sql.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'

/** Why a job of ours deletes or disables somebody: their home, their end date, or a rule (R134). */
export type PolicyReason =
  | 'homeGone'
  | 'endDate'
  | 'inactivity'
  | 'sponsor'
  | 'attestation'
  | 'redemption'

export type DeleteUserResult =
  | { outcome: 'deleted'; restorableUntil: Date }
  | { outcome: 'notFound' }
  /** The target's roles stand above the caller's (R49). */
  | { outcome: 'targetTooHigh' }
  /** People do not delete themselves by mistake; a guest leaves. */
  | { outcome: 'yourself' }
  | LastAdministrator

type Facts = TargetRow &
  ReceiptFacts & {
    readonly id: UserId
    readonly isTop: boolean
    readonly retentionDays: number
    /** They have left, and are asked whether they want to come back (R127). */
    readonly askedBack: boolean
  }

const lockFacts = async (tx: Database, which: Several) =>
  byUserId(
    await lockSeveral(
      tx,
      'live_users',
      which,
      select<Facts>({
        ...targetColumns,
        id: 'u.id',
        isTop: isTopAnywhere,
        retentionDays: 't.deleted_retention_days',
        askedBack: sql`u.left_event_id is not null`,
        ...receiptColumns,
      })`from live_users u join tenants t on t.id = u.tenant_id
      left join persons p on p.id = u.person_id left join ${homeUser()}
      where u.tenant_id = ${which.tenantId} and u.id = any(${[...which.userIds]}::uuid[])`,
    ),
  )

/**
 * Soft-deletes a live user and tells the person by mail (R21, R48, R52, R53, R63): one row changed,
 * its links stay. The event is `user.deleted`, or `user.deletedByPolicy` for a job of ours,
 * with its `reason` where it has one. Who has left and is asked to come back stays away with the
 * dates of then, and cannot undo it by themselves any more (R142).
 */
export const deleteUser = async (
  db: Database,
  { tenantId, userId }: { tenantId: TenantId; userId: UserId },
  authority: Authority,
  context: Context,
  reason?: PolicyReason,
): Promise<DeleteUserResult> =>
  theOne(await deleteUsers(db, { tenantId, userIds: [userId] }, authority, context, reason))

/**
 * The same for several of one organization, in one transaction and a number of statements that does
 * not grow with them. Who holds the top role somewhere is judged after those before it are deleted:
 * each is an administrator less (R42, R124).
 */
export const deleteUsers = (
  db: Database,
  which: Several,
  authority: Authority,
  context: Context,
  reason?: PolicyReason,
): Promise<Outcomes<DeleteUserResult>> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrators(tx, which)
    const { tenantId } = which
    const found = await lockFacts(tx, which)
    const end = (all: readonly Locked<Facts>[]): Promise<Outcomes<DeleteUserResult>> =>
      endThem(tx, { tenantId, all }, authority, context, reason)
    const results = new Map<UserId, DeleteUserResult>()
    const together: Locked<Facts>[] = []
    for (const userId of which.userIds) {
      const facts = found.get(userId)
      if (facts === undefined) {
        results.set(userId, { outcome: 'notFound' })
        continue
      }
      const refused = refusalOf(facts, authority)
      if (refused !== undefined) results.set(userId, refused)
      else if (!facts.isTop) together.push(facts)
      else {
        const last = await lastAdministrator(tx, { tenantId, userId }, 'everywhere')
        results.set(userId, last ?? theOne(await end([facts])))
      }
    }
    for (const [userId, result] of await end(together)) results.set(userId, result)
    return results
  })

const refusalOf = (facts: Locked<Facts>, authority: Authority): DeleteUserResult | undefined => {
  const own = ownRefusal(authority, facts.id, 'delete')
  if (own !== undefined) return { outcome: own }
  return authorityReaches(authority, targetOf(facts)) ? undefined : { outcome: 'targetTooHigh' }
}

const endThem = async (
  tx: Database,
  { tenantId, all }: { readonly tenantId: TenantId; readonly all: readonly Locked<Facts>[] },
  authority: Authority,
  context: Context,
  reason: PolicyReason | undefined,
): Promise<Outcomes<DeleteUserResult>> => {
  const [first] = all
  if (first === undefined) return new Map()
  const until = restorableUntil(context.now, first.retentionDays)
  const activity = authority.kind === 'system' ? 'user.deletedByPolicy' : 'user.deleted'
  const why = reason === undefined ? {} : { reason }
  const each = all.map((facts) => {
    const { id: userId } = facts
    const target = { kind: 'user', id: userId } as const
    const event = eventOf(context, { tenantId, activity, target, ...why })
    const receipt = receiptOf(facts, userId, event, { until, undoable: null })
    return { userId, event, receipt, askedBack: facts.askedBack }
  })
  // Who had left stays as they had left: asking them back gives nobody more time (R53, R127).
  const away = await stayAwayEach(
    tx,
    tenantId,
    each.filter(({ askedBack }) => askedBack),
    'over',
  )
  const gone = await softDeleteEach(
    tx,
    { tenantId, by: deletedByKind(authority), restorableUntil: until },
    each.filter(({ userId }) => !away.has(userId)),
  )
  return new Map<UserId, DeleteUserResult>(
    all.map(({ id }) => {
      const restorable = away.get(id) ?? (gone.has(id) ? until : undefined)
      return [
        id,
        restorable === undefined
          ? { outcome: 'notFound' }
          : { outcome: 'deleted', restorableUntil: restorable },
      ]
    }),
  )
}
