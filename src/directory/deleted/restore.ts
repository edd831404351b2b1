/** A deleted user comes back: the same id, and every link it had whose other end still is there. */
import type { Context } from '../../events/event.ts'
import type { AddressKey } from '../../kernel/address.ts'
import type { UserId } from '../../kernel/ids.ts'
import { attempt, type Database } from '../../store/database.ts'
import { untilNotOvertaken } from '../../store/overtaken.ts'
import { authorityReaches, type Authority } from '../authority.ts'
import { holdDomainOf } from '../domain-of-name.sql.ts'
import type { Link, LostLink } from '../links/ties.rule.ts'
import type { Locked, Several, Which } from '../lock-user.sql.ts'
import { theOne, type Outcomes } from '../slices.ts'
import { targetOf } from '../target.sql.ts'
import { heldAddresses } from '../users/addresses.sql.ts'
import type { RestoreOptions } from './bring-back.ts'
import { bringThem, type Coming } from './come-back.ts'
import { choose, planOf, type LinkName } from './plan.rule.ts'
import { heldWithSponsored, readLinks } from './plan.sql.ts'
import { restoreConflicts, type RestoreConflict } from './restore.rule.ts'
import { readToRestore, type DeletedUser } from './restore.sql.ts'
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
  /** A new name ends in a verified domain of the organization, a guest's too. */
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
  const found = await readToRestore(tx, heldWithSponsored(which), which, newName)
  const keys = [...found.values()].flatMap(({ proxyAddresses }) =>
    proxyAddresses.map((proxy) => proxy.slice('smtp:'.length) as AddressKey),
  )
  if (keys.length === 0) return found
  return readToRestore(tx, heldAddresses(which.tenantId, keys), which, newName)
}

const refusalOf = (
  user: Locked<DeletedUser>,
  options: RestoreOptions,
  authority: Authority,
  { now, isNameHeld }: { readonly now: Date; readonly isNameHeld: boolean },
): RestoreResult | undefined => {
  if (!authorityReaches(authority, targetOf(user))) return { outcome: 'targetTooHigh' }
  if (!isNameHeld) return { outcome: 'foreignDomain' }
  const dropAddresses = options.autoReconcileProxyConflict === true
  const conflicts = [...restoreConflicts(user, now, { dropAddresses })]
  return conflicts.length > 0 ? { outcome: 'conflicts', conflicts } : undefined
}

const asksOf = (
  { id, asksPerson }: DeletedUser,
  { answersRequest, undone = false }: RestoreOptions,
): boolean => asksPerson && answersRequest?.saidYes.has(id) !== true && !undone

const restoreIn = async (
  tx: Database,
  which: Several,
  options: RestoreOptions,
  authority: Authority,
  context: Context,
): Promise<Outcomes<RestoreResult>> => {
  const { newUserPrincipalName: newName } = options
  // The domain of their own name cannot be given up, as they could come back with it.
  const isNameHeld = newName === undefined || (await holdDomainOf(tx, which.tenantId, newName))
  const found = await lockWithAddresses(tx, which, newName)
  const stored = await readLinks(tx, which)
  const back = nobodyBack()
  const coming: Coming[] = []
  const judge = (userId: UserId): RestoreResult => {
    const read = found.get(userId)
    if (read === undefined) return { outcome: 'notFound' }
    const user = factsAmong(back, read)
    const refused = refusalOf(user, options, authority, { now: context.now, isNameHeld })
    if (refused !== undefined) return refused
    const links = linksAmong(back, userId, stored.get(userId) ?? [])
    const leaveOut = options.leaveOut?.filter(({ of }) => of === undefined || of === userId)
    const chosen = choose(planOf(links), leaveOut ?? [])
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
