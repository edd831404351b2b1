/** A deleted user comes back: the same id, and every link it had whose other end still is there. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { attempt, sql, type Database } from '../../store/database.ts'
import { untilNotOvertaken } from '../../store/overtaken.ts'
import { toldAtHome, toldWhereGuest } from '../at-home.sql.ts'
import { authorityReaches, type Authority } from '../authority.ts'
import type { Link, LostLink } from '../links/ties.rule.ts'
import { liveUsers, type Locked, type Several, type Which } from '../lock-user.sql.ts'
import { theOne, type Outcomes } from '../slices.ts'
import { targetOf } from '../target.sql.ts'
import { lockAddresses } from '../users/addresses.sql.ts'
import { closeRequestsOfThese } from '../users/close-requests.sql.ts'
import { inDomains } from '../users/sign-in-name.rule.ts'
import { tellPeople } from '../users/tell.ts'
import { askAgain, bringBack, type RestoreOptions } from './bring-back.ts'
import { choose, planOf, type Chosen, type LinkName } from './plan.rule.ts'
import { endLinks, holdWithSponsored, readLinks } from './plan.sql.ts'
import { restoreConflicts, type RestoreConflict } from './restore.rule.ts'
import { lockToRestore, type DeletedUser } from './restore.sql.ts'
import { factsAmong, linksAmong, nobodyBack, noteBack } from './together.rule.ts'

export type RestoreReport = {
  readonly restored: readonly Link[]
  readonly skipped: readonly LostLink[]
  /** What was ended by choice instead of coming back. */
  readonly leftOut: readonly Link[]
  readonly asksPerson: boolean
}

export type RestoreResult =
  | { outcome: 'restored'; report: RestoreReport }
  | { outcome: 'conflicts'; conflicts: readonly RestoreConflict[] }
  | { outcome: 'targetTooHigh' }
  /** A member's new name ends in a verified domain of the organization. */
  | { outcome: 'foreignDomain' }
  /** What was to be left out is no link that the user had. */
  | { outcome: 'unknownLink'; link: LinkName }
  | { outcome: 'notFound' }

/**
 * Restores a deleted user within its window (R52, R54) with the same id (R57), its links (R56, R58,
 * R59) and its state (R51, R72). A live user is never changed by it (R66). The report names what
 * came back and what was skipped (R60).
 */
export const restoreUser = async (
  db: Database,
  { tenantId, userId }: Which,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<RestoreResult> =>
  theOne(await restoreThem(db, { tenantId, userIds: [userId] }, options, authority, context))

/**
 * The same for several of one organization, in one transaction and a number of statements that does
 * not grow with them. Each is judged with those before them back: what comes back can stand in the
 * way of the next, or bring a link back with it.
 */
export const restoreThem = (
  db: Database,
  which: Several,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<Outcomes<RestoreResult>> =>
  // Somebody took the name or the place between the reading and the change: a second reading says
  // who.
  untilNotOvertaken(() =>
    attempt(db, (tx) => restoreIn(tx, which, options, authority, context), {
      one_live_user_per_name: 'overtaken',
      one_live_user_per_person: 'overtaken',
    }),
  )

// Whoever takes an address holds it first, and so does a restore.
const lockWithAddresses = async (tx: Database, which: Several, newName: string | undefined) => {
  await holdWithSponsored(tx, which)
  const found = await lockToRestore(tx, which, newName)
  const keys = [...found.values()].flatMap(({ proxyAddresses }) =>
    proxyAddresses.map((proxy) => proxy.slice('smtp:'.length) as AddressKey),
  )
  if (keys.length === 0) return found
  await lockAddresses(tx, which.tenantId, keys)
  return lockToRestore(tx, which, newName)
}

type Coming = {
  readonly user: Locked<DeletedUser>
  readonly chosen: Chosen
  readonly asks: boolean
}

const refusalOf = (
  user: Locked<DeletedUser>,
  options: RestoreOptions,
  authority: Authority,
  now: Date,
): RestoreResult | undefined => {
  if (!authorityReaches(authority, targetOf(user))) return { outcome: 'targetTooHigh' }
  const { newUserPrincipalName: newName, autoReconcileProxyConflict } = options
  if (newName !== undefined && !inDomains(newName, user.domains))
    return { outcome: 'foreignDomain' }
  const dropAddresses = autoReconcileProxyConflict === true
  const conflicts = [...restoreConflicts(user, now, { dropAddresses })]
  return conflicts.length > 0 ? { outcome: 'conflicts', conflicts } : undefined
}

const asksOf = (
  { asksPerson }: DeletedUser,
  { answersRequest, undone = false }: RestoreOptions,
): boolean => asksPerson && answersRequest !== true && !undone

const restoreIn = async (
  tx: Database,
  which: Several,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<Outcomes<RestoreResult>> => {
  const found = await lockWithAddresses(tx, which, options.newUserPrincipalName)
  const stored = await readLinks(tx, which)
  const back = nobodyBack()
  const coming: Coming[] = []
  const judge = (userId: UserId): RestoreResult => {
    const read = found.get(userId)
    if (read === undefined) return { outcome: 'notFound' }
    const user = factsAmong(back, read)
    const refused = refusalOf(user, options, authority, context.now)
    if (refused !== undefined) return refused
    const links = linksAmong(back, userId, stored.get(userId) ?? [])
    const chosen = choose(planOf(links), options.leaveOut ?? [])
    if ('unknown' in chosen) return { outcome: 'unknownLink', link: chosen.unknown }
    const { restored, skipped, leftOut, ended } = chosen
    noteBack(back, user, links, ended)
    const asks = asksOf(user, options)
    coming.push({ user, chosen, asks })
    return { outcome: 'restored', report: { restored, skipped, leftOut, asksPerson: asks } }
  }
  const results = new Map(which.userIds.map((userId) => [userId, judge(userId)]))
  await bringThem(tx, which.tenantId, coming, options, context)
  return results
}

const bringThem = async (
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
  { answersRequest = false, undone = false }: RestoreOptions,
  context: Context,
): Promise<void> => {
  const idsOf = (those: readonly Coming[]) => those.map(({ user }) => user.id)
  const userIds = idsOf(coming)
  await closeRequestsOfThese(tx, { tenantId, userIds }, 'restore', context)
  await askAgain(tx, { tenantId, userIds: idsOf(coming.filter(({ asks }) => asks)) }, context.now)
  if (answersRequest) return
  const told = coming.map(({ user, asks }) => ({
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
