/** What a restore changes of those who come back, and what is written and told of it. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import { toldAtHome, toldWhereGuest } from '../at-home.sql.ts'
import { liveUsers, type Locked } from '../lock-user.sql.ts'
import { closeRequestsOfThese } from '../users/close-requests.sql.ts'
import { tellPeople } from '../users/tell.ts'
import { askAgain, bringBack, type RestoreOptions } from './bring-back.ts'
import type { Chosen } from './plan.rule.ts'
import { endLinks } from './plan.sql.ts'
import type { DeletedUser } from './restore.sql.ts'

/** Somebody who comes back, held; what of their links does, and whether they are asked first. */
export type Coming = {
  readonly user: Locked<DeletedUser>
  readonly chosen: Chosen
  readonly asks: boolean
}

/** They are live again, with what was chosen of their links, in a fixed number of statements. */
export const bringThem = async (
  tx: Database,
  tenantId: TenantId,
  coming: readonly Coming[],
  options: RestoreOptions,
  context: Context,
): Promise<void> => {
  if (coming.length === 0) return
  const links = coming.flatMap(({ user: { id }, chosen }) =>
    chosen.ended.map((link) => ({ userId: id, link })),
  )
  const ended = await endLinks(tx, tenantId, links, context)
  const users = coming.map(({ user }) => user)
  await bringBack(tx, tenantId, users, options, context.now)
  const released = users
    .filter(({ held }) => held)
    .map(({ id }) =>
      eventOf(context, {
        tenantId,
        activity: 'user.holdEnded',
        target: { kind: 'user', id },
        reason: 'restored',
      }),
    )
  await record(tx, ...ended, ...released)
  await closeAndTell(tx, tenantId, coming, options, context)
  await recordRestored(tx, tenantId, coming, options, context)
}

// Who has not asked for it says yes first, where the organization wants that.
const closeAndTell = async (
  tx: Database,
  tenantId: TenantId,
  coming: readonly Coming[],
  { answersRequest, undone = false }: RestoreOptions,
  context: Context,
): Promise<void> => {
  const userIds = coming.map(({ user }) => user.id)
  await closeRequestsOfThese(tx, { tenantId, userIds }, 'restore', context)
  const asked = coming.filter(({ asks }) => asks).map(({ user }) => user)
  await askAgain(tx, tenantId, asked, context.now)
  // Who is asked hears that instead of the answer: they are not back yet.
  const untold = coming.filter(({ asks }) => asks || answersRequest === undefined)
  const told = untold.map(({ user, asks }) => ({
    which: { tenantId, userId: user.id },
    told: { kind: undone ? 'undone' : asks ? 'restoredAsks' : 'restored' } as const,
  }))
  await tellPeople(tx, told, context.now)
}

const recordRestored = async (
  tx: Database,
  tenantId: TenantId,
  coming: readonly Coming[],
  { undone = false }: RestoreOptions,
  context: Context,
): Promise<void> => {
  const events = coming.map(({ user, chosen: { skipped, leftOut } }) => {
    const named = leftOut.map(({ kind, id }) => `${kind} ${id}`)
    return eventOf(context, {
      tenantId,
      activity: 'user.restored',
      target: { kind: 'user', id: user.id },
      ...(undone ? { reason: 'undone' } : {}),
      details: { skipped: skipped.length, ...(named.length === 0 ? {} : { leftOut: named }) },
    })
  })
  const [event] = events
  if (event === undefined) return
  await record(tx, ...events)
  const userIds = coming.map(({ user }) => user.id)
  const back = sql`(select * from ${liveUsers({ tenantId, userIds })})`
  await toldAtHome(event, 'user.restoredElsewhere', back).execute(tx)
  await toldWhereGuest(event, 'user.restoredAtHome', back).execute(tx)
}
