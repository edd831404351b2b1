/** Disabling keeps a user, and everything it is linked to, but lets nobody act as it. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { select } from '../../store/columns.ts'
import { changed, sql, transaction, type Database } from '../../store/database.ts'
import {
  lastAdministrator,
  lockWhereAdministrator,
  type LastAdministrator,
} from '../administrators.sql.ts'
import { toldAtHome, toldWhereGuest } from '../at-home.sql.ts'
import { authorityReaches, type Authority } from '../authority.ts'
import { closeRequests } from './close-requests.sql.ts'
import type { PolicyReason } from './delete.ts'
import { endAccess } from './end-access.ts'
import { liveUser, lockLiveUser } from '../lock-user.sql.ts'
import { tellPerson } from './tell.ts'
import { targetColumns, targetOf, type TargetRow } from '../target.sql.ts'

type Which = { readonly tenantId: TenantId; readonly userId: UserId }
type Refused = { outcome: 'notFound' } | { outcome: 'targetTooHigh' }

export type DisableUserResult =
  | { outcome: 'disabled' }
  | Refused
  | { outcome: 'yourself' }
  | LastAdministrator
export type EnableUserResult = { outcome: 'enabled' } | Refused

type Facts = TargetRow & { readonly accountEnabled: boolean; readonly disabledByPolicy: boolean }

const lockFacts = (tx: Database, { tenantId, userId }: Which) =>
  lockLiveUser(
    tx,
    { tenantId, userId },
    select<Facts>({
      ...targetColumns,
      accountEnabled: 'u.account_enabled',
      disabledByPolicy: 'u.disabled_by_policy',
    })`from ${liveUser({ tenantId, userId })}`,
  )

/**
 * Disables a live user (R46–R48): links stay, access ends (R126), who did it and when is kept
 * (R50), and they are told (R128). Disabling a user who is disabled already changes nothing and is
 * `disabled` too. With a `rule`, a policy does it (R134): it tells them itself, and they can still
 * leave (R135); an administrator who then disables them takes that over.
 */
export const disableUser = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
  rule?: PolicyReason,
): Promise<DisableUserResult> =>
  transaction(db, async (tx) => {
    await lockWhereAdministrator(tx, which)
    const facts = await lockFacts(tx, which)
    if (facts === undefined) return { outcome: 'notFound' }
    if (authority.kind === 'roles' && authority.userId === which.userId)
      return { outcome: 'yourself' }
    if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
    const takesOver = facts.disabledByPolicy && rule === undefined
    if (!facts.accountEnabled && !takesOver) return { outcome: 'disabled' }
    return turnOff(tx, which, context, rule)
  })

const turnOff = async (
  tx: Database,
  which: Which,
  context: Context,
  rule: PolicyReason | undefined,
): Promise<{ outcome: 'disabled' } | LastAdministrator> => {
  const last = await lastAdministrator(tx, which, 'everywhere')
  if (last !== undefined) return last

  const by = context.actor.kind === 'user' ? context.actor.id : null
  // Disabled at home, they act nowhere (R47). A session that is open keeps showing why (decision
  // 0005).
  await endAccess(tx, which, context.now, 'sessionsToSeeWhy')
  await switchTo(
    tx,
    which,
    sql`account_enabled = false, disabled_at = ${context.now}, disabled_by = ${by}::uuid, disabled_by_policy = ${rule !== undefined}`,
    { activity: 'user.disabled', ...(rule === undefined ? {} : { reason: rule }) },
    context,
  )
  if (rule === undefined) await tellPerson(tx, which, { kind: 'disabled' }, context.now)
  return { outcome: 'disabled' }
}

/**
 * Enables a live user, who is told (R128), unless it answers a request and the answer tells them.
 * Enabling a user who is enabled already changes nothing and is `enabled` too.
 */
export const enableUser = (
  db: Database,
  which: Which,
  authority: Authority,
  context: Context,
  options: { readonly answersRequest?: boolean } = {},
): Promise<EnableUserResult> =>
  transaction(db, async (tx) => {
    const facts = await lockFacts(tx, which)
    if (facts === undefined) return { outcome: 'notFound' }
    if (!authorityReaches(authority, targetOf(facts))) return { outcome: 'targetTooHigh' }
    if (!facts.accountEnabled) {
      // Enabling hands nothing back: whoever comes in again signs in anew, so that disabling a
      // stolen account protects it for good (R126).
      await endAccess(tx, which, context.now)
      await switchTo(
        tx,
        which,
        sql`account_enabled = true, disabled_at = null, disabled_by = null, disabled_by_policy = false, lifecycle_from = ${context.now}`,
        { activity: 'user.enabled' },
        context,
      )
      await closeRequests(tx, which, 'removal', context)
      if (options.answersRequest !== true)
        await tellPerson(tx, which, { kind: 'enabled' }, context.now)
    }
    return { outcome: 'enabled' }
  })

const switchTo = async (
  tx: Database,
  { tenantId, userId }: Which,
  change: ReturnType<typeof sql>,
  happened: { readonly activity: 'user.disabled' | 'user.enabled'; readonly reason?: string },
  context: Context,
): Promise<void> => {
  const done = await changed(
    tx,
    sql`update users set ${change} where tenant_id = ${tenantId} and id = ${userId} and deleted_at is null`,
  )
  if (done === 0) return
  const target = { kind: 'user', id: userId } as const
  const event = eventOf(context, { tenantId, ...happened, target })
  await record(tx, event)
  const ofWhom = sql`(select * from ${liveUser({ tenantId, userId })})`
  const [elsewhere, atHome] =
    happened.activity === 'user.disabled'
      ? (['user.disabledElsewhere', 'user.disabledAtHome'] as const)
      : (['user.enabledElsewhere', 'user.enabledAtHome'] as const)
  await toldAtHome(event, elsewhere, ofWhom).execute(tx)
  await toldWhereGuest(event, atHome, ofWhom).execute(tx)
}
