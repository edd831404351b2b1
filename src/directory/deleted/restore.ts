/** A deleted user comes back: the same id, and every link it had whose other end still is there. */
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { AddressKey } from '../../kernel/address.ts'
import { attempt, sql, type Database } from '../../store/database.ts'
import { untilNotOvertaken } from '../../store/overtaken.ts'
import { toldAtHome, toldWhereGuest } from '../at-home.sql.ts'
import { liveUser, type Locked } from '../lock-user.sql.ts'
import { lockAddresses } from '../users/addresses.sql.ts'
import { authorityReaches, authorityWouldReach, type Authority } from '../authority.ts'
import { closeRequests } from '../users/close-requests.sql.ts'
import { restoreConflicts, type RestoreConflict } from './restore.rule.ts'
import type { Link, LostLink } from '../links/ties.rule.ts'
import { choose, planOf, type LinkName, type Plan } from './plan.rule.ts'
import { endLinks, holdWithSponsored, readLinks } from './plan.sql.ts'
import { lockToRestore, readDeletedUser, type DeletedUser } from './restore.sql.ts'
import { inDomains } from '../users/sign-in-name.rule.ts'
import { targetOf } from '../target.sql.ts'
import { tellPerson } from '../users/tell.ts'
import { type RestoreOptions, type Which, askAgain, bringBack } from './bring-back.ts'

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

export type RestorePreview = Plan & {
  readonly conflicts: readonly RestoreConflict[]
  /** The person left, and is asked first before they are back (R127). */
  readonly asksPerson: boolean
}

/**
 * What a restore by this authority at `now` would bring back, what it could not and why, and what
 * stands against it (R61): whatever would refuse the restore stands here. Undefined for a user that
 * is not deleted.
 */
export const previewRestore = async (
  db: Database,
  { tenantId, userId }: Which,
  authority: Authority,
  now: Date,
): Promise<RestorePreview | undefined> => {
  const user = await readDeletedUser(db, { tenantId, userId })
  if (user === undefined) return undefined
  const tooHigh: RestoreConflict[] = authorityWouldReach(authority, targetOf(user))
    ? []
    : [{ code: 'targetTooHigh' }]
  const conflicts = [...tooHigh, ...restoreConflicts(user, now, { dropAddresses: false })]
  const plan = planOf(await readLinks(db, { tenantId, userId }))
  return { ...plan, conflicts, asksPerson: user.asksPerson }
}

/**
 * Restores a deleted user within its window (R52, R54) with the same id (R57), its links (R56, R58,
 * R59) and its state (R51, R72). A live user is never changed by it (R66). The report names what
 * came back and what was skipped (R60).
 */
export const restoreUser = (
  db: Database,
  which: Which,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<RestoreResult> =>
  // Somebody took the name or the place between the reading and the change: a second reading says
  // who.
  untilNotOvertaken(() =>
    attempt(db, (tx) => restoreIn(tx, which, options, authority, context), {
      one_live_user_per_name: 'overtaken',
      one_live_user_per_person: 'overtaken',
    }),
  )

const noteHoldEnded = (tx: Database, { tenantId, userId }: Which, context: Context) => {
  const target = { kind: 'user', id: userId } as const
  const ended = { tenantId, activity: 'user.holdEnded', target, reason: 'restored' } as const
  return record(tx, eventOf(context, ended))
}

// Whoever takes an address holds it first, and so does a restore.
const lockWithAddresses = async (tx: Database, which: Which, newName: string | undefined) => {
  await holdWithSponsored(tx, { tenantId: which.tenantId, userIds: [which.userId] })
  const proxies = (await lockToRestore(tx, which, undefined))?.proxyAddresses ?? []
  const keys = proxies.map((proxy) => proxy.slice('smtp:'.length) as AddressKey)
  if (keys.length > 0) await lockAddresses(tx, which.tenantId, keys)
  return lockToRestore(tx, which, newName)
}

type Closing = {
  readonly answersRequest?: boolean | undefined
  readonly asks: boolean
  readonly undone: boolean
}

// Who has not asked for it says yes first, where the organization wants that.
const closeAndTell = async (
  tx: Database,
  which: Which,
  { answersRequest = false, asks, undone }: Closing,
  context: Context,
): Promise<void> => {
  await closeRequests(tx, which, 'restore', context)
  if (asks) await askAgain(tx, which, context.now)
  if (!answersRequest)
    await tellPerson(
      tx,
      which,
      { kind: undone ? 'undone' : asks ? 'restoredAsks' : 'restored' },
      context.now,
    )
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

const recordRestored = async (
  tx: Database,
  { tenantId, userId }: Which,
  { skipped, leftOut, undone }: Pick<RestoreReport, 'skipped' | 'leftOut'> & { undone: boolean },
  context: Context,
): Promise<void> => {
  const chosen = leftOut.map(({ kind, id }) => `${kind} ${id}`)
  const happened = {
    tenantId,
    activity: 'user.restored',
    target: { kind: 'user', id: userId },
    ...(undone ? { reason: 'undone' } : {}),
    details: { skipped: skipped.length, ...(chosen.length === 0 ? {} : { leftOut: chosen }) },
  } as const
  const event = eventOf(context, happened)
  await record(tx, event)
  const back = sql`(select * from ${liveUser({ tenantId, userId })})`
  await toldAtHome(event, 'user.restoredElsewhere', back).execute(tx)
  await toldWhereGuest(event, 'user.restoredAtHome', back).execute(tx)
}

const restoreIn = async (
  tx: Database,
  which: Which,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<RestoreResult> => {
  const user = await lockWithAddresses(tx, which, options.newUserPrincipalName)
  if (user === undefined) return { outcome: 'notFound' }
  const refused = refusalOf(user, options, authority, context.now)
  if (refused !== undefined) return refused
  const chosen = choose(planOf(await readLinks(tx, which)), options.leaveOut ?? [])
  if ('unknown' in chosen) return { outcome: 'unknownLink', link: chosen.unknown }

  const { restored, skipped, leftOut, ended } = chosen
  await endLinks(tx, which, ended, context)
  if (!(await bringBack(tx, which, user, options, context.now))) return { outcome: 'notFound' }
  if (user.held) await noteHoldEnded(tx, which, context)
  const { answersRequest, undone = false } = options
  const asks = user.asksPerson && answersRequest !== true && !undone
  await closeAndTell(tx, which, { answersRequest, asks, undone }, context)
  await recordRestored(tx, which, { skipped, leftOut, undone }, context)
  return { outcome: 'restored', report: { restored, skipped, leftOut, asksPerson: asks } }
}
