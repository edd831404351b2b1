/** Saying yes or no to what was asked for, and doing it when its time has come (R137). */
import { bySystem, byUser, unasked } from '../../events/context.ts'
import type { Context } from '../../events/event.ts'
import { eventOf, record } from '../../events/record.ts'
import type { TenantId, UserId } from '../../kernel/ids.ts'
import { eachAlone, rowsOfPages } from '../../store/batches.ts'
import { select, type Columns } from '../../store/columns.ts'
import { firstRow, sql, transaction, type Database } from '../../store/database.ts'
import { lockTenant } from '../administrators.sql.ts'
import type { Authority } from '../authority.ts'
import { authorityNow } from '../authority-now.sql.ts'
import { readProtection, type Protection } from '../deleted/protected.ts'
import { theOne } from '../slices.ts'
import { sideOfDeleted } from '../deleted/objects/kind-of-deleted.sql.ts'
import { purgeObjects, type PurgeObjectOutcome } from '../deleted/objects/purge-objects.ts'
import { purgeUsers, type PurgeOutcome } from '../deleted/purge.ts'
import { setProtection } from './change.ts'
import { listDuePurges, type DuePurge } from './due.sql.ts'
import { needs } from './needs.ts'
import { dueUnder } from './protection.rule.ts'

/** What of an organization a yes is about, by its word. */
const approves = {
  approve: 'user',
  approveGroup: 'group',
  approveApplication: 'application',
  approveProtection: 'protection',
} as const

export type Answer = keyof typeof approves | 'refuse'

export type AnswerOutcome =
  | 'answered'
  | 'notFound'
  | 'alreadyAnswered'
  /** Who asked cannot be the second one. */
  | 'sameAdministrator'
  /** It waits for its time, and nobody has to say yes. */
  | 'waitsForTime'
  /** The word is for another kind, which asks for another permission. */
  | 'wrongAnswer'
  /** It is not deleted any more, or gone already. */
  | 'lapsed'
  /** Who asked may no longer do it. */
  | 'askerMayNot'
  | Exclude<PurgeOutcome | PurgeObjectOutcome, 'purged' | 'notFound' | 'notDeleted'>

type Asked = {
  readonly tenantId: TenantId
  readonly id: string
  readonly kind: 'user' | 'group' | 'application' | 'protection'
  readonly targetId: string
  readonly protection: Protection['protection'] | null
  readonly waitingHours: number | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly dueAt: Date | null
  readonly state: string
}

const askedColumns: Columns<Asked> = {
  tenantId: 'p.tenant_id',
  id: 'p.id',
  kind: 'p.kind',
  targetId: 'p.target_id',
  protection: 'p.wanted_protection',
  waitingHours: 'p.wanted_hours',
  askedBy: 'p.asked_by',
  askedAt: 'p.asked_at',
  dueAt: 'p.due_at',
  state: 'p.state',
}

const hasPassed = true

const deleteAsked = async (
  tx: Database,
  { tenantId, kind, targetId }: Asked,
  authority: Authority,
  context: Context,
): Promise<PurgeOutcome | PurgeObjectOutcome> => {
  if (kind === 'protection') return 'purged'
  if (kind !== 'user')
    return theOne(
      await purgeObjects(
        tx,
        {
          tenantId,
          kind: await sideOfDeleted(tx, kind, { tenantId, id: targetId }),
          ids: [targetId],
        },
        authority,
        context,
        { hasPassed },
      ),
    )
  const userId = targetId as UserId
  const which = { tenantId, userIds: [userId] }
  return (await purgeUsers(tx, which, authority, context, { hasPassed })).get(userId) ?? 'notFound'
}

/** Why nobody has refused it, and it is refused. */
export const mayNoLonger = 'mayNoLonger'

const end = async (
  tx: Database,
  { tenantId, id, kind, targetId }: Asked,
  state: 'done' | 'refused' | 'withdrawn' | 'lapsed',
  context: Context,
): Promise<void> => {
  const by = context.actor.kind === 'user' ? context.actor.id : null
  await sql`update purge_requests set state = ${state}, answered_at = ${context.now}, answered_by = ${by}::uuid where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )
  if (state === 'lapsed') return
  const target = { kind: kind === 'protection' ? 'organization' : kind, id: targetId } as const
  const activity = state === 'done' ? 'deletion.approved' : 'deletion.refused'
  const reason = state === 'refused' && by === null ? mayNoLonger : state
  await record(tx, eventOf(context, { tenantId, activity, target, reason }))
}

// A wish is of no more worth than who has it: what they may no longer do is refused, in nobody's
// name.
const refuseAsker = async (tx: Database, asked: Asked, now: Date): Promise<'askerMayNot'> => {
  await end(tx, asked, 'refused', bySystem(now))
  return 'askerMayNot'
}

const authorityOfAsker = (
  tx: Database,
  { tenantId, kind, askedBy }: Asked,
): Promise<Authority | undefined> => authorityNow(tx, { tenantId, userId: askedBy }, needs[kind])

const carryOut = async (
  tx: Database,
  asked: Asked,
  authority: Authority,
  context: Context,
): Promise<AnswerOutcome> => {
  const { tenantId, protection, waitingHours } = asked
  if (protection !== null && waitingHours !== null)
    await setProtection(tx, tenantId, { protection, waitingHours }, context)
  const outcome = await deleteAsked(tx, asked, authority, context)
  const isGone = outcome === 'notFound' || outcome === 'notDeleted'
  if (outcome !== 'purged' && !isGone) return outcome
  await end(tx, asked, isGone ? 'lapsed' : 'done', context)
  return isGone ? 'lapsed' : 'answered'
}

const judge = (
  { kind, state, askedBy, dueAt }: Asked,
  answer: Answer,
  by: string | undefined,
): AnswerOutcome | undefined => {
  if (state !== 'open') return 'alreadyAnswered'
  if (answer === 'refuse') return undefined
  if (approves[answer] !== kind) return 'wrongAnswer'
  if (dueAt !== null) return 'waitsForTime'
  return by === askedBy ? 'sameAdministrator' : undefined
}

/**
 * Answers what was asked for. A yes does it at once, as whoever says it, as long as whoever asked
 * still may; a no ends it, and so does whoever asked by taking it back.
 */
export const answerPurgeRequest = (
  db: Database,
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: string },
  answer: Answer,
  authority: Authority,
  context: Context,
): Promise<AnswerOutcome> =>
  transaction(db, async (tx) => {
    await sql`select 1 from purge_requests where tenant_id = ${tenantId} and id = ${id} for update`.execute(
      tx,
    )
    const asked = await firstRow(
      tx,
      select(askedColumns)`from purge_requests p where p.tenant_id = ${tenantId} and p.id = ${id}`,
    )
    if (asked === undefined) return 'notFound'
    const by = context.actor.kind === 'user' ? context.actor.id : undefined
    const refused = judge(asked, answer, by)
    if (refused !== undefined) return refused
    if (answer !== 'refuse')
      return (await authorityOfAsker(tx, asked)) === undefined
        ? refuseAsker(tx, asked, context.now)
        : carryOut(tx, asked, authority, context)
    await end(tx, asked, by === asked.askedBy ? 'withdrawn' : 'refused', context)
    return 'answered'
  })

const batchSize = 200

/**
 * Whether it is held back: the organization asks for more by now than when this was asked for, and
 * that counts. Less protection would else come about under what was to stop it.
 */
const isHeldBack = async (tx: Database, asked: Asked, now: Date): Promise<boolean> => {
  const { tenantId, id, kind, askedAt } = asked
  if (kind === 'protection') await lockTenant(tx, tenantId)
  const due = dueUnder(await readProtection(tx, tenantId), askedAt)
  if (due !== null && due <= now) return false
  await sql`update purge_requests set due_at = ${due}::timestamptz where tenant_id = ${tenantId} and id = ${id}`.execute(
    tx,
  )
  return true
}

/** As whoever asked, by what they may now: others have had the time to say no. */
const carryOutAsAsker = async (tx: Database, asked: Asked, now: Date): Promise<void> => {
  const authority = await authorityOfAsker(tx, asked)
  const context = byUser(unasked(now), asked.askedBy)
  const outcome =
    authority === undefined ? 'askerMayNot' : await carryOut(tx, asked, authority, context)
  if (outcome === 'answered' || outcome === 'lapsed') return
  // A hold that came meanwhile wins.
  if (outcome === 'onHold') await end(tx, asked, 'lapsed', context)
  else await refuseAsker(tx, asked, now)
}

/** Does one, unless somebody was faster, or is at it. */
const carryOutOne = (db: Database, { tenantId, id }: DuePurge, now: Date): Promise<boolean> =>
  transaction(db, async (tx) => {
    const asked = await firstRow(
      tx,
      select(askedColumns)`from purge_requests p
        where p.tenant_id = ${tenantId} and p.id = ${id} and p.state = 'open' and p.due_at <= ${now}
        for update skip locked`,
    )
    if (asked === undefined) return false
    if (!(await isHeldBack(tx, asked, now))) await carryOutAsAsker(tx, asked, now)
    return true
  })

/**
 * Does what has waited for its time at `now`, each by itself. Safe in several processes at once.
 * Returns how many.
 */
export const carryOutDue = (db: Database, now: Date): Promise<number> => {
  const due = rowsOfPages<DuePurge>(batchSize, (last) => {
    const after = last && ([last.sortValue, last.id] as const)
    return listDuePurges(db, now, { descending: false, after, limit: batchSize })
  })
  return eachAlone(
    due,
    (which) => carryOutOne(db, which, now),
    'Some permanent deletions that were asked for could not be carried out.',
  )
}
