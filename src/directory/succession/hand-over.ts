/**
 * Somebody leaves and names who takes over what nobody else has (R125): all of it in the
 * transaction of the leave, while the organization is held, so that of two who hand over to each
 * other one stays.
 */
import { may } from '../../access/may.rule.ts'
import { byUser } from '../../events/context.ts'
import type { Around, Context, Event } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { PersonId, TenantId, UserId } from '../../kernel/ids.ts'
import { attempt, transaction, undo, type Database, type Undo } from '../../store/database.ts'
import { untilNotOvertaken, type Overtaken } from '../../store/overtaken.ts'
import { lockToPromote } from '../administrators.sql.ts'
import { links } from '../links/link.ts'
import { ties } from '../links/ties.sql.ts'
import { listShutTo } from '../proved-account.sql.ts'
import { endLower, giveRole, takeRole } from '../roles/assign.ts'
import { leave, leaveWith, type LeaveResult } from '../users/leave.ts'
import { leaveReasons } from '../users/leave.rule.ts'
import { readLeaveFacts, readLeaveFactsOf, type LiveMembership } from '../users/leave.sql.ts'
import { tellPerson } from '../users/tell.ts'
import {
  listCandidates,
  moveOwned,
  moveSponsored,
  readEstates,
  readLeaver,
  readLeavers,
  readSuccessor,
  type Candidate,
  type Estate,
  type Leaver,
  type OwnedKind,
} from './facts.sql.ts'
import { holdEstate } from './hold.sql.ts'
import { successorReasons, type SuccessorReason } from './succession.rule.ts'

type Who = {
  readonly personId: PersonId
  readonly tenantId: TenantId
  readonly sessionId: string
}

/**
 * Why nothing of it is shown or done. `notTrusted`: the session opens nothing there, as the
 * organization does not trust it, is closed, or was not accepted yet.
 */
type Kept =
  | { outcome: 'notFound' }
  | { outcome: 'notTrusted' }
  | Extract<LeaveResult, { outcome: 'blocked' }>

/** What goes over: the role of the last administrator, and what has nobody else. */
export type Inheritance = Estate & { readonly administrator: boolean }

export type Succession =
  | Kept
  | {
      outcome: 'open'
      inheritance: Inheritance
      candidates: readonly Candidate[]
      /** There are more than are shown. */
      more: boolean
    }

export type HandOverResult =
  | Kept
  | Exclude<LeaveResult, { outcome: 'notFound' }>
  | { outcome: 'successorNotFound' }
  | { outcome: 'successorRefused'; reasons: readonly SuccessorReason[] }

/** So many candidates are shown at once; the others are found by their name. */
const shownCandidates = 20

const owning: readonly OwnedKind[] = ['ownedGroup', 'ownedApplication']

type Held = { readonly facts: LiveMembership; readonly leaver: Leaver }
type HeldIn = Held & { readonly tenantId: TenantId }

const inheritancesOf = async (
  db: Database,
  all: readonly HeldIn[],
): Promise<(held: HeldIn) => Inheritance> => {
  const leaving = all.map(({ tenantId, leaver: { userId, roles } }) => ({
    tenantId,
    userId,
    mayRaise: may(roles, 'roles.write'),
  }))
  const estateOf = await readEstates(db, leaving)
  return ({ facts, leaver }) => ({
    ...estateOf(leaver.userId),
    administrator: leaveReasons(facts).includes('lastAdministrator'),
  })
}

const inheritanceOf = async (
  db: Database,
  tenantId: TenantId,
  held: Held,
): Promise<Inheritance> => {
  const one = { ...held, tenantId }
  return (await inheritancesOf(db, [one]))(one)
}

// Being the last administrator is what a successor lifts; all else keeps as it does without one.
const readAll = async (
  db: Database,
  { personId, sessionId }: Pick<Who, 'personId' | 'sessionId'>,
  tenantIds: readonly TenantId[],
): Promise<ReadonlyMap<TenantId, Kept | Held>> => {
  const leavers = await readLeavers(db, personId, tenantIds)
  const factsOf = await readLeaveFactsOf(db, personId, tenantIds)
  const shut = await listShutTo(db, tenantIds, sessionId)
  const judge = (tenantId: TenantId): Kept | Held => {
    const [leaver, facts] = [leavers.get(tenantId), factsOf.get(tenantId)]
    if (leaver === undefined || facts === undefined) return { outcome: 'notFound' }
    if (!leaver.accepted || facts.organizationClosed || shut.has(tenantId))
      return { outcome: 'notTrusted' }
    const reasons = leaveReasons(facts).filter((reason) => reason !== 'lastAdministrator')
    if (reasons.length > 0) return { outcome: 'blocked', userId: facts.userId, reasons }
    return { facts, leaver }
  }
  return new Map(tenantIds.map((tenantId) => [tenantId, judge(tenantId)]))
}

const read = async (db: Database, who: Who): Promise<Kept | Held> =>
  (await readAll(db, who, [who.tenantId])).get(who.tenantId) ?? { outcome: 'notFound' }

/**
 * What would go over in each of these organizations, where anything could be handed over there, in
 * a number of statements that does not grow with them.
 */
export const readInheritances = (
  db: Database,
  who: Pick<Who, 'personId' | 'sessionId'>,
  tenantIds: readonly TenantId[],
): Promise<ReadonlyMap<TenantId, Inheritance>> =>
  transaction(db, async (tx) => {
    const all = [...(await readAll(tx, who, tenantIds))].flatMap(([tenantId, held]): HeldIn[] =>
      'outcome' in held ? [] : [{ tenantId, ...held }],
    )
    const inheritance = await inheritancesOf(tx, all)
    return new Map(all.map((held) => [held.tenantId, inheritance(held)]))
  })

/** What would go over, and to whom it could; changes nothing. */
export const readSuccession = (
  db: Database,
  who: Who,
  search: string | undefined,
): Promise<Succession> =>
  attempt(db, async (tx): Promise<Succession> => {
    const held = await read(tx, who)
    if ('outcome' in held) return held
    const { tenantId } = who
    const limit = shownCandidates + 1
    const found = await listCandidates(tx, tenantId, held.leaver, search, limit)
    return {
      outcome: 'open',
      inheritance: await inheritanceOf(tx, tenantId, held),
      candidates: found.slice(0, shownCandidates),
      more: found.length > shownCandidates,
    }
  })

const givenBy = (
  kind: keyof Estate,
  { id }: { readonly id: string },
  userId: UserId,
): Pick<Event, 'target' | 'related'> => {
  const user = { kind: 'user', id: userId } as const
  return kind === 'sponsorOf'
    ? { target: { kind: 'user', id }, related: user }
    : { target: user, related: { kind: links[kind].holderKind, id } }
}

type Move = { readonly tenantId: TenantId; readonly userId: UserId; readonly successorId: UserId }

/** Few enough for one statement. */
const eventsAtOnce = 1_000

const noteMoved = async (
  tx: Database,
  { tenantId, userId, successorId }: Move,
  inheritance: Inheritance,
  context: Context,
): Promise<void> => {
  const all = ([...owning, 'sponsorOf'] as const).flatMap((kind) => {
    const [added, removed] = ties[kind].events
    return inheritance[kind].flatMap((one) => [
      eventOf(context, {
        tenantId,
        activity: added,
        ...givenBy(kind, one, successorId),
        reason: 'handedOver',
      }),
      eventOf(context, {
        tenantId,
        activity: removed,
        ...givenBy(kind, one, userId),
        reason: 'handedOver',
      }),
    ])
  })
  for (let at = 0; at < all.length; at += eventsAtOnce)
    await record(tx, ...all.slice(at, at + eventsAtOnce))
}

const moveAll = async (
  tx: Database,
  move: Move,
  inheritance: Inheritance,
  context: Context,
): Promise<void> => {
  const { tenantId, userId, successorId } = move
  const successor = { tenantId, userId: successorId }
  const role = 'globalAdministrator'
  if (inheritance.administrator) {
    await giveRole(tx, { ...successor, role }, context)
    await takeRole(tx, { tenantId, userId, role }, context)
  }
  for (const kind of owning)
    await moveOwned(tx, kind, { tenantId, userId }, successorId, inheritance[kind])
  await moveSponsored(tx, { tenantId, userId }, successorId, inheritance.sponsorOf)
  await noteMoved(tx, move, inheritance, context)
  const raised = owning.some((kind) => inheritance[kind].some(({ raises }) => raises))
  if (inheritance.administrator || raised) await endLower(tx, successor, context)
}

const tell = async (
  tx: Database,
  { tenantId, successorId }: Move,
  { administrator, ownedGroup, ownedApplication, sponsorOf }: Inheritance,
  now: Date,
): Promise<void> => {
  const told = {
    kind: 'handedOver',
    administrator,
    groups: ownedGroup.length,
    applications: ownedApplication.length,
    guests: sponsorOf.length,
  } as const
  const isSomething = administrator || told.groups + told.applications + told.guests > 0
  if (isSomething) await tellPerson(tx, { tenantId, userId: successorId }, told, now)
}

type Once = HandOverResult | Overtaken

const handOverOnce = async (
  tx: Database,
  who: Who,
  successorId: UserId,
  around: Around,
): Promise<Once | Undo<Once>> => {
  const { tenantId, personId } = who
  const before = await readLeaver(tx, personId, tenantId)
  if (before === undefined) return { outcome: 'notFound' }
  const named = { tenantId, userId: successorId }
  await lockToPromote(tx, tenantId, (await readSuccessor(tx, named, before))?.personId ?? null)
  await holdEstate(tx, { tenantId, userId: before.userId }, successorId)
  const held = await read(tx, who)
  if ('outcome' in held) return held
  const successor = await readSuccessor(tx, named, held.leaver)
  if (successor === undefined) return { outcome: 'successorNotFound' }
  const reasons = successorReasons(successor)
  if (reasons.length > 0) return { outcome: 'successorRefused', reasons }

  const inheritance = await inheritanceOf(tx, tenantId, held)
  const move = { tenantId, userId: held.leaver.userId, successorId }
  await moveAll(tx, move, inheritance, byUser(around, held.leaver.userId))
  await tell(tx, move, inheritance, around.now)
  const facts = await readLeaveFacts(tx, personId, tenantId)
  const left = facts === undefined ? 'overtaken' : await leaveWith(tx, facts, who, around)
  if (left !== 'overtaken' && left.outcome === 'left') return left
  return undo<Once>(left as Once)
}

/**
 * Leaves, and hands over to this user of the organization what would have nobody: nothing is moved
 * unless the leave is done. Whoever has left already is told what came of it, as by leaving again.
 */
export const handOver = async (
  db: Database,
  who: Who,
  successorId: UserId,
  around: Around,
): Promise<HandOverResult> => {
  const result = await untilNotOvertaken(() =>
    attempt(db, (tx) => handOverOnce(tx, who, successorId, around)),
  )
  if (result.outcome !== 'notFound') return result
  const facts = await readLeaveFacts(db, who.personId, who.tenantId)
  return facts === undefined ? leave(db, who, around) : result
}
