/** Disabling keeps a user, and everything it is linked to, but lets nobody act as it. */
import type { Context } from '../../events/event.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { sql, transaction, type Database } from '../../store/database.ts'
import {
  lastAdministrator,
  lockWhereAdministrators,
  type LastAdministrator,
} from '../administrators.sql.ts'
import { authorityReaches, ownRefusal, type Authority } from '../authority.ts'
import { type Locked, type Several } from '../lock-user.sql.ts'
import { theOne, type Outcomes } from '../slices.ts'
import { lockToSwitch, switchTo, type SwitchFacts } from '../switch-users.sql.ts'
import { targetOf } from '../target.sql.ts'
import { closeRequestsOfThese } from './close-requests.sql.ts'
import type { PolicyReason } from './delete.ts'
import { endAccessOfThese } from './end-access.ts'
import { readFreedByEnabling } from './leave.sql.ts'
import { tellAll } from './tell.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
type Refused = { outcome: 'notFound' } | { outcome: 'targetTooHigh' }

export type DisableUserResult =
  | { outcome: 'disabled' }
  | Refused
  | { outcome: 'yourself' }
  | LastAdministrator
export type EnableUserResult = { outcome: 'enabled' } | Refused

/**
 * Disables a live user (R46–R48): links stay, access ends (R126), who did it and when is kept
 * (R50), and they are told (R128). Disabling a user who is disabled already changes nothing and is
 * `disabled` too. With a `rule`, a policy does it (R134): it tells them itself, and they can still
 * leave (R135); an administrator who then disables them takes that over.
 */
export const disableUser = async (
  db: Database,
  { tenantId, userId }: Which,
  authority: Authority,
  context: Context,
  rule?: PolicyReason,
): Promise<DisableUserResult> =>
  theOne(await disableUsers(db, { tenantId, userIds: [userId] }, authority, context, rule))

/**
 * The same for several of one organization, in one transaction and a number of statements that does
 * not grow with them. Who holds the top role somewhere is judged after those before it are
 * disabled: each is an administrator less (R42, R124).
 */
export const disableUsers = (
  db: Database,
  which: Several,
  authority: Authority,
  context: Context,
  rule?: PolicyReason,
): Promise<Outcomes<DisableUserResult>> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrators(tx, which)
    const found = await lockToSwitch(tx, which)
    const { tenantId } = which
    const results = new Map<UserId, DisableUserResult>()
    const together: UserId[] = []
    for (const userId of which.userIds) {
      const facts = found.get(userId)
      const settled = settledOf(facts, authority, rule)
      if (settled === undefined && facts?.isTop === true)
        results.set(userId, await turnOffTop(tx, { tenantId, userId }, context, rule))
      else {
        results.set(userId, settled ?? { outcome: 'disabled' })
        if (settled === undefined) together.push(userId)
      }
    }
    await turnOff(tx, { tenantId, userIds: together }, context, rule)
    return results
  })

/** What comes of it without a change; undefined when there is one to be made. */
const settledOf = (
  facts: Locked<SwitchFacts> | undefined,
  authority: Authority,
  rule: PolicyReason | undefined,
): DisableUserResult | undefined => {
  if (facts === undefined) return { outcome: 'notFound' }
  const own = ownRefusal(authority, facts.id, 'disable')
  if (own !== undefined) return { outcome: own }
  if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
  const takesOver = facts.disabledByPolicy && rule === undefined
  return facts.accountEnabled || takesOver ? undefined : { outcome: 'disabled' }
}

const turnOffTop = async (
  tx: Database,
  which: Which,
  context: Context,
  rule: PolicyReason | undefined,
): Promise<DisableUserResult> => {
  const last = await lastAdministrator(tx, which, 'everywhere')
  if (last !== undefined) return last
  await turnOff(tx, { tenantId: which.tenantId, userIds: [which.userId] }, context, rule)
  return { outcome: 'disabled' }
}

const turnOff = async (
  tx: Database,
  which: Several,
  context: Context,
  rule: PolicyReason | undefined,
): Promise<void> => {
  if (which.userIds.length === 0) return
  const by = context.actor.kind === 'user' ? context.actor.id : null
  // Disabled at home, they act nowhere (R47). A session that is open keeps showing why (decision
  // 0005).
  await endAccessOfThese(tx, which, context.now, 'sessionsToSeeWhy')
  await switchTo(
    tx,
    which,
    sql`account_enabled = false, disabled_at = ${context.now}, disabled_by = ${by}::uuid, disabled_by_policy = ${rule !== undefined}`,
    { activity: 'user.disabled', ...(rule === undefined ? {} : { reason: rule }) },
    context,
  )
  if (rule === undefined) await tellAll(tx, which, { kind: 'disabled' }, context.now)
}

type EnableOptions = { readonly answersRequest?: boolean }

/**
 * Enables a live user, who is told (R128), unless it answers a request and the answer tells them.
 * Enabling a user who is enabled already changes nothing and is `enabled` too.
 */
export const enableUser = async (
  db: Database,
  { tenantId, userId }: Which,
  authority: Authority,
  context: Context,
  options: EnableOptions = {},
): Promise<EnableUserResult> =>
  theOne(await enableUsers(db, { tenantId, userIds: [userId] }, authority, context, options))

/**
 * The same for several of one organization, in one transaction and a number of statements that does
 * not grow with them.
 */
export const enableUsers = (
  db: Database,
  which: Several,
  authority: Authority,
  context: Context,
  options: EnableOptions = {},
): Promise<Outcomes<EnableUserResult>> =>
  transaction(db, async (tx) => {
    const found = await lockToSwitch(tx, which)
    const results = new Map<UserId, EnableUserResult>()
    const off: UserId[] = []
    for (const userId of which.userIds) {
      const facts = found.get(userId)
      if (facts === undefined) results.set(userId, { outcome: 'notFound' })
      else if (!authorityReaches(authority, targetOf(facts)))
        results.set(userId, { outcome: 'targetTooHigh' })
      else {
        results.set(userId, { outcome: 'enabled' })
        if (!facts.accountEnabled) off.push(userId)
      }
    }
    await turnOn(tx, { tenantId: which.tenantId, userIds: off }, context, options)
    return results
  })

const turnOn = async (
  tx: Database,
  which: Several,
  context: Context,
  options: EnableOptions,
): Promise<void> => {
  if (which.userIds.length === 0) return
  // Of whom something else keeps the request stays open, with its clock (R32).
  const freed = await readFreedByEnabling(tx, which)
  // Enabling hands nothing back: whoever comes in again signs in anew, so that disabling a
  // stolen account protects it for good (R126).
  await endAccessOfThese(tx, which, context.now)
  await switchTo(
    tx,
    which,
    sql`account_enabled = true, disabled_at = null, disabled_by = null, disabled_by_policy = false, lifecycle_from = ${context.now}`,
    { activity: 'user.enabled' },
    context,
  )
  const { tenantId } = which
  await closeRequestsOfThese(tx, { tenantId, userIds: [...freed] }, 'removal', context)
  if (options.answersRequest !== true) await tellAll(tx, which, { kind: 'enabled' }, context.now)
}
