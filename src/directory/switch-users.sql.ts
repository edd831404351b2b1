/** Users are switched on or off: the change, what is told of it here, and at their homes. */
import type { Context } from '../events/event.ts'
import { eventOf, record } from '../events/record.ts'
import type { UserId } from '../kernel/ids.ts'
import { answering, select } from '../store/columns.ts'
import { rows, sql, type Database, type RawBuilder } from '../store/database.ts'
import { toldAtHome, toldWhereGuest } from './at-home.sql.ts'
import { isTopAnywhere } from './administrators.sql.ts'
import { liveUsers, lockSeveral, type Several } from './lock-user.sql.ts'
import { byUserId } from './slices.ts'
import { targetColumns, type TargetRow } from './target.sql.ts'

/** What decides whether somebody is switched on or off. */
export type SwitchFacts = TargetRow & {
  readonly id: UserId
  readonly accountEnabled: boolean
  readonly disabledByPolicy: boolean
  readonly isTop: boolean
}

/** Holds those of them who are live until the transaction ends, and reads. */
export const lockToSwitch = async (tx: Database, which: Several) =>
  byUserId(
    await lockSeveral(
      tx,
      'live_users',
      which,
      select<SwitchFacts>({
        ...targetColumns,
        id: 'u.id',
        accountEnabled: 'u.account_enabled',
        disabledByPolicy: 'u.disabled_by_policy',
        isTop: isTopAnywhere,
      })`from ${liveUsers(which)}`,
    ),
  )

/** Makes the change to those of them who are live, with an event for each. */
export const switchTo = async (
  tx: Database,
  { tenantId, userIds }: Several,
  change: RawBuilder<unknown>,
  happened: { readonly activity: 'user.disabled' | 'user.enabled'; readonly reason?: string },
  context: Context,
): Promise<void> => {
  const done = await rows(
    tx,
    answering<{ id: UserId }>(
      { id: 'id' },
      (list) =>
        sql`update users set ${change} where tenant_id = ${tenantId} and id = any(${[...userIds]}::uuid[]) and deleted_at is null returning ${list}`,
    ),
  )
  const events = done.map(({ id }) =>
    eventOf(context, { tenantId, ...happened, target: { kind: 'user', id } }),
  )
  const [event] = events
  if (event === undefined) return
  await record(tx, ...events)
  const [elsewhere, atHome] =
    happened.activity === 'user.disabled'
      ? (['user.disabledElsewhere', 'user.disabledAtHome'] as const)
      : (['user.enabledElsewhere', 'user.enabledAtHome'] as const)
  const switched = done.map(({ id }) => id)
  const ofWhom = sql`(select * from ${liveUsers({ tenantId, userIds: switched })})`
  await toldAtHome(event, elsewhere, ofWhom).execute(tx)
  await toldWhereGuest(event, atHome, ofWhom).execute(tx)
}
