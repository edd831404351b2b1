/** What a restore changes of those who come back, and what is written and told of it. */
import type { Context, Event } from '../../events/event.ts'
import { eventInsertOf, eventOf } from '../../events/record.ts'
import type { TenantId } from '../../kernel/ids.ts'
import { sql, type Database } from '../../store/database.ts'
import { toldAtHome, toldWhereGuest } from '../at-home.sql.ts'
import type { Locked } from '../lock-user.sql.ts'
import { closingRequests } from '../users/close-requests.sql.ts'
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
  const userIds = users.map(({ id }) => id)
  const restored = coming.map((one) => restoredEvent(tenantId, one, options, context))
  const [first] = restored
  if (first === undefined) return
  const events = [...ended, ...releasedEvents(tenantId, users, context), ...restored]
  const beside = sql`${closingRequests({ tenantId, userIds }, 'restore', context)},
    recorded as (${eventInsertOf(events)}),
    told_at_home as (${toldAtHome(first, 'user.restoredElsewhere', sql`back`)}),
    told_where_guest as (${toldWhereGuest(first, 'user.restoredAtHome', sql`back`)})`
  await bringBack(tx, tenantId, users, { options, now: context.now }, beside)
  await askAndTell(tx, tenantId, coming, options, context)
}

const releasedEvents = (
  tenantId: TenantId,
  users: readonly DeletedUser[],
  context: Context,
): Event[] =>
  users
    .filter(({ held }) => held)
    .map(({ id }) =>
      eventOf(context, {
        tenantId,
        activity: 'user.holdEnded',
        target: { kind: 'user', id },
        reason: 'restored',
      }),
    )

// Who has not asked for it says yes first, where the organization wants that.
const askAndTell = async (
  tx: Database,
  tenantId: TenantId,
  coming: readonly Coming[],
  { answersRequest, undone = false }: RestoreOptions,
  context: Context,
): Promise<void> => {
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

const restoredEvent = (
  tenantId: TenantId,
  { user: { id }, chosen: { skipped, leftOut } }: Coming,
  { undone = false }: RestoreOptions,
  context: Context,
): Event => {
  const named = leftOut.map((link) => `${link.kind} ${link.id}`)
  return eventOf(context, {
    tenantId,
    activity: 'user.restored',
    target: { kind: 'user', id },
    ...(undone ? { reason: 'undone' } : {}),
    details: { skipped: skipped.length, ...(named.length === 0 ? {} : { leftOut: named }) },
  })
}
